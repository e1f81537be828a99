/**
 * What would the January 2025 threats do to welfare, wages and prices everywhere, and what if they retaliate? One world
 * of 38 economies in general equilibrium, the EU rate swept, and the same scenario through every model.
 *
 *   npm run example -- world-welfare
 */
import {
  accounting,
  bind,
  compareScenarios,
  comparisonTable,
  januaryScenarios,
  partialEquilibrium,
  type Rate,
  renameScenario,
  retaliate,
  type Scenario,
  toMarkdown,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { simonovskaWaugh2014 } from "tariff-whatif/parameters";
import { generalEquilibrium, ignatenko2025CompletePassThrough } from "tariff-whatif/world";

const source = "Ignatenko, Macedoni, Lashkaripour, Simonovska 2025";
const world = (scenario: Scenario<never>) =>
  generalEquilibrium({
    baseline: world2023,
    scenario,
    assumptions: {
      parameters: ignatenko2025CompletePassThrough,
      revenueUse: "lumpSumRebate",
      deficits: "fixedToWorldIncome",
      weights: usImports2024,
      source,
    },
  });
const percent = (value: number | undefined) =>
  value === undefined ? "n/a" : `${value > 0 ? "+" : ""}${value.toFixed(2)}%`;

// 1. Threats alone, and answered in kind by those they hit.
const threats = januaryScenarios.chinaMexicoCanada;
const answered = retaliate({
  id: "answered",
  title: "China, Mexico and Canada answer in kind",
  scenario: threats,
  aggressor: "USA",
  by: ["CHN", "MEX", "CAN"],
  rule: { kind: "mirror" },
});
const [alone, war] = [world(threats), world(answered)];
const shown = ["USA", "CHN", "MEX", "CAN", "EU27", "VNM", "JPN", "RUS", "ROW"];
const of = (outcome: typeof alone, economy: string) =>
  outcome.equilibrium.economies.find((each) => each.economy === economy);
console.log("China 10%, Mexico and Canada 25%: welfare, real wage and prices, change against free trade\n");
console.log(
  toMarkdown(
    shown.map((economy) => ({
      economy,
      welfare: percent(of(alone, economy)?.welfarePercent),
      "real wage": percent(of(alone, economy)?.realWagePercent),
      prices: percent(of(alone, economy)?.priceIndexPercent),
      "welfare if answered in kind": percent(of(war, economy)?.welfarePercent),
    })),
  ),
);
const winners = war.equilibrium.economies.filter((economy) => economy.welfarePercent > 0);
console.log(
  `"No winners"? If answered in kind, ${winners.length} of ${war.equilibrium.economies.length} gain,`,
);
console.log(
  `the United States ${(of(war, "USA")?.welfarePercent ?? 0) > 0 ? "among them" : "not among them"}.\n`,
);

// 2. The EU rate is not stated: welfare along the rates.
const rates: Rate[] = ["0%", "5%", "10%", "15%", "20%", "25%"];
console.log("With the European Union at a rate nobody stated\n");
console.log(
  toMarkdown(
    rates.map((euRate) => {
      const scenario = renameScenario(bind(januaryScenarios.chinaMexicoCanadaEu, { euRate }), {
        id: "eu",
        title: euRate,
      });
      const outcome = world(scenario);
      return {
        "EU rate": euRate,
        "United States": percent(of(outcome, "USA")?.welfarePercent),
        "European Union": percent(of(outcome, "EU27")?.welfarePercent),
        Mexico: percent(of(outcome, "MEX")?.welfarePercent),
        "world trade": percent(outcome.equilibrium.worldTradePercent),
      };
    }),
  ),
);

// 3. One scenario through every model, each with what it leaves out. They disagree, and nothing is averaged.
const comparison = compareScenarios({
  scenarios: [threats, januaryScenarios.chinaMexicoCanadaEnergy10],
  models: [
    (scenario) => accounting({ baseline: usImports2024, scenario }),
    (scenario) =>
      partialEquilibrium({
        baseline: usImports2024,
        scenario,
        assumptions: {
          substitutionElasticity: simonovskaWaugh2014.values.tradeElasticity,
          importDemandElasticity: -1,
          exportSupplyElasticity: "infinite",
        },
      }),
    world,
  ],
  against: "baseline",
  by: ["importer"],
});
const format = { moneyIn: "billion", places: 1, rounding: "half-even" } as const;
const unitedStates = { ...comparison, rows: comparison.rows.filter((row) => row.key === "USA") };
const money = (indicator: string) =>
  comparisonTable({
    comparison: unitedStates,
    dimension: "importer",
    indicators: [indicator],
    show: "difference",
    format,
  });
const [duties, welfare] = [money("additionalDuties")[0], money("welfareChange")[0]];
console.log("The United States in every model: additional duties, and gain or loss\n");
console.log(
  toMarkdown(
    comparison.outcomes.map(({ scenario, model, title, leavesOut }) => ({
      scenario: title,
      model,
      "additional duties": duties?.[`${scenario} (${model})`],
      welfare: welfare?.[`${scenario} (${model})`] ?? "n/a",
      "leaves out, first of all": leavesOut[0],
    })),
  ),
);
console.log(
  `Solved to a residual of ${alone.equilibrium.residual.toExponential(0)} over all equations. Parameters: ${source}.`,
);
for (const note of alone.notes) console.log(note);
