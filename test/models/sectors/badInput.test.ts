import { calibrateSectors, type SectorData, sectorEquilibrium } from "tariff-whatif/sectors";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../../support/refusal.js";
import { smallData, smallWorld } from "./worlds.js";

const data = smallData();
const flows = data.accounts as unknown as { trade: number[][][]; inputs: number[][][] };
const twice = (list: readonly number[]) => list.map((value) => 2 * value);
const shares = {
  expenditureShares: [
    [[0.8], [0.3]],
    [[0.2], [0.7]],
  ],
  valueAddedShares: [[0.5], [0.6]],
  inputShares: [[[0.5]], [[0.4]]],
  consumptionShares: [[1], [1]],
  valueAdded: [10, 20],
  deficits: [1, -1],
};
const fromShares = (changes: Partial<typeof shares> | Record<string, unknown>): SectorData =>
  ({
    economies: ["A", "B"],
    sectors: ["goods"],
    accounts: { ...shares, ...changes },
    tradeElasticities: [4],
    tariffs: "none",
    deficits: "ofTheData",
  }) as SectorData;
const fromFlows = (changes: Record<string, unknown>): SectorData => ({
  ...data,
  accounts: { ...data.accounts, ...changes } as SectorData["accounts"],
});

describe("accounts that make no sense", () => {
  it("takes the shares that the cases below spoil", () => {
    expect(calibrateSectors(fromShares({})).baseline.residual).toBeLessThan(1e-12);
  });

  it.each([
    [
      "shares of suppliers",
      fromShares({
        expenditureShares: [
          [[0.8], [0.3]],
          [[0.3], [0.7]],
        ],
      }),
      "shares-do-not-add-up",
      "accounts.expenditureShares",
    ],
    [
      "shares of costs",
      fromShares({ inputShares: [[[0.5]], [[0.5]]] }),
      "shares-do-not-add-up",
      "accounts.inputShares[1]",
    ],
    [
      "shares of final use",
      fromShares({ consumptionShares: [[1], [0.9]] }),
      "shares-do-not-add-up",
      "accounts.consumptionShares[1]",
    ],
    ["deficits", fromShares({ deficits: [1, 1] }), "shares-do-not-add-up", "accounts.deficits"],
    [
      "no value added in a cost",
      fromShares({ valueAddedShares: [[0], [0.6]], inputShares: [[[1]], [[0.4]]] }),
      "out-of-range",
      "accounts.valueAddedShares[0][0]",
    ],
    [
      "an economy without value added",
      fromShares({ valueAdded: [0, 20], deficits: [0, 0] }),
      "out-of-range",
      "economies[0]",
    ],
    ["a deficit beyond what it has", fromShares({ deficits: [21, -21] }), "out-of-range", "economies[1]"],
    [
      "nobody supplies what is used",
      fromShares({
        expenditureShares: [
          [[0], [0.3]],
          [[0], [0.7]],
        ],
      }),
      "out-of-range",
      "sectors[0]",
    ],
    [
      "inputs above sales",
      fromFlows({ inputs: flows.inputs.map((rows) => rows.map((row) => twice(twice(twice(row))))) }),
      "shares-do-not-add-up",
      "accounts.inputs[0]",
    ],
    [
      "a sector that nobody sells",
      fromFlows({ trade: flows.trade.map((rows) => rows.map(([goods]) => [goods, 0])), inputs: "none" }),
      "out-of-range",
      "sectors[1]",
    ],
    [
      "a negative flow",
      fromFlows({ trade: Float64Array.from(flows.trade.flat(2), (value, q) => (q === 3 ? -1 : value)) }),
      "out-of-range",
      "accounts.trade[3]",
    ],
    [
      "a flow that is not a number",
      fromFlows({ trade: [[[Number.NaN]]] }),
      "length-mismatch",
      "accounts.trade",
    ],
    ["a short list", fromFlows({ inputs: [1, 2, 3] }), "length-mismatch", "accounts.inputs"],
    ["no valuation", fromFlows({ valuation: "fob" }), "out-of-range", "accounts.valuation"],
    [
      "an elasticity of zero",
      { ...data, tradeElasticities: [0, 4] },
      "elasticity-sign",
      "tradeElasticities[0]",
    ],
    [
      "a negative elasticity",
      { ...data, tradeElasticities: [4, -4] },
      "elasticity-sign",
      "tradeElasticities[1]",
    ],
    ["one economy", { ...data, economies: ["A"] }, "empty", "economies"],
    ["a label twice", { ...data, economies: ["A", "A", "B"] }, "duplicate-id", "economies[1]"],
    ["the label all", { ...data, sectors: ["all", "b"] }, "wrong-type", "sectors[0]"],
    [
      "too much",
      {
        ...data,
        economies: Array.from({ length: 1500 }, (_, i) => `e${i}`),
        sectors: Array.from({ length: 50 }, (_, i) => `s${i}`),
      },
      "too-long",
      "sectors",
    ],
    ["deficits unknown", { ...data, deficits: "none" }, "out-of-range", "deficits"],
    [
      "a tariff on own trade",
      { ...data, tariffs: [{ exporter: "A", importer: "A", sectors: "all", tariff: 0.1 }] },
      "out-of-range",
      "tariffs[0]",
    ],
  ] as const)("%s", (_, value, code, path) => {
    expectRefusal(() => calibrateSectors(value as never), code, path);
  });
});

