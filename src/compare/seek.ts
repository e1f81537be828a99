import { Decimal, type DecimalText, readDecimal, writeDecimal } from "../exact/decimal.js";
import { findRoot } from "../exact/findRoot.js";
import { readRate, writeRate } from "../exact/rate.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { AssumptionsOption, Measurement, Model, Outcome, Quantity } from "../models/outcome.js";
import { numberOf, requireQuantity, requireSameUnit } from "../models/quantity.js";
import type { ParameterValue } from "../scenario/bind.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../trade/baseline.js";
import { type Crossings, crossingsOf } from "./crossingsOf.js";
import { apart, lowestOfStretch } from "./lowestOfStretch.js";
import { readMeasurement } from "./measurement.js";
import { requireModel } from "./requireModel.js";
import { closeWith, requireOpenParameter } from "./sweep.js";

/**
 * A target, and where to look for the value that reaches it.
 *
 * @category Comparison
 */
export interface SeekOptions<Open extends string, Assumptions, Result extends Outcome> {
  /** The data. */
  readonly baseline: Baseline;
  /** The scenario; the parameter sought is its only open one. */
  readonly scenario: Scenario<Open>;
  /** The parameter whose value is sought. */
  readonly parameter: NoInfer<Open>;
  /** The model. */
  readonly model: Model<Assumptions, Result>;
  /** The number of the outcome that should reach the target. */
  readonly measurement: Measurement;
  /** The target, in the unit of that number. */
  readonly target: Quantity;
  /** The lowest and the highest value to try. */
  readonly bracket: readonly [ParameterValue, ParameterValue];
  /** How close is close enough, in the unit of the target: `"0.01"` is a cent, or a hundredth of a percent. */
  readonly tolerance: DecimalText;
}

/**
 * What {@link seek} found.
 *
 * @category Comparison
 */
export interface SeekResult {
  /** The value that reaches the target, to 24 places of the fraction; the lowest of those found. */
  readonly value: ParameterValue;
  /** The number it gives. */
  readonly reached: Quantity;
  /** All values that were found, in order: two on a hump, for example the two rates that raise the same revenue. */
  readonly solutions: readonly { readonly value: ParameterValue; readonly reached: Quantity }[];
  /** How often the model was asked. */
  readonly evaluations: number;
}

/**
 * The value of an open parameter at which an outcome reaches a target.
 *
 * **Formula**: a root of outcome(value) - target inside the bracket, by false position with safeguards;
 * where both ends lie on one side of the target, on either side of the hump or the hollow between them.
 *
 * **Result**: where the ends lie on either side of the target one value, else, and where an end itself reaches it, every
 * crossing that 33 points tell apart. Where a whole stretch gives the number, its lowest value.
 *
 * @throws `target-not-reached`, with what the ends and the nearest point give, where nothing inside reaches the target,
 * `unreachable-tolerance` where the outcome jumps over the target or the tolerance is finer than the model,
 * `out-of-range` for a bracket whose ends are not in order or a tolerance not above zero, `unknown-parameter`,
 * `mismatched-model` for a target in another unit, `unknown-flow` for a number the outcome does not have, and what the
 * model throws.
 * @example The EU rate that alone raises 100 billion dollars
 * ```ts
 * import { accounting, createMoney, januaryScenarios, roundRate, seek } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const { value } = seek({
 *   baseline: usImports2024,
 *   scenario: januaryScenarios.europeanUnion,
 *   parameter: "euRate",
 *   model: accounting,
 *   measurement: { dimension: "all", key: "all", indicator: "additionalDuties" },
 *   target: createMoney({ amount: "100000000000", currency: "USD", priceYear: 2024 }),
 *   bracket: ["0%", "100%"],
 *   tolerance: "0.01",
 * });
 * roundRate(value as "1%", { places: 6, rounding: "towards-zero" }); // => "16.737151%"
 * ```
 * @category Comparison
 */
