import { type Rate, writeRate } from "../../exact/rate.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { IsoDate } from "../../internal/isoDate.js";
import type { Policy } from "../language/policy.js";
import { type ChangedStep, changedSteps } from "./changedSteps.js";
import type { PeriodQuery } from "./periodQuery.js";
import { type Run, runsOf } from "./runs.js";

/**
 * Days in a row in which nothing changes.
 *
 * @category Policy
 */
export interface TimelineInterval {
  /** The first day. */
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
  /** How many days it has. */
  readonly days: number;
  /** The rate in force. */
  readonly rate: Rate;
  /** What each authority charges; one that charges nothing is absent. */
  readonly byAuthority: Readonly<Record<string, Rate>>;
  /** The steps that act otherwise than in the interval before, with their source; empty for the first interval. */
  readonly changes: readonly ChangedStep[];
}

/**
 * The rate through a period, as intervals in which nothing changes.
 *
 * **Formula**: {@link appliedRate} on every day; days in a row with the same rate of every authority are one interval, so an
 * act that prolongs another begins none.
 *
 * **Result**: intervals in order, without gaps, first and last days included. A step that is replaced on the day on which
 * it was to begin leaves no interval.
 *
 * **Leaves out**: steps without dates, which apply on no day; facts that change from one shipment to the next.
 *
 * @throws What {@link appliedRate} throws; `dates-out-of-order`, `out-of-range` for more than 100 years,
 * `outside-period` for days that the policy does not cover.
 * @example Steel in 2025
 * ```ts
 * import { definePolicy, timeline } from "tariff-whatif";
 *
 * const step = {
 *   operator: "replace",
 *   authority: "section-232",
 *   of: ["section-232"],
 *   importers: ["USA"],
 *   exporters: "all",
 *   products: ["72"],
 *   status: "in-force",
 * } as const;
 * const steel = definePolicy({
 *   id: "steel",
 *   title: "Section 232 on steel in 2025",
 *   steps: [
 *     {
 *       ...step,
 *       id: "steel-25",
 *       title: "25% without exceptions",
 *       rate: "25%",
 *       dates: { effective: "2025-03-12" },
 *       source: { title: "Proclamation 10896" },
 *     },
 *     {
 *       ...step,
 *       id: "steel-50",
 *       title: "50%",
 *       rate: "50%",
 *       dates: { effective: "2025-06-04" },
 *       source: { title: "Proclamation 10947" },
 *     },
 *   ],
 * });
 * const intervals = timeline(steel, {
 *   importer: "USA",
 *   exporter: "DEU",
 *   product: "7208",
 *   from: "2025-01-01",
 *   to: "2025-12-31",
 *   statuses: "any-status",
 *   base: {},
 * });
 * intervals.map(({ from, days, rate }) => [from, days, rate]);
 * // => [["2025-01-01", 70, "0%"], ["2025-03-12", 84, "25%"], ["2025-06-04", 211, "50%"]]
 * intervals[1]?.changes[0]?.source.title; // => "Proclamation 10896"
 * ```
 * @category Policy
 */
export function timeline(policy: Policy<never>, query: PeriodQuery): readonly TimelineInterval[] {
  const runs = runsOf(policy, query);
  return deepFreeze(
    runs.map((run, at): TimelineInterval => {
      const before = runs[at - 1];
      const changes = before === undefined ? [] : changedSteps(policy, before.last, run.first);
      return { from: run.from, to: run.to, days: run.days, ...ratesOf(run), changes };
    }),
  );
}

const ratesOf = ({ first: { total, byAuthority } }: Run) => ({
  rate: writeRate(total),
  byAuthority: Object.fromEntries(
    [...byAuthority].map(([authority, rate]) => [authority, writeRate(rate)] as const),
  ),
});
