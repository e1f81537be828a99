import { defineBaseline } from "tariff-whatif";
import {
  calibrateWorld,
  defineWorld,
  ignatenko2025CompletePassThrough,
  ignatenko2025EatonKortum,
  ignatenko2025InputOutput,
  ignatenko2025PartialPassThrough,
  recalibrateWorld,
  type World,
  type WorldParameters,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";
import { randomData } from "./worlds.js";

const pair = {
  economies: ["A", "B"],
  exports: [
    [0, 10],
    [12, 0],
  ],
  gdp: [100, 60],
};
const free: WorldParameters = { ...ignatenko2025EatonKortum, scaleElasticity: 0 };
const make = (changes: Partial<WorldParameters> = {}, data: object = {}) =>
  calibrateWorld({ ...pair, ...data, parameters: { ...free, ...changes } } as never);
const refused = (changes: object, data: object = {}) => {
  const { code, path } = errorOf(() => make(changes as never, data));
  return [code, path];
};
const closeTo = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 10));

describe("a world of two economies, calibrated by hand", () => {
  it("sells at home what GDP leaves over exports", () => {
    const world = make();
    expect(world.trade).toEqual([
      [90, 10],
      [12, 48],
    ]);
    expect([world.expenditure, world.income, world.transfer]).toEqual([
      [102, 58],
      [100, 60],
      [2, -2],
    ]);
    expect([world.gdp, world.marketingShare, world.tariffExponent]).toEqual([
      [100, 60],
      [0, 0],
      [1, 1],
    ]);
    expect([world.economies, world.ownTradeSetToZero]).toEqual([["A", "B"], []]);
  });

  it("leaves marketing in the destination, which raises the exponent of the tariff", () => {
    // A keeps 0.9 x 10 of its sales to B and pays 0.8 x 12 for its purchases there: transfers of 0.8 x (12 - 9) for goods.
    const world = make({ marketingCosts: [0.2, 0.1], tariffPassThrough: 0.5, scaleElasticity: 0.1 });
    expect(world.trade.map((row) => [...row])).toEqual([closeTo([90.4, 10]), closeTo([12, 50.36])]);
    // Wages of A: 0.8 of what is sold at home, 0.9 of what is sold to B, and a fifth of all that A spends.
    expect(world.income).toEqual(closeTo([0.8 * 90.4 + 9 + 0.2 * 102.4, 0.9 * 50.36 + 9.6 + 0.1 * 60.36]));
    expect(world.tariffExponent).toEqual(closeTo([0.5 + (1.1 * 0.2) / 0.8, 0.5 + (1.1 * 0.1) / 0.9]));
    expect(world.transfer[0]).toBeCloseTo(-(world.transfer[1] as number), 10);
  });

  it("holds the sales of inputs where value added is a part of cost", () => {
    const world = make({ valueAddedShare: 0.5 });
    expect(world.trade).toEqual([
      [180, 10],
      [12, 96],
    ]);
    expect(world.income).toEqual([95, 54]);
    expect(world.transfer).toEqual([192 - 95 - 95, 106 - 54 - 54]);
  });

  it("takes a row-major array for the same numbers", () => {
    const flat = make({}, { exports: Float64Array.of(0, 10, 12, 0), gdp: Float64Array.of(100, 60) });
    expect(JSON.stringify(flat)).toBe(JSON.stringify(make()));
  });

  it("names those that sell more abroad than GDP allows, but not those that sell just as much", () => {
    expect(make({}, { gdp: [100, 12] }).ownTradeSetToZero).toEqual([]);
    expect(make({}, { gdp: [100, 12] }).trade[1]).toEqual([12, 0]);
    const world = make({}, { gdp: [100, 11] });
    expect([world.ownTradeSetToZero, world.trade[1]]).toEqual([["B"], [12, 0]]);
  });
});

