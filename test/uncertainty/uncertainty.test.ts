import fc from "fast-check";
import type { Evaluator } from "tariff-whatif";
import { type Distribution, uncertainty } from "tariff-whatif/uncertainty";
import { describe, expect, it } from "vitest";
import { expectClose } from "../support/expectClose.js";
import { rejectionOf } from "../support/rejectionOf.js";

const echo = (...names: string[]): Evaluator => ({
  domains: Object.fromEntries(names.map((name) => [name, {}])),
  evaluate: (inputs) => Object.fromEntries(names.map((name) => [name, inputs[name]!])),
});
const base = { draws: 2000, seed: 7, quantiles: [0.05, 0.25, 0.5, 0.75, 0.95], below: [] as const };
const drawOne = async (distribution: Distribution, given: object = {}) =>
  (await uncertainty({ ...base, ...given, evaluator: echo("x"), inputs: { x: distribution } })).outcomes.x!;
/** The draws themselves, seen from inside the evaluator. */
const drawsOf = async (inputs: Record<string, Distribution>, given: object = {}) => {
  const seen: Record<string, number>[] = [];
  const domains = Object.fromEntries(Object.keys(inputs).map((name) => [name, {}]));
  const evaluate = (drawn: Readonly<Record<string, number>>) => {
    seen.push({ ...drawn });
    return { n: 0 };
  };
  await uncertainty({ ...base, ...given, evaluator: { domains, evaluate }, inputs });
  return seen;
};

const uniform = { kind: "uniform", from: 2, to: 5 } as const;
const normal = { kind: "normal", mean: -3, standardDeviation: 2 } as const;
const logNormal = { kind: "logNormal", median: 2, logStandardDeviation: 0.5 } as const;
const pert = { kind: "pert", from: -4, mostLikely: -2, to: -0.5 } as const;
const choice = { kind: "choice", values: [1, 2, 4], weights: [1, 2, 1] } as const;

/** The inverse of the standard normal distribution at the quantiles asked for. */
const z = [-1.6448536269514722, -0.6744897501960817, 0, 0.6744897501960817, 1.6448536269514722];

describe("each distribution against its closed form", () => {
  const cases: [string, Distribution, number, number, number[] | null][] = [
    ["uniform", uniform, 3.5, 3 / Math.sqrt(12), base.quantiles.map((p) => 2 + 3 * p)],
    ["normal", normal, -3, 2, z.map((at) => -3 + 2 * at)],
    [
      "log-normal",
      logNormal,
      2 * Math.exp(0.125),
      2 * Math.exp(0.125) * Math.sqrt(Math.expm1(0.25)),
      z.map((at) => 2 * Math.exp(0.5 * at)),
    ],
    [
      "minus log-normal",
      { ...logNormal, negative: true },
      -2 * Math.exp(0.125),
      2 * Math.exp(0.125) * Math.sqrt(Math.expm1(0.25)),
      z.map((at) => -2 * Math.exp(-0.5 * at)),
    ],
    [
      "PERT",
      pert,
      (-4 + 4 * -2 - 0.5) / 6,
      Math.sqrt((((-4 - 8 - 0.5) / 6 + 4) * (-0.5 - (-4 - 8 - 0.5) / 6)) / 7),
      null,
    ],
    [
      "PERT with its mode at the end",
      { kind: "pert", from: 0, mostLikely: 0, to: 6 },
      1,
      Math.sqrt(5 / 7),
      null,
    ],
    ["choice", choice, 2.25, Math.sqrt(1.1875), null],
    ["choice without weights", { kind: "choice", values: [0, 6] }, 3, 3, null],
    [
      "normal cut at its mean",
      { ...normal, from: -3 },
      -3 + 2 * Math.sqrt(2 / Math.PI),
      2 * Math.sqrt(1 - 2 / Math.PI),
      null,
    ],
  ];

  it.each(cases)("%s", async (_, distribution, mean, deviation, quantiles) => {
    for (const seed of [1, 2]) {
      const draws = 4000;
      const { outcomes } = await uncertainty({
        ...base,
        draws,
        seed,
        evaluator: echo("x"),
        inputs: { x: distribution },
      });
      const x = outcomes.x!;
      expectClose(x.standardError, deviation / Math.sqrt(draws), 0.1);
      expect(Math.abs(x.mean - mean)).toBeLessThan((5 * deviation) / Math.sqrt(draws));
      expectClose(x.standardDeviation, deviation, 0.1);
      if (quantiles === null) continue;
      x.quantiles.forEach(({ low, high, value }, at) => {
        expect(low).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(high);
        expect(Math.abs(value - quantiles[at]!)).toBeLessThan(1.5 * (high - low));
      });
    }
  });

  it("stays inside its ends, whatever they are", async () => {
    const one = [
      uniform,
      pert,
      { ...normal, from: -4, to: -2.5 },
      { kind: "uniform", from: 0.1234567890121, to: 0.1234567890123 },
      { kind: "uniform", from: 1 / 3, to: 1 / 3 + 1e-14 },
    ] as const;
    for (const distribution of one) {
      const { lowest, highest } = await drawOne(distribution);
      expect(lowest).toBeGreaterThanOrEqual(distribution.from);
      expect(highest).toBeLessThanOrEqual(distribution.to);
    }
    const { outcomes } = await uncertainty({
      ...base,
      evaluator: { domains: { x: { above: 0 } }, evaluate: ({ x = 0 }) => ({ positive: x > 0 ? 1 : 0 }) },
      inputs: { x: { kind: "logNormal", median: 1e-300, logStandardDeviation: 60 } },
    });
    expect(outcomes.positive!.lowest).toBe(1);
  });

  it("chooses only what has a weight, as often as it says", async () => {
    const seen = await drawsOf({ x: { kind: "choice", values: [-1, 3, 5], weights: [0, 3, 1] } });
    const share = seen.filter(({ x }) => x === 3).length / seen.length;
    expect(seen.every(({ x }) => x === 3 || x === 5)).toBe(true);
    expect(Math.abs(share - 0.75)).toBeLessThan(5 * Math.sqrt((0.75 * 0.25) / seen.length));
  });

  it("takes a list of very many values", async () => {
    const values = Array.from({ length: 200_000 }, (_, index) => index);
    const { mean } = await drawOne({ kind: "choice", values }, { draws: 50 });
    expect(mean).toBeGreaterThan(0);
  });
});

