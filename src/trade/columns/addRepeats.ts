import type { AmountColumn } from "./amountColumn.js";
import { widest } from "./amountColumn.js";
import type { FlowColumns, IndexColumn, QuantityStore } from "./flowColumns.js";
import { sumByGroup } from "./sumByGroup.js";

/** Adds up the rows of the same flow, exactly; each stands where it stood first. */
export function addRepeats(columns: FlowColumns, first: Uint32Array): FlowColumns {
  const target = new Uint32Array(first.length);
  let kept = 0;
  for (let row = 0; row < first.length; row++) {
    const earlier = first[row] as number;
    target[row] = earlier === row ? kept++ : (target[earlier] as number);
  }
  const rows = new Uint32Array(kept);
  for (let row = 0; row < first.length; row++) if (first[row] === row) rows[target[row] as number] = row;
  const pick = (column: IndexColumn) =>
    column.slice(0, kept).map((_, at) => column[rows[at] as number] as number);
  return {
    length: kept,
    importer: pick(columns.importer),
    exporter: pick(columns.exporter),
    product: pick(columns.product),
    customsValue: addUp(columns.customsValue, target, kept),
    duties: columns.duties === null ? null : addUp(columns.duties, target, kept),
    quantities: columns.quantities.map((store) => addQuantities(store, target)),
  };
}

function addUp({ values, places }: AmountColumn, target: ArrayLike<number>, kept: number): AmountColumn {
  const sums = sumByGroup(values, target, kept);
  const small = sums.every((sum) => sum <= BigInt(widest));
  return { places, values: small ? Float64Array.from(sums, Number) : sums };
}

/** A flow has a quantity in a unit where any of its rows has one. */
function addQuantities(store: QuantityStore, target: Uint32Array): QuantityStore {
  const goals = store.flows === null ? target : store.flows.map((flow) => target[flow] as number);
  const flows = Uint32Array.from(new Set(goals)).sort();
  const at = new Map(Array.from(flows, (flow, position) => [flow, position]));
  const positions = goals.map((flow) => at.get(flow) as number);
  return { unit: store.unit, flows, amounts: addUp(store.amounts, positions, flows.length) };
}
