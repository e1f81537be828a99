import {
  balancedWorld,
  calibrateWorld,
  type DeficitRule,
  ignatenko2025CompletePassThrough,
  type RevenueUse,
  type World,
  type WorldEquilibrium,
  type WorldParameters,
  worldEquilibria,
  worldEquilibrium,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";
import { fixed, randomTariffs, randomWorld, twoEconomies } from "./worlds.js";

const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0);

/**
 * The equations of the model at what an outcome says of wages, employment, prices and spending, written here anew from
 * the published model: how far each is missed, and the flows that follow.
 */
function evaluate(world: World, tariffs: readonly (readonly number[])[], outcome: WorldEquilibrium) {
  const { tradeElasticity, labourSupplyElasticity, valueAddedShare, scaleElasticity, numeraire } =
    world.parameters;
  const { wage, employment, price, expenditure } = outcome.ratios;
  const all = world.economies.map((_, at) => at);
  const [w, l, p, m] = [wage, employment, price, expenditure].map(
    (list) => (i: number) => list[i] as number,
  ) as [(i: number) => number, (i: number) => number, (i: number) => number, (i: number) => number];
  const of = (list: readonly number[], i: number) => list[i] as number;
  const tariff = (j: number, i: number) => (tariffs[j] as readonly number[])[i] as number;
  const cost = (j: number) =>
    (w(j) ** valueAddedShare * p(j) ** (1 - valueAddedShare)) /
    ((w(j) / p(j)) ** (1 - valueAddedShare) * l(j)) ** scaleElasticity;
  const pull = (j: number, i: number) =>
    (((world.trade[j] as number[])[i] as number) / of(world.expenditure, i)) *
    cost(j) ** -tradeElasticity *
    (1 + tariff(j, i)) ** (-tradeElasticity * of(world.tariffExponent, i));
  const pulls = all.map((i) => sum(all.map((j) => pull(j, i))));
  const spends = all.map((i) => of(world.expenditure, i) * m(i));
  const flow = (j: number, i: number) => ((pull(j, i) / of(pulls, i)) * of(spends, i)) / (1 + tariff(j, i));
  const revenue = all.map((i) => sum(all.map((j) => tariff(j, i) * flow(j, i))));
  const sales = all.map((j) => sum(all.map((i) => (1 - of(world.marketingShare, i)) * flow(j, i))));
  const earned = all.map((i) => w(i) * l(i) * of(world.income, i));
  const growth = sum(earned) / sum(world.income);
  const transfers =
    typeof outcome.deficits === "object"
      ? outcome.deficits.transfers
      : outcome.deficits === "balancedTrade"
        ? all.map(() => 0)
        : world.transfer;
  const relief = outcome.revenueUse === "incomeTaxRelief";
  const paid = all.map((i) => (relief ? of(revenue, i) / of(earned, i) : 0));
  const worst = (gap: (i: number) => number) => Math.max(...all.map((i) => Math.abs(gap(i))));
  const [weights, level] = numeraire === "wages" ? [world.income, w] : [world.expenditure, p];
  return {
    flow,
    revenue,
    earned,
    growth,
    transfers,
    paid,
    residuals: {
      labourIncome: worst(
        (j) =>
          (valueAddedShare * of(sales, j) + of(world.marketingShare, j) * (of(spends, j) - of(revenue, j))) /
            of(earned, j) -
          1,
      ),
      budget: worst(
        (i) =>
          (of(earned, i) +
            of(revenue, i) +
            (1 - valueAddedShare) * of(sales, i) +
            of(transfers, i) * growth) /
            of(spends, i) -
          1,
      ),
      labourSupply: worst((i) => (w(i) / ((1 - of(paid, i)) * p(i))) ** labourSupplyElasticity / l(i) - 1),
      priceIndex: worst(
        (i) =>
          ((m(i) / w(i)) ** (1 - of(world.tariffExponent, i)) * of(pulls, i) ** (-1 / tradeElasticity)) /
            p(i) -
          1,
      ),
      numeraire: Math.abs(sum(all.map((i) => of(weights, i) * level(i))) / sum(weights) - 1),
    },
  };
}