describe("tariffs that make no sense", () => {
  const world = smallWorld();
  const solve = (tariff: unknown, more: object = {}) =>
    sectorEquilibrium(world, {
      tariffs: [{ exporter: "B", importer: "A", sectors: "all", tariff }],
      tariffsAre: "additional",
      ...more,
    } as never);
  it.each([
    ["percent for a fraction", 25, {}, "out-of-range", "tariffs[0].tariff"],
    ["a price of zero", -1, {}, "rate-below-minus-100", "tariffs[0].tariff"],
    ["no number", Number.NaN, {}, "not-finite", "tariffs[0].tariff"],
    ["a text that is no rate", "10", {}, "not-a-rate", "tariffs[0].tariff"],
    ["unclear meaning", 0.1, { tariffsAre: "new" }, "out-of-range", "tariffsAre"],
    ["too fine", 0.1, { tolerance: 1e-16 }, "unreachable-tolerance", "tolerance"],
  ] as const)("%s", (_, tariff, more, code, path) => {
    expectRefusal(() => solve(tariff, more), code, path);
  });

  it("names an economy, a sector or a world that it does not know", () => {
    const entry = { exporter: "B", importer: "A", sectors: "all", tariff: 0.1 };
    const run = (changes: object) =>
      sectorEquilibrium(world, { tariffs: [{ ...entry, ...changes }], tariffsAre: "total" } as never);
    expectRefusal(() => run({ exporter: "Z" }), "not-in-world", "tariffs[0].exporter");
    expectRefusal(() => run({ sectors: ["steel"] }), "not-in-world", "tariffs[0].sectors[0]");
    expectRefusal(() => run({ sectors: [] }), "empty", "tariffs[0].sectors");
    expectRefusal(() => sectorEquilibrium({ ...world } as never, {} as never), "not-defined", "world");
  });

  it("refuses where no equilibrium is left, and says how far it was followed", () => {
    // C lives on a transfer from A, which A can no longer earn.
    const poor = calibrateSectors(
      fromShares({
        deficits: [-9.5, 9.5],
        expenditureShares: [
          [[0.02], [0.5]],
          [[0.98], [0.5]],
        ],
      }),
    );
    const error = expectRefusal(
      () =>
        sectorEquilibrium(poor, {
          tariffs: [{ exporter: "A", importer: "B", sectors: "all", tariff: 9 }],
          tariffsAre: "total",
        }),
      "not-converged",
      "tariffs",
    );
    expect(error.advice).toMatch(/followed up to/);
  });
});

describe("tariffs as rates", () => {
  const world = smallWorld();
  const ask = (tariff: unknown) =>
    sectorEquilibrium(world, {
      tariffs: [{ exporter: "B", importer: "A", sectors: ["goods"], tariff: tariff as number }],
      tariffsAre: "total",
    });
  const block = (tariff: unknown) => {
    const none = () => [0, 0] as unknown[];
    const rows = Array.from({ length: 3 }, () => Array.from({ length: 3 }, none));
    (rows[1] as unknown[][])[0] = [tariff, 0];
    return sectorEquilibrium(world, { tariffs: rows as number[][][], tariffsAre: "additional" });
  };

  it.each([
    ["25%", 0.25],
    ["12.5%", 0.125],
    ["0%", 0],
    ["-5%", -0.05],
  ])("%s is the fraction %s, in a list and in a block, and in the data", (text, fraction) => {
    expect(ask(text).economies).toEqual(ask(fraction).economies);
    expect(block(text).economies).toEqual(block(fraction).economies);
    const charged = (tariff: unknown) =>
      smallWorld({
        tariffs: [{ exporter: "all", importer: "B", sectors: ["goods"], tariff: tariff as number }],
      }).tariffRevenue;
    expect(charged(text)).toEqual(charged(fraction));
  });

  it.each([
    ["25", "not-a-rate"],
    ["a lot", "not-a-rate"],
    ["-100%", "rate-below-minus-100"],
    ["2500%", "out-of-range"],
    [null, "wrong-type"],
  ] as const)("refuses %s, and says where", (text, code) => {
    expectRefusal(() => ask(text), code, "tariffs[0].tariff");
  });

  it("refuses a text that is no rate in a block", () => {
    expectRefusal(() => block("25"), "not-a-rate", "tariffs[1][0][0]");
  });
});
