import type { PartnerCode } from "../economies/partner.js";
import type { DecimalText } from "../exact/decimal.js";
import type { Rate } from "../exact/rate.js";
import type { HsCode } from "../goods/hsCode.js";
import type { IsoDate } from "../internal/isoDate.js";

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

/** A rate of a step: one for all products, open, or by product. */
export type StepRate = Rate | OpenValue | ByProduct<Rate>;

/** A share of a step, 0 to 1, as a decimal text: one for all products, open, or by product. */
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

/** What every step says. */
export interface StepCommon {
  /** Unique within the policy. */
  readonly id: string;
  /** One line for people. */
  readonly title: string;
  /** Steps of one measure share its name; attribution counts them as one. Without it a step is its own measure. */
  readonly measure?: string;
  /** Who charges it. */
  readonly importers: EconomyScope;
  /** On whose goods. */
  readonly exporters: EconomyScope;
  /** On which goods. */
  readonly products: ProductScope;
  /** When. */
  readonly dates: StepDates;
  /** How far it has got. */
  readonly status: StepStatus;
  /** The step applies only where that authority's rate, at this point of the list, is above the given rate. */
  readonly when?: { readonly authority: string; readonly above: Rate };
  /** Where it comes from. */
  readonly source: StepSource;
}

/** Adds a rate to what an authority charges. */
export interface AddStep extends StepCommon {
  readonly operator: "add";
  /** The authority that charges it. */
  readonly authority: string;
  readonly rate: StepRate;
}

/** Replaces what the named authorities charge together by one rate of an authority. */
export interface ReplaceStep extends StepCommon {
  readonly operator: "replace";
  /** The authority that charges the new rate. */
  readonly authority: string;
  /** The authorities whose rates it replaces. */
  readonly of: readonly string[];
  readonly rate: StepRate;
}

/** A floor: raises the total of the named authorities to a rate, and never lowers it. */
export interface RaiseTotalToStep extends StepCommon {
  readonly operator: "raiseTotalTo";
  /** The authority that charges what is missing. */
  readonly authority: string;
  /** The authorities whose total counts. */
  readonly of: readonly string[];
  readonly rate: StepRate;
}

/** A ceiling: lowers the total of the named authorities to a rate, and never raises it; the last named gives way first. */
export interface CapTotalAtStep extends StepCommon {
  readonly operator: "capTotalAt";
  /** The authorities whose total counts; the excess is taken from the last named first. */
  readonly of: readonly string[];
  readonly rate: StepRate;
}

/** Multiplies what the named authorities charge by a share: 0 exempts; 1 - u is a preference claimed for share u. */
export interface ScaleStep extends StepCommon {
  readonly operator: "scale";
  /** The authorities whose rates are scaled. */
  readonly of: readonly string[];
  readonly share: StepShare;
}

/** Divides the value: a share takes one list of steps, the rest another. */
export interface SplitStep extends StepCommon {
  readonly operator: "split";
  /** The share of the value that takes `first`. */
  readonly share: StepShare;
  /** The steps for that share. */
  readonly first: readonly Step[];
  /** The steps for the rest. */
  readonly rest: readonly Step[];
}

/**
 * One change of a tariff, as data: one of six operators with its scope, dates, status, condition and source. An
 * authority is the law a rate is charged under, by a name of your choice; `"baseline"` is what the baseline already
 * charges.
 *
 * @category Policy
 */
export type Step = AddStep | ReplaceStep | RaiseTotalToStep | CapTotalAtStep | ScaleStep | SplitStep;

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