describe("the draws", () => {
  const inputs = { a: uniform, b: normal, sigma: logNormal, euRate: pert };

  it("are the same for the same seed, and others for another", async () => {
    const [first, second, other] = [
      await drawsOf(inputs),
      await drawsOf(inputs),
      await drawsOf(inputs, { seed: 8 }),
    ];
    expect(second).toEqual(first);
    expect(other[0]).not.toEqual(first[0]);
  });

  it("are the same on every platform", async () => {
    const seen = await drawsOf(
      { ...inputs, c: choice, t: { ...normal, from: -3 } },
      { draws: 3, seed: 2025 },
    );
    const golden = [
      {
        a: 3.15666318034,
        b: -2.44788648887,
        sigma: 1.08418949022,
        euRate: -1.75083729017,
        c: 2,
        t: -2.17038006734,
      },
      {
        a: 4.16087381877,
        b: -4.79425058565,
        sigma: 2.23637904476,
        euRate: -2.35581639728,
        c: 2,
        t: -0.942165313938,
      },
      {
        a: 3.20031013039,
        b: -3.20038927938,
        sigma: 3.8357975716,
        euRate: -1.96236801852,
        c: 2,
        t: -0.571929574796,
      },
    ];
    golden.forEach((draw, at) => {
      for (const [name, value] of Object.entries(draw)) expectClose(seen[at]![name]!, value, 1e-9, 0, name);
    });
  });

  it("do not depend on the order or the number of inputs", async () => {
    const all = await drawsOf(inputs);
    const { a, b, sigma, euRate } = inputs;
    const turned = await drawsOf({ euRate, sigma, b, a });
    const fewer = await drawsOf({ b });
    expect(turned).toEqual(all);
    expect(fewer).toEqual(all.map(({ b: drawn }) => ({ b: drawn })));
    const more = await drawsOf({ ...inputs, new: choice });
    expect(more.map(({ new: _, ...rest }) => rest)).toEqual(all);
  });

  it("of more draws begin with those of fewer", async () => {
    const [few, many] = [await drawsOf(inputs, { draws: 60 }), await drawsOf(inputs, { draws: 200 })];
    expect(many.slice(0, 60)).toEqual(few);
  });

  it("of different inputs, alike as their names and seeds may be, are not correlated", async () => {
    const names = [
      "a",
      "b",
      "a1",
      "a2",
      "rate1",
      "rate2",
      "importDemandElasticity",
      "substitutionElasticity",
    ];
    const spread = { kind: "uniform", from: 0, to: 1 } as const;
    const columns: number[][] = [];
    for (const seed of [0, 1, 2]) {
      const seen = await drawsOf(Object.fromEntries(names.map((name) => [name, spread])), { seed });
      for (const name of names) columns.push(seen.map((draw) => draw[name]! - 0.5));
    }
    const limit = 5 / Math.sqrt(base.draws);
    for (const [i, left] of columns.entries()) {
      for (const right of columns.slice(0, i)) {
        const product = left.reduce((sum, value, at) => sum + value * right[at]!, 0) / base.draws;
        expect(Math.abs(product * 12)).toBeLessThan(limit);
      }
    }
  });

  it("begin anywhere: the first draw of many seeds is spread evenly", async () => {
    const bins = new Array(10).fill(0);
    for (let seed = -200; seed < 200; seed++) {
      const [first] = await drawsOf({ x: { kind: "uniform", from: 0, to: 10 } }, { seed, draws: 1 });
      bins[Math.floor(first!.x!)] += 1;
    }
    const chiSquare = bins.reduce((sum, count) => sum + (count - 40) ** 2 / 40, 0);
    expect(chiSquare).toBeLessThan(33.7); // 9 degrees of freedom, p = 0.0001
  });
});

