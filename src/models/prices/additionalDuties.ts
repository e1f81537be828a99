import type { Decimal } from "../../exact/decimal.js";
import type { Baseline } from "../../trade/baseline.js";
import { requireDuties } from "../../trade/requireDuties.js";

/** Additional duties of the flows that a scenario changes. */
export function* additionalDuties(
  baseline: Baseline,
  changed: ReadonlyMap<number, Decimal>,
): Iterable<readonly [number, number]> {
  const before = requireDuties(baseline, "baseline");
  for (const [flow, after] of changed) yield [flow, after.minus(before[flow] as Decimal).toNumber()];
}
