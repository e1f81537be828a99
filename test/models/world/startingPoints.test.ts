import { describe, expect, it } from "vitest";
import { arraysOf } from "../../../src/models/world/calibration/worldArrays.js";
import { evaluateGaps } from "../../../src/models/world/solver/equations.js";
import { fillCost } from "../../../src/models/world/solver/fillCost.js";
import { invertBlocks } from "../../../src/models/world/solver/invertBlocks.js";
import { makeShock, noTariffs, readShock } from "../../../src/models/world/solver/makeShock.js";
import { newton } from "../../../src/models/world/solver/newton.js";
import { readClosure } from "../../../src/models/world/solver/readClosure.js";
import {
  addToSeries,
  continueSeries,
  makeSeries,
  setPriceLevel,
} from "../../../src/models/world/solver/series.js";
import { freshWorkspace } from "../../../src/models/world/solver/workspace.js";
import { fixed, randomWorld } from "./worlds.js";

const n = 3;

/** A world in the workspace; without tariffs its solution is the baseline, where all unknowns are zero. */
function stand(highest = 0) {
  const arrays = arraysOf(randomWorld(n, 11, { tariffPassThrough: 0.7 }));
  const closure = readClosure(arrays, fixed);
  const tariffs = [
    [0, highest, highest],
    [highest, 0, highest / 2],
    [highest, 0, 0],
  ];
  const shock =
    highest === 0 ? makeShock(arrays, closure, noTariffs) : readShock(arrays, closure, tariffs, "tariffs");
  const space = freshWorkspace(arrays);
  space.wedge = new Float64Array(shock.tariff.length);
  space.transfer.set(shock.transfer);
  space.passes = 0;
  space.iterations = 0;
  fillCost(arrays, shock, 1, space.cost, space.wedge);
  return { arrays, shock, space };
}

describe("costs under tariffs", () => {
  it.each([1, 0.3, 0])("are the shares, each by its factor to the power %s times its exponent", (power) => {
    const { arrays, shock, space } = stand(0.5);
    const { share, exponent, tradeElasticity } = arrays;
    fillCost(arrays, shock, power, space.cost, space.wedge);
    expect(new Set(exponent).size).toBe(n);
    const charged = new Map([
      [1, 0.5],
      [2, 0.5],
      [3, 0.5],
      [5, 0.25],
      [6, 0.5],
    ]);
    let q = 0;
    for (let at = 0; at < n * n; at++) {
      const tariff = charged.get(at);
      if (tariff === undefined) {
        expect(space.cost[at]).toBe(share[at]);
        continue;
      }
      const wanted = share[at]! * (1 + tariff) ** (-tradeElasticity * exponent[at % n]! * power);
      expect(wanted).toBeGreaterThan(0);
      expect(space.cost[at]! / wanted).toBeCloseTo(1, 13);
      expect(space.wedge[q]).toBeCloseTo(wanted * (1 - (1 + tariff) ** -power), 13);
      expect(shock.importer[q]).toBe(at % n);
      q++;
    }
    expect([q, ...shock.rowStart]).toEqual([5, 0, 2, 4, 5]);
  });
});

describe("a scenario's transfers", () => {
  it("are new where one of them is", () => {
    const { arrays } = stand();
    const isNew = (transfers: number[]) =>
      makeShock(arrays, readClosure(arrays, { ...fixed, deficits: { transfers } }), noTariffs).newTransfers;
    const [one, two, three] = arrays.transfer as unknown as [number, number, number];
    expect(isNew([one, two, three])).toBe(false);
    expect(isNew([one, two + 1, three - 1])).toBe(true);
    expect(isNew([one + 1, two + 1, three - 2])).toBe(true);
  });
});