describe("the summary", () => {
  it("is that of the draws", async () => {
    const seen = await drawsOf({ x: normal });
    const values = seen.map(({ x }) => x!).sort((left, right) => left - right);
    const x = await drawOne(normal);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expectClose(x.mean, mean, 1e-12);
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expectClose(x.standardDeviation, Math.sqrt(squares / (values.length - 1)), 1e-12);
    expect(x.lowest).toBe(values[0]);
    expect(x.highest).toBe(values.at(-1));
    expect(x.shareBelowZero).toBe(values.filter((value) => value < 0).length / values.length);
    x.quantiles.forEach(({ probability, value }) => {
      expect(values.filter((other) => other <= value).length / values.length).toBeGreaterThanOrEqual(
        probability,
      );
      expect(values.filter((other) => other < value).length / values.length).toBeLessThan(probability);
    });
  });

  it("has ranges of quantiles that hold the true ones 95 times in 100", async () => {
    const wanted = [0.1, 0.5, 0.9];
    const runs = 150;
    const held = wanted.map(() => 0);
    for (let seed = 0; seed < runs; seed++) {
      const { quantiles } = await drawOne(
        { kind: "uniform", from: 0, to: 1 },
        { draws: 200, seed, quantiles: wanted },
      );
      quantiles.forEach(({ low, high, probability }, at) => {
        if (low <= probability && probability <= high) held[at]! += 1;
      });
    }
    // 0.95 within about three standard errors of 150 runs.
    for (const count of held) expect(Math.abs(count / runs - 0.95)).toBeLessThan(0.055);
  });

  it("says how often one outcome lies below another", async () => {
    const { below } = await uncertainty({
      ...base,
      evaluator: echo("a", "b"),
      inputs: { a: { kind: "uniform", from: 0, to: 1 }, b: { kind: "uniform", from: 0, to: 2 } },
      below: [
        ["a", "b"],
        ["b", "a"],
        ["a", "a"],
      ],
    });
    expect(Math.abs(below[0]!.probability - 0.75)).toBeLessThan(5 * Math.sqrt((0.75 * 0.25) / base.draws));
    expectClose(below[0]!.standardError, Math.sqrt((0.75 * 0.25) / base.draws), 0.05);
    expectClose(below[0]!.probability + below[1]!.probability, 1, 1e-12);
    expect(below[2]).toEqual({ first: "a", second: "a", probability: 0, standardError: 0 });
  });

  it("is plain, frozen and survives JSON", async () => {
    const result = await uncertainty({ ...base, draws: 100, evaluator: echo("x"), inputs: { x: uniform } });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(Object.isFrozen(result.outcomes.x!.quantiles)).toBe(true);
  });

  it("works with one draw, and without inputs", async () => {
    const one = await drawOne(uniform, { draws: 1 });
    expect(one.lowest).toBe(one.highest);
    const constant: Evaluator = { domains: {}, evaluate: () => ({ y: 3 }) };
    const { outcomes } = await uncertainty({ ...base, evaluator: constant, inputs: {} });
    expect(outcomes.y).toMatchObject({
      mean: 3,
      standardDeviation: 0,
      lowest: 3,
      highest: 3,
      shareBelowZero: 0,
    });
  });
});

