import { deepFreeze } from "../internal/deepFreeze.js";
import { type IsoDate, readDate } from "../internal/isoDate.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { DatedMeasure } from "./datedMeasure.js";
import { measures } from "./figures/measures.js";

/**
 * What {@link daysOfChange} needs.
 *
 * @category Law
 */
export interface DaysOfChangeOptions {
  /** The first day. */
  readonly from: IsoDate;
  /** The last day. */
  readonly to: IsoDate;
}

/** All days on which something of a measure begins or ends. */
const daysOf = (measure: DatedMeasure): readonly (IsoDate | undefined)[] => [
  measure.effective,
  measure.ends,
  measure.metalFrom,
  measure.freeWithClaimFrom,
  ...measure.rates.map(({ from }) => from),
  ...[measure.suspended, measure.free, measure.yieldsTo].flatMap((spells) =>
    spells.flatMap(({ from, until }) => [from, until]),
  ),
];

/**
 * The days on which some measure of {@link datedMeasures} begins, changes, is suspended or ends: between two of them the
 * law stands still.
 *
 * **Result**: the first day asked for and every later day of change up to the last, in order.
 *
 * **Leaves out**: whether the change reaches a given good; ask {@link lawOn} on each of the days.
 *
 * @throws `dates-out-of-order`, `not-a-date`, `missing-key`, `unknown-key`, `wrong-type`.
 * @example One week of April 2025
 * ```ts
 * import { daysOfChange } from "tariff-whatif/law";
 *
 * daysOfChange({ from: "2025-04-07", to: "2025-04-13" });
 * // => ["2025-04-07", "2025-04-09", "2025-04-10", "2025-04-12"]
 * ```
 * @category Law
 */
export function daysOfChange(options: DaysOfChangeOptions): readonly IsoDate[] {
  const given = readOptions(options, "", ["from", "to"]);
  const [from, to] = [readDate(given.from, "from"), readDate(given.to, "to")];
  if (to < from) {
    throw new TariffError({
      code: "dates-out-of-order",
      path: "to",
      received: to,
      advice: "Give a last day that does not lie before the first.",
    });
  }
  const days = measures.flatMap(daysOf).filter((day) => day !== undefined && from < day && day <= to);
  return deepFreeze([from, ...new Set(days as IsoDate[])].sort());
}
