import type { Rate } from "../../exact/rate.js";
import type {
  EconomyScope,
  ProductScope,
  StepDates,
  StepRate,
  StepShare,
  StepSource,
  StepStatus,
} from "./stepParts.js";

export type * from "./stepParts.js";

/**
 * What every step says.
 *
 * @category Policy
 */
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

/**
 * Adds a rate to what an authority charges.
 *
 * @category Policy
 */
export interface AddStep extends StepCommon {
  /** The operator. */
  readonly operator: "add";
  /** The authority that charges it. */
  readonly authority: string;
  /** The rate. */
  readonly rate: StepRate;
}

/**
 * Replaces what the named authorities charge together by one rate of an authority.
 *
 * @category Policy
 */
export interface ReplaceStep extends StepCommon {
  /** The operator. */
  readonly operator: "replace";
  /** The authority that charges the new rate. */
  readonly authority: string;
  /** The authorities whose rates it replaces. */
  readonly of: readonly string[];
  /** The rate. */
  readonly rate: StepRate;
}

/**
 * A floor: raises the total of the named authorities to a rate, and never lowers it.
 *
 * @category Policy
 */
export interface RaiseTotalToStep extends StepCommon {
  /** The operator. */
  readonly operator: "raiseTotalTo";
  /** The authority that charges what is missing. */
  readonly authority: string;
  /** The authorities whose total counts. */
  readonly of: readonly string[];
  /** The rate. */
  readonly rate: StepRate;
}

/**
 * A ceiling: lowers the total of the named authorities to a rate, and never raises it. One authority gives way, down to
 * nothing and no further: an "all-in 15 %" takes from the additional duty and never cuts the ordinary one.
 *
 * @category Policy
 */
export interface CapTotalAtStep extends StepCommon {
  /** The operator. */
  readonly operator: "capTotalAt";
  /** The authority that gives way, one of `of`; what it charges below zero stays as it is. */
  readonly authority: string;
  /** The authorities whose total counts. */
  readonly of: readonly string[];
  /** The rate. */
  readonly rate: StepRate;
}

/**
 * Multiplies what the named authorities charge by a share: 0 exempts; 1 - u is a preference claimed for share u.
 *
 * @category Policy
 */
export interface ScaleStep extends StepCommon {
  /** The operator. */
  readonly operator: "scale";
  /** The authorities whose rates are scaled. */
  readonly of: readonly string[];
  /** The share that remains. */
  readonly share: StepShare;
}

/**
 * Divides the value: a share takes one list of steps, the rest another.
 *
 * @category Policy
 */
export interface SplitStep extends StepCommon {
  /** The operator. */
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
