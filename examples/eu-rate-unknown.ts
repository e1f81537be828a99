/**
 * The European Union is "going to be in for tariffs", but at what rate? What each rate would raise, and which rate
 * raises a given sum.
 *
 *   npm run example -- eu-rate-unknown
 */
import {
  accounting,
  createMoney,
  formatQuantity,
  januaryScenarios,
  type Rate,
  seek,
  sweep,
  toMarkdown,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";

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
  assumptions: undefined,
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
  assumptions: undefined,
  measurement: { dimension: "all", key: "all", indicator: "additionalDuties" },
  target: createMoney({ amount: "100000000000", currency: "USD", priceYear: 2024 }),
  bracket: ["0%", "100%"],
  tolerance: "0.01",
});
console.log(
  `The EU rate that alone raises ${formatQuantity(reached, format)}: ${formatQuantity(value as Rate, { ...format, places: 6 })} (found in ${evaluations} evaluations)`,
);