export function seek<Open extends string, Assumptions, Result extends Outcome>(
  options: SeekOptions<Open, Assumptions, Result> & AssumptionsOption<Assumptions>,
): SeekResult {
  const { baseline, scenario, parameter, model, assumptions, measurement, target, bracket, tolerance } =
    readOptions(
      options,
      "",
      ["baseline", "scenario", "parameter", "model", "measurement", "target", "bracket", "tolerance"],
      ["assumptions"],
    );
  requireBaseline(baseline, "baseline");
  requireModel(model, "model");
  const isRate = requireOpenParameter(scenario, parameter).kind === "rate";
  requireQuantity(target, "target");
  const write = (value: Decimal): ParameterValue => (isRate ? writeRate(value) : writeDecimal(value));
  const [from, to] = readBracket(bracket, isRate);
  const precision = readDecimal(tolerance, "tolerance");
  if (precision.lte(0)) {
    throw new TariffError({
      code: "out-of-range",
      path: "tolerance",
      received: tolerance,
      advice: "Give a tolerance above zero, in the unit of the target.",
    });
  }
  const measure = readMeasurement(measurement);
  let evaluations = 0;
  const valueAt = (at: Decimal): Quantity => {
    evaluations += 1;
    const closed = closeWith(scenario, parameter, write(at.toDecimalPlaces(24)));
    return measure(model({ baseline, scenario: closed, assumptions: assumptions as Assumptions }));
  };
  const off = (at: Decimal): Decimal => {
    const reached = valueAt(at);
    requireSameUnit(reached, target, "target");
    return numberOf(reached).minus(numberOf(target));
  };
  const ends = [from, to].map(valueAt) as [Quantity, Quantity];
  const roots: Decimal[] = [];
  const search = (left: Decimal, right: Decimal): void => {
    const root = findRoot(off, left, right, precision);
    if (root !== null) roots.push(root.at.toDecimalPlaces(24));
  };
  search(from, to);
  let inside: Crossings | undefined;
  const [low, high] = [from.toNumber(), to.toNumber()];
  // An end that reaches the target may not be the only value that does: a gain that is gone again, the far side of a hump.
  const isEnd = roots.some((at) => at.eq(from) || at.eq(to));
  if (isEnd || (roots.length === 0 && isBelow(ends[0], target) === isBelow(ends[1], target))) {
    inside = crossingsOf((at) => off(new Decimal(at)).toNumber(), low, high);
    const top = new Decimal(inside.nearest.at).toDecimalPlaces(24);
    // A peak that only just touches the target is one solution, not one on either side of it.
    if (!isEnd && off(top).abs().lte(precision)) roots.push(top);
    else for (const [left, right] of inside.stretches) search(new Decimal(left), new Decimal(right));
  }
  if (numberOf(ends[1]).minus(numberOf(target)).abs().lte(precision)) roots.push(to);
  const lowest = roots.map((at) => {
    const reached = numberOf(valueAt(at));
    const first = lowestOfStretch(at.toNumber(), low, high, (other) =>
      numberOf(valueAt(new Decimal(other))).eq(reached),
    );
    return first === at.toNumber() ? at : new Decimal(first).toDecimalPlaces(24);
  });
  const solutions = apart(lowest.map(Number), low, high)
    .map((at) => lowest.find((each) => each.toNumber() === at) as Decimal)
    .map((at) => ({ value: write(at), reached: valueAt(at) }));
  const [first] = solutions;
  if (first !== undefined) {
    return deepFreeze({ ...first, solutions, evaluations });
  }
  const [atFrom, atTo] = ends.map((end) => numberOf(end).toPrecision(6)) as [string, string];
  if (inside === undefined || inside.stretches.length > 0) {
    throw new TariffError({
      code: "unreachable-tolerance",
      path: "tolerance",
      received: tolerance,
      advice: "Give a wider tolerance: the model is not that fine, or its outcome jumps over the target.",
    });
  }
  const top = numberOf(target).plus(new Decimal(inside.nearest.value)).toPrecision(6);
  throw new TariffError({
    code: "target-not-reached",
    path: "target",
    received: numberOf(target).toString(),
    advice: `No such value between ${bracket[0]} and ${bracket[1]}: the outcome goes from ${atFrom} to ${atTo}, and is nearest with ${top} at ${write(new Decimal(inside.nearest.at).toDecimalPlaces(12))}. Widen the bracket or change the target.`,
  });
}

const isBelow = (quantity: Quantity, target: Quantity): boolean => numberOf(quantity).lt(numberOf(target));

function readBracket(bracket: unknown, isRate: boolean): [Decimal, Decimal] {
  if (Array.isArray(bracket) && bracket.length === 2) {
    const read = [...bracket].map((end, index) =>
      isRate ? readRate(end, `bracket[${index}]`) : readDecimal(end, `bracket[${index}]`),
    );
    const [from, to] = read as [Decimal, Decimal];
    if (from.lt(to)) return [from, to];
  }
  throw new TariffError({
    code: "out-of-range",
    path: "bracket",
    received: bracket,
    advice: 'Give the lowest and the highest value to try, in this order, for example ["0%", "100%"].',
  });
}
