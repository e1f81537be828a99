import { dateOf, readDay } from "../internal/dayNumber.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import type { IsoDate } from "../internal/isoDate.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { Scenario } from "../scenario/scenario.js";
import { daysOfChange } from "./daysOfChange.js";
import { measures } from "./figures/measures.js";
import type { LawOnOptions } from "./lawOn.js";
import { lawScenario } from "./lawScenario.js";
import { oneOf, readDayOfLaw, readLawAsked } from "./readLaw.js";

/**
 * What {@link lawThrough} needs.
 *
 * @category Law
 */
export interface LawThroughOptions extends Omit<LawOnOptions, "day" | "loadedOn"> {
  /** The first day. */
  readonly from: IsoDate;
  /** The last day. */
  readonly to: IsoDate;
  /**
   * `"applied"`: lists of goods that are free of a measure hold, as the law says; `"left-aside"`: a measure falls on those
   * goods too, to see what the lists are worth.
   */
  readonly exemptionLists: "applied" | "left-aside";
  /**
   * How many days the goods were under way when they entered, 0 to 365, so that clauses on goods loaded before a measure
   * began apply; `"not-counted"` where no such clause is to be applied.
   */
  readonly daysUnderWay: number | "not-counted";
}

/**
 * Days of a period through which the law stands still.
 *
 * @category Law
 */
export interface LawSpell {
  /** The first day. */
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
  /** How many days it has. */
  readonly days: number;
  /** The law of each of these days, as a closed scenario that is looked at on the first. */
  readonly law: Scenario<never>;
}

const longestWay = 365;

function readWay(value: unknown): number | undefined {
  if (value === "not-counted") return undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= longestWay) return value;
  throw new TariffError({
    code: typeof value === "number" ? "out-of-range" : "wrong-type",
    path: "daysUnderWay",
    received: value,
    advice: `Give whole days from 0 to ${longestWay}, or "not-counted".`,
  });
}

/** Days on which a clause on goods under way begins or ceases to reach goods that need so many days. */
const daysOfClauses = (way: number): readonly IsoDate[] =>
  measures.flatMap(({ underWay }) =>
    underWay === undefined
      ? []
      : [
          underWay.enteredBefore,
          ...underWay.rates.map(({ loadedBefore }) => dateOf(readDay(loadedBefore, "loadedBefore") + way)),
        ],
  );

/**
 * The law of a period, spell by spell: {@link lawOn} for each run of days in which no measure changes.
 *
 * **Formula**: an average over the period weighs each spell by its days.
 *
 * **Result**: spells in order, without gaps, from the first day to the last.
 *
 * **Leaves out**: what {@link lawOn} leaves out; whether a change reaches a given good, so that two spells that follow
 * one another may have the same rates for it.
 *
 * **Source**: [Dated measures], the documents named in each step.
 * @throws `dates-out-of-order`, `out-of-range` for days without known law, shares and days under way, and what
 * {@link lawOn} throws.
 * @example The days of April 2025, and what a good that needs 30 days by sea met
 * ```ts
 * import { appliedRate } from "tariff-whatif";
 * import { lawThrough } from "tariff-whatif/law";
 *
 * const april = (daysUnderWay: number | "not-counted") =>
 *   lawThrough({
 *     from: "2025-04-01",
 *     to: "2025-04-30",
 *     importers: ["USA"],
 *     confidence: "two sources",
 *     ordinaryDuty: "mfn",
 *     metalShares: { steel: "1", aluminum: "0", copper: "0" },
 *     northAmericanClaims: { CAN: "0", MEX: "0" },
 *     exemptionLists: "applied",
 *     daysUnderWay,
 *   });
 * const toys = { importer: "USA", exporter: "CHN", product: "95030000", statuses: ["in-force"], base: { mfn: "0%" } } as const;
 * const rates = (way: number | "not-counted") =>
 *   april(way).map(({ from, law }) => `${from} ${appliedRate(law, { ...toys, on: from }).rate}`);
 * rates("not-counted").slice(-2); // => ["2025-04-10 145%", "2025-04-12 145%"]
 * rates(30).slice(-1); // => ["2025-04-13 20%"]
 * ```
 * @category Law
 */
export function lawThrough(options: LawThroughOptions): readonly LawSpell[] {
  const { from, to, exemptionLists, daysUnderWay, ...rest } = readOptions(options, "", [
    "from",
    "to",
    "importers",
    "confidence",
    "ordinaryDuty",
    "metalShares",
    "northAmericanClaims",
    "exemptionLists",
    "daysUnderWay",
  ]);
  readDayOfLaw(from, "from");
  readDayOfLaw(to, "to");
  oneOf(exemptionLists, ["applied", "left-aside"], "exemptionLists");
  const way = readWay(daysUnderWay);
  const asked = readLawAsked(rest);
  const clauses = way === undefined ? [] : daysOfClauses(way).filter((day) => from < day && day <= to);
  const days = [...new Set([...daysOfChange({ from, to }), ...clauses])].sort();
  return deepFreeze(
    days.map((day, at) => {
      const next = days[at + 1];
      const first = readDay(day, "from");
      const last = next === undefined ? readDay(to, "to") : readDay(next, "to") - 1;
      const loadedOn = way === undefined ? undefined : dateOf(first - way);
      const spell = { from: day, to: dateOf(last), days: last - first + 1 };
      return { ...spell, law: lawScenario({ asked, day, to: spell.to, loadedOn, exemptionLists }) };
    }),
  );
}
