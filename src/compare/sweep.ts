import { requireBounded } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { AssumptionsOption, Model, Outcome } from "../models/outcome.js";
import { modelAdvice, requireOutcome } from "../models/requireOutcome.js";
import { readParameter } from "../policy/language/checkParameters.js";
import type { ParameterDeclaration } from "../policy/language/step.js";
import { bind, type ParameterValue } from "../scenario/bind.js";
import { requireClosed } from "../scenario/requireClosed.js";
import { requireScenario, type Scenario } from "../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../trade/baseline.js";
import { requireModel } from "./requireModel.js";

/**
 * A scenario with one open parameter, and the values to try.
 *
 * @category Comparison
 */
export interface SweepOptions<Open extends string, Assumptions, Result extends Outcome> {
  /** The data. */
  readonly baseline: Baseline;
  /** The scenario; the swept parameter is its only open one. */
  readonly scenario: Scenario<Open>;
  /** The parameter. */
  readonly parameter: NoInfer<Open>;
  /** Its values, up to 10,000. */
  readonly values: readonly ParameterValue[];
  /** The model. */
  readonly model: Model<Assumptions, Result>;
}

/**
 * One value of a swept parameter with its outcome.
 *
 * @category Comparison
 */
export interface SweepPoint<Result extends Outcome = Outcome> {
  /** The value. */
  readonly value: ParameterValue;
  /** What the model says for it. */
  readonly outcome: Result;
}

/**
 * The outcome for each of some values of an open parameter.
 *
 * **Result**: one point a value, in the order given.
 *
 * @throws `empty`, `too-long`, `unknown-parameter`, `open-parameters` where another parameter is open, `not-a-rate`, and
 * what the model throws.
 * @example The EU at three rates
 * ```ts
 * import { accounting, januaryScenarios, sweep } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const points = sweep({
 *   baseline: usImports2024,
 *   scenario: januaryScenarios.europeanUnion,
 *   parameter: "euRate",
 *   values: ["10%", "20%"],
 *   model: accounting,
 * });
 * points.map(({ outcome }) => outcome.total.additionalDuties.amount); // => ["59747323400", "119494646800"]
 * ```
 * @category Comparison
 */
export function sweep<Open extends string, Assumptions, Result extends Outcome>(
  options: SweepOptions<Open, Assumptions, Result> & AssumptionsOption<Assumptions>,
): readonly SweepPoint<Result>[] {
  const { baseline, scenario, parameter, values, model, assumptions } = readOptions(
    options,
    "",
    ["baseline", "scenario", "parameter", "values", "model"],
    ["assumptions"],
  );
  requireBaseline(baseline, "baseline");
  requireModel(model, "model");
  const declaration = requireOpenParameter(scenario, parameter);
  requireBounded(values, "values", "values");
  Array.from(values).forEach((value, index) => {
    readParameter(declaration, value, `values[${index}]`);
  });
  const points = values.map((value: ParameterValue) => {
    const bound = closeWith(scenario, parameter, value);
    const outcome = model({ baseline, scenario: bound, assumptions: assumptions as Assumptions });
    // What a model of the caller's returns is the caller's, and is not frozen.
    return Object.freeze({ value, outcome: requireOutcome(outcome, "model", modelAdvice) });
  });
  return Object.freeze(points);
}

/** The scenario with its one open parameter bound. */
export function closeWith<Open extends string>(
  scenario: Scenario<Open>,
  parameter: Open,
  value: ParameterValue,
): Scenario<never> {
  return requireClosed(bind(scenario as Scenario<string>, { [parameter as string]: value }));
}

/** How the parameter of a sweep or search is declared; refuses one that the scenario does not leave open. */
export function requireOpenParameter(scenario: Scenario<string>, parameter: string): ParameterDeclaration {
  requireScenario(scenario, "scenario");
  const declaration = scenario.openParameters.includes(parameter)
    ? scenario.parameters[parameter]
    : undefined;
  if (declaration !== undefined) return declaration;
  throw new TariffError({
    code: "unknown-parameter",
    path: "parameter",
    received: parameter,
    advice: `Name an open parameter of the scenario: ${scenario.openParameters.join(", ") || "there are none"}.`,
  });
}
