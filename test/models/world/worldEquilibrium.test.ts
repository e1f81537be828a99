import {
  balancedWorld,
  calibrateWorld,
  ignatenko2025InputOutput,
  ignatenko2025PartialPassThrough,
  recalibrateWorld,
  worldEquilibria,
  worldEquilibrium,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { fixed, randomTariffs, randomWorld, twoEconomies } from "./worlds.js";

const onB = [{ exporter: "B", importer: "A", tariff: 0.25 }];

describe("worldEquilibrium", () => {
  it("takes a matrix, a row-major array or a list for the same tariffs", () => {
    const world = twoEconomies();
    const list = worldEquilibrium(world, { tariffs: onB, ...fixed });
    const rows = worldEquilibrium(world, {
      tariffs: [
        [0, 0],
        [0.25, 0],
      ],
      ...fixed,
    });
    const flat = worldEquilibrium(world, { tariffs: Float64Array.from([0, 0, 0.25, 0]), ...fixed });
    expect(rows).toEqual(list);
    expect(flat).toEqual(list);
  });

  it("gives plain frozen values that survive JSON and hold nothing of the input", () => {
    const exports = [
      [0, 10],
      [12, 0],
    ];
    const gdp = [100, 60];
    const { parameters } = twoEconomies();
    const world = calibrateWorld({ economies: ["A", "B"], exports, gdp, parameters });
    const tariffs = [
      [0, 0],
      [0.25, 0],
    ];
    const result = worldEquilibrium(world, { tariffs, ...fixed });
    const before = JSON.stringify([world, result]);
    (exports[0] as number[])[1] = 99;
    gdp[0] = 1;
    (tariffs[1] as number[])[0] = 9;
    expect(JSON.stringify([world, result])).toBe(before);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    for (const part of [
      world,
      world.trade[0],
      result,
      result.trade,
      result.trade[0],
      result.economies[0],
      result.ratios.wage,
    ])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it("gives the same digits whatever was solved before", () => {
    const world = randomWorld(12, 3);
    const scenario = { tariffs: randomTariffs(12, 3, 0.3), ...fixed };
    const first = worldEquilibrium(world, scenario);
    worldEquilibrium(world, { tariffs: randomTariffs(12, 4, 0.9), ...fixed });
    expect(worldEquilibrium(world, scenario)).toEqual(first);
  });

  it("starts from an earlier outcome, saves passes and agrees", () => {
    const world = randomWorld(30, 5);
    const tariffs = randomTariffs(30, 5, 0.3);
    const cold = worldEquilibrium(world, { tariffs, ...fixed });
    const warm = worldEquilibrium(world, { tariffs, ...fixed, start: JSON.parse(JSON.stringify(cold)) });
    expect(warm.passes).toBeLessThan(cold.passes / 2);
    warm.economies.forEach((economy, i) => {
      expect(Math.abs(economy.welfarePercent - (cold.economies[i]?.welfarePercent as number))).toBeLessThan(
        1e-10,
      );
    });
  });

  it("solves many scenarios as if one by one", () => {
    const world = randomWorld(15, 8);
    const scenarios = [0.1, 0.5, 0].map((highest) => randomTariffs(15, 8, highest));
    worldEquilibria(world, { scenarios, ...fixed }).forEach((outcome, k) => {
      const alone = worldEquilibrium(world, { tariffs: scenarios[k] as number[][], ...fixed });
      outcome.economies.forEach((economy, i) => {
        expect(
          Math.abs(economy.welfarePercent - (alone.economies[i]?.welfarePercent as number)),
        ).toBeLessThan(1e-9);
      });
    });
  });

  it("goes on along a sweep, over a jump in it, and agrees with one by one", () => {
    const world = randomWorld(15, 8);
    const full = randomTariffs(15, 8, 0.5);
    const parts = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 1.5, 0.2, 0.9, 1, 1.1, 1.2, 1.3];
    const scenarios = parts.map((part) => full.map((row) => row.map((tariff) => part * tariff)));
    const outcomes = worldEquilibria(world, { scenarios, ...fixed });
    outcomes.forEach((outcome, k) => {
      expect(outcome.residual).toBeLessThan(1e-12);
      const alone = worldEquilibrium(world, { tariffs: scenarios[k] as number[][], ...fixed });
      outcome.ratios.wage.forEach((wage, i) => {
        expect(Math.abs(wage - (alone.ratios.wage[i] as number))).toBeLessThan(1e-12);
      });
    });
    expect(outcomes[5]?.passes).toBeLessThan((outcomes[1]?.passes as number) * 0.75);
  });

  it("the trade matrix is its own, whatever was solved before it was read", () => {
    const world = randomWorld(6, 2);
    const scenario = { tariffs: randomTariffs(6, 2, 0.5), ...fixed };
    const { trade } = worldEquilibrium(world, scenario);
    const late = worldEquilibrium(world, scenario);
    worldEquilibrium(world, { tariffs: randomTariffs(6, 3, 0.9), ...fixed });
    expect(late.trade).toEqual(trade);
    expect(late.trade).toBe(late.trade);
  });

  it("the trade matrix is what the levels say", () => {
    const result = worldEquilibrium(randomWorld(6, 2), { tariffs: randomTariffs(6, 2, 0.5), ...fixed });
    result.economies.forEach(({ levels }, i) => {
      const exports = (result.trade[i] as number[]).reduce(
        (sum, value, k) => (k === i ? sum : sum + value),
        0,
      );
      expect(Math.abs(exports / levels.exports - 1)).toBeLessThan(1e-12);
      expect(levels.deficit).toBe(levels.imports - levels.exports);
    });
  });

  it("partial pass-through, input-output links and other elasticities all solve and differ", () => {
    const base = twoEconomies();
    const worlds = [
      base,
      recalibrateWorld(base, { ...ignatenko2025PartialPassThrough, marketingCosts: [0.2, 0.1] }),
      recalibrateWorld(base, { ...ignatenko2025InputOutput, marketingCosts: [0.2, 0.1] }),
      recalibrateWorld(base, { ...base.parameters, tradeElasticity: 8, scaleElasticity: 0 }),
      recalibrateWorld(base, { ...base.parameters, labourSupplyElasticity: 0 }),
    ];
    const welfare = worlds.map((world) => {
      const result = worldEquilibrium(world, { tariffs: onB, ...fixed });
      expect(result.residual).toBeLessThan(1e-12);
      return result.economies[0]?.welfarePercent.toFixed(6);
    });
    expect(new Set(welfare).size).toBe(worlds.length);
  });

  it("ends transfers, or takes them as given", () => {
    const world = twoEconomies();
    const ended = worldEquilibrium(world, {
      tariffs: [],
      revenueUse: "lumpSumRebate",
      deficits: "balancedTrade",
    });
    const zero = worldEquilibrium(world, {
      tariffs: [],
      revenueUse: "lumpSumRebate",
      deficits: { transfers: [0, 0] },
    });
    expect(zero.economies).toEqual(ended.economies);
    const balanced = balancedWorld(world);
    expect(balanced.transfer).toEqual([0, 0]);
    const nothing = worldEquilibrium(balanced, { tariffs: [], ...fixed });
    for (const { welfarePercent } of nothing.economies) expect(Math.abs(welfarePercent)).toBeLessThan(1e-10);
    const total = worldEquilibrium(balanced, { tariffs: onB, ...fixed }).economies[0]?.welfarePercent;
    expect(total).toBeGreaterThan(0);
  });

  it("names the economies whose own trade was set to zero in every outcome", () => {
    const world = calibrateWorld({
      economies: ["A", "B", "C"],
      exports: [
        [0, 10, 1],
        [12, 0, 30],
        [2, 25, 0],
      ],
      gdp: [100, 60, 20],
      parameters: twoEconomies({ marketingCosts: "none" }).parameters,
    });
    expect(world.ownTradeSetToZero).toEqual(["C"]);
    const result = worldEquilibrium(world, { tariffs: onB, ...fixed });
    expect(result.ownTradeSetToZero).toEqual(["C"]);
    expect(result.residual).toBeLessThan(1e-12);
  });

  it("leaves the change of a deficit away where there was none but for rounding", () => {
    const first = (gap: number) => {
      const world = calibrateWorld({
        economies: ["A", "B"],
        exports: [
          [0, 10],
          [10 + gap, 0],
        ],
        gdp: [100, 60],
        parameters: twoEconomies({ marketingCosts: "none" }).parameters,
      });
      return worldEquilibrium(world, { tariffs: onB, ...fixed }).economies[0];
    };
    for (const gap of [0, 1e-11]) expect(first(gap)).not.toHaveProperty("deficitPercent");
    expect(first(1e-10)).toHaveProperty("deficitPercent");
  });

  it("keeps transfers as they were given, whatever the caller does with them", () => {
    const transfers = [3, -3];
    const { deficits } = worldEquilibrium(twoEconomies(), { tariffs: [], ...fixed, deficits: { transfers } });
    transfers[0] = 9;
    expect(deficits).toEqual({ transfers: [3, -3] });
    expect(Object.isFrozen((deficits as { readonly transfers: readonly number[] }).transfers)).toBe(true);
  });
});
