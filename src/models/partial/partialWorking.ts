import { Decimal } from "../../exact/decimal.js";
import {
  moneyFromNumber,
  percentChangeFromNumber,
  rateFromNumber,
  textFromNumber,
} from "../../exact/fromNumber.js";
import { writeMoney } from "../../exact/money.js";
import { writePercentagePoints } from "../../exact/rate.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Baseline } from "../../trade/baseline.js";
import { breakdownOf } from "../breakdown.js";
import { type FlowPart, flowContributions } from "../flowContributions.js";
import type { OutcomeRow, Quantity } from "../outcome.js";
import {
  overPeriod,
  type WorkingEquation,
  type WorkingParts,
  type WorkingValue,
  workingValue,
} from "../working.js";
import { writeValue } from "../writeValue.js";
import type { FlowResult, SolveMarketsResult } from "./marketResults.js";
import { formulas, joins } from "./partialFormulas.js";
import { surplusValues } from "./surplusValues.js";

/** What one flow has of an indicator, before and after; nothing for what only a market as a whole has. */
const flowNumbers: Readonly<Record<string, (flow: FlowResult) => readonly [before: number, after: number]>> =
  {
    customsValue: (flow) => [flow.customsValueBefore, flow.customsValueAfter],
    duties: (flow) => [flow.dutiesBefore, flow.dutiesAfter],
    additionalDuties: (flow) => [0, flow.dutiesAfter - flow.dutiesBefore],
    tradeCreation: (flow) => [0, flow.tradeCreation],
    tradeDiversion: (flow) => [0, flow.tradeDiversion],
    exporterSurplusChange: (flow) => [0, flow.exporterSurplusChange],
    termsOfTradeGain: (flow) => [0, 0 - flow.priceEffect],
  };

/** The equations of the model; the solver keeps the largest deviation over all of them. */
const equations: readonly WorkingEquation[] = [
  { name: "demand", equation: "q_j = Q (p_j / P)^-sigma", residual: null },
  { name: "composite demand", equation: "Q = P^epsilon", residual: null },
  { name: "composite price", equation: "P^(1-sigma) = sum_j s_j p_j^(1-sigma)", residual: null },
  { name: "supply", equation: "q_j = (producer price_j)^eta", residual: null },
  {
    name: "price with duty",
    equation: "p_j = producer price_j (1 + rate after_j) / (1 + rate before_j)",
    residual: null,
  },
];

/** How a number of the partial model came about: the market's formula, the flows, and the equations they satisfy. */
export function partialWorking(
  baseline: Baseline,
  scenario: Scenario,
  market: SolveMarketsResult,
  positions: readonly number[],
  row: OutcomeRow,
): WorkingParts {
  const { dimension, key, indicator } = row;
  const { keys, groupOf } = breakdownOf(baseline, dimension);
  const group = keys.indexOf(key);
  const { currency, priceYear } = baseline;
  const money = (value: number) => moneyFromNumber(value, currency, priceYear);
  const members = market.flows.flatMap((flow, at) =>
    groupOf[positions[at] ?? 0] === group ? [{ flow, at: positions[at] ?? 0 }] : [],
  );
  const sum = (of: (flow: FlowResult) => number) => members.reduce((total, { flow }) => total + of(flow), 0);
  const labels = new Set(members.map(({ flow }) => flow.product));
  const products = market.byProduct.filter(({ product }) => labels.has(product));
  const sumProducts = (
    name: "consumerSurplusChange" | "domesticSurplusChange" | "welfareChange" | "termsOfTradeGain",
  ) => money(products.reduce((total, product) => total + product[name], 0));
  const [valueBefore, valueAfter] = [
    sum((flow) => flow.customsValueBefore),
    sum((flow) => flow.customsValueAfter),
  ];
  const isWhole = dimension === "all" || !dimension.includes("exporter");
  const values: WorkingValue[] = [
    workingValue("customs value before", money(valueBefore), "sum over the flows, baseline"),
    workingValue(
      "customs value after",
      money(valueAfter),
      "quantities at the producer prices of the scenario",
    ),
    workingValue("duties before", money(sum((flow) => flow.dutiesBefore)), "sum over the flows, baseline"),
    workingValue("duties after", money(sum((flow) => flow.dutiesAfter)), "rate after x customs value after"),
    ...(isWhole
      ? [
          workingValue(
            "consumer surplus",
            sumProducts("consumerSurplusChange"),
            "what buyers gain, summed over products",
          ),
          workingValue(
            "revenue change",
            money(sum((flow) => flow.revenueChange)),
            "duties after - duties before",
          ),
          workingValue(
            "domestic producer surplus",
            sumProducts("domesticSurplusChange"),
            "what domestic producers gain",
          ),
          workingValue(
            "terms-of-trade gain",
            sumProducts("termsOfTradeGain"),
            "what falling producer prices save",
          ),
          workingValue("welfare", sumProducts("welfareChange"), "the three gains together"),
        ]
      : []),
    ...(products.length === 1
      ? [
          {
            name: "composite price",
            value: textFromNumber(products[0]!.compositePrice),
            meaning: "price of the composite as a ratio to the baseline",
          },
        ]
      : []),
    ...(indicator === "consumerSurplusChange" || indicator === "welfareChange"
      ? surplusValues(products, market, money)
      : []),
    { name: "flows", value: String(members.length), meaning: "flows of the group that trade" },
  ];
  const [formula, names] = formulas[indicator] ?? ["", []];
  const inFormula = names.map((name) =>
    writeValue(values.find((value) => value.name === name)!.value as Quantity),
  );
  const withValues = `${writeValue(row.after)} = ${
    inFormula.length > 0
      ? inFormula.join(joins[indicator] ?? " + ")
      : indicator === "compositePrice"
        ? `${writeValue(percentChangeFromNumber(products[0]!.compositePrice - 1))} for ${products[0]!.product}`
        : `sum over ${members.length} flows of ${products.length} products`
  }`;
  const isRate = indicator === "effectiveRate";
  const numbers = isRate ? flowNumbers.duties : flowNumbers[indicator];
  const share = (duty: number, value: number) => (value === 0 ? 0 : duty / value);
  const parts = (numbers === undefined ? [] : members).map(({ flow, at }): FlowPart => {
    const [before, after] = numbers!(flow);
    return {
      at,
      before: isRate ? rateFromNumber(share(before, flow.customsValueBefore)) : money(before),
      after: isRate ? rateFromNumber(share(after, flow.customsValueAfter)) : money(after),
      contribution: new Decimal(
        isRate ? share(after, valueAfter) - share(before, valueBefore) : after - before,
      ),
    };
  });
  const asked = parts.length > 0 ? parts : members.map(changeOfDuties);
  const behind = flowContributions(baseline, scenario, asked, (part) =>
    isRate ? writePercentagePoints(part) : writeMoney(part, currency, priceYear),
  );
  return {
    formula: formula + overPeriod(scenario),
    withValues,
    values,
    ...(numbers === undefined ? { contributions: [], others: null, measures: behind.measures } : behind),
    equations,
    residual: market.solver.residual,
  };
}

/** A flow of a market whose number is not a sum of flows: asked only for the steps that it meets. */
const changeOfDuties = ({ flow, at }: { readonly flow: FlowResult; readonly at: number }): FlowPart => ({
  at,
  before: rateFromNumber(flow.rateBefore),
  after: rateFromNumber(flow.rateAfter),
  contribution: new Decimal(flow.rateAfter - flow.rateBefore),
});