const n = 4;
const tariffs = randomTariffs(n, 11, 0.4);
const kinds: [string, Partial<WorldParameters>, RevenueUse, DeficitRule][] = [
  ["inputs, marketing, prices as numeraire", { valueAddedShare: 0.6 }, "lumpSumRebate", "fixedToWorldIncome"],
  [
    "tax relief, wages as numeraire",
    { numeraire: "wages", tariffPassThrough: 0.4, labourSupplyElasticity: 0.8 },
    "incomeTaxRelief",
    "fixedToWorldIncome",
  ],
  [
    "balanced trade, strong scale",
    { scaleElasticity: 0.2, valueAddedShare: 0.7 },
    "incomeTaxRelief",
    "balancedTrade",
  ],
  [
    "given transfers, no labour supply",
    { labourSupplyElasticity: 0, scaleElasticity: 0 },
    "lumpSumRebate",
    { transfers: [1, -2, 0.5, 0.5] },
  ],
];

describe.each(kinds)("the equations with %s", (_, parameters, revenueUse, deficits) => {
  const world = randomWorld(n, 11, parameters);
  const solve = (tolerance: number) => worldEquilibrium(world, { tariffs, revenueUse, deficits, tolerance });

  it("hold, and are missed by what the outcome says, where it is asked for little", () => {
    for (const tolerance of [0.1, 1e-3, 1e-12]) {
      const outcome = solve(tolerance);
      const { residuals } = evaluate(world, tariffs, outcome);
      for (const [name, gap] of Object.entries(residuals)) {
        const told = outcome.residuals[name as keyof typeof residuals];
        expect(Math.abs(told - gap), name).toBeLessThan(1e-13 + 1e-9 * gap);
      }
      expect(outcome.residual).toBe(Math.max(...Object.values(outcome.residuals)));
      expect(outcome.residual).toBeLessThan(tolerance);
      expect(outcome.converged).toBe(true);
      expect(outcome.tolerance).toBe(tolerance);
    }
    expect(solve(0.1).residual).toBeGreaterThan(1e-8);
  });

  it("give the trade, the duties and the levels that the outcome has", () => {
    const outcome = solve(1e-12);
    const { flow, revenue, earned } = evaluate(world, tariffs, outcome);
    const close = (value: number) => expect.closeTo(value, 9);
    outcome.trade.forEach((row, j) => {
      expect(row).toEqual(row.map((_value, i) => close(flow(j, i))));
    });
    let [before, after] = [0, 0];
    outcome.economies.forEach(({ levels, tariffRevenueShare, ...each }, i) => {
      const others = world.economies.map((_label, k) => k).filter((k) => k !== i);
      const [exports, imports] = [sum(others.map((k) => flow(i, k))), sum(others.map((k) => flow(k, i)))];
      const was = (j: number, k: number) => (world.trade[j] as number[])[k] as number;
      const [sold, bought] = [sum(others.map((k) => was(i, k))), sum(others.map((k) => was(k, i)))];
      before += sold;
      after += exports;
      expect(levels).toEqual({
        expenditure: close((world.expenditure[i] as number) * (outcome.ratios.expenditure[i] as number)),
        income: close(earned[i] as number),
        exports: close(exports),
        imports: close(imports),
        deficit: close(imports - exports),
        tariffRevenue: close(revenue[i] as number),
      });
      const growth = (earned[i] as number) / (world.income[i] as number);
      expect(each.exportsOverGdpPercent).toBeCloseTo(100 * (exports / sold / growth - 1), 8);
      expect(each.importsOverGdpPercent).toBeCloseTo(100 * (imports / bought / growth - 1), 8);
      const gap = bought - sold;
      expect(each.deficitPercent).toBeCloseTo((100 * (imports - exports - gap)) / Math.abs(gap), 5);
      expect(tariffRevenueShare).toBeCloseTo((revenue[i] as number) / (world.expenditure[i] as number), 12);
      const [wage, price] = [outcome.ratios.wage[i] as number, outcome.ratios.price[i] as number];
      expect(each.realWagePercent).toBeCloseTo(100 * (wage / price - 1), 10);
      expect(each.wagePercent).toBeCloseTo(100 * (wage - 1), 10);
      expect(each.priceIndexPercent).toBeCloseTo(100 * (price - 1), 10);
      expect(each.employmentPercent).toBeCloseTo(100 * ((outcome.ratios.employment[i] as number) - 1), 10);
    });
    expect(outcome.worldTradePercent).toBeCloseTo(100 * (after / before - 1), 10);
  });

  it("give welfare: what is consumed less what the work is worth, over the price", () => {
    const outcome = solve(1e-12);
    const { revenue, earned, growth, transfers, paid } = evaluate(world, tariffs, outcome);
    const kappa = world.parameters.labourSupplyElasticity;
    outcome.economies.forEach(({ welfarePercent }, i) => {
      const [income, had] = [
        world.income[i] as number,
        (world.income[i] as number) + (world.transfer[i] as number),
      ];
      const has = (earned[i] as number) + (revenue[i] as number) + (transfers[i] as number) * growth;
      const work = (kappa / (1 + kappa)) * (1 - (paid[i] as number)) * income;
      const weight = had / (had - work);
      const ratio =
        ((weight * has) / had + (1 - weight) * ((earned[i] as number) / income)) /
        (outcome.ratios.price[i] as number);
      expect(welfarePercent).toBeCloseTo(100 * (ratio - 1), 9);
    });
  });

  it("name the closure, and leave a note only where there is one to make", () => {
    const outcome = solve(1e-12);
    expect(outcome.revenueUse).toBe(revenueUse);
    expect(outcome.deficits).toEqual(deficits);
    expect(outcome.notes).toEqual([]);
    expect(outcome.leavesOut.length).toBeGreaterThan(2);
  });
});

