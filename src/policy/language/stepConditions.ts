import type { DecimalText } from "../../exact/decimal.js";
import type { Rate } from "../../exact/rate.js";
import type { IsoDate } from "../../internal/isoDate.js";

/**
 * A condition on what an authority charges at this point of the list, as a share of the customs value. All limits that
 * are given must hold.
 *
 * @category Policy
 */
export interface RateCondition {
  /** The authority. */
  readonly authority: string;
  /** Its rate is above this. */
  readonly above?: Rate;
  /** Its rate is this or above. */
  readonly atLeast?: Rate;
  /** Its rate is below this. */
  readonly below?: Rate;
  /** Its rate is this or below. */
  readonly atMost?: Rate;
}

/**
 * A condition on a fact of the shipment: the day of loading, the mode of transport, a share of content, the claim of a
 * preference. All limits that are given must hold; a question that lacks the fact is refused.
 *
 * @category Policy
 */
export interface FactCondition {
  /** The name of the fact, as the question gives it. */
  readonly fact: string;
  /** It is one of these texts. */
  readonly is?: readonly string[];
  /** It is none of these texts. */
  readonly isNot?: readonly string[];
  /** It is a day before this one. */
  readonly before?: IsoDate;
  /** It is this day or a later one. */
  readonly from?: IsoDate;
  /** It is a number above this. */
  readonly above?: DecimalText;
  /** It is this number or above. */
  readonly atLeast?: DecimalText;
  /** It is a number below this. */
  readonly below?: DecimalText;
  /** It is this number or below. */
  readonly atMost?: DecimalText;
}

/**
 * What must hold for a step to apply.
 *
 * @category Policy
 */
export type StepCondition = RateCondition | FactCondition;
