import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { checkSteps } from "../policy/language/checkSteps.js";
import { openParametersOf } from "../policy/language/openParametersOf.js";
import { readIdAndTitle } from "./readIdAndTitle.js";
import { requireScenario, type Scenario, sealScenario } from "./scenario.js";
import { sharedCover } from "./sharedCover.js";

/**
 * What {@link overlayScenario} lays over what.
 *
 * @category Scenarios
 */
export interface OverlayOptions<
  Base extends string,
  Changes extends string,
  BaseShares extends string = never,
  ChangesShares extends string = never,
> {
  /** The identifier of the result. */
  readonly id: string;
  /** Its line for people. */
  readonly title: string;
  /** The scenario to start from; its date and statuses hold. */
  readonly base: Scenario<Base, BaseShares>;
  /** The scenario whose steps replace those of the same identifier, or come after all others. */
  readonly changes: Scenario<Changes, ChangesShares>;
}

/**
 * A scenario with some steps of another laid over it: a step with a known identifier takes its place, a new one goes to
 * the end.
 *
 * **Result**: open where either is open; parameters of replaced steps that no step uses any more are dropped. It answers for
 * the days that both cover.
 *
 * @throws `duplicate-id` where a step of a bound scenario would be replaced, or both bind a parameter differently: lay
 * over first, then bind; `not-defined`, `missing-key`, `unknown-key`, `wrong-parameter-kind` where both declare a parameter
 * differently, `outside-period` where they cover no day together, `too-many-steps`.
 * @example Change one country's rate
 * ```ts
 * import { januaryScenarios, overlayScenario } from "tariff-whatif";
 *
 * const result = overlayScenario({
 *   id: "mexico-canada-again",
 *   title: "the same step, laid over itself",
 *   base: januaryScenarios.chinaMexicoCanada,
 *   changes: januaryScenarios.china10,
 * });
 * result.steps.map((step) => step.id); // => ["china-10", "mexico-25", "canada-25"]
 * ```
 * @category Scenarios
 */
export function overlayScenario<
  Base extends string,
  Changes extends string,
  BaseShares extends string = never,
  ChangesShares extends string = never,
>(
  options: OverlayOptions<Base, Changes, BaseShares, ChangesShares>,
): Scenario<Base | Changes, BaseShares | ChangesShares> {
  const { base, changes, ...names } = readOptions(options, "", ["id", "title", "base", "changes"]);
  const { id, title } = readIdAndTitle(names, "");
  requireScenario(base, "base");
  requireScenario(changes, "changes");
  for (const [name, declaration] of Object.entries(changes.parameters)) {
    const other = base.parameters[name];
    if (other === undefined || other.kind === declaration.kind) continue;
    throw new TariffError({
      code: "wrong-parameter-kind",
      path: `changes.parameters.${name}`,
      received: declaration.kind,
      advice: `Name it otherwise: in the base it is a ${other.kind}.`,
    });
  }
  refuseBoundUnderneath(base, changes);
  const replaced = base.steps.map((step) => changes.steps.find((change) => change.id === step.id) ?? step);
  const added = changes.steps.filter((change) => !base.steps.some((step) => step.id === change.id));
  const steps = [...replaced, ...added];
  checkSteps(steps);
  const openParameters = openParametersOf(steps) as (Base | Changes)[];
  const bound = Object.fromEntries(
    Object.entries({ ...base.bound, ...changes.bound }).filter(
      ([name]) => !openParameters.includes(name as Base),
    ),
  );
  const parameters = Object.fromEntries(
    Object.entries({ ...base.parameters, ...changes.parameters }).filter(
      ([name]) => openParameters.includes(name as Base) || Object.hasOwn(bound, name),
    ),
  );
  const cover = sharedCover([base, changes], "changes.covers");
  const over = { id, title, parameters, bound, openParameters, steps, evaluate: base.evaluate, ...cover };
  return sealScenario<Scenario<string>>(over) as Scenario<Base | Changes, BaseShares | ChangesShares>;
}

/** A bound value is reported with the results; once a step of its scenario is replaced, nobody knows if it still holds. */
function refuseBoundUnderneath(base: Scenario<string>, changes: Scenario<string>): void {
  const replaced = changes.steps.find((change) => base.steps.some((step) => step.id === change.id));
  const [name] = Object.keys(base.bound);
  if (replaced !== undefined && name !== undefined) {
    throw new TariffError({
      code: "duplicate-id",
      path: `base.bound.${name}`,
      received: base.bound[name],
      advice: `Lay ${replaced.id} over first and bind afterwards: the step it replaces may be the one that was bound.`,
    });
  }
  for (const [shared, value] of Object.entries(changes.bound)) {
    if (!Object.hasOwn(base.bound, shared) || base.bound[shared] === value) continue;
    throw new TariffError({
      code: "duplicate-id",
      path: `changes.bound.${shared}`,
      received: value,
      advice: "Bind the parameter once, after laying one scenario over the other.",
    });
  }
}
