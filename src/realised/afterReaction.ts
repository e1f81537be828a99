import { solveMarkets } from "../models/partial/solveMarkets.js";
import { amountsOf, type Baseline } from "../trade/baseline.js";
import type { Reaction } from "./realisedTypes.js";

/** Value and duties by group after buyers and sellers reacted to rates that changed. */
export interface GroupsAfter {
  readonly values: readonly number[];
  readonly duties: readonly number[];
}

/** The partial model on the flows of a baseline, from the duties collected in it to other rates. */
export function afterReaction(
  baseline: Baseline,
  rates: Float64Array,
  reaction: Reaction,
  groupOf: Int32Array,
  groups: number,
): GroupsAfter {
  const { columns, products, exporters } = baseline;
  const amounts = amountsOf(baseline);
  const rows = amounts.customsValue.flatMap((value, flow) => (value.gt(0) ? [flow] : []));
  const { flows } = solveMarkets({
    flows: {
      product: rows.map((flow) => products[columns.product[flow] as number] as string),
      origin: rows.map((flow) => exporters[columns.exporter[flow] as number] as string),
      customsValue: rows.map((flow) => Number(amounts.customsValue[flow])),
      dutiesBefore: rows.map((flow) => Number(amounts.duties?.[flow])),
      rateAfter: rows.map((flow) => rates[flow] as number),
    },
    assumptions: { ...reaction },
  });
  const values = new Array<number>(groups).fill(0);
  const duties = new Array<number>(groups).fill(0);
  flows.forEach(({ customsValueAfter, dutiesAfter }, row) => {
    const group = groupOf[rows[row] as number] as number;
    values[group] = (values[group] as number) + customsValueAfter;
    duties[group] = (duties[group] as number) + dutiesAfter;
  });
  return { values, duties };
}
