import type { Decimal } from "../../exact/decimal.js";
import { scaledDecimal } from "./amountColumn.js";
import type { FlowColumns } from "./flowColumns.js";

/** The quantity of a flow in a unit; undefined where the data state none, which is not zero. */
export function quantityAt(columns: FlowColumns, flow: number, unit: string): Decimal | undefined {
  const store = columns.quantities.find((each) => each.unit === unit);
  if (store === undefined) return undefined;
  const row = store.flows === null ? flow : positionOf(store.flows, flow);
  if (row === -1) return undefined;
  return scaledDecimal(store.amounts.values[row] as number | bigint, store.amounts.places);
}

function positionOf(flows: Uint32Array, flow: number): number {
  let [low, high] = [0, flows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = flows[middle] as number;
    if (at === flow) return middle;
    if (at < flow) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
