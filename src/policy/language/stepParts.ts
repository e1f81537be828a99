import type { PartnerCode } from "../../economies/partner.js";
import type { DecimalText } from "../../exact/decimal.js";
import type { Rate } from "../../exact/rate.js";
import type { HsCode } from "../../goods/hsCode.js";
import type { IsoDate } from "../../internal/isoDate.js";

/**
 * A value that the source does not state: the name of a parameter to be bound later.
 *
 * @category Policy
 */
export interface OpenValue {
  /** The name of the parameter. */
  readonly parameter: string;
}

/**
 * A value that differs by product: the longest HS prefix that covers a product wins, and products under no prefix are
 * left alone by the step.
 *
 * @category Policy
 */
export interface ByProduct<Value> {
  /** From HS prefix (2, 4, 6, 8 or 10 digits) to the value. */
  readonly byProduct: Readonly<Record<string, Value | OpenValue>>;
}

/**
 * A rate of a step: one for all products, open, or by product.
 *
 * @category Policy
 */
export type StepRate = Rate | OpenValue | ByProduct<Rate>;

/**
 * A share of a step, 0 to 1, as a decimal text: one for all products, open, or by product.
 *
 * @category Policy
 */
export type StepShare = DecimalText | OpenValue | ByProduct<DecimalText>;

/**
 * Which economies a step covers: all, those listed, or all but those listed. A group stands for its members on the day.
 *
 * @category Policy
 */
export type EconomyScope = "all" | readonly PartnerCode[] | { readonly allBut: readonly PartnerCode[] };

/**
 * Which products a step covers: all, those under the listed HS prefixes, or all but those.
 *
 * @category Policy
 */
export type ProductScope = "all" | readonly HsCode[] | { readonly allBut: readonly HsCode[] };

/**
 * The dates of a measure, kept apart because they mean different things. Only `effective` and `expires` decide whether
 * a step applies; both days are included.
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
}

/**
 * How far a measure has got. It does not switch a step on or off by itself: dates do, and the `statuses` asked for.
 *
 * @category Policy
 */
export type StepStatus = "threatened" | "announced" | "signed" | "in-force" | "suspended" | "ended";

/**
 * Where a step comes from: a law, a proclamation, an article, or an assumption that says it is one.
 *
 * @category Policy
 */
export interface StepSource {
  /** The document, or "assumption" and what is assumed. */
  readonly title: string;
  /** The place in it: section, page, paragraph. */
  readonly place?: string;
  /** Its public address. */
  readonly url?: string;
}

/**
 * A parameter that a policy leaves open.
 *
 * @category Policy
 */
export interface ParameterDeclaration {
  /** Whether a rate or a share is wanted. */
  readonly kind: "rate" | "share";
  /** What it is, for people. */
  readonly title: string;
}
