/**
 * What if they retaliate? The January threats alone, answered in kind, and answered at half the rate, for the trade of
 * every side.
 *
 *   npm run example -- retaliation
 */
import {
  assumeFreeTrade,
  compareScenarios,
  januaryScenarios,
  partialEquilibrium,
  rankRows,
  renameScenario,
  retaliate,
  toMarkdown,
} from "tariff-whatif";
import { world2023 } from "tariff-whatif/data/world-2023";
import { simonovskaWaugh2014 } from "tariff-whatif/parameters";

// World trade has no duty figures here: results are changes from free trade, and the sources say so.
const baseline = assumeFreeTrade(world2023);
const threats = renameScenario(januaryScenarios.chinaMexicoCanada, { id: "threats", title: "Threats alone" });
const answered = { scenario: threats, aggressor: "USA", by: ["CHN", "MEX", "CAN"] } as const;
const scenarios = [
  threats,
  retaliate({
    ...answered,
    id: "half",
    title: "Answered at half the rate",
    rule: { kind: "proportion", share: "0.5" },
  }),
  retaliate({ ...answered, id: "in-kind", title: "Answered in kind", rule: { kind: "mirror" } }),
];

const comparison = compareScenarios({
  baseline,
  scenarios,
  model: partialEquilibrium,
  assumptions: {
    substitutionElasticity: simonovskaWaugh2014.values.tradeElasticity,
    importDemandElasticity: -1,
    exportSupplyElasticity: 5,
    sources: { substitutionElasticity: simonovskaWaugh2014.source },
  },
  against: "baseline",
  by: ["all", "importer", "exporter"],
});

const billion = (scenario: string, dimension: string, key: string, indicator: string) => {
  const row = comparison.rows.find(
    (each) =>
      each.scenario === scenario &&
      each.dimension === dimension &&
      each.key === key &&
      each.indicator === indicator,
  );
  const difference = row?.difference;
  return typeof difference === "object" && difference !== null
    ? `USD ${(Number(difference.amount) / 1e9).toFixed(1)} billion`
    : "n/a";
};

console.log("What each side sells to the world, change against free trade\n");
console.log(
  toMarkdown(
    ["USA", "CHN", "MEX", "CAN", "EU27"].map((key) => ({
      exporter: key,
      ...Object.fromEntries(
        scenarios.map(({ id, title }) => [title, billion(id, "exporter", key, "customsValue")]),
      ),
    })),
  ),
);

console.log("Gain or loss: as importer (buyers and treasury), and of its exporters\n");
console.log(
  toMarkdown(
    ["USA", "CHN", "MEX", "CAN"].flatMap((key) =>
      [
        ["importer", "welfareChange", "as importer"],
        ["exporter", "exporterSurplusChange", "its exporters"],
      ].map(([dimension, indicator, side]) => ({
        economy: key,
        side: side!,
        ...Object.fromEntries(
          scenarios.map(({ id, title }) => [title, billion(id, dimension!, key, indicator!)]),
        ),
      })),
    ),
  ),
);

console.log("Who gains the diverted trade when they answer in kind, the five largest\n");
const gains = rankRows({
  comparison: { ...comparison, rows: comparison.rows.filter((row) => row.scenario === "in-kind") },
  indicator: "tradeDiversion",
  dimension: "exporter",
  by: "level",
  order: "largest-first",
}).slice(0, 5);
console.log(
  toMarkdown(
    gains.map(({ name, key }) => ({
      exporter: name,
      "more sold": billion("in-kind", "exporter", key, "tradeDiversion"),
    })),
  ),
);

const [first] = comparison.outcomes;
console.log(`Leaves out:\n${first?.leavesOut.map((line) => `- ${line}`).join("\n")}`);
console.log(
  `Assumes: ${first?.assumptions.map(({ name, value, source }) => `${name} ${value} (${source})`).join("; ")}.`,
);
