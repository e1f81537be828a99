import {
  calibrateWorld,
  type DeficitRule,
  ignatenko2025CompletePassThrough,
  type RevenueUse,
  type World,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { arraysOf } from "../../../src/models/world/calibration/worldArrays.js";
import { applyBlocks } from "../../../src/models/world/solver/applyBlocks.js";
import { derivativeAlong } from "../../../src/models/world/solver/derivativeAlong.js";
import { evaluateGaps } from "../../../src/models/world/solver/equations.js";
import { fillCost } from "../../../src/models/world/solver/fillCost.js";
import { invertBlocks } from "../../../src/models/world/solver/invertBlocks.js";
import { linearise } from "../../../src/models/world/solver/linearise.js";
import { makeShock, noTariffs, readShock } from "../../../src/models/world/solver/makeShock.js";
import { readClosure } from "../../../src/models/world/solver/readClosure.js";
import { freshWorkspace } from "../../../src/models/world/solver/workspace.js";
import { numbers, randomData, randomTariffs, randomWorld } from "./worlds.js";

const n = 4;
/** A random world, and one more economy that trades with nobody. */
function withOneAlone(): World {
  const { economies, exports, gdp } = randomData(n - 1, 11);
  return calibrateWorld({
    economies: [...economies, "alone"],
    exports: [...exports.map((row) => [...row, 0]), new Array<number>(n).fill(0)],
    gdp: [...gdp, 5],
    parameters: { ...ignatenko2025CompletePassThrough, marketingCosts: [0.1, 0.2, 0.15, 0.12] },
  });
}
const kinds: [string, () => World, RevenueUse, DeficitRule][] = [
  [
    "a rebate",
    () => randomWorld(n, 11, { valueAddedShare: 0.6, tariffPassThrough: 0.7 }),
    "lumpSumRebate",
    "fixedToWorldIncome",
  ],
  [
    "tax relief and strong scale",
    () =>
      randomWorld(n, 11, {
        scaleElasticity: 0.2,
        valueAddedShare: 0.7,
        labourSupplyElasticity: 0.8,
        tariffPassThrough: 0.4,
      }),
    "incomeTaxRelief",
    { transfers: [4, -1, -2, -1] },
  ],
  ["an economy that does not trade", withOneAlone, "lumpSumRebate", "fixedToWorldIncome"],
];

/** A world with tariffs in the workspace, at a place that solves nothing. */
function stand(world: World, revenueUse: RevenueUse, deficits: DeficitRule, far = 0.2) {
  const arrays = arraysOf(world);
  const closure = readClosure(arrays, { revenueUse, deficits });
  const shock = readShock(arrays, closure, randomTariffs(n, 11, 0.4), "tariffs");
  const space = freshWorkspace(arrays);
  space.wedge = new Float64Array(shock.tariff.length);
  space.transfer.set(shock.transfer);
  space.passes = 0;
  fillCost(arrays, shock, 1, space.cost, space.wedge);
  const next = numbers(3);
  const spread = (size: number) => Float64Array.from({ length: 2 * n }, () => size * (2 * next() - 1));
  space.state.set(spread(far));
  return { arrays, shock, space, spread };
}

describe.each(kinds)("with %s", (_, world, revenueUse, deficits) => {
  it("the derivative along a direction is what the gaps do along it", () => {
    const { arrays, shock, space, spread } = stand(world(), revenueUse, deficits);
    evaluateGaps(arrays, shock, space, space.state);
    linearise(arrays, shock, space);
    const directions = [...Array(2 * n).keys()].map((at) =>
      Float64Array.from({ length: 2 * n }, (_each, i) => (i === at ? 1 : 0)),
    );
    for (const along of [...directions, spread(1)]) {
      const told = new Float64Array(2 * n);
      derivativeAlong(arrays, shock, space, along, told);
      const gapsAt = (step: number) => {
        const at = Float64Array.from(space.state, (value, i) => value + step * along[i]!);
        evaluateGaps(arrays, shock, space, at);
        return Float64Array.from(space.gap);
      };
      const h = 1e-5;
      const [up, down] = [gapsAt(h), gapsAt(-h)];
      told.forEach((value, i) => {
        expect(Math.abs(value - (up[i]! - down[i]!) / (2 * h))).toBeLessThan(1e-7 * (1 + Math.abs(value)));
      });
    }
  });

  it("the blocks undo the derivative where nobody trades and the world does not grow", () => {
    const { arrays, shock, space, spread } = stand(world(), revenueUse, deficits);
    evaluateGaps(arrays, shock, space, space.state);
    linearise(arrays, shock, space);
    invertBlocks(space);
    const alone = makeShock(arrays, { ...shock, deficits, tolerance: 1, throws: true }, noTariffs);
    for (let at = 0; at < n * n; at++) if (at % (n + 1) !== 0) space.cost[at] = 0;
    space.commonBy.fill(0);
    const direction = space.krylov.direction;
    for (let k = 0; k < 3; k++) {
      const wanted = spread(1);
      direction.set(wanted);
      applyBlocks(space, direction);
      const back = new Float64Array(2 * n);
      derivativeAlong(arrays, alone, space, Float64Array.from(direction), back);
      back.forEach((value, i) => {
        expect(value).toBeCloseTo(wanted[i]!, 11);
      });
    }
  });

  it("an evaluation tells the largest gap, and that it passed over trade twice and over the tariffs twice", () => {
    const { arrays, shock, space } = stand(world(), revenueUse, deficits);
    const largest = evaluateGaps(arrays, shock, space, space.state);
    expect(largest).toBe(Math.max(...space.gap.map(Math.abs)));
    expect(largest).toBeGreaterThan(0.05);
    // Flows across borders, as a part of the matrix.
    const flows = world().trade.flatMap((row, j) => row.filter((value, i) => i !== j && value > 0)).length;
    expect(space.passes).toBe(2 * (1 + flows / 16));
    linearise(arrays, shock, space);
    derivativeAlong(arrays, shock, space, space.state, new Float64Array(2 * n));
    expect(space.passes).toBe(4 * (1 + flows / 16));
  });
});

describe("equations without a value", () => {
  /** The largest gap where the first economy's goods cost e^far as much: beyond some place all that it buys pays duty. */
  const gapAt = (far: number, revenueUse: RevenueUse) => {
    const world = randomWorld(n, 11, { labourSupplyElasticity: 0.8 });
    const { arrays, shock, space } = stand(world, revenueUse, "balancedTrade", 0);
    space.state[0] = far;
    return evaluateGaps(arrays, shock, space, space.state);
  };

  it("have an infinite gap: revenue of all that labour earns, and places that are no numbers", () => {
    for (const far of [0, 0.1]) expect(gapAt(far, "incomeTaxRelief")).toBeLessThan(10);
    expect(gapAt(5, "incomeTaxRelief")).toBe(Number.POSITIVE_INFINITY);
    expect(gapAt(5, "lumpSumRebate")).toBeLessThan(10);
    for (const far of [-1e300, Number.NaN])
      expect(gapAt(far, "lumpSumRebate")).toBe(Number.POSITIVE_INFINITY);
  });
});