/** Steps of Newton's method as they were counted, and passes but for two, which rounding may add. */
function expectAtMost(costs: readonly (readonly number[])[], counted: readonly (readonly number[])[]) {
  costs.forEach(([iterations, passes], at) => {
    const [steps, most] = counted[at] as [number, number];
    expect(iterations).toBeLessThanOrEqual(steps);
    expect(passes).toBeLessThanOrEqual(most + 2);
  });
  expect(costs).toHaveLength(counted.length);
}

describe("what a solve costs", () => {
  const how = { revenueUse: "lumpSumRebate", deficits: "balancedTrade" } as const;

  it("a few steps and some dozens of passes over the trade matrix, for small and large tariffs", () => {
    const cost = (size: number, highest: number, closure: object = fixed) => {
      const world = randomWorld(size, 5, { valueAddedShare: 0.7 });
      const { iterations, passes } = worldEquilibrium(world, {
        tariffs: randomTariffs(size, 5, highest),
        ...(closure as typeof fixed),
      });
      return [iterations, passes];
    };
    const costs = [
      cost(5, 0.05),
      cost(12, 0.3),
      cost(30, 0.3),
      cost(12, 2, how),
      cost(12, 0.3, { ...fixed, revenueUse: "incomeTaxRelief" }),
    ];
    expectAtMost(costs, [
      [4, 62],
      [4, 79],
      [5, 90],
      [5, 99],
      [4, 79],
    ]);
  });

  it("a sweep costs less with each scenario that goes on as the last", () => {
    const world = randomWorld(12, 5);
    const full = randomTariffs(12, 5, 0.3);
    const scenarios = [...Array(8)].map((_, k) => full.map((row) => row.map((tariff) => (tariff * k) / 8)));
    const outcomes = worldEquilibria(world, { scenarios, ...fixed });
    expectAtMost(
      outcomes.map(({ iterations, passes }) => [iterations, passes]),
      [
        [0, 5],
        [4, 72],
        [3, 51],
        [3, 51],
        [2, 48],
        [2, 48],
        [2, 55],
        [2, 55],
      ],
    );
  });
});

