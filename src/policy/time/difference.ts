import { Decimal } from "../../exact/decimal.js";
import { type PercentagePoints, type Rate, writePercentagePoints, writeRate } from "../../exact/rate.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { IsoDate } from "../../internal/isoDate.js";
import type { Policy } from "../language/policy.js";
import { type ChangedStep, changedSteps } from "./changedSteps.js";
import { type PeriodQuery, readPeriodQuery } from "./periodQuery.js";

/**
 * How a rate differs between two days.
 *
 * @category Policy
 */
export interface DayDifference {
  /** The first day. */
  readonly from: IsoDate;
  /** The second day. */
  readonly to: IsoDate;
  /** The rate on the first day. */
  readonly before: Rate;
  /** The rate on the second day. */
  readonly after: Rate;
  /** The second less the first. */
  readonly change: PercentagePoints;
  /** The change of each authority whose rate differs; they add up to the whole. */
  readonly byAuthority: Readonly<Record<string, PercentagePoints>>;
  /** The steps that act otherwise, with their source. */
  readonly changes: readonly ChangedStep[];
}

/**
 * What differs between the rates of two days, and why.
 *
 * **Formula**: {@link appliedRate} on the second day less that on the first, by authority.
 *
 * **Unit**: percentage points; positive where the rate rises.
 *
 * **Leaves out**: what lies between the two days; {@link timeline} gives it.
 *
 * @throws What {@link timeline} throws.
 * @example A surcharge begins
 * ```ts
 * import { definePolicy, difference } from "tariff-whatif";
 *
 * const policy = definePolicy({
 *   id: "cars",
 *   title: "25% on cars",
 *   steps: [
 *     {
 *       id: "cars-25",
 *       title: "25%",
 *       operator: "add",
 *       authority: "section-232",
 *       rate: "25%",
 *       importers: ["USA"],
 *       exporters: "all",
 *       products: ["8703"],
 *       dates: { effective: "2025-04-03" },
 *       status: "in-force",
 *       source: { title: "Proclamation 10908" },
 *     },
 *   ],
 * });
 * const { change, byAuthority } = difference(policy, {
 *   importer: "USA",
 *   exporter: "DEU",
 *   product: "8703",
 *   from: "2025-04-02",
 *   to: "2025-04-03",
 *   statuses: "any-status",
 *   base: { mfn: "2.5%" },
 * });
 * change; // => "25pp"
 * byAuthority; // => { "section-232": "25pp" }
 * ```
 * @category Policy
 */
export function difference(policy: Policy<never>, query: PeriodQuery): DayDifference {
  const stateOn = readPeriodQuery(policy, query);
  const [before, after] = [stateOn(query.from), stateOn(query.to)];
  const authorities = new Set([...before.byAuthority.keys(), ...after.byAuthority.keys()]);
  const zero = new Decimal(0);
  const byAuthority = [...authorities].flatMap((authority) => {
    const rise = (after.byAuthority.get(authority) ?? zero).minus(before.byAuthority.get(authority) ?? zero);
    return rise.isZero() ? [] : [[authority, writePercentagePoints(rise)] as const];
  });
  return deepFreeze({
    from: query.from,
    to: query.to,
    before: writeRate(before.total),
    after: writeRate(after.total),
    change: writePercentagePoints(after.total.minus(before.total)),
    byAuthority: Object.fromEntries(byAuthority),
    changes: changedSteps(policy, before, after),
  });
}