describe("marketing targets", () => {
  const targets = { economy: "A", economyShare: 0.26, othersShare: 0.12 };
  /** The average share over what the economies of a bloc sell at home and abroad, each at the share of the place of sale. */
  const averages = ({ trade, marketingShare, expenditure, economies }: World) => {
    const at = economies.indexOf("A");
    const abroad = (from: (k: number) => number) =>
      economies.reduce((sum, _, k) => (k === at ? sum : sum + from(k)), 0);
    const exports = abroad((k) => (trade[at] as number[])[k] as number);
    const imports = abroad((k) => (trade[k] as number[])[at] as number);
    const [own, others] = [marketingShare[at] as number, marketingShare[at === 0 ? 1 : 0] as number];
    const home = [(expenditure[at] as number) - imports, abroad((k) => expenditure[k] as number) - exports];
    return [
      ((home[0] as number) * own + exports * others) / ((home[0] as number) + exports),
      ((home[1] as number) * others + imports * own) / ((home[1] as number) + imports),
    ];
  };

  it("are met on average, by one share for the economy named and one for all others", () => {
    const three = randomData(3, 7);
    for (const data of [
      pair,
      { ...three, economies: ["A", "B", "C"] },
      { ...three, economies: ["B", "A", "C"] },
    ]) {
      const world = make({ marketingCosts: targets }, data);
      expect(averages(world)).toEqual(closeTo([0.26, 0.12]));
      expect(new Set(world.marketingShare).size).toBe(2);
    }
  });

  it("must be shares, of an economy of the world, that some shares can give", () => {
    const path = "parameters.marketingCosts";
    const ask = (changes: object) => refused({ marketingCosts: { ...targets, ...changes } });
    expect(ask({ economyShare: 1 })).toEqual(["out-of-range", `${path}.economyShare`]);
    expect(ask({ othersShare: -0.1 })).toEqual(["out-of-range", `${path}.othersShare`]);
    expect(ask({ othersShare: "0.1" })).toEqual(["wrong-type", `${path}.othersShare`]);
    expect(ask({ economyShare: undefined })).toEqual(["missing-key", `${path}.economyShare`]);
    expect(ask({ othersShare: undefined })).toEqual(["missing-key", `${path}.othersShare`]);
    expect(ask({ economy: undefined })).toEqual(["missing-key", `${path}.economy`]);
    expect(ask({ economy: "Z" })).toEqual(["not-in-world", `${path}.economy`]);
    expect(ask({ bogus: 1 })).toEqual(["unknown-key", `${path}.bogus`]);
    expect(ask({ economyShare: 0, othersShare: 0.5 })).toEqual(["out-of-range", path]);
    expect(ask({ economyShare: 0.9, othersShare: 0 })).toEqual(["out-of-range", path]);
    expect(make({ marketingCosts: { ...targets, economyShare: 0, othersShare: 0 } }).marketingShare).toEqual([
      0, 0,
    ]);
  });
});

describe("the domain of each parameter, to its ends", () => {
  it.each([
    ["tradeElasticity", [0.01, 100], [0.0099, 100.1, -4]],
    ["labourSupplyElasticity", [0, 99.9], [-1e-9, 100]],
    ["tariffPassThrough", [0.001, 1], [0.0009, 10.1]],
    ["valueAddedShare", [0.001, 1], [0.0009, 1.001]],
  ] as const)("%s", (key, allowed, others) => {
    for (const value of allowed) expect(make({ [key]: value }).parameters[key]).toBe(value);
    for (const value of others)
      expect(refused({ [key]: value })).toEqual(["out-of-range", `parameters.${key}`]);
    expect(refused({ [key]: Number.NaN })).toEqual(["not-finite", `parameters.${key}`]);
    expect(refused({ [key]: "1" })).toEqual(["wrong-type", `parameters.${key}`]);
    expect(refused({ [key]: undefined })).toEqual(["missing-key", `parameters.${key}`]);
  });

  it("pass-through up to ten, where labour supply does not hang on it", () => {
    const rigid = { labourSupplyElasticity: 0, tariffPassThrough: 10 };
    expect(make(rigid).tariffExponent).toEqual([10, 10]);
  });

  it("scale elasticity: below one over the trade elasticity, or up to ten by name", () => {
    const at = "parameters.scaleElasticity";
    expect(make({ scaleElasticity: 0.2499 }).parameters.scaleElasticity).toBe(0.2499);
    for (const value of [0.25, -0.01])
      expect(refused({ scaleElasticity: value })).toEqual(["out-of-range", at]);
    expect(refused({ scaleElasticity: Number.NaN })).toEqual(["not-finite", at]);
    expect(refused({ scaleElasticity: 0.25, multipleEquilibria: "refused" })).toEqual(["out-of-range", at]);
    const many = { multipleEquilibria: "allowed" } as const;
    for (const value of [0, 0.25, 10]) {
      expect(make({ ...many, scaleElasticity: value }).parameters).toMatchObject({
        ...many,
        scaleElasticity: value,
      });
    }
    for (const value of [10.1, -0.01])
      expect(refused({ ...many, scaleElasticity: value })).toEqual(["out-of-range", at]);
    expect(refused({ multipleEquilibria: "maybe" })).toEqual([
      "out-of-range",
      "parameters.multipleEquilibria",
    ]);
    expect(refused({ multipleEquilibria: 5 })).toEqual(["wrong-type", "parameters.multipleEquilibria"]);
    expect(make().parameters).not.toHaveProperty("multipleEquilibria");
  });

  it("marketing: a share below one for each economy", () => {
    const at = "parameters.marketingCosts";
    expect(make({ marketingCosts: [0, 0.5] }).marketingShare).toEqual([0, 0.5]);
    expect(refused({ marketingCosts: [-0.1, 0] })).toEqual(["out-of-range", `${at}[0]`]);
    expect(refused({ marketingCosts: [0, 1] })).toEqual(["out-of-range", `${at}[1]`]);
    expect(refused({ marketingCosts: [0, Number.NaN] })).toEqual(["not-finite", `${at}[1]`]);
    expect(refused({ marketingCosts: [0, 0, 0] })).toEqual(["not-square", at]);
    expect(refused({ marketingCosts: "some" })).toEqual(["wrong-type", at]);
    expect(refused({ marketingCosts: null })).toEqual(["wrong-type", at]);
    expect(refused({ bogus: 1 })).toEqual(["unknown-key", "parameters.bogus"]);
    expect(refused({ numeraire: 5 })).toEqual(["wrong-type", "parameters.numeraire"]);
    for (const numeraire of ["wages", "consumerPrices"] as const)
      expect(make({ numeraire }).parameters.numeraire).toBe(numeraire);
  });

  it("labour supply that the exponent of the tariff allows", () => {
    // With an exponent of 4 the wage takes up a change only below 1 / (4 - 2).
    expect(make({ tariffPassThrough: 4, labourSupplyElasticity: 0.49 }).tariffExponent).toEqual([4, 4]);
    expect(refused({ tariffPassThrough: 4, labourSupplyElasticity: 0.5 })).toEqual([
      "out-of-range",
      "parameters.labourSupplyElasticity",
    ]);
  });
});

