import type { IsoDate } from "../../internal/isoDate.js";

/**
 * A part of every year, both days included, as month and day: `{ from: "12-01", to: "03-31" }` crosses the new year.
 *
 * @category Policy
 */
export interface Season {
  /** The first day. */
  readonly from: `${number}-${number}`;
  /** The last day. */
  readonly to: `${number}-${number}`;
}

/**
 * A run of days, both included.
 *
 * @category Policy
 */
export interface DateSpell {
  /** The first day. */
  readonly from: IsoDate;
  /** The last day; absent where no end is known. */
  readonly to?: IsoDate;
}

/**
 * The dates of a measure, kept apart because they mean different things. Only `effective` and `expires`, `spells` and
 * `seasons` decide whether a step applies; first and last days are included.
 *
 * @category Policy
 */
export interface StepDates {
  /** When it was made known. */
  readonly announced?: IsoDate;
  /** When it was signed into law. */
  readonly signed?: IsoDate;
  /** First day on which it applies. */
  readonly effective?: IsoDate;
  /** Last day on which it applies. */
  readonly expires?: IsoDate;
  /** In place of `effective` and `expires`: several runs of days, in order, without overlap. */
  readonly spells?: readonly DateSpell[];
  /** The parts of every year in which it applies; outside them it does not. */
  readonly seasons?: readonly Season[];
}