describe("where a series of scenarios goes on", () => {
  /** The last states first: what `of` says at the places before 0, at the price level that the equations ask for. */
  function seriesOf(known: number, of: (place: number) => number) {
    const { arrays, shock, space } = stand();
    const series = makeSeries(n);
    const shape = new Float64Array(2 * n);
    setPriceLevel(arrays, shape, Float64Array.of(0.3, -0.2, 0.1, 0.2, -0.4, 0.3));
    for (let place = -known; place < 0; place++)
      addToSeries(
        series,
        shape.map((value) => value * of(place)),
      );
    const go = () => {
      const gap = continueSeries(arrays, shock, space, series);
      expect(gap).toBe(evaluateGaps(arrays, shock, space, space.state));
      expect(series.gap).toBe(gap);
      return { gap, part: space.state.map((value, i) => value / shape[i]!) };
    };
    return { arrays, series, shape, go };
  }

  it("takes over a state at a price level: expenditure does not change on average, relative prices stay", () => {
    const { arrays, shape } = seriesOf(0, () => 0);
    const { expenditure } = arrays;
    const mean = expenditure.reduce((sum, value, i) => sum + value * shape[n + i]!, 0);
    expect(Math.abs(mean)).toBeLessThan(1e-14 * arrays.totalExpenditure);
    expect(shape[0]! - shape[1]!).toBeCloseTo(0.5, 14);
    expect(shape[3]! - shape[4]!).toBeCloseTo(0.6, 14);
    expect(shape[3]! - shape[0]!).toBeCloseTo(-0.1, 14);
  });

  it("begins at the baseline, and goes on from one solution with that solution", () => {
    expect(seriesOf(0, () => 1).go().gap).toBeLessThan(1e-14);
    for (const part of seriesOf(1, () => 0.01).go().part) expect(part).toBeCloseTo(0.01, 14);
  });

  it("goes on from two on a line, from three on a parabola, from four or more on a cubic", () => {
    const forms: [number, (place: number) => number][] = [
      [2, (place) => 0.2 * place],
      [3, (place) => 0.2 * place + 0.1 * place ** 2],
      [4, (place) => 0.2 * place + 0.1 * place ** 2 - 0.05 * place ** 3],
      [6, (place) => 0.2 * place + 0.1 * place ** 2 - 0.05 * place ** 3],
    ];
    for (const [known, of] of forms) {
      const { series, go } = seriesOf(known, of);
      expect(series.known).toBe(Math.min(4, known));
      const { gap, part } = go();
      expect(gap).toBeLessThan(1e-14);
      for (const each of part) expect(Math.abs(each)).toBeLessThan(1e-14);
      expect(series.pause).toBe(0);
    }
  });

  it("goes on from the last solution where that is nearer, and so for the next eight", () => {
    // On a cubic these lead to -0.7.
    const { series, go } = seriesOf(4, (place) => (place % 2 === 0 ? 0.1 : 0));
    for (let pause = 8; pause >= 0; pause--) {
      const { gap, part } = go();
      expect(gap).toBeLessThan(1e-14);
      for (const each of part) expect(Math.abs(each)).toBeLessThan(1e-14);
      expect(series.pause).toBe(pause);
    }
    go();
    expect(series.pause).toBe(8);
  });

  it("goes on with a prediction that is about as near as the last one, or much nearer than the last solution", () => {
    // Predicted: a thousandth beside the baseline, where the last solution is at it.
    const beside = (before: number) => {
      const { series, go } = seriesOf(2, (place) => (place === -1 ? 0 : -1e-3));
      series.gap = before;
      return { ...go(), pause: series.pause };
    };
    const { gap, part } = beside(1);
    for (const each of part) expect(each).toBeCloseTo(1e-3, 14);
    expect(gap).toBeGreaterThan(1e-5);
    expect(beside(gap / 2.9).pause).toBe(0);
    expect(beside(gap / 3.1).pause).toBe(8);
    // From 1 to 0.2 it leads to -0.6; from 1 to 0.6 to 0.2, a third of the way from the baseline.
    expect(seriesOf(2, (place) => (place === -1 ? 0.2 : 1)).go().part[0]).toBeCloseTo(0.2, 13);
    const nearer = seriesOf(2, (place) => (place === -1 ? 0.6 : 1.1));
    expect(nearer.go().part[0]).toBeCloseTo(0.1, 13);
    expect(nearer.series.pause).toBe(0);
    // A gap above a hundredth is no prediction, whatever the last one was.
    const far = seriesOf(2, (place) => (place === -1 ? 0.2 : 1));
    far.series.gap = 1e3;
    expect(far.go().part[0]).toBeCloseTo(0.2, 13);
  });
});

