import type { StepCondition } from "./stepConditions.js";
import type { StepDates } from "./stepDates.js";
import type {
  ByProduct,
  CompoundDuty,
  DutyBase,
  EconomyScope,
  ProductScope,
  StepRate,
  StepShare,
  StepSource,
  StepStatus,
} from "./stepParts.js";

export type * from "./stepConditions.js";
export type * from "./stepDates.js";
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
  /** The step applies only where this holds; where several conditions are given, all must. */
  readonly when?: StepCondition | readonly StepCondition[];
  /** Where it comes from. */
  readonly source: StepSource;
}

/**
 * What a step charges: a rate, or a duty of several parts; one of the two must be given.
 *
 * @category Policy
 */
export interface StepCharge {
  /** A share of the base. */
  readonly rate?: StepRate;
  /** In place of a rate: amounts per unit, shares, a least and a greatest; for all products, or by product. */
  readonly duty?: CompoundDuty | ByProduct<CompoundDuty>;
  /** What the shares are taken of; the customs value where it is absent. */
  readonly base?: DutyBase;
}

/**
 * Adds a rate to what an authority charges.
 *
 * @category Policy
 */
export interface AddStep extends StepCommon, StepCharge {
  /** The operator. */
  readonly operator: "add";
  /** The authority that charges it. */
  readonly authority: string;
}

/**
 * Replaces what the named authorities charge together by one rate of an authority.
 *
 * @category Policy
 */
export interface ReplaceStep extends StepCommon, StepCharge {
  /** The operator. */
  readonly operator: "replace";
  /** The authority that charges the new rate. */
  readonly authority: string;
  /** The authorities whose rates it replaces. */
  readonly of: readonly string[];
}

/**
 * A floor: raises the total of the named authorities to a rate, and never lowers it.
 *
 * @category Policy
 */
export interface RaiseTotalToStep extends StepCommon, StepCharge {
  /** The operator. */
  readonly operator: "raiseTotalTo";
  /** The authority that charges what is missing. */
  readonly authority: string;
  /** The authorities whose total counts. */
  readonly of: readonly string[];
}

/**
 * A ceiling: lowers the total of the named authorities to a rate, and never raises it. One authority gives way, down to
 * nothing and no further: an "all-in 15 %" takes from the additional duty and never cuts the ordinary one.
 *
 * @category Policy
 */
export interface CapTotalAtStep extends StepCommon, StepCharge {
  /** The operator. */
  readonly operator: "capTotalAt";
  /** The authority that gives way, one of `of`; what it charges below zero stays as it is. */
  readonly authority: string;
  /** The authorities whose total counts. */
  readonly of: readonly string[];
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
 * The Swiss formula: each rate t of the named authorities becomes a t / (a + t), so that high rates fall most.
 *
 * @category Policy
 */
export interface SwissFormulaStep extends StepCommon {
  /** The operator. */
  readonly operator: "swissFormula";
  /** The authorities whose rates are cut, each by itself. */
  readonly of: readonly string[];
  /** The coefficient a, above zero: no rate stays above it. */
  readonly rate: StepRate;
}

/**
 * A linear cut: each rate of the named authorities falls by one share.
 *
 * @category Policy
 */
export interface LinearCutStep extends StepCommon {
  /** The operator. */
  readonly operator: "linearCut";
  /** The authorities whose rates are cut. */
  readonly of: readonly string[];
  /** The share that is cut off: `"0.3"` leaves 70 %. */
  readonly share: StepShare;
}

/**
 * One change of a tariff, as data: one of eight operators with its scope, dates, status, condition and source. An
 * authority is the law a rate is charged under, by a name of your choice; `"baseline"` is what the baseline already
 * charges.
 *
 * @category Policy
 */
export type Step =
  | AddStep
  | ReplaceStep
  | RaiseTotalToStep
  | CapTotalAtStep
  | ScaleStep
  | SwissFormulaStep
  | LinearCutStep
  | SplitStep;