describe("how a scenario is closed", () => {
  const world = twoEconomies();
  const refused = (changes: object) => {
    const { code, path } = errorOf(() =>
      worldEquilibrium(world, { tariffs: [], ...fixed, ...changes } as never),
    );
    return [code, path];
  };

  it("with a tolerance from 1e-14 to 0.1", () => {
    for (const tolerance of [1e-14, 0.1]) expect(refused({ tolerance })).toEqual(["none", "none"]);
    expect(refused({ tolerance: 9e-15 })).toEqual(["unreachable-tolerance", "tolerance"]);
    expect(refused({ tolerance: 0.11 })).toEqual(["out-of-range", "tolerance"]);
    expect(refused({ tolerance: Number.NaN })).toEqual(["not-finite", "tolerance"]);
    expect(refused({ tolerance: "1e-12" })).toEqual(["wrong-type", "tolerance"]);
    expect(worldEquilibrium(world, { tariffs: [], ...fixed }).tolerance).toBe(1e-12);
  });

  it("with transfers that sum to zero, one for each economy, none for who does not trade", () => {
    const transfers = (value: unknown) => refused({ deficits: { transfers: value } });
    expect(transfers([3, -3])).toEqual(["none", "none"]);
    expect(transfers([3, -3.1])).toEqual(["out-of-range", "deficits.transfers"]);
    expect(transfers([3])).toEqual(["not-square", "deficits.transfers"]);
    expect(transfers([Number.NaN, 0])).toEqual(["not-finite", "deficits.transfers[0]"]);
    expect(transfers(["3", -3])).toEqual(["wrong-type", "deficits.transfers[0]"]);
    expect(transfers(5)).toEqual(["wrong-type", "deficits"]);
    // To a millionth of a millionth of what is transferred.
    expect(transfers([3, -3 + 5e-12])).toEqual(["none", "none"]);
    expect(transfers([3, -3 + 7e-12])).toEqual(["out-of-range", "deficits.transfers"]);
    const alone = calibrateWorld({
      economies: ["A", "B", "C"],
      exports: [
        [0, 10, 0],
        [12, 0, 0],
        [0, 0, 0],
      ],
      gdp: [100, 60, 5],
      parameters: { ...ignatenko2025CompletePassThrough, marketingCosts: [0.2, 0.1, 0.1] },
    });
    const given = (list: number[]) => {
      const { code, path } = errorOf(() =>
        worldEquilibrium(alone, { tariffs: [], ...fixed, deficits: { transfers: list } }),
      );
      return [code, path];
    };
    expect(given([1, -2, 1])).toEqual(["out-of-range", "deficits.transfers[2]"]);
    expect(given([1, -1, 0])).toEqual(["none", "none"]);
    expect(refused({ deficits: null })).toEqual(["wrong-type", "deficits"]);
    expect(refused({ deficits: { transfers: [0, 0], bogus: 1 } })).toEqual(["unknown-key", "deficits.bogus"]);
  });

  it("with one of two uses of revenue, and one of two ways to end", () => {
    expect(refused({ revenueUse: "incomeTaxRelief" })).toEqual(["none", "none"]);
    expect(refused({ revenueUse: 5 })).toEqual(["wrong-type", "revenueUse"]);
    for (const whenNotConverged of ["throw", "return"])
      expect(refused({ whenNotConverged })).toEqual(["none", "none"]);
    expect(refused({ whenNotConverged: "hope" })).toEqual(["out-of-range", "whenNotConverged"]);
  });

  it("with tariffs in one of their shapes", () => {
    const deficits = "balancedTrade";
    const tariff = (value: unknown, more: object = {}) =>
      refused({ deficits, tariffs: [{ exporter: "B", importer: "A", tariff: value, ...more }] });
    for (const value of [10, -0.5, 0, "25%", "1000%"]) expect(tariff(value)).toEqual(["none", "none"]);
    expect(tariff(10.1)).toEqual(["out-of-range", "tariffs[0].tariff"]);
    expect(tariff(-1)).toEqual(["rate-below-minus-100", "tariffs[0].tariff"]);
    expect(tariff(Number.NaN)).toEqual(["not-finite", "tariffs[0].tariff"]);
    expect(tariff(Number.POSITIVE_INFINITY)).toEqual(["not-finite", "tariffs[0].tariff"]);
    expect(tariff(null)).toEqual(["wrong-type", "tariffs[0].tariff"]);
    expect(tariff("25")).toEqual(["not-a-rate", "tariffs[0].tariff"]);
    expect(tariff(0.1, { bogus: 1 })).toEqual(["unknown-key", "tariffs[0].bogus"]);
    expect(tariff(0.1, { importer: 5 })).toEqual(["wrong-type", "tariffs[0].importer"]);
    expect(tariff(0.1, { importer: "C" })).toEqual(["not-in-world", "tariffs[0].importer"]);
    expect(tariff(0.1, { importer: "B" })).toEqual(["out-of-range", "tariffs[0].tariff"]);
    expect(tariff(0, { importer: "B" })).toEqual(["none", "none"]);
    expect(refused({ tariffs: [null] })).toEqual(["wrong-type", "tariffs[0]"]);
    expect(refused({ tariffs: [5] })).toEqual(["not-square", "tariffs"]);
    expect(refused({ tariffs: 5 })).toEqual(["wrong-type", "tariffs"]);
    const matrix = (value: unknown) =>
      refused({
        tariffs: [
          [0, value],
          [0, 0],
        ],
      });
    expect(matrix("25%")).toEqual(["none", "none"]);
    expect(matrix("25")).toEqual(["not-a-rate", "tariffs[0][1]"]);
    expect(matrix(null)).toEqual(["wrong-type", "tariffs[0][1]"]);
    expect(matrix(10.1)).toEqual(["out-of-range", "tariffs[0][1]"]);
    const asRate = worldEquilibrium(world, {
      tariffs: [
        [0, "25%"],
        [0, 0],
      ],
      ...fixed,
    });
    const asNumber = worldEquilibrium(world, {
      tariffs: [
        [0, 0.25],
        [0, 0],
      ],
      ...fixed,
    });
    expect(asRate).toEqual(asNumber);
    const list = [
      { exporter: "A", importer: "B", tariff: 0.25 },
      { exporter: "B", importer: "A", tariff: "10%" },
    ] as const;
    const inOrder = worldEquilibrium(world, { tariffs: list, ...fixed });
    expect(worldEquilibrium(world, { tariffs: [...list].reverse(), ...fixed })).toEqual(inOrder);
    expect(inOrder.economies).not.toEqual(asNumber.economies);
  });

  it("with a start that is an outcome of the same world: where it solves the scenario, no step is left", () => {
    for (const [, parameters, revenueUse, deficits] of kinds) {
      const same = randomWorld(n, 11, parameters);
      const scenario = { tariffs, revenueUse, deficits };
      const cold = worldEquilibrium(same, scenario);
      // Logarithms of the ratios are exact to the last digits only.
      const warm = worldEquilibrium(same, { ...scenario, tolerance: 1e-11, start: cold });
      expect(cold.iterations).toBeGreaterThan(2);
      expect(warm.iterations).toBe(0);
      // One evaluation of the gaps, twelve flows of which carry a tariff, and the proof.
      expect(warm.passes).toBe(Math.ceil(2 * (1 + 12 / 16) + 3));
    }
    const outcome = worldEquilibrium(world, { tariffs: [], ...fixed });
    const start = (changes: object) =>
      refused({ start: { ...outcome, ratios: { ...outcome.ratios, ...changes } } });
    expect(start({})).toEqual(["none", "none"]);
    for (const key of ["wage", "price", "employment", "expenditure"]) {
      expect(start({ [key]: [1] })).toEqual(["wrong-type", `start.ratios.${key}`]);
      expect(start({ [key]: undefined })).toEqual(["wrong-type", `start.ratios.${key}`]);
      expect(start({ [key]: [1, 0] })).toEqual(["out-of-range", `start.ratios.${key}[1]`]);
      expect(start({ [key]: [Number.NaN, 1] })).toEqual(["not-finite", `start.ratios.${key}[0]`]);
    }
    expect(refused({ start: null })).toEqual(["wrong-type", "start.ratios.wage"]);
  });

  it("and scenarios in a list of one or more", () => {
    const many = (changes: object) => {
      const { code, path } = errorOf(() =>
        worldEquilibria(world, { scenarios: [[]], ...fixed, ...changes } as never),
      );
      return [code, path];
    };
    expect(many({})).toEqual(["none", "none"]);
    expect(many({ scenarios: [] })).toEqual(["empty", "scenarios"]);
    expect(many({ scenarios: 5 })).toEqual(["wrong-type", "scenarios"]);
    expect(many({ scenarios: undefined })).toEqual(["missing-key", "scenarios"]);
    expect(many({ bogus: 5 })).toEqual(["unknown-key", "bogus"]);
    expect(many({ scenarios: [[], [null]] })).toEqual(["wrong-type", "scenarios[1][0]"]);
    expect(errorOf(() => worldEquilibria({} as never, { scenarios: [[]], ...fixed }))).toMatchObject({
      code: "not-defined",
      path: "world",
    });
    expect(errorOf(() => balancedWorld({} as never))).toMatchObject({ code: "not-defined", path: "world" });
  });
});