describe("data that are refused, by their place", () => {
  it.each([
    ["labels that are no list", { economies: "AB" }, "wrong-type", "economies"],
    ["a label without a letter", { economies: ["A", ""] }, "wrong-type", "economies[1]"],
    ["a label that is a number", { economies: [1, "B"] }, "wrong-type", "economies[0]"],
    ["too many labels", { economies: new Array(2001) }, "too-long", "economies"],
    ["GDP that is no list", { gdp: 100 }, "not-square", "gdp"],
    ["one GDP too many", { gdp: [100, 60, 1] }, "not-square", "gdp"],
    ["a negative GDP", { gdp: [100, -1] }, "out-of-range", "gdp[1]"],
    ["a GDP beyond float64", { gdp: [1e290, 60] }, "out-of-range", "gdp[0]"],
    ["an infinite GDP", { gdp: [Number.POSITIVE_INFINITY, 60] }, "not-finite", "gdp[0]"],
    ["a GDP in words", { gdp: ["100", 60] }, "out-of-range", "gdp[0]"],
    ["trade that is no matrix", { exports: 5 }, "wrong-type", "exports"],
    [
      "trade beyond float64",
      {
        exports: [
          [0, 1e290],
          [12, 0],
        ],
      },
      "out-of-range",
      "exports[0][1]",
    ],
    ["a row that is none", { exports: [[0, 10], 12] }, "not-square", "exports[1]"],
    [
      "a row too many",
      {
        exports: [
          [0, 10],
          [12, 0],
          [0, 0],
        ],
      },
      "not-square",
      "exports",
    ],
    [
      "own trade in the last row",
      {
        exports: [
          [0, 10],
          [12, 1],
        ],
      },
      "out-of-range",
      "exports[1][1]",
    ],
    [
      "negative trade in an array",
      { exports: Float64Array.of(0, 1, -1, 0) },
      "out-of-range",
      "exports[1][0]",
    ],
  ])("%s", (_, data, code, path) => {
    expect(refused({}, data)).toEqual([code, path]);
  });

  it("two thousand labels are looked at one by one", () => {
    expect(refused({}, { economies: new Array(2000) })).toEqual(["wrong-type", "economies[0]"]);
  });

  it("economies that trade with nobody are none of a group", () => {
    const exports = [
      [0, 0, 0, 0],
      [0, 0, 5, 0],
      [0, 0, 0, 3],
      [0, 4, 0, 0],
    ];
    const four = { economies: ["A", "B", "C", "D"], exports, gdp: [9, 9, 9, 9] };
    expect(make({}, four).trade[0]).toEqual([9, 0, 0, 0]);
    const alone = { ...four, exports: exports.map((row) => row.map(() => 0)) };
    expect(make({}, alone).transfer).toEqual([0, 0, 0, 0]);
  });
});