describe("progress and the signal", () => {
  it("tells from 0 to all draws, in order", async () => {
    const told: number[] = [];
    await drawOne(uniform, {
      draws: 175,
      onProgress: ({ done, of }: { done: number; of: number }) => {
        expect(of).toBe(175);
        told.push(done);
      },
    });
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(175);
    expect(told).toEqual([...new Set(told)].sort((left, right) => left - right));
    expect(told.length).toBeGreaterThan(2);
  });

  it("stops at once with a signal that was aborted before", async () => {
    let evaluated = 0;
    const evaluator = { domains: { x: {} }, evaluate: () => ({ y: evaluated++ }) };
    const signal = AbortSignal.abort();
    const run = () => uncertainty({ ...base, evaluator, inputs: { x: uniform }, signal });
    expect(await rejectionOf(run)).toEqual({ name: "TariffError", code: "aborted", path: "signal" });
    expect(evaluated).toBe(0);
  });

  it("stops soon when it is aborted by a timer", async () => {
    const controller = new AbortController();
    let evaluated = 0;
    const evaluator = { domains: { x: {} }, evaluate: () => ({ y: evaluated++ }) };
    setTimeout(() => controller.abort(), 5);
    const run = () =>
      uncertainty({
        ...base,
        draws: 1_000_000,
        evaluator,
        inputs: { x: uniform },
        signal: controller.signal,
      });
    expect(await rejectionOf(run)).toMatchObject({ code: "aborted" });
    expect(evaluated).toBeLessThan(500_000);
  });

  it("gives the same numbers with them as without", async () => {
    const signal = new AbortController().signal;
    expect(await drawOne(uniform, { signal, onProgress: () => {} })).toEqual(await drawOne(uniform));
  });
});

describe("a distribution that can produce an impossible value", () => {
  const refusedBy = async (domain: object, x: Distribution) =>
    rejectionOf(() =>
      uncertainty({
        ...base,
        draws: 10,
        evaluator: { domains: { x: domain }, evaluate: () => ({ y: 0 }) },
        inputs: { x },
      }),
    );
  const refused = { name: "TariffError", code: "out-of-range", path: "inputs.x" };
  it.each([
    ["above 0, uniform from 0", { above: 0 }, { kind: "uniform", from: 0, to: 1 }],
    ["above 0, normal", { above: 0 }, { kind: "normal", mean: 3, standardDeviation: 0.1 }],
    [
      "above 0, normal cut above only",
      { above: 0 },
      { kind: "normal", mean: 3, standardDeviation: 1, to: 4 },
    ],
    ["above 0, minus log-normal", { above: 0 }, { ...logNormal, negative: true }],
    ["above 0, PERT", { above: 0 }, pert],
    ["above 0, choice", { above: 0 }, { kind: "choice", values: [1, 0] }],
    ["below 0, uniform to 0", { below: 0 }, { kind: "uniform", from: -1, to: 0 }],
    ["below 0, normal", { below: 0 }, normal],
    ["below 0, log-normal", { below: 0 }, logNormal],
    ["from 0, uniform", { from: 0 }, { kind: "uniform", from: -1e-9, to: 1 }],
    ["to 1, uniform", { from: 0, to: 1 }, { kind: "uniform", from: 0, to: 1.0000001 }],
    ["to 1, log-normal", { to: 1 }, logNormal],
    ["from -1, normal", { from: -1 }, normal],
  ] as [string, object, Distribution][])("is refused: %s", async (_, domain, distribution) => {
    expect(await refusedBy(domain, distribution)).toEqual(refused);
  });

  it.each([
    [{ above: 0 }, logNormal],
    [{ below: 0 }, { ...logNormal, negative: true }],
    [{ below: 0 }, { ...normal, to: -0.01 }],
    [
      { from: 0, to: 1 },
      { kind: "uniform", from: 0, to: 1 },
    ],
    [{ above: 0 }, { kind: "choice", values: [-1, 2], weights: [0, 1] }],
    [{}, normal],
  ] as [object, Distribution][])("is not refused when it cannot: %j %j", async (domain, distribution) => {
    expect(await refusedBy(domain, distribution)).toMatchObject({ code: "none" });
  });

  it("any uniform one is refused exactly when it reaches outside", async () => {
    const number = fc.integer({ min: -5, max: 5 });
    await fc.assert(
      fc.asyncProperty(number, number, number, async (limit, one, two) => {
        const [from, to] = [Math.min(one, two), Math.max(one, two) + 0.5];
        const x = { kind: "uniform", from, to } as const;
        expect((await refusedBy({ above: limit }, x)).code === "none").toBe(from > limit);
        expect((await refusedBy({ from: limit }, x)).code === "none").toBe(from >= limit);
        expect((await refusedBy({ below: limit }, x)).code === "none").toBe(to < limit);
        expect((await refusedBy({ to: limit }, x)).code === "none").toBe(to <= limit);
      }),
      { numRuns: 30 },
    );
  });
});

