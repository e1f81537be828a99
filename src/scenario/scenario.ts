import { brand, requireBrand } from "../internal/brand.js";
import { type Policy, type PolicyInput, sealPolicy } from "../policy/language/policy.js";
import type { Evaluation } from "../policy/rates/readQuery.js";

/**
 * What {@link defineScenario} takes: a policy, and when it is looked at.
 *
 * @category Scenarios
 */
export interface ScenarioInput extends PolicyInput {
  /** When the policy is looked at. */
  readonly evaluate: Evaluation;
}

/**
 * A checked scenario: what changes, and when it is looked at. `Open` names the parameters that still have no value, and
 * `Shares` those of them that are shares and not rates; a bare `Scenario` is closed, and models take no other.
 *
 * @category Scenarios
 */
export interface Scenario<Open extends string = never, Shares extends string = never>
  extends Policy<Open, Shares> {
  /** When the policy is looked at. */
  readonly evaluate: Evaluation;
}

/** Freezes a checked scenario and marks it. */
export const sealScenario = <S extends Scenario<string>>(scenario: S): S =>
  sealPolicy(brand("scenario", scenario));

/** Refuses anything but a scenario that came through its door; a policy has no date to be looked at. */
export const requireScenario = (value: unknown, path: string): void =>
  requireBrand("scenario", value, path, "defineScenario");
