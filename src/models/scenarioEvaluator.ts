import { rateFromNumber, textFromNumber } from "../exact/fromNumber.js";
import { type Rate, readRate } from "../exact/rate.js";
import { requireFinite } from "../internal/requireFinite.js";
import { TariffError } from "../internal/TariffError.js";
import { bind } from "../scenario/bind.js";
import { requireClosed } from "../scenario/requireClosed.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Domain, Evaluator } from "./evaluator.js";

/**
 * Inputs of a {@link ScenarioEvaluator}: numbers by name; a rate as a fraction up to 3 or as a text with its unit, `"25%"`.
 *
 * @category Uncertainty
 */
export type EvaluatorInputs = Readonly<Record<string, number | Rate>>;

/**
 * A model of a scenario as an {@link Evaluator}, which takes rates as texts too.
 *
 * @category Uncertainty
 */
export interface ScenarioEvaluator extends Evaluator {
  /** The outcomes for some values of all inputs. */
  readonly evaluate: (inputs: EvaluatorInputs) => Readonly<Record<string, number>>;
}

/** The highest rate that a bare number may stand for: 5 is more often meant as 5 % than as 500 %. */
const highestFraction = 3;

const isRate = (scenario: Scenario<string>, name: string): boolean =>
  (scenario.parameters[name]?.kind ?? "rate") === "rate";

/** The domain of each open parameter of a scenario. */
export const parameterDomains = (scenario: Scenario<string>): Readonly<Record<string, Domain>> =>
  Object.fromEntries(
    scenario.openParameters.map((name) => [
      name,
      isRate(scenario, name) ? { above: -1, to: highestFraction } : { from: 0, to: 1 },
    ]),
  );

/** Reads an input: an open rate as a fraction or a text with its unit, anything else as a number. */
export function readInput(scenario: Scenario<string>, name: string, value: unknown): number {
  const path = `inputs.${name}`;
  const isOpenRate = (scenario.openParameters as readonly string[]).includes(name) && isRate(scenario, name);
  if (!isOpenRate) return requireFinite(value, path);
  if (typeof value === "string") return readRate(value, path).toNumber() + 0;
  const fraction = requireFinite(value, path);
  if (fraction > -1 && fraction <= highestFraction) return fraction;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: `Pass a fraction above -1 and at most ${highestFraction}, 0.25 for 25 %, or a text with its unit that says which is meant: "${short(100 * fraction)}%" or "${short(fraction)}%".`,
  });
}

const short = (value: number): string => String(value).slice(0, 12);

/** Refuses a parameter that has the name of another input. */
export function refuseClash(scenario: Scenario<string>, names: readonly string[]): void {
  const clash = scenario.openParameters.find((name) => names.includes(name));
  if (clash === undefined) return;
  throw new TariffError({
    code: "duplicate-id",
    path: "scenario.parameters",
    received: clash,
    advice: "Give the parameter another name: an input of the model has this one.",
  });
}

/** The scenario with its open parameters at some values; at zero where there is none. */
export function closeAt(
  scenario: Scenario<string>,
  inputs: Readonly<Record<string, number>>,
): Scenario<never> {
  const values = scenario.openParameters.map((name) => {
    const value = inputs[name] ?? 0;
    return [name, isRate(scenario, name) ? rateFromNumber(value) : textFromNumber(value)] as const;
  });
  return requireClosed(values.length === 0 ? scenario : bind(scenario, Object.fromEntries(values)));
}
