import fc from "fast-check";
import { balancedWorld, calibrateWorld, type WorldOutcome, worldEquilibrium } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { fixed, numbers, randomData, randomTariffs, randomWorld } from "./worlds.js";

const seed = fc.integer({ min: 1, max: 1_000_000 });
const size = fc.integer({ min: 2, max: 9 });
const closure = fc.constantFrom(fixed, { ...fixed, revenueUse: "incomeTaxRelief" } as const);
const share = fc.constantFrom(1, 0.49);

const results = ({ economies }: WorldOutcome) =>
  economies.flatMap((economy) => [
    economy.welfarePercent,
    economy.realWagePercent,
    economy.priceIndexPercent,
    economy.employmentPercent,
    economy.exportsOverGdpPercent,
    economy.importsOverGdpPercent,
    economy.tariffRevenueShare,
  ]);
const apart = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))));

describe("properties of the world equilibrium", () => {
  it("zero tariffs change nothing", () => {
    fc.assert(
      fc.property(size, seed, closure, share, (n, s, how, valueAddedShare) => {
        const world = randomWorld(n, s, { valueAddedShare });
        const result = worldEquilibrium(world, { tariffs: [], ...how });
        expect(Math.max(...results(result).map(Math.abs))).toBeLessThan(1e-10);
        expect(result.residual).toBeLessThan(1e-12);
      }),
      { numRuns: 40 },
    );
  });

  it("scaling all data changes no ratio", () => {
    fc.assert(
      fc.property(size, seed, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (n, s, factor) => {
        const data = randomData(n, s);
        const { parameters } = randomWorld(n, s);
        const scaled = calibrateWorld({
          economies: data.economies,
          exports: data.exports.map((row) => row.map((value) => value * factor)),
          gdp: data.gdp.map((value) => value * factor),
          parameters,
        });
        const tariffs = randomTariffs(n, s, 0.4);
        const a = worldEquilibrium(calibrateWorld({ ...data, parameters }), { tariffs, ...fixed });
        const b = worldEquilibrium(scaled, { tariffs, ...fixed });
        expect(apart(results(a), results(b))).toBeLessThan(1e-8);
      }),
      { numRuns: 30 },
    );
  });

  it("Walras: money spent, earned and transferred adds up, and the redundant equation holds", () => {
    fc.assert(
      fc.property(size, seed, closure, share, (n, s, how, valueAddedShare) => {
        const world = randomWorld(n, s, { valueAddedShare });
        const result = worldEquilibrium(world, { tariffs: randomTariffs(n, s, 0.3), ...how });
        expect(result.residual).toBeLessThan(1e-12);
        const total = (pick: (i: number) => number) =>
          world.economies.reduce((sum, _, i) => sum + pick(i), 0);
        const exports = total((i) => result.economies[i]?.levels.exports as number);
        const imports = total((i) => result.economies[i]?.levels.imports as number);
        expect(Math.abs(exports / imports - 1)).toBeLessThan(1e-12);
        const kept = total((i) =>
          (result.trade[i] as number[]).reduce(
            (a, b, k) => a + (1 - (world.marketingShare[k] as number)) * b,
            0,
          ),
        );
        const spent = total((i) => result.economies[i]?.levels.expenditure as number);
        const earned = total((i) => result.economies[i]?.levels.income as number);
        const revenue = total((i) => result.economies[i]?.levels.tariffRevenue as number);
        expect(Math.abs((earned + revenue + (1 - valueAddedShare) * kept) / spent - 1)).toBeLessThan(1e-11);
      }),
      { numRuns: 40 },
    );
  });

  it("the order of the economies changes nothing (1e-10)", () => {
    fc.assert(
      fc.property(size, seed, closure, share, (n, s, how, valueAddedShare) => {
        const data = randomData(n, s);
        const next = numbers(s + 9);
        const order = data.economies.map((_, i) => i).sort(() => next() - 0.5);
        const { parameters } = randomWorld(n, s, { valueAddedShare });
        const costs = parameters.marketingCosts as number[];
        const tariffs = randomTariffs(n, s, 0.3);
        const turned = <T>(list: readonly T[]) => order.map((i) => list[i] as T);
        const a = worldEquilibrium(calibrateWorld({ ...data, parameters }), {
          tariffs,
          ...how,
          tolerance: 1e-13,
        });
        const b = worldEquilibrium(
          calibrateWorld({
            economies: turned(data.economies),
            exports: turned(data.exports).map(turned),
            gdp: turned(data.gdp),
            parameters: { ...parameters, marketingCosts: turned(costs) },
          }),
          { tariffs: turned(tariffs).map(turned), ...how, tolerance: 1e-13 },
        );
        for (const key of ["wage", "expenditure", "employment", "price"] as const)
          expect(apart(turned(a.ratios[key]), b.ratios[key])).toBeLessThan(1e-10);
      }),
      { numRuns: 40 },
    );
  });

  it("a tariff on or by an economy that does not trade changes nothing", () => {
    fc.assert(
      fc.property(size, seed, closure, (n, s, how) => {
        const data = randomData(n, s);
        const world = calibrateWorld({
          economies: [...data.economies, "alone"],
          exports: [...data.exports.map((row) => [...row, 0]), new Array<number>(n + 1).fill(0)],
          gdp: [...data.gdp, 5],
          parameters: { ...randomWorld(n, s).parameters, marketingCosts: new Array<number>(n + 1).fill(0.1) },
        });
        const others = randomTariffs(n, s, 0.3);
        const without = [...others.map((row) => [...row, 0]), new Array<number>(n + 1).fill(0)];
        const withIt = [...others.map((row) => [...row, 0.7]), [...new Array<number>(n).fill(0.9), 0]];
        const a = worldEquilibrium(world, { tariffs: without, ...how });
        const b = worldEquilibrium(world, { tariffs: withIt, ...how });
        expect(results(b)).toEqual(results(a));
        expect(Math.abs(a.economies[n]?.welfarePercent as number)).toBeLessThan(1e-10);
      }),
      { numRuns: 30 },
    );
  });

  it("converges from the all-ones start for tariffs up to 500 % (balanced trade, lump sum)", () => {
    fc.assert(
      fc.property(
        size,
        seed,
        fc.double({ min: 0, max: 5, noNaN: true }),
        share,
        (n, s, highest, valueAddedShare) => {
          const world = balancedWorld(randomWorld(n, s, { valueAddedShare }));
          const how = { revenueUse: "lumpSumRebate", deficits: "balancedTrade" } as const;
          expect(
            worldEquilibrium(world, { tariffs: randomTariffs(n, s, highest), ...how }).residual,
          ).toBeLessThan(1e-12);
        },
      ),
      { numRuns: 60 },
    );
  });
});
