import { allocateExactly } from "../exact/allocateExactly.js";
import type { Decimal } from "../exact/decimal.js";
import { writeMoney } from "../exact/money.js";
import { writePercentagePoints } from "../exact/rate.js";
import { fromUnits, toUnits } from "../exact/wholeUnits.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { AssumptionsOption, Measurement, Model, Outcome, Quantity } from "../models/outcome.js";
import { differenceOf, numberOf } from "../models/quantity.js";
import { requireClosedScenario } from "../scenario/requireClosedScenario.js";
import { type Scenario, sealScenario } from "../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../trade/baseline.js";
import { readMeasurement } from "./measurement.js";
import { requireModel } from "./requireModel.js";

/**
 * A scenario and the number to attribute to its measures.
 *
 * @category Comparison
 */
export interface AttributeOptions<Assumptions, Result extends Outcome> {
  /** The data. */
  readonly baseline: Baseline;
  /** The scenario. */
  readonly scenario: Scenario<never>;
  /** The model. */
  readonly model: Model<Assumptions, Result>;
  /** The number. */
  readonly measurement: Measurement;
}

/**
 * What {@link attribute} returns.
 *
 * @category Comparison
 */
export interface Attribution {
  /** The scenario less the same scenario without any step. */
  readonly total: Quantity;
  /** What each measure contributes, by its name in alphabetical order; the parts add up to the total exactly. */
  readonly parts: readonly { readonly measure: string; readonly contribution: Quantity }[];
}

/** Every subset of the measures goes through the model once: 2^10 runs. */
const mostMeasures = 10;

/**
 * How much of a scenario's effect each of its measures accounts for.
 *
 * **Formula**: the Shapley value: a measure's contribution is what it adds to a set of other measures, averaged over all
 * orders in which the measures can be added one after the other. Steps that share a `measure` count as one.
 *
 * **Result**: parts in the unit of the number (percentage points for rates), rounded to the digits of the total, or to
 * cents where it has fewer, so that they add up to it exactly. The answer does not depend on the order of the measures.
 *
 * **Leaves out**: which measure would have come first in fact.
 *
 * **Source**: [Shapley 1953], Shapley 1953, see the references.
 *
 * @throws `too-many-measures` above 10, `unknown-flow`, `not-defined`, `open-parameters`, and what the model throws.
 * @example China, Mexico and Canada
 * ```ts
 * import { accounting, attribute, januaryScenarios } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const { parts } = attribute({
 *   baseline: usImports2024,
 *   scenario: januaryScenarios.chinaMexicoCanada,
 *   model: accounting,
 *   measurement: { dimension: "all", key: "all", indicator: "additionalDuties" },
 * });
 * parts.map(({ measure }) => measure); // => ["canada", "china", "mexico"]
 * (parts[1]?.contribution as { amount: string }).amount; // => "42942583500"
 * ```
 * @category Comparison
 */
export function attribute<Assumptions, Result extends Outcome>(
  options: AttributeOptions<Assumptions, Result> & AssumptionsOption<Assumptions>,
): Attribution {
  const { baseline, scenario, model, assumptions, measurement } = readOptions(
    options,
    "",
    ["baseline", "scenario", "model", "measurement"],
    ["assumptions"],
  );
  requireBaseline(baseline, "baseline");
  requireClosedScenario(scenario, "scenario");
  requireModel(model, "model");
  const measure = readMeasurement(measurement);
  const names = [...new Set(scenario.steps.map((step) => step.measure ?? step.id))].sort();
  if (names.length > mostMeasures) {
    throw new TariffError({
      code: "too-many-measures",
      path: "scenario.steps",
      received: names.length,
      advice: `Give steps that belong together the same measure: at most ${mostMeasures} can be attributed exactly.`,
    });
  }
  const levels = Array.from({ length: 2 ** names.length }, (_, coalition) => {
    // Steps outside the coalition stay, reaching nobody: others may name the authorities that they charge.
    const steps = scenario.steps.map((step) =>
      coalition & (1 << names.indexOf(step.measure ?? step.id)) ? step : { ...step, importers: [] },
    );
    return measure(
      model({
        baseline,
        scenario: sealScenario({ ...scenario, steps }),
        assumptions: assumptions as Assumptions,
      }),
    );
  });
  const [none, all] = [levels[0] as Quantity, levels[levels.length - 1] as Quantity];
  const total = differenceOf(all, none);
  const worth = levels.map(numberOf);
  const places = worth.reduce((most, level) => Math.max(most, level.decimalPlaces()), 2);
  const { numerators, denominator } = shapley(
    worth.map((level) => toUnits(level, places)),
    names.length,
  );
  const parts = allocateExactly(numerators, denominator).map((units) => fromUnits(units, places));
  const write = (part: Decimal): Quantity =>
    typeof total === "string"
      ? writePercentagePoints(part.div(100))
      : writeMoney(part, total.currency, total.priceYear);
  return deepFreeze({
    total,
    parts: names.map((name, index) => ({ measure: name, contribution: write(parts[index] as Decimal) })),
  });
}

/** The Shapley values of the players over one denominator, from the worth of every coalition (bit i: player i is in). */
function shapley(worth: readonly bigint[], players: number) {
  const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
  const size = (coalition: number): number => coalition.toString(2).replaceAll("0", "").length;
  const numerators = Array.from({ length: players }, (_, player) => {
    let sum = 0n;
    worth.forEach((without, coalition) => {
      const withPlayer = coalition | (1 << player);
      if (withPlayer === coalition) return;
      const orders = factorial(size(coalition)) * factorial(players - size(coalition) - 1);
      sum += ((worth[withPlayer] as bigint) - without) * orders;
    });
    return sum;
  });
  return { numerators, denominator: factorial(players) };
}
