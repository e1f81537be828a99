import {
  calibrateWorld,
  ignatenko2025EatonKortum,
  type WorldParameters,
  worldEquilibrium,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";
import { fixed } from "./worlds.js";

const pair = (exports: number[][], gdp: number[], changes: Partial<WorldParameters> = {}) =>
  calibrateWorld({
    economies: ["A", "B"],
    exports,
    gdp,
    parameters: { ...ignatenko2025EatonKortum, ...changes },
  });
const onA = (tariff: number) => [{ exporter: "A", importer: "B", tariff }];
const back = { whenNotConverged: "return" } as const;

/** Solves scenarios that go ever farther in one direction; returns what is said where each ends, with the last place solved. */
function ends(
  world: ReturnType<typeof pair>,
  scenarios: readonly Parameters<typeof worldEquilibrium>[1][],
  place: RegExp,
) {
  return scenarios.map((scenario) => {
    const outcome = worldEquilibrium(world, { ...scenario, ...back });
    expect(outcome.converged).toBe(false);
    expect(outcome.notes).toHaveLength(1);
    const note = outcome.notes[0] as string;
    expect(errorOf(() => worldEquilibrium(world, scenario)).code).toBe("not-converged");
    const { residuals } = outcome;
    // The last point is an equilibrium of its own; what is missing is the rest of the way.
    for (const gap of Object.values(residuals)) expect(gap).toBeLessThan(1e-6);
    return { note, outcome, at: Number(place.exec(note)?.[1]) };
  });
}

describe("a branch of equilibria that ends before the scenario", () => {
  it("ends at one sum of transfers, however much more is asked", () => {
    const even = pair(
      [
        [0, 10],
        [10, 0],
      ],
      [100, 60],
    );
    const asked = [80, 95];
    const found = ends(
      even,
      asked.map((sum) => ({
        tariffs: [],
        revenueUse: "lumpSumRebate",
        deficits: { transfers: [-sum, sum] },
      })),
      /up to ([\d.]+) % of the change of transfers and ends there/,
    );
    const sums = found.map(({ at }, k) => ((asked[k] as number) * at) / 100);
    expect(sums[0]).toBeCloseTo(56.1, 1);
    expect(sums[1]).toBeCloseTo(56.1, 1);
    for (const { note, outcome, at } of found) {
      expect(note).toMatch(
        /A is strained most \(spending is 28 % of its share in world income\).*other deficits/,
      );
      // The tariffs have not begun, and of the transfers a part is missing.
      expect(outcome.residual).toBeCloseTo(2 - at / 100, 2);
      expect(outcome.iterations).toBeLessThan(70);
    }
    const within = { tariffs: [], revenueUse: "lumpSumRebate", deficits: { transfers: [-50, 50] } } as const;
    expect(worldEquilibrium(even, within).residual).toBeLessThan(1e-12);
  });

  it("ends at one tariff, where a debtor cannot pay any more", () => {
    const debtor = pair(
      [
        [0, 50],
        [5, 0],
      ],
      [100, 60],
    );
    const asked = [2, 5];
    const found = ends(
      debtor,
      asked.map((tariff) => ({ tariffs: onA(tariff), ...fixed })),
      /up to \(1 \+ tariff\)\^([\d.]+) and ends there/,
    );
    const tariffs = found.map(({ at }, k) => (1 + (asked[k] as number)) ** at - 1);
    expect(tariffs[0]).toBeCloseTo(1.15, 2);
    expect(tariffs[1]).toBeCloseTo(1.15, 2);
    for (const { note, outcome, at } of found) {
      expect(note).toMatch(/A can hardly pay its fixed transfer \(spending is 41 % of its share/);
      expect(outcome.residual).toBeCloseTo(1 - at, 2);
      expect(outcome.iterations).toBeLessThan(65);
    }
    expect(worldEquilibrium(debtor, { tariffs: onA(1), ...fixed }).residual).toBeLessThan(1e-12);
  });

  it("ends where revenue would relieve more tax than there is", () => {
    const open = pair(
      [
        [0, 58],
        [58, 0],
      ],
      [60, 60],
      { tradeElasticity: 0.5, labourSupplyElasticity: 0, scaleElasticity: 0.1 },
    );
    const closure = { revenueUse: "incomeTaxRelief", deficits: "balancedTrade" } as const;
    const asked = [2, 10];
    const found = ends(
      open,
      asked.map((tariff) => ({ tariffs: onA(tariff), ...closure })),
      /up to \(1 \+ tariff\)\^([\d.]+) and ends there/,
    );
    const tariffs = found.map(({ at }, k) => (1 + (asked[k] as number)) ** at - 1);
    for (const tariff of tariffs) expect(tariff).toBeCloseTo(1.1, 1);
    for (const { note, outcome } of found) {
      expect(note).toContain("Revenue of B approaches its labour income (100 %) and cannot relieve more tax");
      const [, { levels }] = outcome.economies as [unknown, (typeof outcome.economies)[0]];
      const { tariffRevenue, income } = levels;
      expect(tariffRevenue / income).toBeGreaterThan(0.99);
      expect(tariffRevenue / income).toBeLessThan(1);
    }
  });

  it("ends at one place though the scenario has an equilibrium elsewhere, which is said by the error alone", () => {
    const world = pair(
      [
        [0, 51],
        [5.8, 0],
      ],
      [100, 100],
      {
        tradeElasticity: 6.7,
        labourSupplyElasticity: 0.93,
        scaleElasticity: 0.25,
        tariffPassThrough: 0.54,
        valueAddedShare: 0.94,
        multipleEquilibria: "allowed",
      },
    );
    // The same way, and a way that goes on.
    const along = [1, 1.3].map((power) => ({
      tariffs: [
        { exporter: "A", importer: "B", tariff: 3.5 ** power - 1 },
        { exporter: "B", importer: "A", tariff: 1.15 ** power - 1 },
      ],
      ...fixed,
    }));
    const told = along.map((scenario) => {
      const { converged, notes } = worldEquilibrium(world, { ...scenario, ...back });
      expect(converged).toBe(false);
      expect(notes[0]).not.toContain("elsewhere");
      expect(notes[1]).toContain("may not be the only one");
      return Number(/up to \(1 \+ tariff\)\^([\d.]+) and ends there/.exec(notes[0] as string)?.[1]);
    }) as [number, number];
    expect(told[1] * 1.3).toBeCloseTo(told[0], 2);
    const [run, farther] = along.map((scenario) => () => worldEquilibrium(world, scenario));
    const elsewhere =
      "ends there. The scenario has an equilibrium elsewhere, but nothing joins it to the baseline, so its changes would mean nothing. A can hardly";
    expect(run).toThrow(elsewhere);
    expect(farther).toThrow("ends there. A can hardly");
  });

  it("names the debtor, wherever it stands, also where its transfer is given as it is", () => {
    for (const at of [0, 1, 2]) {
      const economies = ["A", "B", "C"];
      const [one, other] = [0, 1, 2].filter((i) => i !== at) as [number, number];
      const flow = (from: number, to: number) =>
        from === at ? (to === one ? 50 : 0) : from === to || to === other ? 3 : to === at ? 5 : 3;
      const flows = economies.map((_, j) =>
        economies.map((_each, i) => (i === j || (j === other && i === at) ? 0 : flow(j, i))),
      );
      const world = calibrateWorld({
        economies,
        exports: flows,
        gdp: economies.map((_, i) => (i === at ? 100 : i === one ? 60 : 40)),
        parameters: ignatenko2025EatonKortum,
      });
      const tariffs = [{ exporter: economies[at] as string, importer: economies[one] as string, tariff: 2 }];
      const given = { ...fixed, deficits: { transfers: [...world.transfer] } };
      const relieved = { ...fixed, revenueUse: "incomeTaxRelief" } as const;
      const outcomes = [fixed, given, relieved].map((closure) =>
        worldEquilibrium(world, { tariffs, ...closure, ...back }),
      );
      // The way ends where what the debtor consumes no longer makes up for its work.
      for (const { economies: found } of outcomes) {
        expect(found[at]?.welfarePercent).toBeGreaterThan(-100);
        expect(found[at]?.welfarePercent).toBeLessThan(-99.8);
      }
      const notes = outcomes.map((outcome) => outcome.notes);
      expect(notes[0]).toHaveLength(1);
      expect(notes[0]?.[0]).toContain(`${economies[at]} can hardly pay its fixed transfer (spending is 41 %`);
      expect(notes[1]).toEqual(notes[0]);
    }
  });

  it("names who is taxed most, wherever it stands, and who is poor where taxes are low", () => {
    const economies = ["A", "B", "C"];
    const open = calibrateWorld({
      economies,
      exports: economies.map((_, j) => economies.map((_each, i) => (i === j ? 0 : 29))),
      gdp: [60, 60, 60],
      parameters: {
        ...ignatenko2025EatonKortum,
        tradeElasticity: 0.5,
        labourSupplyElasticity: 0,
        scaleElasticity: 0.1,
      },
    });
    for (const importer of economies) {
      const tariffs = economies
        .filter((exporter) => exporter !== importer)
        .map((exporter) => ({ exporter, importer, tariff: 5 }));
      const closure = { revenueUse: "incomeTaxRelief", deficits: "balancedTrade", ...back } as const;
      const { notes } = worldEquilibrium(open, { tariffs, ...closure });
      expect(notes[0]).toContain(`Revenue of ${importer} approaches its labour income (100 %)`);
    }
    const debtor = pair(
      [
        [0, 50],
        [5, 0],
      ],
      [100, 60],
    );
    const { notes } = worldEquilibrium(debtor, {
      tariffs: onA(5),
      ...fixed,
      revenueUse: "incomeTaxRelief",
      ...back,
    });
    expect(notes[0]).toContain("A can hardly pay its fixed transfer");
  });

  it("ends at free trade where transfers leave an economy so little that the first tariff takes it", () => {
    const world = pair(
      [
        [0, 15],
        [27, 0],
      ],
      [100, 41],
      {
        tradeElasticity: 6.5,
        labourSupplyElasticity: 0,
        scaleElasticity: 0.14,
        tariffPassThrough: 0.81,
      },
    );
    const closure = { revenueUse: "incomeTaxRelief", deficits: { transfers: [36, -36] } } as const;
    expect(worldEquilibrium(world, { tariffs: [], ...closure }).residual).toBeLessThan(1e-12);
    const { notes, residual } = worldEquilibrium(world, {
      tariffs: [...onA(1.3), { exporter: "B", importer: "A", tariff: 3 }],
      ...closure,
      ...back,
    });
    expect(notes[0]).toContain("up to free trade: even small tariffs lead nowhere and ends there");
    // All of the way of the tariffs is missing.
    expect(residual).toBe(1);
  });

  it("is told by an error that names the tariffs and how much of the way is missing", () => {
    const debtor = pair(
      [
        [0, 50],
        [5, 0],
      ],
      [100, 60],
    );
    const run = () => worldEquilibrium(debtor, { tariffs: onA(5), ...fixed });
    expect(errorOf(run)).toMatchObject({ code: "not-converged", path: "tariffs" });
    expect(run).toThrow(/residual 5\.7e-1/);
  });
});

describe("a scenario that is reached, but not solved", () => {
  it("says by how much its equations are missed", () => {
    const world = pair(
      [
        [0, 58],
        [58, 0],
      ],
      [60, 60],
      { tradeElasticity: 0.5, labourSupplyElasticity: 0.5, scaleElasticity: 0.1, tariffPassThrough: 1 },
    );
    const scenario = {
      tariffs: [{ exporter: "B", importer: "A", tariff: 2 }],
      deficits: "balancedTrade",
      revenueUse: "incomeTaxRelief",
    } as const;
    expect(errorOf(() => worldEquilibrium(world, scenario)).code).toBe("not-converged");
    const { converged, residual, notes } = worldEquilibrium(world, { ...scenario, ...back });
    expect(converged).toBe(false);
    expect(notes).toEqual([
      `This is no equilibrium: its equations are missed by up to ${residual.toExponential(1)}, where 1e-9 was asked for.`,
    ]);
  });
});
