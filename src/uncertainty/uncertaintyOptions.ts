import type { ErrorCode } from "../internal/errorCodes.js";
import { requireAtMost } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type Evaluator, requireEvaluator, requireInputs, requireWithin } from "../models/evaluator.js";
import type { Distribution } from "./distribution.js";
import { type ReadDistribution, readDistribution } from "./readDistribution.js";

/**
 * What {@link uncertainty} draws, and how often.
 *
 * @category Uncertainty
 */
export interface UncertaintyOptions {
  /** The model. */
  readonly evaluator: Evaluator;
  /** A distribution for each input of the model. */
  readonly inputs: Readonly<Record<string, Distribution>>;
  /** The number of draws, 1 to 1,000,000. */
  readonly draws: number;
  /** A whole number; the same seed gives the same draws. */
  readonly seed: number;
  /** The quantiles wanted, between 0 and 1. */
  readonly quantiles: readonly number[];
  /** Pairs of outcomes: how likely is the first below the second? */
  readonly below: readonly (readonly [string, string])[];
  /** Called now and then with the draws made so far. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number }) => void;
  /** Stops the work once `aborted` is true: an AbortSignal, of which nothing else is read. */
  readonly signal?: { readonly aborted: boolean };
}

/** The options with every distribution read. */
export interface ReadUncertaintyOptions extends Omit<UncertaintyOptions, "inputs"> {
  readonly distributions: readonly { readonly name: string; readonly distribution: ReadDistribution }[];
}

/** Checks the options. */
export function readUncertaintyOptions(options: UncertaintyOptions): ReadUncertaintyOptions {
  const { inputs, ...read } = readOptions(
    options,
    "",
    ["evaluator", "inputs", "draws", "seed", "quantiles", "below"],
    ["onProgress", "signal"],
  );
  requireEvaluator(read.evaluator, "evaluator");
  requireInputs(read.evaluator, inputs, "inputs");
  requireWhole(read.draws, 1, 1_000_000, "draws");
  requireWhole(read.seed, -(2 ** 31), 2 ** 31 - 1, "seed");
  for (const key of ["quantiles", "below"] as const) {
    requireAtMost<unknown>(read[key], "inputs", key);
  }
  Array.from(read.below).forEach((pair, index) => {
    if (Array.isArray(pair) && pair.length === 2 && pair.every((name) => typeof name === "string")) return;
    throw wrong(`below[${index}]`, pair, "Give the names of two outcomes.", "wrong-type");
  });
  if (read.onProgress !== undefined && typeof read.onProgress !== "function") {
    throw wrong("onProgress", read.onProgress, "Pass a function, or omit it.", "wrong-type");
  }
  if (read.signal !== undefined && typeof read.signal?.aborted !== "boolean") {
    throw wrong("signal", read.signal, "Pass an AbortSignal, or omit it.", "wrong-type");
  }
  Array.from(read.quantiles).forEach((probability, index) => {
    if (typeof probability === "number" && probability > 0 && probability < 1) return;
    throw wrong(`quantiles[${index}]`, probability, "Give a number between 0 and 1.");
  });
  const distributions = Object.entries(inputs).map(([name, given]) => {
    const distribution = readDistribution(given, `inputs.${name}`);
    const domain = read.evaluator.domains[name] ?? {};
    requireWithin(domain, distribution.lowest, distribution.highest, `inputs.${name}`);
    return { name, distribution };
  });
  return { ...read, distributions };
}

function requireWhole(value: unknown, from: number, to: number, path: string): void {
  if (Number.isInteger(value) && (value as number) >= from && (value as number) <= to) return;
  throw wrong(path, value, `Give a whole number from ${from} to ${to}.`);
}

const wrong = (
  path: string,
  received: unknown,
  advice: string,
  code: ErrorCode = typeof received === "number" ? "out-of-range" : "wrong-type",
) => new TariffError({ code, path, received, advice });