describe("what has no baseline to be compared with", () => {
  const oneWay = calibrateWorld({
    economies: ["A", "B"],
    exports: [
      [0, 10],
      [0, 0],
    ],
    gdp: [100, 60],
    parameters: { ...ignatenko2025CompletePassThrough, marketingCosts: [0.2, 0.1] },
  });

  it("is told as no change: the exports of who sells nothing, the imports of who buys nothing", () => {
    const tariffs = [{ exporter: "A", importer: "B", tariff: 0.1 }];
    const { economies } = worldEquilibrium(oneWay, { tariffs, ...fixed });
    const [seller, buyer] = economies as [(typeof economies)[0], (typeof economies)[0]];
    expect(seller.importsOverGdpPercent).toBe(0);
    expect(buyer.exportsOverGdpPercent).toBe(0);
    const growth = seller.levels.income / (oneWay.income[0] as number);
    expect(seller.exportsOverGdpPercent).toBeCloseTo(100 * (seller.levels.exports / 10 / growth - 1), 9);
    expect(seller.exportsOverGdpPercent).toBeGreaterThan(1);
    expect([seller.levels.imports, buyer.levels.exports]).toEqual([0, 0]);
  });
});

describe("the world without transfers", () => {
  it("is the equilibrium under balanced trade, with the same economies, parameters and shares of marketing", () => {
    const world = calibrateWorld({
      economies: ["A", "B", "C"],
      exports: [
        [0, 10, 1],
        [12, 0, 30],
        [2, 25, 0],
      ],
      gdp: [100, 60, 20],
      parameters: { ...ignatenko2025CompletePassThrough, marketingCosts: "none", valueAddedShare: 0.8 },
    });
    const without = balancedWorld(world);
    const { trade, ratios } = worldEquilibrium(world, {
      tariffs: [],
      revenueUse: "lumpSumRebate",
      deficits: "balancedTrade",
      tolerance: 1e-13,
    });
    without.trade.forEach((row, j) => {
      row.forEach((value, i) => {
        expect(value).toBeCloseTo(trade[j]?.[i] as number, 9);
      });
    });
    expect(without.transfer).toEqual([0, 0, 0]);
    expect(without.ownTradeSetToZero).toEqual(world.ownTradeSetToZero);
    expect(without.ownTradeSetToZero).toEqual(["C"]);
    expect(without.parameters).toEqual(world.parameters);
    expect(without.marketingShare).toEqual(world.marketingShare);
    without.expenditure.forEach((spent, i) => {
      const wanted = (world.expenditure[i] as number) * (ratios.expenditure[i] as number);
      expect(spent).toBeCloseTo(wanted, 9);
    });
  });
});
