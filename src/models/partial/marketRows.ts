import { moneyFromNumber, percentChangeFromNumber, rateFromNumber } from "../../exact/fromNumber.js";
import type { Baseline } from "../../trade/baseline.js";
import { type Breakdown, breakdownOf } from "../breakdown.js";
import type { OutcomeRow, RowIdentity } from "../outcome.js";
import { scopeOf } from "../scope.js";
import type { FlowResult, ProductResult, SolveMarketsResult } from "./marketResults.js";
import type { MarketTotals } from "./marketTotals.js";

/** What is added up over flows. */
const flowSums = [
  "customsValueBefore",
  "customsValueAfter",
  "dutiesBefore",
  "dutiesAfter",
  "tradeCreation",
  "tradeDiversion",
  "exporterSurplusChange",
] as const;

/** What only a market as a whole has. */
const marketSums = ["consumerSurplusChange", "welfareChange", "termsOfTradeGain", "efficiencyLoss"] as const;

type FlowSums = Record<(typeof flowSums)[number], number>;

/** The breakdowns that an outcome has without being asked. */
export const marketBreakdowns = ["all", "importer", "exporter", "chapter", "section"] as const;

/** The rows of a breakdown from the markets' results. */
export function marketRows(
  baseline: Baseline,
  market: SolveMarketsResult,
  positions: readonly number[],
  breakdown: Breakdown,
): readonly OutcomeRow[] {
  const write = rowWriter(baseline);
  const rows: OutcomeRow[] = [];
  const everything: RowIdentity = {
    dimension: "all",
    key: "all",
    name: "All trade",
    scope: scopeOf(baseline, "all"),
  };
  if (breakdown === "all") {
    return [...write.flows(everything, add(market.flows)), ...write.market(everything, market.totals)];
  }
  const dimensions = breakdown.split("/");
  const { keys, names, groupOf } = breakdownOf(baseline, breakdown);
  const members = keys.map((): FlowResult[] => []);
  market.flows.forEach((flow, row) => {
    members[groupOf[positions[row] ?? 0] ?? 0]?.push(flow);
  });
  const results = new Map(market.byProduct.map((result) => [result.product, result]));
  keys.forEach((key, at) => {
    const identity = {
      dimension: breakdown,
      key,
      name: names[at] ?? key,
      scope: scopeOf(baseline, breakdown),
    };
    const own = members[at] ?? [];
    // What foreign sellers gain on one importer would be read as what that importer's own sellers gain.
    const flowRows = write.flows(identity, add(own));
    rows.push(
      ...flowRows.filter(
        (row) => !dimensions.includes("importer") || row.indicator !== "exporterSurplusChange",
      ),
    );
    if (dimensions.includes("exporter")) return;
    const labels = new Set(own.map((flow) => flow.product));
    const products = [...labels].map((label) => results.get(label) as ProductResult);
    rows.push(...write.market(identity, addProducts(products)));
    const [only, second] = products;
    if (only !== undefined && second === undefined) rows.push(write.price(identity, only.compositePrice));
  });
  return rows;
}

const add = (flows: readonly FlowResult[]): FlowSums =>
  Object.fromEntries(
    flowSums.map((name) => [name, flows.reduce((sum, flow) => sum + flow[name], 0)]),
  ) as FlowSums;

const addProducts = (products: readonly ProductResult[]): Pick<MarketTotals, (typeof marketSums)[number]> =>
  Object.fromEntries(
    marketSums.map((name) => [name, products.reduce((sum, product) => sum + product[name], 0)]),
  ) as Pick<MarketTotals, (typeof marketSums)[number]>;

function rowWriter({ currency, priceYear }: Baseline) {
  const money = (value: number) => moneyFromNumber(value, currency, priceYear);
  const none = money(0);
  const change = (identity: RowIdentity, indicator: string, value: number): OutcomeRow => ({
    ...identity,
    indicator,
    before: none,
    after: money(value),
  });
  const effective = (duties: number, value: number) => rateFromNumber(value === 0 ? 0 : duties / value);
  return {
    flows: (identity: RowIdentity, sums: FlowSums): OutcomeRow[] => [
      {
        ...identity,
        indicator: "customsValue",
        before: money(sums.customsValueBefore),
        after: money(sums.customsValueAfter),
      },
      { ...identity, indicator: "duties", before: money(sums.dutiesBefore), after: money(sums.dutiesAfter) },
      change(identity, "additionalDuties", sums.dutiesAfter - sums.dutiesBefore),
      {
        ...identity,
        indicator: "effectiveRate",
        before: effective(sums.dutiesBefore, sums.customsValueBefore),
        after: effective(sums.dutiesAfter, sums.customsValueAfter),
      },
      change(identity, "tradeCreation", sums.tradeCreation),
      change(identity, "tradeDiversion", sums.tradeDiversion),
      change(identity, "exporterSurplusChange", sums.exporterSurplusChange),
    ],
    market: (identity: RowIdentity, totals: Pick<MarketTotals, (typeof marketSums)[number]>): OutcomeRow[] =>
      marketSums.map((name) => change(identity, name, totals[name])),
    price: (identity: RowIdentity, compositePrice: number): OutcomeRow => ({
      ...identity,
      indicator: "compositePrice",
      before: "0 percent",
      after: percentChangeFromNumber(compositePrice - 1),
    }),
  };
}
