import { Decimal, type DecimalText, divide, writeDecimal } from "../../exact/decimal.js";
import { dividedBy, readFraction } from "../../exact/fraction.js";
import { type Rate, writeRate } from "../../exact/rate.js";
import { readDay } from "../../internal/dayNumber.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { IsoDate } from "../../internal/isoDate.js";
import { readOptions } from "../../internal/readOptions.js";
import type { Policy } from "../language/policy.js";
import { type PartsOfTime, partsOfPeriod } from "./partsOfPeriod.js";
import type { PeriodQuery } from "./periodQuery.js";
import { type Run, runsOf } from "./runs.js";

/**
 * A question about averages of a rate.
 *
 * @category Policy
 */
export interface AverageQuery extends PeriodQuery {
  /**
   * What is averaged over: `"period"` (the whole), `"day"`, `"month"`, `"quarter"`, `"year"` of the calendar, or fiscal years
   * that begin on a day of every year: `{ yearFrom: "10-01" }`. Parts cut by the period count with the days inside it.
   */
  readonly per: PartsOfTime;
}

/**
 * An average of a rate over days.
 *
 * @category Policy
 */
export interface AverageRate {
  /** The first day. */
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
  /** How many days it has. */
  readonly days: number;
  /** The average; to 24 places where it does not end. */
  readonly rate: Rate;
  /** The same in per cent, exact: a ratio of whole numbers in lowest terms. */
  readonly exactPercent: { readonly numerator: DecimalText; readonly denominator: DecimalText };
  /** The average of what each authority charges. */
  readonly byAuthority: Readonly<Record<string, Rate>>;
}

/**
 * Averages of a rate over days, months, quarters, years or fiscal years.
 *
 * **Formula**: sum of the rates of all days / number of days. Every day counts the same, whatever was imported on it.
 *
 * **Result**: one average for each part of the period, in order; exact as a ratio, and as a {@link Rate}.
 *
 * **Leaves out**: trade. A weighted average over imports is a matter of a model, with `evaluate: { over }`.
 *
 * @throws What {@link timeline} throws; `wrong-type`, `not-a-date` for parts of time that are not known.
 * @example Half a month at ten percent
 * ```ts
 * import { averageRates, definePolicy } from "tariff-whatif";
 *
 * const policy = definePolicy({
 *   id: "april",
 *   title: "10% from 16 April 2025",
 *   steps: [
 *     {
 *       id: "ten",
 *       title: "10%",
 *       operator: "add",
 *       authority: "surcharge",
 *       rate: "10%",
 *       importers: ["USA"],
 *       exporters: "all",
 *       products: "all",
 *       dates: { effective: "2025-04-16" },
 *       status: "in-force",
 *       source: { title: "assumption" },
 *     },
 *   ],
 * });
 * const averages = averageRates(policy, {
 *   importer: "USA",
 *   exporter: "DEU",
 *   product: "8703",
 *   from: "2025-03-01",
 *   to: "2025-05-31",
 *   per: "month",
 *   statuses: "any-status",
 *   base: {},
 * });
 * averages.map(({ rate }) => rate); // => ["0%", "5%", "10%"]
 * ```
 * @category Policy
 */
export function averageRates(policy: Policy<never>, query: AverageQuery): readonly AverageRate[] {
  const { per, ...period } = readOptions(
    query,
    "",
    ["importer", "exporter", "product", "from", "to", "per", "statuses", "base"],
    ["value", "quantities", "facts", "knownOn"],
  );
  const runs = runsOf(policy, period);
  return deepFreeze(partsOfPeriod(period, per).map((part) => averageOf(part, runs)));
}

function averageOf({ from, to }: { from: IsoDate; to: IsoDate }, runs: readonly Run[]): AverageRate {
  const days = readDay(to, "to") - readDay(from, "from") + 1;
  let sum = new Decimal(0);
  const sums = new Map<string, Decimal>();
  for (const run of runs) {
    const first = readDay(run.from > from ? run.from : from, "from");
    const counted = readDay(run.to < to ? run.to : to, "to") - first + 1;
    if (counted <= 0) continue;
    sum = sum.plus(run.first.total.times(counted));
    for (const [authority, rate] of run.first.byAuthority) {
      sums.set(authority, rate.times(counted).plus(sums.get(authority) ?? 0));
    }
  }
  const average = (total: Decimal): Rate => writeRate(divide(total, new Decimal(days), "to"));
  const { numerator, denominator } = dividedBy(
    readFraction(writeDecimal(sum.times(100)), "rate"),
    readFraction(`${days}`, "to"),
  );
  return {
    from,
    to,
    days,
    rate: average(sum),
    exactPercent: {
      numerator: `${numerator}` as DecimalText,
      denominator: `${denominator}` as DecimalText,
    },
    byAuthority: Object.fromEntries([...sums].map(([authority, total]) => [authority, average(total)])),
  };
}
