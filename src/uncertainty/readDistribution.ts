import { randomBeta, randomNormal, randomUniform } from "d3-random";
import { requireBounded } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { requireFinite } from "../internal/requireFinite.js";
import { requirePositive } from "../internal/requirePositive.js";
import { TariffError } from "../internal/TariffError.js";
import type {
  ChoiceDistribution,
  Distribution,
  LogNormalDistribution,
  NormalDistribution,
  PertDistribution,
  Sampler,
  UniformDistribution,
} from "./distribution.js";

/** A distribution that was checked: the range it can produce, and how to draw from it given uniform numbers. */
export interface ReadDistribution {
  readonly lowest: number;
  readonly highest: number;
  readonly sampler: (uniform: () => number) => Sampler;
}

/** A cut-off that leaves less than this share would be drawn again for ever. */
const mostTries = 100_000;

/** Checks a distribution. */
export function readDistribution(distribution: Distribution, path: string): ReadDistribution {
  switch (distribution?.kind) {
    case "uniform":
      return readUniform(distribution, path);
    case "normal":
      return readNormal(distribution, path);
    case "logNormal":
      return readLogNormal(distribution, path);
    case "pert":
      return readPert(distribution, path);
    case "choice":
      return readChoice(distribution, path);
    default:
      throw new TariffError({
        code: "wrong-type",
        path,
        received: distribution,
        advice: "Give a distribution of kind uniform, normal, logNormal, pert or choice.",
      });
  }
}

function readUniform(distribution: UniformDistribution, path: string): ReadDistribution {
  readOptions(distribution, path, ["kind", "from", "to"]);
  const [from, to] = readEnds(distribution.from, distribution.to, path);
  return { lowest: from, highest: to, sampler: (uniform) => randomUniform.source(uniform)(from, to) };
}

function readNormal(distribution: NormalDistribution, path: string): ReadDistribution {
  readOptions(distribution, path, ["kind", "mean", "standardDeviation"], ["from", "to"]);
  const mean = requireFinite(distribution.mean, `${path}.mean`);
  const deviation = requirePositive(distribution.standardDeviation, `${path}.standardDeviation`);
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = distribution;
  if (distribution.from !== undefined) requireFinite(from, `${path}.from`);
  if (distribution.to !== undefined) requireFinite(to, `${path}.to`);
  requireOrder(from, to, path);
  if (from > mean + 3 * deviation || to < mean - 3 * deviation) {
    throw new TariffError({
      code: "out-of-range",
      path,
      received: `${from} to ${to}`,
      advice: "Cut off within three standard deviations of the mean, or give a uniform distribution instead.",
    });
  }
  return {
    lowest: from,
    highest: to,
    sampler: (uniform) => {
      const draw = randomNormal.source(uniform)(mean, deviation);
      return () => {
        for (let tries = 0; tries < mostTries; tries++) {
          const value = draw();
          if (value >= from && value <= to) return value;
        }
        throw new TariffError({
          code: "out-of-range",
          path,
          received: `${from} to ${to}`,
          advice: "Widen the range: almost nothing of the distribution falls into it.",
        });
      };
    },
  };
}

function readLogNormal(distribution: LogNormalDistribution, path: string): ReadDistribution {
  readOptions(distribution, path, ["kind", "median", "logStandardDeviation"], ["negative"]);
  const logMedian = Math.log(requirePositive(distribution.median, `${path}.median`));
  const deviation = requirePositive(distribution.logStandardDeviation, `${path}.logStandardDeviation`);
  const { negative = false } = distribution;
  if (typeof negative !== "boolean") {
    throw new TariffError({
      code: "wrong-type",
      path: `${path}.negative`,
      received: negative,
      advice: "Give true for a number below zero, or omit it.",
    });
  }
  const sign = negative ? -1 : 1;
  return {
    lowest: sign === 1 ? Number.MIN_VALUE : Number.NEGATIVE_INFINITY,
    highest: sign === 1 ? Number.POSITIVE_INFINITY : -Number.MIN_VALUE,
    sampler: (uniform) => {
      const draw = randomNormal.source(uniform)(logMedian, deviation);
      return () => sign * Math.exp(draw());
    },
  };
}

function readPert(distribution: PertDistribution, path: string): ReadDistribution {
  readOptions(distribution, path, ["kind", "from", "mostLikely", "to"]);
  const [from, to] = readEnds(distribution.from, distribution.to, path);
  const mode = requireFinite(distribution.mostLikely, `${path}.mostLikely`);
  requireOrder(from, mode, path);
  requireOrder(mode, to, path);
  const width = to - from;
  const [alpha, beta] = [1 + (4 * (mode - from)) / width, 1 + (4 * (to - mode)) / width];
  return {
    lowest: from,
    highest: to,
    sampler: (uniform) => {
      const draw = randomBeta.source(uniform)(alpha, beta);
      return () => from + width * draw();
    },
  };
}

function readChoice(distribution: ChoiceDistribution, path: string): ReadDistribution {
  readOptions(distribution, path, ["kind", "values"], ["weights"]);
  const { values } = distribution;
  if (Array.isArray(values) && values.length > 0) requireBounded(values, "rows", `${path}.values`);
  const weights = distribution.weights ?? (Array.isArray(values) ? values.map(() => 1) : undefined);
  if (
    !Array.isArray(values) ||
    values.length === 0 ||
    !Array.isArray(weights) ||
    weights.length !== values.length
  ) {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: distribution,
      advice: "Give a list of at least one value, and as many weights or none.",
    });
  }
  Array.from(values).forEach((value, index) => {
    requireFinite(value, `${path}.values[${index}]`);
  });
  let sum = 0;
  const sums = Array.from(weights, (weight, index) => {
    const read = requireFinite(weight, `${path}.weights[${index}]`);
    if (read < 0) {
      throw new TariffError({
        code: "out-of-range",
        path: `${path}.weights[${index}]`,
        received: weight,
        advice: "Give a weight of zero or more.",
      });
    }
    sum += read;
    return sum;
  });
  requirePositive(sum, `${path}.weights`);
  const possible = values.filter((_, index) => weights[index] > 0);
  return {
    lowest: possible.reduce((least, value) => Math.min(least, value)),
    highest: possible.reduce((most, value) => Math.max(most, value)),
    sampler: (uniform) => () => {
      const at = uniform() * sum;
      return values[sums.findIndex((upTo) => at < upTo)] ?? (values[values.length - 1] as number);
    },
  };
}

function readEnds(from: number, to: number, path: string): [number, number] {
  requireFinite(from, `${path}.from`);
  requireFinite(to, `${path}.to`);
  if (from === to) requireOrder(1, 0, path);
  requireOrder(from, to, path);
  return [from, to];
}

function requireOrder(from: number, to: number, path: string): void {
  if (from <= to) return;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: `${from} to ${to}`,
    advice: "Give the ends in order, the lower one first, and not the same.",
  });
}
