import type { DecimalText } from "../../exact/decimal.js";
import type { Rate } from "../../exact/rate.js";
import type { BaseUnit, QuantityUnit } from "../../goods/units.js";

/**
 * What a duty text is: `free`; one share of the value (`adValorem`); one amount per unit (`specific`); several of
 * these added (`compound`); a share of the value of a part, such as the battery (`byParts`); with a least, a greatest
 * or an amount off (`alternative`); a rate that stands elsewhere (`byReference`); one rate for each part of the year
 * (`seasonal`); or not understood (`unknown`).
 *
 * @category Duty expressions
 */
export type DutyKind =
  | "free"
  | "adValorem"
  | "specific"
  | "compound"
  | "byParts"
  | "alternative"
  | "byReference"
  | "seasonal"
  | "unknown";

/**
 * A share of a value.
 *
 * @category Duty expressions
 */
export interface AdValoremDuty {
  /** The share where a decimal states it. */
  readonly adValorem?: Rate;
  /** The share as a ratio where no decimal states it: 33 1/3 % is 1 of 3. */
  readonly adValoremRatio?: { readonly numerator: DecimalText; readonly denominator: DecimalText };
  /** The part whose value counts, such as `"the case"`; absent for the whole article. */
  readonly of?: string;
  /** The part need not be there; where it is not, its value is zero. */
  readonly ifAny?: true;
  /** The share is taken off, not added. */
  readonly minus?: true;
}

/**
 * An amount per unit of quantity.
 *
 * @category Duty expressions
 */
export interface SpecificDuty {
  /** The amount in the currency, never in cents. */
  readonly amount: DecimalText;
  /** The currency, as an ISO 4217 code. */
  readonly currency: string;
  /** The unit. */
  readonly per: QuantityUnit;
  /** How many of the unit one amount is charged for: `"100"` in "100 kg". */
  readonly perQuantity: DecimalText;
  /** The same in base units: a tonne is 1,000 kg, a dozen 12 pieces. */
  readonly inBaseUnits: { readonly quantity: DecimalText; readonly unit: BaseUnit };
  /** What is counted where it is not the article as a whole: `"drained weight"`, `"lead content"`. */
  readonly measuredOn?: string;
  /** The amount is charged for each of these too: per cent of alcohol, per cent of sugar, lines of a button's size. */
  readonly forEach?: "% alcohol by volume" | "% sucrose by weight" | "lines";
  /** Only units above this number in each piece count: "jewel over 7". */
  readonly over?: DecimalText;
  /** So much off for each degree that the sugar has under so many. */
  readonly less?: {
    /** The amount off for each degree, per the same unit. */
    readonly amount: DecimalText;
    /** What is counted. */
    readonly forEach: "degree";
    /** Degrees at which nothing comes off. */
    readonly under: DecimalText;
    /** A part of a degree counts in proportion. */
    readonly proportional: boolean;
  };
  /** The amount is taken off, not added. */
  readonly minus?: true;
}

/**
 * An amount that stands in another table, by its name there: `"EA"` is the agricultural component of the Union's
 * tariff, `"ADSZ"` and `"ADFM"` the additional duties on sugar and flour.
 *
 * @category Duty expressions
 */
export interface ReferredDuty {
  /** The name of the amount. */
  readonly byReference: string;
  /** It counts only where this holds. */
  readonly if?: string;
  /** The amount is taken off, not added. */
  readonly minus?: true;
}

/**
 * One addend of a duty.
 *
 * @category Duty expressions
 */
export type DutyComponent = AdValoremDuty | SpecificDuty | ReferredDuty;

/**
 * A sum of components.
 *
 * @category Duty expressions
 */
export interface DutySum {
  /** They are added up. */
  readonly components: readonly DutyComponent[];
}

/**
 * Days of every year, both ends included: `"12-01"` to `"03-31"` crosses the new year.
 *
 * @category Duty expressions
 */
export interface DaysOfYear {
  /** The first day, month and day of the month. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
}

/**
 * The rate of a part of the year.
 *
 * @category Duty expressions
 */
export interface SeasonalDuty {
  /** The days on which it is charged. */
  readonly spells: readonly DaysOfYear[];
  /** What it is. */
  readonly kind: DutyKind;
  /** Its addends. */
  readonly components: readonly DutyComponent[];
  /** The least that is charged. */
  readonly least?: DutySum;
  /** The greatest that is charged. */
  readonly greatest?: DutySum;
  /** It charges what `free` charges. */
  readonly sameAs?: "free";
}

/**
 * A duty text and its meaning: duty = min(greatest, max(least, sum of the components)).
 *
 * @category Duty expressions
 */
export interface DutyExpression {
  /** The text as it was read. */
  readonly text: string;
  /** What it is. */
  readonly kind: DutyKind;
  /** The addends; empty for `free`, `byReference`, `seasonal` and `unknown`. */
  readonly components: readonly DutyComponent[];
  /** The least that is charged. */
  readonly least?: DutySum;
  /** The greatest that is charged. */
  readonly greatest?: DutySum;
  /** The rates of the parts of the year, for `seasonal`. */
  readonly seasons?: readonly SeasonalDuty[];
  /** Days for which a seasonal text states no rate: the duty there is unknown, not zero. */
  readonly notCovered?: readonly DaysOfYear[];
  /** A condition of the whole: `"under bond"`. */
  readonly condition?: string;
  /** The text states a rate of zero and charges what `free` charges. */
  readonly sameAs?: "free";
  /** Where the rate stands, for `byReference`. */
  readonly reference?: DutyReference;
  /** Why the text is not understood, for `unknown`. */
  readonly reason?: string;
  /** What a question must bring, in base units: `"kg"`, `"kg of drained weight"`, `"value of the case"`, `"day"`. */
  readonly needs: readonly string[];
}

/**
 * Where a rate stands that the text does not state.
 *
 * @category Duty expressions
 */
export type DutyReference =
  | { readonly to: "additional US note"; readonly number: string }
  | {
      readonly to: "subheadings";
      readonly ranges: readonly { readonly from: string; readonly to: string }[];
    }
  | { readonly to: "another rate"; readonly of: string }
  | { readonly to: "the entry price system" }
  | { readonly to: "another provision"; readonly of: string };
