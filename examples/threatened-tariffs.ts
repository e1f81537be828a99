/**
 * What would the tariffs threatened in January 2025 do? Duties, effective rate, by partner, scenario against scenario.
 *
 *   npm run example -- threatened-tariffs           a page to read
 *   npm run --silent example -- threatened-tariffs --json
 *
 * The model is plain accounting: what it would cost if nobody changed what they buy.
 */
import {
  accounting,
  bind,
  compareScenarios,
  comparisonTable,
  formatQuantity,
  januaryScenarios,
  type Rate,
  rankRows,
  renameScenario,
  toMarkdown,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";

// 1. The scenarios. The article gives no rate for the European Union, so that scenario is open until we close it:
//    here twice, at rates that are ours and are named as such.
const withEurope = (rate: Rate, id: string) =>
  renameScenario(bind(januaryScenarios.chinaMexicoCanadaEu, { euRate: rate }), {
    id,
    title: "China 10%, Mexico and Canada 25%, and the EU",
  });

const scenarios = [
  januaryScenarios.baseline,
  januaryScenarios.china10,
  januaryScenarios.mexicoCanada25,
  januaryScenarios.chinaMexicoCanada,
  januaryScenarios.chinaMexicoCanadaEnergy10,
  withEurope("10%", "china-mexico-canada-eu-10"),
  withEurope("25%", "china-mexico-canada-eu-25"),
];

// 2. The comparison: every scenario through one model, on what the United States imported in 2024.
const comparison = compareScenarios({
  baseline: usImports2024,
  scenarios,
  model: accounting,
  against: "baseline",
  by: ["all", "exporter", "chapter"],
});

// 3. The answer, for a program or for a person.
if (process.argv.includes("--json")) {
  const answer = comparison.outcomes.map(({ scenario, model, total, byPartner }) => ({
    id: scenario,
    model,
    additionalDutiesUsd: total.additionalDuties.amount,
    effectiveRate: total.effectiveRate,
    byPartner: Object.fromEntries(byPartner.map((partner) => [partner.key, partner.additionalDuties.amount])),
  }));
  console.log(JSON.stringify({ scenarios: answer }, null, 2));
} else {
  const format = { moneyIn: "billion", places: 1, rounding: "half-even" } as const;
  const exact = { moneyIn: "thousand", places: 2, rounding: "half-even" } as const;

  console.log("What the tariffs threatened in January 2025 would cost, if nobody changed what they buy\n");
  console.log(
    toMarkdown(
      comparison.outcomes.map(({ title, total }) => ({
        scenario: title,
        "additional duties": formatQuantity(total.additionalDuties, format),
        "in USD thousand": formatQuantity(total.additionalDuties, exact).replaceAll(/[^\d.,-]/g, ""),
        "effective rate": formatQuantity(total.effectiveRate, { ...format, places: 4 }),
        change: formatQuantity(total.rateChange, { ...format, places: 2 }),
      })),
    ),
  );

  console.log("Additional duties by partner; every other partner pays what it paid before\n");
  const shown = ["china-10", "mexico-canada-25", "china-mexico-canada", "china-mexico-canada-eu-25"];
  const hit = ["China", "Mexico", "Canada", "European Union (27)"];
  console.log(
    toMarkdown(
      comparisonTable({
        comparison,
        dimension: "exporter",
        indicators: ["additionalDuties"],
        show: "level",
        format,
      })
        .filter((row) => hit.includes(row.exporter ?? ""))
        .map((row) => ({ partner: row.exporter, ...Object.fromEntries(shown.map((id) => [id, row[id]])) })),
    ),
  );

  console.log("The goods that would pay most (China 10%, Mexico and Canada 25%)\n");
  const goods = rankRows({
    comparison: {
      ...comparison,
      rows: comparison.rows.filter((row) => row.scenario === "china-mexico-canada"),
    },
    indicator: "additionalDuties",
    dimension: "chapter",
    by: "level",
    order: "largest-first",
  }).slice(0, 8);
  console.log(
    toMarkdown(
      goods.map((row) => ({
        chapter: row.key,
        goods: row.name,
        "additional duties": formatQuantity(row.level, format),
      })),
    ),
  );

  const [first] = comparison.outcomes;
  console.log(`Leaves out:\n${first?.leavesOut.map((line) => `- ${line}`).join("\n")}`);
  console.log(`Source: ${first?.sources.map((card) => `${card.title}. ${card.publisher}`).join("; ")}`);
}