describe("a world made anew", () => {
  it("is the world of its own data under the other parameters", () => {
    const world = make({ scaleElasticity: 0.1 });
    const others = { ...free, valueAddedShare: 0.4, tradeElasticity: 6, numeraire: "wages" } as const;
    const again = recalibrateWorld(world, others);
    const straight = make(others);
    expect(again.trade.flat()).toEqual(closeTo(straight.trade.flat()));
    expect(again.income).toEqual(closeTo(straight.income));
    expect(again.transfer).toEqual(closeTo(straight.transfer));
    expect(again.parameters).toEqual(straight.parameters);
    expect([again.gdp, again.ownTradeSetToZero]).toEqual([[100, 60], []]);
    const targets = { economy: "A", economyShare: 0.26, othersShare: 0.12 };
    expect(recalibrateWorld(world, { ...free, marketingCosts: targets }).marketingShare).toEqual(
      make({ marketingCosts: targets }).marketingShare,
    );
    expect(errorOf(() => recalibrateWorld({ ...world }, free))).toMatchObject({
      code: "not-defined",
      path: "world",
    });
    expect(errorOf(() => recalibrateWorld(world, { ...free, marketingCosts: [0.1] }))).toMatchObject({
      code: "not-square",
    });
  });
});

describe("the published parameters", () => {
  it("are those of the paper: elasticity 4, labour supply 0.5, scale 0.67 / 4, marketing of 26 and 12 %", () => {
    const main = {
      tradeElasticity: 4,
      labourSupplyElasticity: 0.5,
      scaleElasticity: 0.1675,
      tariffPassThrough: 1,
      marketingCosts: { economy: "USA", economyShare: 0.26, othersShare: 0.12 },
      valueAddedShare: 1,
      numeraire: "consumerPrices",
    };
    expect(ignatenko2025CompletePassThrough).toEqual(main);
    expect(ignatenko2025PartialPassThrough).toEqual({ ...main, tariffPassThrough: 0.25 });
    expect(ignatenko2025EatonKortum).toEqual({ ...main, marketingCosts: "none" });
    expect(ignatenko2025InputOutput).toEqual({ ...main, valueAddedShare: 0.49, numeraire: "wages" });
  });
});

describe("defineWorld", () => {
  const flow = (exporter: string, importer: string, product: string, customsValue: string) => ({
    ...{ exporter, importer, product, customsValue },
  });
  const baseline = (changes: object = {}) =>
    defineBaseline({
      id: "pair",
      title: "two economies",
      year: 2023,
      currency: "USD",
      priceYear: 2023,
      flows: [flow("USA", "CHN", "27", "4"), flow("USA", "CHN", "87", "6"), flow("CHN", "USA", "87", "12")],
      gdp: { USA: "100", CHN: "60" },
      sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
      ...changes,
    } as never);

  it("adds up goods, and puts no trade where no flow is", () => {
    const world = defineWorld({ baseline: baseline(), parameters: free });
    expect(world.economies).toEqual(["USA", "CHN"]);
    expect(world.trade).toEqual([
      [90, 10],
      [12, 48],
    ]);
  });

  it("needs GDP and both directions of trade, and says which are missing", () => {
    const ask = (changes: object) =>
      errorOf(() => defineWorld({ baseline: baseline(changes), parameters: free }));
    expect(ask({ gdp: { USA: "100" } })).toMatchObject({ code: "missing-key", path: "baseline.gdp.CHN" });
    expect(ask({ flows: [flow("USA", "CHN", "27", "4")] })).toMatchObject({
      code: "unknown-flow",
      path: "baseline",
    });
    expect(errorOf(() => defineWorld({ baseline: {} as never, parameters: free }))).toMatchObject({
      code: "not-defined",
      path: "baseline",
    });
    expect(errorOf(() => defineWorld({ baseline: baseline() } as never))).toMatchObject({
      code: "missing-key",
      path: "parameters",
    });
    expect(errorOf(() => defineWorld(5 as never))).toMatchObject({ code: "wrong-type", path: "" });
    expect(
      errorOf(() => defineWorld({ baseline: baseline(), parameters: free, bogus: 1 } as never)),
    ).toMatchObject({ code: "unknown-key", path: "bogus" });
  });
});
