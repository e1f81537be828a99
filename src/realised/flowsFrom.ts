import { type Baseline, sealBaseline } from "../trade/baseline.js";
import type { AmountColumn } from "../trade/columns/amountColumn.js";
import { columnsOver, flowColumns, type IndexColumn } from "../trade/columns/flowColumns.js";

/** The flows of some exporters, and their positions in the whole. */
export interface SomeFlows {
  readonly baseline: Baseline;
  readonly positions: Uint32Array;
}

/** A baseline with the flows of some exporters alone; its lists of codes stay, so that positions mean the same. */
export function flowsFrom(baseline: Baseline, wanted: readonly boolean[]): SomeFlows {
  const all = flowColumns(baseline);
  const positions = Uint32Array.from(
    Array.from(all.exporter as ArrayLike<number>).flatMap((exporter, flow) =>
      wanted[exporter] === true ? [flow] : [],
    ),
  );
  if (positions.length === all.length) return { baseline, positions };
  const pick = (column: IndexColumn) => Uint32Array.from(positions, (flow) => column[flow] as number);
  const amounts = ({ values, places }: AmountColumn): AmountColumn => ({
    places,
    values:
      values instanceof Float64Array
        ? Float64Array.from(positions, (flow) => values[flow] as number)
        : Array.from(positions, (flow) => values[flow] as bigint),
  });
  const columns = columnsOver({
    length: positions.length,
    importer: pick(all.importer),
    exporter: pick(all.exporter),
    product: pick(all.product),
    customsValue: amounts(all.customsValue),
    duties: all.duties === null ? null : amounts(all.duties),
    quantities: [],
  });
  return { baseline: sealBaseline({ ...baseline, columns }), positions };
}
