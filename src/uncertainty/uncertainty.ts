import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { deepFreeze } from "../internal/deepFreeze.js";
import { requireAtMost } from "../internal/listBounds.js";
import { requireFinite } from "../internal/requireFinite.js";
import { requireFiniteOutput } from "../internal/requireFiniteOutput.js";
import { TariffError } from "../internal/TariffError.js";
import { outcomeOf } from "../models/evaluator.js";
import type { Sampler } from "./distribution.js";
import { type OutcomeSummary, type ProbabilityBelow, probabilityOf, summarise } from "./summarise.js";
import { readUncertaintyOptions, type UncertaintyOptions } from "./uncertaintyOptions.js";

/**
 * What {@link uncertainty} returns.
 *
 * @category Uncertainty
 */
export interface UncertaintyResult {
  /** How many draws were made. */
  readonly draws: number;
  /** The seed they were made with. */
  readonly seed: number;
  /** Each outcome: mean, spread, quantiles, each with its Monte Carlo error. */
  readonly outcomes: Readonly<Record<string, OutcomeSummary>>;
  /** How likely one outcome is below another, for the pairs asked for. */
  readonly below: readonly ProbabilityBelow[];
}

/** First numbers of a generator that are thrown away: for seeds alike they are alike too. */
const unsettled = 20;

/** Draws between two looks at the signal: some tens of milliseconds for the models of this package. */
const drawsAtOnce = 50;

/**
 * The range of outcomes when inputs are not known but have distributions.
 *
 * **Formula**: Monte Carlo: each draw takes a value for every input, independently, and evaluates the model; quantiles
 * are order statistics.
 *
 * **Result**: mean and standard deviation with the standard error of the mean; quantiles with the range in which they lie
 * with 95 percent confidence given the number of draws; probabilities with their standard error. The same seed gives the
 * same draws on every platform, and adding an input does not change the draws of the others.
 *
 * **Leaves out**: correlation between inputs; draw them together inside your own evaluator where they move together.
 *
 * **Source**: [pure-rand and d3-random], generator xoroshiro128+ (pure-rand), distributions from d3-random.
 *
 * @throws (rejects with) `out-of-range` for a distribution that can produce an impossible value, `missing-key`,
 * `unknown-key`, `not-finite`, `wrong-type`, `aborted` when the signal says so.
 * @example A rate and an elasticity that are not known
 * ```ts
 * import { uncertainty } from "tariff-whatif/uncertainty";
 *
 * const result = await uncertainty({
 *   evaluator: {
 *     domains: { rate: { above: -1 }, elasticity: { below: 0 } },
 *     evaluate: ({ rate = 0, elasticity = 0 }) => ({ revenue: 100 * rate * (1 + rate) ** elasticity }),
 *   },
 *   inputs: {
 *     rate: { kind: "uniform", from: 0.1, to: 0.25 },
 *     elasticity: { kind: "pert", from: -4, mostLikely: -2, to: -0.5 },
 *   },
 *   draws: 2000,
 *   seed: 2025,
 *   quantiles: [0.05, 0.5, 0.95],
 *   below: [],
 * });
 * result.outcomes.revenue?.quantiles.map((quantile) => quantile.value.toFixed(2)); // => ["8.47", "12.07", "16.97"]
 * ```
 * @category Uncertainty
 */
export async function uncertainty(options: UncertaintyOptions): Promise<UncertaintyResult> {
  const { evaluator, distributions, draws, seed, quantiles, below, onProgress, signal } =
    readUncertaintyOptions(options);
  const samplers = distributions.map(({ name, distribution }): [string, Sampler] => {
    const { lowest, highest } = distribution;
    const generator = xoroshiro128plus(seed ^ hash(name));
    for (let skipped = 0; skipped < unsettled; skipped++) uniformFloat64(generator);
    const sample = distribution.sampler(() => uniformFloat64(generator));
    // Rounding must not carry a value out of the range that was checked.
    return [name, () => Math.min(highest, Math.max(lowest, portable(sample())))];
  });
  const columns = new Map<string, Float64Array>();
  for (let draw = 0; draw < draws; draw++) {
    if (draw % drawsAtOnce === 0) {
      onProgress?.({ done: draw, of: draws });
      await nextTask();
      if (signal?.aborted === true) throw aborted(draw);
    }
    const inputs = Object.fromEntries(samplers.map(([name, sample]) => [name, sample()]));
    const outcomes = evaluator.evaluate(inputs);
    if (draw === 0) {
      const names = requireAtMost(Object.keys(outcomes ?? {}), "inputs", "evaluator.evaluate");
      if (names.length * draws > mostNumbers) throw tooMany(names.length, draws);
      for (const name of names) columns.set(name, new Float64Array(draws));
      // A name that no outcome has is refused here, not after all the draws.
      below.forEach((pair, index) => {
        for (const name of pair) outcomeOf(outcomes, name, `below[${index}]`);
      });
    }
    for (const [name, column] of columns) column[draw] = outcomeOf(outcomes, name, `draw ${draw}`);
  }
  onProgress?.({ done: draws, of: draws });
  const summaries = [...columns].map(([name, column]) => [name, summarise(column, quantiles)] as const);
  const result = {
    draws,
    seed,
    outcomes: Object.fromEntries(summaries),
    below: below.map(([first, second]) =>
      probabilityOf(first, second, columns.get(first)!, columns.get(second)!),
    ),
  };
  // The square of a draw of 1e300 is beyond float64, and with it the standard deviation.
  return deepFreeze(requireFiniteOutput(result));
}

/** All draws are kept until their quantiles are known: this is 800 MB. */
const mostNumbers = 100_000_000;

const tooMany = (outcomes: number, draws: number) =>
  new TariffError({
    code: "too-long",
    path: "draws",
    received: draws,
    advice: `Draw less often, or ask an evaluator with fewer outcomes: ${outcomes} outcomes times the draws are more than 100 million numbers.`,
  });

/** Twelve digits of a drawn value: logarithms and cosines differ between engines in the last ones. */
const portable = (value: number): number => requireFinite(Number(value.toPrecision(12)), "draw");

/** A number from a name, so that each input has a stream of its own (FNV-1a). */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
  return value | 0;
}

/** Other tasks have their turn. By a message, because a timer of zero waits a millisecond and in browsers four. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

const aborted = (draw: number) =>
  new TariffError({
    code: "aborted",
    path: "signal",
    received: draw,
    advice: "The caller's signal stopped it after that many draws; nothing is returned.",
  });
