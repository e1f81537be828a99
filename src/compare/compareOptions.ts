import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { Model, Outcome } from "../models/outcome.js";
import { requireClosedScenario } from "../scenario/requireClosedScenario.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../trade/baseline.js";
import { requireDimension } from "../trade/requireDimension.js";
import { requireModel } from "./requireModel.js";

/**
 * What {@link compareScenarios} compares, and by what.
 *
 * @category Comparison
 */
export interface CompareOptions<Assumptions, Result extends Outcome> {
  /** The data. */
  readonly baseline: Baseline;
  /** The scenarios, each with an identifier of its own. */
  readonly scenarios: readonly Scenario<never>[];
  /** The model to put all of them through. */
  readonly model: Model<Assumptions, Result>;
  /** What the model assumes, the same for all scenarios. */
  readonly assumptions: Assumptions;
  /** What the differences are taken from: the baseline, or the identifier of one of the scenarios. */
  readonly against: "baseline" | (string & {});
  /** The breakdowns wanted, `"all"` for the totals. */
  readonly by: readonly OutcomeDimension[];
}

/**
 * What {@link compareScenarios} compares through several models, each with its own data and assumptions.
 *
 * @category Comparison
 */
export interface CompareModelsOptions
  extends Pick<CompareOptions<unknown, Outcome>, "scenarios" | "against" | "by"> {
  /** For each model a function from a scenario to its outcome. */
  readonly models: readonly ((scenario: Scenario<never>) => Outcome)[];
}

/** Checks the options of a comparison; one model becomes a list of one. */
export function readCompareOptions<Assumptions, Result extends Outcome>(
  options: CompareOptions<Assumptions, Result> | CompareModelsOptions,
): CompareModelsOptions {
  const read = readModels(options);
  const { models, scenarios, against, by } = read;
  for (const [list, path] of [
    [models, "models"],
    [scenarios, "scenarios"],
    [by, "by"],
  ] as const) {
    if (Array.isArray(list) && list.length > 0) continue;
    throw new TariffError({
      code: Array.isArray(list) ? "empty" : "wrong-type",
      path,
      received: list,
      advice: "Give a list with at least one entry.",
    });
  }
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
      advice: `Give "baseline" or one of ${[...ids].join(", ")}.`,
    });
  }
  [...by].forEach((dimension, index) => requireDimension(dimension, `by[${index}]`));
  return read;
}

function readModels<Assumptions, Result extends Outcome>(
  options: CompareOptions<Assumptions, Result> | CompareModelsOptions,
): CompareModelsOptions {
  if (typeof options === "object" && options !== null && "models" in options) {
    const { models, ...others } = readOptions(options, "", ["scenarios", "models", "against", "by"]);
    if (Array.isArray(models)) models.forEach(requireModel);
    return { ...others, models };
  }
  const read = readOptions(options, "", ["baseline", "scenarios", "model", "against", "by"], ["assumptions"]);
  const { baseline, model, assumptions, scenarios, against, by } = read;
  requireBaseline(baseline, "baseline");
  requireModel(model);
  return { scenarios, against, by, models: [(scenario) => model({ baseline, scenario, assumptions })] };
}