describe("bad input to uncertainty", () => {
  const good = { ...base, draws: 5, evaluator: echo("x"), inputs: { x: uniform } };
  const input = (x: unknown) => ({ ...good, inputs: { x } });
  it.each([
    ["wrong-type", "", null],
    ["missing-key", "seed", { ...good, seed: undefined }],
    ["missing-key", "below", { ...good, below: undefined }],
    ["unknown-key", "runs", { ...good, runs: 5 }],
    ["out-of-range", "draws", { ...good, draws: 0 }],
    ["out-of-range", "draws", { ...good, draws: 2.5 }],
    ["out-of-range", "draws", { ...good, draws: Number.NaN }],
    ["out-of-range", "draws", { ...good, draws: Infinity }],
    ["wrong-type", "draws", { ...good, draws: "10" }],
    ["out-of-range", "seed", { ...good, seed: 2 ** 31 }],
    ["out-of-range", "seed", { ...good, seed: 0.5 }],
    ["wrong-type", "quantiles", { ...good, quantiles: 0.5 }],
    ["out-of-range", "quantiles[1]", { ...good, quantiles: [0.5, 1] }],
    ["out-of-range", "quantiles[0]", { ...good, quantiles: [Number.NaN] }],
    ["wrong-type", "below", { ...good, below: 5 }],
    ["wrong-type", "below[0]", { ...good, below: [null] }],
    ["wrong-type", "below[0]", { ...good, below: ["xx"] }],
    ["unknown-key", "below[0]", { ...good, below: [["x", "y"]] }],
    ["wrong-type", "onProgress", { ...good, onProgress: 5 }],
    ["wrong-type", "signal", { ...good, signal: {} }],
    ["wrong-type", "signal", { ...good, signal: null }],
    ["wrong-type", "evaluator", { ...good, evaluator: null }],
    ["unknown-key", "evaluator.name", { ...good, evaluator: { ...echo("x"), name: "x" } }],
    ["wrong-type", "evaluator", { ...good, evaluator: { domains: { x: {} }, evaluate: 5 } }],
    ["wrong-type", "evaluator", { ...good, evaluator: { ...echo("x"), domains: [{}] } }],
    ["wrong-type", "evaluator.domains.x", { ...good, evaluator: { ...echo("x"), domains: { x: 5 } } }],
    [
      "unknown-key",
      "evaluator.domains.x.min",
      { ...good, evaluator: { ...echo("x"), domains: { x: { min: 0 } } } },
    ],
    [
      "not-finite",
      "evaluator.domains.x.above",
      { ...good, evaluator: { ...echo("x"), domains: { x: { above: Number.NaN } } } },
    ],
    ["wrong-type", "inputs", { ...good, inputs: null }],
    ["wrong-type", "inputs", { ...good, inputs: [uniform] }],
    ["missing-key", "inputs.x", { ...good, inputs: {} }],
    ["unknown-key", "inputs.y", { ...good, inputs: { x: uniform, y: uniform } }],
    ["wrong-type", "inputs.x", input(undefined)],
    ["wrong-type", "inputs.x", input(3)],
    ["wrong-type", "inputs.x", input({ kind: "triangular", from: 0, to: 1 })],
    ["missing-key", "inputs.x.to", input({ kind: "uniform", from: 0 })],
    ["unknown-key", "inputs.x.mean", input({ ...uniform, mean: 1 })],
    ["out-of-range", "inputs.x", input({ kind: "uniform", from: 5, to: 2 })],
    ["out-of-range", "inputs.x", input({ kind: "uniform", from: 2, to: 2 })],
    ["not-finite", "inputs.x.from", input({ kind: "uniform", from: Number.NaN, to: 2 })],
    ["not-finite", "inputs.x.to", input({ kind: "uniform", from: 0, to: Infinity })],
    ["wrong-type", "inputs.x.from", input({ kind: "uniform", from: "0", to: 2 })],
    ["out-of-range", "inputs.x.standardDeviation", input({ ...normal, standardDeviation: 0 })],
    ["out-of-range", "inputs.x.standardDeviation", input({ ...normal, standardDeviation: -1 })],
    ["not-finite", "inputs.x.mean", input({ ...normal, mean: Infinity })],
    ["wrong-type", "inputs.x.from", input({ ...normal, from: null })],
    ["out-of-range", "inputs.x", input({ ...normal, from: 0, to: -1 })],
    ["out-of-range", "inputs.x", input({ ...normal, from: 100 })],
    ["out-of-range", "inputs.x", input({ ...normal, from: -3, to: -3 })],
    ["out-of-range", "inputs.x.median", input({ ...logNormal, median: 0 })],
    ["out-of-range", "inputs.x.median", input({ ...logNormal, median: -2 })],
    ["out-of-range", "inputs.x.logStandardDeviation", input({ ...logNormal, logStandardDeviation: 0 })],
    ["wrong-type", "inputs.x.negative", input({ ...logNormal, negative: "no" })],
    ["out-of-range", "inputs.x", input({ ...pert, mostLikely: 1 })],
    ["not-finite", "inputs.x.mostLikely", input({ ...pert, mostLikely: Number.NaN })],
    ["wrong-type", "inputs.x", input({ kind: "choice", values: [] })],
    ["wrong-type", "inputs.x", input({ kind: "choice", values: "abc" })],
    ["wrong-type", "inputs.x", input({ kind: "choice", values: 5 })],
    ["wrong-type", "inputs.x", input({ kind: "choice", values: [1, 2], weights: [1] })],
    ["not-finite", "inputs.x.values[1]", input({ kind: "choice", values: [1, Number.NaN] })],
    ["out-of-range", "inputs.x.weights[1]", input({ kind: "choice", values: [1, 2], weights: [1, -1] })],
    ["out-of-range", "inputs.x.weights", input({ kind: "choice", values: [1, 2], weights: [0, 0] })],
    ["not-finite", "inputs.x.weights", input({ kind: "choice", values: [1, 2], weights: [1e308, 1e308] })],
  ])("%s at %s", async (code, path, options) => {
    const before = JSON.stringify(good);
    const start = performance.now();
    expect(await rejectionOf(() => uncertainty(options as never))).toEqual({
      name: "TariffError",
      code,
      path,
    });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(JSON.stringify(good)).toBe(before);
  });

  it.each([
    ["not-finite", "y", () => ({ y: Number.NaN })],
    ["not-finite", "y", () => ({ y: Infinity })],
    ["wrong-type", "y", () => ({ y: "1" })],
    ["wrong-type", "evaluator.evaluate", () => 5],
    ["wrong-type", "evaluator.evaluate", () => null],
    ["wrong-type", "evaluator.evaluate", () => [1]],
  ])("an outcome that is no number: %s at %s", async (code, path, evaluate) => {
    const evaluator = { domains: { x: {} }, evaluate } as never;
    const below = path === "y" ? [] : [["y", "y"]];
    const found = await rejectionOf(() => uncertainty({ ...good, evaluator, below: below as never }));
    expect(found).toEqual({ name: "TariffError", code, path });
  });

  it("an outcome that is missing in a later draw", async () => {
    let draw = 0;
    const evaluator = { domains: { x: {} }, evaluate: () => (draw++ === 3 ? { z: 1 } : { y: 1 }) } as never;
    expect(await rejectionOf(() => uncertainty({ ...good, evaluator }))).toMatchObject({
      code: "unknown-key",
    });
  });

  it("a name in below that no outcome has, before the draws are made", async () => {
    let evaluated = 0;
    const evaluator = { domains: { x: {} }, evaluate: () => ({ y: evaluated++ }) };
    await rejectionOf(() => uncertainty({ ...good, draws: 1000, evaluator, below: [["y", "welfare"]] }));
    expect(evaluated).toBe(1);
  });
});
