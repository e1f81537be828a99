import type { Decimal } from "../../exact/decimal.js";
import { moneyFromNumber, percentChangeFromNumber } from "../../exact/fromNumber.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Baseline } from "../../trade/baseline.js";
import { flowContributions } from "../flowContributions.js";
import { measuresOf, type OutcomeRow, type Quantity } from "../outcome.js";
import { overPeriod, type WorkingEquation, type WorkingParts, type WorkingValue } from "../working.js";
import { writeValue } from "../writeValue.js";
import { pricesOf } from "./changesOf.js";
import type { CommodityFlows } from "./commodityFlows.js";
import { inputParts } from "./inputParts.js";
import type { PriceAssumptions } from "./priceAssumptions.js";
import { priceFlowParts } from "./priceFlowParts.js";
import type { PriceChanges } from "./priceResults.js";
import { priceWeights } from "./priceWeights.js";

const formulas: Readonly<Record<string, string>> = {
  consumerPrices: "price change = sum of what is bought x change of its price / what is spent",
  coreConsumerPrices:
    "price change = sum of what is bought x change of its price / what is spent, food and energy left out",
  directPriceChange:
    "price change = sum of imported consumption x change of its import price / all consumption",
  producerPriceChange:
    "price change = sum of consumption x change of its price at the gate / all consumption",
  costOfConsumption: "cost = sum of what is bought x change of its price",
  costPerHousehold: "cost = sum over groups of its cost x the household's share of it",
  costShareOfSpending: "cost in percent = cost of a household / what it spends",
  costShareOfIncome: "cost in percent = cost of a household / its income",
  importPrice:
    "import price = additional duties / customs value x pass-through at the border and in wholesale",
  domesticPrice:
    "domestic price = cost of imported inputs at any remove, and what producers add who follow imports",
};

/** The commodities shown one by one. */
const mostCommodities = 8;

/** How a number of the price model came about: imports, inputs and followers by commodity, and the flows behind them. */
export function priceWorking(
  baseline: Baseline,
  scenario: Scenario,
  assumptions: PriceAssumptions,
  prices: PriceChanges,
  flows: CommodityFlows,
  changed: ReadonlyMap<number, Decimal>,
  row: OutcomeRow,
): WorkingParts {
  const { tables } = assumptions;
  const isMoney = typeof row.after !== "string";
  const write = (value: number): Quantity =>
    isMoney
      ? moneyFromNumber(value, tables.currency, tables.priceYear)
      : percentChangeFromNumber(value / 100);
  const formula =
    (formulas[row.indicator] ?? "the number before substitution, less what buyers save by substituting") +
    overPeriod(scenario);
  const equations = equationsOf(prices);
  const weights = priceWeights(row, assumptions);
  if (weights === undefined) {
    const values = relatedValues(row, prices, (value) =>
      moneyFromNumber(value, tables.currency, tables.priceYear),
    );
    return {
      formula,
      withValues: `${writeValue(row.after)} = from ${values.map(({ name, value }) => `${name} ${writeValue(value as Quantity)}`).join(", ")}`,
      values,
      contributions: [],
      others: null,
      measures: measuresOf(scenario),
      equations,
      residual: prices.solver.residual,
    };
  }
  const tariffs = Float64Array.from(prices.commodities, ({ tariffPercent }) => tariffPercent / 100);
  const solved = pricesOf(tariffs, assumptions);
  const imported = weights.foreign.map((weight, c) => weight * solved.imports[c]!);
  const inputs = inputParts(tables, solved, weights.home);
  const sum = (values: Float64Array) => values.reduce((total, each) => total + each, 0);
  const domestic = weights.home.reduce((total, weight, c) => total + weight * solved.domestic[c]!, 0);
  const followers = assumptions.domesticFollowers.share === 0 ? 0 : domestic - sum(inputs);
  const caused = sum(imported) + sum(inputs);
  // Those who follow do so because of the same imports: their part goes with them, in proportion.
  const withFollowers = caused === 0 ? 1 : 1 + followers / caused;
  const parts = imported.map((each, c) => (each + inputs[c]!) * withFollowers);
  const values: WorkingValue[] = [
    { name: "imported ready to sell", value: write(sum(imported)), meaning: "imports among what is bought" },
    {
      name: "imported inputs",
      value: write(sum(inputs)),
      meaning: "what was made at home from them, at any remove",
    },
    {
      name: "domestic producers who follow",
      value: write(followers),
      meaning:
        "what they add beyond their cost because imports became dearer; shared out below in proportion",
    },
    ...largest(parts).map((c) => {
      const { name, tariffPercent } = prices.commodities[c]!;
      return {
        name,
        value: write(parts[c]!),
        meaning: `of which through this commodity, whose additional duty is ${writeValue(percentChangeFromNumber(tariffPercent / 100))} of customs value`,
      };
    }),
  ];
  return {
    formula,
    withValues: `${writeValue(row.after)} = ${values
      .slice(0, 3)
      .map(({ value }) => writeValue(value as Quantity))
      .join(" + ")}`,
    values,
    ...flowContributions(baseline, scenario, priceFlowParts(baseline, flows, changed, parts, write), (part) =>
      write(part.toNumber()),
    ),
    equations,
    residual: prices.solver.residual,
  };
}

const largest = (parts: Float64Array): readonly number[] =>
  [...parts.keys()]
    .filter((c) => parts[c] !== 0)
    .sort((left, right) => Math.abs(parts[right]!) - Math.abs(parts[left]!))
    .slice(0, mostCommodities);

/** The numbers that one is made from which is no sum of prices: after substitution, or over income. */
function relatedValues(
  { dimension, key }: OutcomeRow,
  { allItemsPercent, trianglePercent, afterSubstitutionPercent, averageHousehold, tenths }: PriceChanges,
  money: (value: number) => Quantity,
): WorkingValue[] {
  const household = dimension === "householdTenth" ? tenths[Number(key) - 1] : averageHousehold;
  const workingValue = (
    name: string,
    value: number | null | undefined,
    isPercent: boolean,
    meaning: string,
  ) =>
    value === null || value === undefined
      ? []
      : [{ name, value: isPercent ? percentChangeFromNumber(value / 100) : money(value), meaning }];
  return [
    ...workingValue(
      "all items before substitution",
      allItemsPercent,
      true,
      "what the same purchases cost more",
    ),
    ...workingValue(
      "substitution triangle",
      trianglePercent,
      true,
      "what buyers save by buying other things",
    ),
    ...workingValue(
      "all items after substitution",
      afterSubstitutionPercent,
      true,
      "change of the cost of living",
    ),
    ...workingValue(
      "cost of the household",
      household?.cost,
      false,
      "what its purchases cost more, before substitution",
    ),
    ...workingValue("spending of the household", household?.spending, false, "what it spends in a year"),
    ...workingValue("income of the household", household?.income, false, "what it has in a year"),
  ];
}

function equationsOf({ solver }: PriceChanges): readonly WorkingEquation[] {
  return [
    {
      name: "industry prices",
      equation:
        "price_j = sum_c imported input_cj x import price_c + sum_c domestic input_cj x domestic price_c",
      residual: solver.residual,
    },
  ];
}
