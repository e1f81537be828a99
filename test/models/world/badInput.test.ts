import { TariffError } from "tariff-whatif";
import {
  bestUniformTariff,
  calibrateWorld,
  ignatenko2025EatonKortum,
  type WorldParameters,
  worldEquilibria,
  worldEquilibrium,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { fixed, twoEconomies } from "./worlds.js";

const good = {
  economies: ["A", "B"],
  exports: [
    [0, 10],
    [12, 0],
  ],
  gdp: [100, 60],
  parameters: ignatenko2025EatonKortum as WorldParameters,
};
const failure = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof TariffError) return [error.code, error.path];
    throw error;
  }
  return ["no error", ""];
};

describe("bad data", () => {
  it.each([
    ["one row too few", { exports: [[0, 10]] }, "not-square", "exports"],
    ["a short row", { exports: [[0, 10], [12]] }, "not-square", "exports[1]"],
    ["a short array", { exports: new Float64Array(3) }, "not-square", "exports"],
    [
      "a negative flow",
      {
        exports: [
          [0, -1],
          [12, 0],
        ],
      },
      "out-of-range",
      "exports[0][1]",
    ],
    [
      "NaN",
      {
        exports: [
          [0, Number.NaN],
          [12, 0],
        ],
      },
      "not-finite",
      "exports[0][1]",
    ],
    [
      "infinity",
      { exports: Float64Array.from([0, 1, Number.POSITIVE_INFINITY, 0]) },
      "not-finite",
      "exports[2]",
    ],
    [
      "own trade",
      {
        exports: [
          [5, 10],
          [12, 0],
        ],
      },
      "out-of-range",
      "exports[0][0]",
    ],
    [
      "a text",
      {
        exports: [
          [0, "10"],
          [12, 0],
        ],
      },
      "wrong-type",
      "exports[0][1]",
    ],
    ["no GDP", { gdp: [100, 0] }, "out-of-range", "gdp[1]"],
    ["a missing GDP", { gdp: [100] }, "not-square", "gdp"],
    ["NaN as GDP", { gdp: [100, Number.NaN] }, "not-finite", "gdp[1]"],
    ["a label twice", { economies: ["A", "A"] }, "duplicate-id", "economies[1]"],
    ["one economy", { economies: ["A"] }, "empty", "economies"],
    ["an unknown key", { tariff: 1 }, "unknown-key", "tariff"],
    ["no parameters", { parameters: undefined }, "missing-key", "parameters"],
    [
      "nothing sold",
      {
        exports: [
          [0, 10],
          [0, 0],
        ],
        gdp: [100, 5],
        parameters: { ...ignatenko2025EatonKortum, marketingCosts: [0.6, 0.6] },
      },
      "out-of-range",
      "gdp[1]",
    ],
  ])("%s", (_, change, code, path) => {
    expect(failure(() => calibrateWorld({ ...good, ...change } as never))).toEqual([code, path]);
  });

  it.each([
    ["tradeElasticity", 0, "out-of-range"],
    ["tradeElasticity", Number.NaN, "not-finite"],
    ["tradeElasticity", "4", "wrong-type"],
    ["labourSupplyElasticity", -1, "out-of-range"],
    ["scaleElasticity", 0.25, "out-of-range"],
    ["tariffPassThrough", 0, "out-of-range"],
    ["valueAddedShare", 0, "out-of-range"],
    ["valueAddedShare", 1.1, "out-of-range"],
    ["numeraire", "dollars", "out-of-range"],
    ["marketingCosts", 0.1, "wrong-type"],
    ["marketingCosts", [0.1], "not-square"],
  ])("%s = %s", (key, value, code) => {
    const parameters = { ...good.parameters, [key]: value } as WorldParameters;
    expect(failure(() => calibrateWorld({ ...good, parameters }))).toEqual([code, `parameters.${key}`]);
  });

  it("refuses marketing shares and targets that cannot be", () => {
    const told = (marketingCosts: WorldParameters["marketingCosts"]) =>
      failure(() => calibrateWorld({ ...good, parameters: { ...good.parameters, marketingCosts } }));
    expect(told([0.1, 1])).toEqual(["out-of-range", "parameters.marketingCosts[1]"]);
    expect(told({ economy: "C", economyShare: 0.2, othersShare: 0.1 })).toEqual([
      "not-in-world",
      "parameters.marketingCosts.economy",
    ]);
    expect(told({ economy: "A", economyShare: 0.99, othersShare: 0 })).toEqual([
      "out-of-range",
      "parameters.marketingCosts",
    ]);
  });

  it("refuses groups that do not trade with one another", () => {
    const exports = [
      [0, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ];
    const data = { ...good, economies: ["A", "B", "C", "D"], exports, gdp: [9, 9, 9, 9] };
    expect(failure(() => calibrateWorld(data))).toEqual(["disconnected-world", "exports[2]"]);
  });
});

describe("bad scenarios", () => {
  const world = twoEconomies();
  const none = { tariffs: [], ...fixed };
  it.each([
    [
      "-100 %",
      {
        tariffs: [
          [0, 0],
          [-1, 0],
        ],
      },
      "rate-below-minus-100",
      "tariffs[1][0]",
    ],
    [
      "NaN",
      {
        tariffs: [
          [0, 0],
          [Number.NaN, 0],
        ],
      },
      "not-finite",
      "tariffs[1][0]",
    ],
    [
      "a tariff on own trade",
      {
        tariffs: [
          [0.1, 0],
          [0, 0],
        ],
      },
      "out-of-range",
      "tariffs[0][0]",
    ],
    ["not square", { tariffs: [[0, 0]] }, "not-square", "tariffs"],
    [
      "an unknown label",
      { tariffs: [{ exporter: "C", importer: "A", tariff: 1 }] },
      "not-in-world",
      "tariffs[0].exporter",
    ],
    [
      "a rate without its sign",
      { tariffs: [{ exporter: "B", importer: "A", tariff: "25" }] },
      "not-a-rate",
      "tariffs[0].tariff",
    ],
    [
      "below -100 %",
      { tariffs: [{ exporter: "B", importer: "A", tariff: -2 }] },
      "rate-below-minus-100",
      "tariffs[0].tariff",
    ],
    [
      "percent in a list",
      { tariffs: [{ exporter: "B", importer: "A", tariff: 25 }] },
      "out-of-range",
      "tariffs[0].tariff",
    ],
    [
      "percent in a matrix",
      {
        tariffs: [
          [0, 0],
          [25, 0],
        ],
      },
      "out-of-range",
      "tariffs[1][0]",
    ],
    ["percent in an array", { tariffs: Float64Array.of(0, 10.1, 0, 0) }, "out-of-range", "tariffs[0][1]"],
    [
      "one pair twice",
      { tariffs: [1, 2].map((tariff) => ({ exporter: "B", importer: "A", tariff })) },
      "duplicate-flow",
      "tariffs[1]",
    ],
    ["an unreachable tolerance", { tolerance: 1e-17 }, "unreachable-tolerance", "tolerance"],
    ["a coarse tolerance", { tolerance: 1 }, "out-of-range", "tolerance"],
    ["no use of revenue", { revenueUse: undefined }, "missing-key", "revenueUse"],
    ["an unknown use", { revenueUse: "burn" }, "out-of-range", "revenueUse"],
    ["no deficit rule", { deficits: undefined }, "missing-key", "deficits"],
    ["an unknown rule", { deficits: "none" }, "wrong-type", "deficits"],
    [
      "transfers that do not sum to zero",
      { deficits: { transfers: [1, 0] } },
      "out-of-range",
      "deficits.transfers",
    ],
    ["transfers for some", { deficits: { transfers: [0] } }, "not-square", "deficits.transfers"],
    ["an unknown key", { tariff: 1 }, "unknown-key", "tariff"],
    ["a start of another world", { start: { ratios: { wage: [1] } } }, "wrong-type", "start.ratios.wage"],
  ])("%s", (_, change, code, path) => {
    expect(failure(() => worldEquilibrium(world, { ...none, ...change } as never))).toEqual([code, path]);
  });

  it("takes 500 % as 5, and says what it wants instead of 25", () => {
    const charge = (tariff: number) =>
      worldEquilibrium(world, { ...none, tariffs: [{ exporter: "B", importer: "A", tariff }] });
    expect(charge(5).residual).toBeLessThan(1e-12);
    expect(() => charge(25)).toThrow("0.25 for 25 %");
  });

  it("refuses a search beyond what tariffs may be", () => {
    const run = () => bestUniformTariff(world, { economy: "A", highestTariff: 25, ...fixed });
    expect(failure(run)).toEqual(["out-of-range", "highestTariff"]);
  });

  it("refuses a world that was not calibrated, or was changed", () => {
    expect(failure(() => worldEquilibrium({ ...world }, none))).toEqual(["not-defined", "world"]);
    expect(failure(() => worldEquilibrium(JSON.parse(JSON.stringify(world)), none))).toEqual([
      "not-defined",
      "world",
    ]);
  });

  it("says where a scenario of many is wrong", () => {
    const run = () => worldEquilibria(world, { scenarios: [[], [[0, 0]]], ...fixed });
    expect(failure(run)).toEqual(["not-square", "scenarios[1]"]);
  });

  it("throws where there is no equilibrium, and says who cannot pay", () => {
    const debtor = calibrateWorld({
      ...good,
      exports: [
        [0, 50],
        [5, 0],
      ],
    });
    const scenario = { tariffs: [{ exporter: "A", importer: "B", tariff: 5 }], ...fixed };
    let message = "";
    try {
      worldEquilibrium(debtor, scenario);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("A can hardly pay its fixed transfer");
    const last = worldEquilibrium(debtor, { ...scenario, whenNotConverged: "return" });
    expect(last.converged).toBe(false);
    expect(last.economies.every(({ welfarePercent }) => Number.isFinite(welfarePercent))).toBe(true);
  });
});
