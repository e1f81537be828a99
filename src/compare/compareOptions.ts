import { requireBounded } from "../internal/listBounds.js";
import { perhaps } from "../internal/nearestSpelling.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type Breakdown, type BreakdownRequest, readBreakdown } from "../models/breakdown.js";
import type { AssumptionsOption, Model, Outcome } from "../models/outcome.js";
import { requireClosedScenario } from "../scenario/requireClosedScenario.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../trade/baseline.js";
import { requireModel } from "./requireModel.js";

/**
 * What {@link compareScenarios} compares, and by what.
 *
 * @category Comparison
 */
export interface CompareOptions<Assumptions, Result extends Outcome> {
  /** Several models are the other form: each brings its own data and assumptions. */
  readonly models?: undefined;
  /** The data. */
  readonly baseline: Baseline;
  /** The scenarios, each with an identifier of its own. */
  readonly scenarios: readonly Scenario<never>[];
  /** The model to put all of them through. */
  readonly model: Model<Assumptions, Result>;
  /** What the differences are taken from: the baseline, or the identifier of one of the scenarios. */
  readonly against: "baseline" | (string & {});
  /** The breakdowns wanted, `"all"` for the totals; a pair is a list of two: `["exporter", "chapter"]`. */
  readonly by: readonly BreakdownRequest[];
}

/**
 * What {@link compareScenarios} compares through several models, each with its own data and assumptions.
 *
 * @category Comparison
 */
export interface CompareModelsOptions
  extends Pick<CompareOptions<unknown, Outcome>, "scenarios" | "against" | "by"> {
  /** One model with its data is the other form. */
  readonly model?: undefined;
  /** For each model a function from a scenario to its outcome. */
  readonly models: readonly ((scenario: Scenario<never>) => Outcome)[];
}

/** The options with each breakdown by its name. */
export interface ReadCompareOptions extends Omit<CompareModelsOptions, "by"> {
  readonly by: readonly Breakdown[];
}

/** Checks the options of a comparison; one model becomes a list of one. */
export function readCompareOptions<Assumptions, Result extends Outcome>(
  options: (CompareOptions<Assumptions, Result> & AssumptionsOption<Assumptions>) | CompareModelsOptions,
): ReadCompareOptions {
  const read = readModels(options);
  const { models, scenarios, against, by } = read;
  requireBounded(models, "sideBySide", "models");
  requireBounded(scenarios, "sideBySide", "scenarios");
  requireBounded(by, "sideBySide", "by");
  const ids = new Set<string>();
  // Spread, so that a gap in a list is met like any other wrong entry.
  [...scenarios].forEach((scenario, index) => {
    requireClosedScenario(scenario, `scenarios[${index}]`);
    if (!ids.has(scenario.id)) {
      ids.add(scenario.id);
      return;
    }
    throw new TariffError({
      code: "duplicate-id",
      path: `scenarios[${index}].id`,
      received: scenario.id,
      advice: "Give each scenario an identifier of its own, for example with renameScenario.",
    });
  });
  if (against !== "baseline" && !ids.has(against)) {
    throw new TariffError({
      code: "unknown-parameter",
      path: "against",
      received: against,
      advice: `${perhaps(against, ["baseline", ...ids])}Give "baseline" or one of ${[...ids].join(", ")}.`,
    });
  }
  // Array.from, so that a gap in the list is met like any other wrong entry.
  return { ...read, by: Array.from(by, (breakdown, index) => readBreakdown(breakdown, `by[${index}]`)) };
}

function readModels<Assumptions, Result extends Outcome>(
  options: (CompareOptions<Assumptions, Result> & AssumptionsOption<Assumptions>) | CompareModelsOptions,
): CompareModelsOptions {
  if (typeof options === "object" && options !== null && options.models !== undefined) {
    const { models, ...others } = readOptions(options, "", ["scenarios", "models", "against", "by"]);
    requireBounded(models, "sideBySide", "models");
    Array.from(models).forEach((model, index) => {
      requireModel(model, `models[${index}]`);
    });
    return { ...others, models };
  }
  const read = readOptions(options, "", ["baseline", "scenarios", "model", "against", "by"], ["assumptions"]);
  const { baseline, model, assumptions, scenarios, against, by } = read;
  requireBaseline(baseline, "baseline");
  requireModel(model, "model");
  return {
    scenarios,
    against,
    by,
    models: [(scenario) => model({ baseline, scenario, assumptions: assumptions as Assumptions })],
  };
}
