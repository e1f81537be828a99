import type { PartnerCode } from "../../economies/partner.js";
import type { DecimalText } from "../../exact/decimal.js";
import type { Rate } from "../../exact/rate.js";
import type { HsCode } from "../../goods/hsCode.js";
import type { QuantityUnit } from "../../goods/units.js";

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
 * A share from 0 to 1: a decimal text, or a ratio of whole numbers such as `"100000/102000"` where no decimal states it.
 *
 * @category Policy
 */
export type ShareText = DecimalText | `${number}/${number}`;

/**
 * The share of imports that a quota lets in at its rate: quota / imports, and 1 where the quota is not used up.
 *
 * @category Policy
 */
export type QuotaShare =
  | {
      /** The quota. */
      readonly quota: DecimalText;
      /** All imports that count against it, in the same unit. */
      readonly of: DecimalText;
    }
  | {
      /** The quota. */
      readonly quota: DecimalText;
      /** The unit in which it is counted; the question must bring its quantity. */
      readonly unit: QuantityUnit;
    };

/**
 * A share of a step, 0 to 1: one for all products, open, by product, or what a quota leaves.
 *
 * @category Policy
 */
export type StepShare = ShareText | OpenValue | ByProduct<ShareText> | QuotaShare;

/**
 * A part of a duty: a share of the base, or an amount for each unit of a quantity; without `per` an amount once.
 *
 * @category Policy
 */
export type DutyPart =
  | Rate
  | {
      /** The amount, in whole units of the currency: 1.4 cents are `"0.014"`. */
      readonly amount: DecimalText;
      /** Its currency, as an ISO 4217 code; the value of the question must be in it. */
      readonly currency: string;
      /** The unit it is charged for; absent for a fixed amount. */
      readonly per?: QuantityUnit;
    };

/**
 * A duty that is no single share of the value: parts added up, with a least and a greatest.
 *
 * @category Policy
 */
export interface CompoundDuty {
  /** The parts, added up. */
  readonly sum: readonly DutyPart[];
  /** The least that is charged: these parts, added up. */
  readonly least?: readonly DutyPart[];
  /** The greatest that is charged: these parts, added up. It counts after the least. */
  readonly greatest?: readonly DutyPart[];
}

/**
 * What a share is taken of: terms added up. `{ chargeOf }` is what an authority charges at this point of the list.
 *
 * @category Policy
 */
export type DutyBase = readonly ("customs value" | { readonly chargeOf: string })[];

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