describe("Newton's method", () => {
  const goal = 1e-13;

  it("does nothing where the gap is small enough, and as many steps as it may elsewhere", () => {
    const { arrays, shock, space } = stand(0.3);
    const from = (most: number, more: object = {}) => {
      space.state.fill(0);
      space.iterations = 0;
      const gap = newton(arrays, shock, space, { goal, most, safe: true, ...more });
      return [space.iterations, gap] as const;
    };
    const first = evaluateGaps(arrays, shock, space, new Float64Array(2 * n));
    expect(from(0)).toEqual([0, first]);
    expect(from(9, { known: 1e-14 })).toEqual([0, 1e-14]);
    expect(from(9, { known: Number.POSITIVE_INFINITY })).toEqual([0, Number.POSITIVE_INFINITY]);
    expect(from(9, { goal: first })).toEqual([0, first]);
    let before = first;
    for (const most of [1, 2, 3]) {
      const [steps, gap] = from(most);
      expect(steps).toBe(most);
      expect(gap).toBe(evaluateGaps(arrays, shock, space, space.state));
      // Quadratic, but for what the linear solve leaves.
      expect(gap).toBeLessThan(0.3 * before);
      before = gap;
    }
    const [steps, last] = from(14);
    expect(last).toBeLessThanOrEqual(goal);
    expect(steps).toBeLessThan(7);
  });

  it("gives up, where it is to be safe, when a step is too long or had to be shortened", () => {
    const { arrays, shock, space } = stand(0.3);
    const from = (far: number, safe: boolean) => {
      for (let i = 0; i < 2 * n; i++) space.state[i] = i % 2 === 0 ? far : -far;
      space.iterations = 0;
      return newton(arrays, shock, space, { goal, most: 40, safe });
    };
    expect(from(0.1, true)).toBeLessThan(goal);
    expect(from(3, true)).toBe(Number.POSITIVE_INFINITY);
    expect(space.iterations).toBe(1);
    expect(from(3, false)).toBeLessThan(goal);
    expect(space.iterations).toBeGreaterThan(3);
  });
});

describe("the memory of the solver", () => {
  it("has room for worlds of many economies, and is one for each size, without what was learnt", () => {
    const large = freshWorkspace({ n: 400 });
    for (const list of [large.cost, large.state, large.secondBy, large.krylov.step])
      expect(list.at(-1)).toBe(0);
    expect([large.cost.length, large.state.length, large.blocks.length]).toEqual([400 * 400, 800, 1600]);
    expect(freshWorkspace({ n: 400 })).toBe(large);
    const small = freshWorkspace({ n });
    expect([small.n, small.cost.length]).toEqual([n, n * n]);
    small.krylov.recycled = 5;
    expect(freshWorkspace({ n })).toBe(small);
    expect(small.krylov.recycled).toBe(0);
    // Lists that are parts of others begin where they should.
    small.dAll.set(Float64Array.from({ length: 5 * n }, (_, at) => at));
    expect(small.dFromM[0]).toBe(n);
    for (const [k, list] of [small.dM, small.dCost, small.dNet, small.dSales].entries())
      expect([list.length, list[0]]).toEqual([n, (k + 1) * n]);
    small.answer.set([0, 1, 2, 3, 4, 5]);
    expect([...small.answerFirst, ...small.answerSecond]).toEqual([0, 1, 2, 3, 4, 5]);
    small.common.set([7, 8]);
    expect([...small.growth, ...small.mean]).toEqual([7, 8]);
  });

  it("inverts the block of an economy by its own entries, and leaves one that has no inverse out", () => {
    const space = freshWorkspace({ n });
    for (const list of [space.factorBy, space.spendingBy, space.firstBy, space.secondBy]) list.fill(0);
    const entries = [
      [1, 1, 1, 1 + 1e-7],
      [1, 1, 1, 1 + 1e-5],
      [2, 3, -1, 4],
    ];
    entries.forEach(([a, b, c, d], i) => {
      space.firstBy[i] = a as number;
      space.firstBy[n + i] = b as number;
      space.secondBy[i] = c as number;
      space.secondBy[n + i] = d as number;
    });
    invertBlocks(space);
    const blocks = [0, 1, 2].map((i) => [0, 1, 2, 3].map((k) => space.blocks[k * n + i]));
    expect(blocks[0]).toEqual([1, 0, 0, 1]);
    const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 3));
    expect(blocks[1]?.map((entry) => (entry as number) * 1e-5)).toEqual(close([1, -1, -1, 1]));
    expect(blocks[2]).toEqual([4 / 11, -3 / 11, 1 / 11, 2 / 11].map((value) => expect.closeTo(value, 14)));
  });
});
