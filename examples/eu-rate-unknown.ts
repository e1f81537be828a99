/**
 * The European Union is "going to be in for tariffs", but at what rate? What each rate would raise, which rate raises a
 * given sum, and what can be said while neither the rate nor the reaction of buyers is known.
 *
 *   npm run example -- eu-rate-unknown
 */
import {
  accounting,
  createMoney,
  formatQuantity,
  januaryScenarios,
  partialEvaluator,
  type Rate,
  seek,
  sweep,
  toMarkdown,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { sensitivity, uncertainty } from "tariff-whatif/uncertainty";

const format = { moneyIn: "billion", places: 1, rounding: "half-even" } as const;

// The article states no rate, so none is assumed: the scenario is open, and this line says what is missing.
const open = januaryScenarios.europeanUnion;
console.log(`${open.title}. Open: ${open.openParameters.join(", ")}\n`);

// 1. Try rates.
const values: Rate[] = ["5%", "10%", "15%", "20%", "25%", "30%", "50%"];
const points = sweep({
  baseline: usImports2024,
  scenario: open,
  parameter: "euRate",
  values,
  model: accounting,
});
console.log("If the European Union alone were hit, and nobody changed what they buy\n");
console.log(
  toMarkdown(
    points.map(({ value, outcome }) => ({
      "rate on EU goods": value,
      "additional duties": formatQuantity(outcome.total.additionalDuties, format),
      "US effective rate": formatQuantity(outcome.total.effectiveRate, { ...format, places: 2 }),
    })),
  ),
);

// 2. The other way round: which rate raises a hundred billion dollars?
const { value, reached, evaluations } = seek({
  baseline: usImports2024,
  scenario: open,
  parameter: "euRate",
  model: accounting,
  measurement: { dimension: "all", key: "all", indicator: "additionalDuties" },
  target: createMoney({ amount: "100000000000", currency: "USD", priceYear: 2024 }),
  bracket: ["0%", "100%"],
  tolerance: "0.01",
});
console.log(
  `The EU rate that alone raises ${formatQuantity(reached, format)}: ${formatQuantity(value as Rate, { ...format, places: 6 })} (found in ${evaluations} evaluations)`,
);

// 3. Buyers react. Then the same rate raises less, and the elasticity is not known either: a range, not a point.
const evaluator = partialEvaluator({
  baseline: usImports2024,
  scenario: open,
  assumptions: { importDemandElasticity: -1, exportSupplyElasticity: "infinite" },
});
const result = await uncertainty({
  evaluator,
  inputs: {
    // What is said is that there will be tariffs: anything from 5% to 25% is taken to be as likely.
    euRate: { kind: "uniform", from: 0.05, to: 0.25 },
    substitutionElasticity: { kind: "pert", from: 1.5, mostLikely: 4, to: 9 },
  },
  draws: 2000,
  seed: 20250123,
  quantiles: [0.05, 0.5, 0.95],
  below: [],
});
const names = { revenueChange: "additional revenue", welfareChange: "US welfare" };
console.log("\nIf the rate is anywhere from 5% to 25% and buyers react, 2,000 draws (USD billion)\n");
console.log(
  toMarkdown(
    (["revenueChange", "welfareChange"] as const).map((name) => {
      const summary = result.outcomes[name]!;
      const [low, middle, high] = summary.quantiles.map(({ value: quantile }) => (quantile / 1e9).toFixed(1));
      return {
        outcome: names[name],
        "5%": low,
        median: middle,
        "95%": high,
        mean: `${(summary.mean / 1e9).toFixed(1)} (Monte Carlo error ${(summary.standardError / 1e9).toFixed(1)})`,
      };
    }),
  ),
);

// 4. What moves the answer more: the rate, or how easily buyers turn elsewhere?
const tornado = sensitivity({
  evaluator,
  inputs: {
    euRate: { low: 0.05, central: 0.15, high: 0.25 },
    substitutionElasticity: { low: 1.5, central: 4, high: 9 },
  },
  outcome: "revenueChange",
});
console.log("What moves additional revenue (USD billion)\n");
console.log(
  toMarkdown(
    tornado.rows.map(({ input, low, high, swing }) => ({
      input,
      from: `${low.value}: ${(low.outcome / 1e9).toFixed(1)}`,
      to: `${high.value}: ${(high.outcome / 1e9).toFixed(1)}`,
      swing: (swing / 1e9).toFixed(1),
    })),
  ),
);
