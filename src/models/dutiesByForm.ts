import type { Decimal } from "../exact/decimal.js";
import type { Form } from "../policy/rates/linear/form.js";
import type { Scenario } from "../scenario/scenario.js";
import { amountsOf, type Baseline } from "../trade/baseline.js";
import { requireDuties } from "../trade/requireDuties.js";
import { type ColumnDuties, columnDuties } from "./columnDuties.js";
import { type FlowDuties, flowDuties } from "./flowDuties.js";

/** Lines for each pair of partners from which on looking for lines alike takes less time than folding them all. */
const linesOfPair = 4;

/**
 * The same as {@link flowDuties}, by the form of each line where all steps have forms and a pair has many lines: one fold for
 * lines alike instead of one for each.
 */
export function dutiesByForm(
  baseline: Baseline,
  scenario: Scenario<string>,
  only?: readonly number[],
): FlowDuties {
  const { customsValue } = amountsOf(baseline);
  if (customsValue.length < linesOfPair * baseline.importers.length * baseline.exporters.length)
    return flowDuties(baseline, scenario, only);
  const duties = requireDuties(baseline, "baseline");
  let found: ColumnDuties | undefined;
  try {
    found = columnDuties(baseline, scenario);
  } catch (error) {
    // What is wrong with a flow that is passed over is not wrong here: the others are then folded one by one.
    if (only === undefined) throw error;
  }
  if (found === undefined) return flowDuties(baseline, scenario, only);
  const { formOf, forms, idle } = found;
  const changed = new Map<number, Decimal>();
  for (const flow of only ?? formOf.keys()) {
    const { ofValue, ofDuties } = forms[formOf[flow] as number] as Form;
    if (formOf[flow] === 0) continue;
    const before = duties[flow] as Decimal;
    const after = (customsValue[flow] as Decimal).times(ofValue).plus(before.times(ofDuties));
    if (!after.eq(before)) changed.set(flow, after);
  }
  return { changed, idle };
}
