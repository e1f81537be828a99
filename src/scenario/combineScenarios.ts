import { requireBounded } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { checkSteps } from "../policy/language/checkSteps.js";
import { readIdAndTitle } from "./readIdAndTitle.js";
import { requireScenario, type Scenario, sealScenario } from "./scenario.js";
import { sharedCover } from "./sharedCover.js";

/**
 * What {@link combineScenarios} puts together.
 *
 * @category Scenarios
 */
export interface CombineOptions<Parts extends readonly Scenario<string>[]> {
  /** The identifier of the result. */
  readonly id: string;
  /** Its line for people. */
  readonly title: string;
  /** The scenarios, in the order in which their steps apply; all looked at in the same way. */
  readonly scenarios: Parts;
}

/**
 * The open parameters of any of some scenarios.
 *
 * @category Scenarios
 */
export type OpenParametersOf<Parts extends readonly Scenario<string>[]> =
  Parts[number] extends Scenario<infer Open> ? Open : never;

/**
 * Those of them that are shares and not rates.
 *
 * @category Scenarios
 */
export type OpenSharesOf<Parts extends readonly Scenario<string>[]> = SharesOfEach<Parts[number]>;

type SharesOfEach<Part> = Part extends Scenario<string, infer Shares> ? Shares : never;

/**
 * One scenario with the steps of several, one after the other.
 *
 * **Result**: open wherever one of them is open; a parameter that two of them declare is the same parameter. It answers
 * for the days that all of them cover.
 *
 * @throws `duplicate-id` for a step or a bound value that two of them give differently, `mismatched-model` where they
 * are looked at on different dates or statuses, `outside-period` where they cover no day together, `empty`, `too-many-steps`,
 * `not-defined`.
 * @example Both threats together
 * ```ts
 * import { combineScenarios, januaryScenarios } from "tariff-whatif";
 *
 * const both = combineScenarios({
 *   id: "both",
 *   title: "China 10%, Mexico and Canada 25%",
 *   scenarios: [januaryScenarios.china10, januaryScenarios.mexicoCanada25],
 * });
 * both.steps.map((step) => step.id); // => ["china-10", "mexico-25", "canada-25"]
 * ```
 * @category Scenarios
 */
export function combineScenarios<const Parts extends readonly Scenario<string>[]>(
  options: CombineOptions<Parts>,
): Scenario<OpenParametersOf<Parts>, OpenSharesOf<Parts>> {
  const { scenarios, ...names } = readOptions(options, "", ["id", "title", "scenarios"]);
  const { id, title } = readIdAndTitle(names, "");
  requireBounded<Scenario<string>>(scenarios, "sideBySide", "scenarios");
  const [first] = scenarios as unknown as readonly [Scenario<string>];
  requireScenario(first, "scenarios[0]");
  Array.from(scenarios).forEach((scenario: Scenario<string>, index) => {
    requireScenario(scenario, `scenarios[${index}]`);
    if (JSON.stringify(scenario.evaluate) === JSON.stringify(first.evaluate)) return;
    throw new TariffError({
      code: "mismatched-model",
      path: `scenarios[${index}].evaluate`,
      received: JSON.stringify(scenario.evaluate),
      advice: "Combine scenarios that are looked at on the same date and for the same statuses.",
    });
  });
  const steps = scenarios.flatMap((scenario) => scenario.steps);
  checkSteps(steps);
  const parameters = mergeSame(
    scenarios.map((scenario) => scenario.parameters),
    "parameters",
  );
  const bound = mergeSame(
    scenarios.map((scenario) => scenario.bound),
    "bound",
  );
  const openParameters = [
    ...new Set(scenarios.flatMap((scenario) => scenario.openParameters)),
  ] as OpenParametersOf<Parts>[];
  for (const name of openParameters) {
    if (Object.hasOwn(bound, name)) throw different("bound", name, bound[name]);
  }
  const cover = sharedCover(scenarios, "scenarios");
  const combined = {
    id,
    title,
    parameters,
    bound,
    openParameters,
    steps,
    evaluate: first.evaluate,
    ...cover,
  };
  return sealScenario<Scenario<string>>(combined) as Scenario<OpenParametersOf<Parts>, OpenSharesOf<Parts>>;
}

function mergeSame<T>(records: readonly Readonly<Record<string, T>>[], path: string): Record<string, T> {
  const merged: Record<string, T> = {};
  for (const [name, value] of records.flatMap((record) => Object.entries(record))) {
    if (Object.hasOwn(merged, name) && JSON.stringify(merged[name]) !== JSON.stringify(value)) {
      throw different(path, name, value);
    }
    merged[name] = value;
  }
  return merged;
}

const different = (path: string, name: string, received: unknown) =>
  new TariffError({
    code: "duplicate-id",
    path: `${path}.${name}`,
    received,
    advice: "Two scenarios use this parameter differently: give them different names.",
  });
