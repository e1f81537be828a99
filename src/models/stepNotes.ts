import type { Scenario } from "../scenario/scenario.js";
import type { Baseline } from "../trade/baseline.js";
import { granularityOf } from "./granularity.js";
import { idleAmong, type Traded } from "./idleAmong.js";
import { idleNotes } from "./idleNotes.js";
import { durationNotes } from "./inForce.js";
import { unitNotes } from "./yearOfGoods.js";

/** What a model of many economies says of the steps of a scenario: in notes, and among what it leaves out. */
export function stepNotes(
  scenario: Scenario<string>,
  baseline: Baseline,
  goods: Baseline,
  among: Omit<Traded, "products">,
): { readonly notes: readonly string[]; readonly leavesOut: readonly string[] } {
  const idle = idleAmong(scenario, { ...among, products: goods.products });
  const { notes, leavesOut } = granularityOf(scenario, goods, idle);
  return {
    notes: [
      ...idleNotes(idle, scenario, baseline),
      ...durationNotes(scenario, idle),
      ...unitNotes(scenario.steps, goods, idle),
      ...notes,
    ],
    leavesOut,
  };
}
