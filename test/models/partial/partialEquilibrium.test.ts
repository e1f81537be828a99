import fc from "fast-check";
import {
  assumeFreeTrade,
  type Baseline,
  baselineTotals,
  bind,
  compareScenarios,
  createMoney,
  defineBaseline,
  januaryScenarios,
  type PartialAssumptions,
  parsePolicy,
  partialEquilibrium,
  requireClosed,
  type Scenario,
  seek,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { usImports2024 } from "../../../src/data/us-imports-2024/index.js";
import { world2023 } from "../../../src/data/world-2023/index.js";
import { errorOf } from "../../support/errorOf.js";
import { expectClose } from "../../support/expectClose.js";
import { numberIn, plain } from "../../support/numberIn.js";
import { scenarioOf, stepOf } from "../../support/scenarioOf.js";

const finite: PartialAssumptions = {
  substitutionElasticity: 3,
  importDemandElasticity: -0.8,
  exportSupplyElasticity: 5,
};
const solve = (scenario: Scenario<never>, assumptions = finite, baseline: Baseline = usImports2024) =>
  partialEquilibrium({ baseline, scenario, assumptions });
const january = solve(januaryScenarios.chinaMexicoCanadaEnergy10);

const flowIndicators = [
  "customsValue",
  "duties",
  "additionalDuties",
  "tradeCreation",
  "tradeDiversion",
  "exporterSurplusChange",
];
const marketIndicators = ["consumerSurplusChange", "welfareChange", "termsOfTradeGain", "efficiencyLoss"];

describe("rows of partialEquilibrium", () => {
  const sums = (dimension: string, indicator: string, side: "before" | "after") =>
    january.rows
      .filter((row) => row.dimension === dimension && row.indicator === indicator)
      .reduce((sum, row) => sum + plain(row[side]), 0);

  it.each([
    ["exporter", flowIndicators],
    ["chapter", [...flowIndicators, ...marketIndicators]],
    ["section", [...flowIndicators, ...marketIndicators]],
  ] as const)("by %s add up to all", (dimension, indicators) => {
    const scale = numberIn(january, "all", "all", "additionalDuties");
    for (const indicator of indicators) {
      for (const side of ["before", "after"] as const) {
        const wanted = numberIn(january, "all", "all", indicator, side);
        expectClose(
          sums(dimension, indicator, side),
          wanted,
          1e-9,
          scale,
          `${dimension} ${indicator} ${side}`,
        );
      }
    }
  });

  it("by all are the totals of the market", () => {
    const { totals } = january.market;
    for (const indicator of [...flowIndicators, ...marketIndicators]) {
      if (!(indicator in totals || `${indicator}After` in totals)) continue;
      const name = (indicator in totals ? indicator : `${indicator}After`) as keyof typeof totals;
      expectClose(
        numberIn(january, "all", "all", indicator),
        totals[name],
        1e-12,
        totals.dutiesAfter,
        indicator,
      );
    }
    expectClose(numberIn(january, "all", "all", "additionalDuties"), totals.revenueChange, 1e-12);
  });

  it("start from the baseline, to the cent", () => {
    for (const [by, dimension] of [
      ["all", "all"],
      ["exporter", "exporter"],
      ["chapter", "chapter"],
    ] as const) {
      for (const { key, customsValue, duties, effectiveRate } of baselineTotals({
        baseline: usImports2024,
        by,
      })) {
        expectClose(
          numberIn(january, dimension, key, "customsValue", "before"),
          Number(customsValue.amount),
          1e-12,
        );
        expectClose(
          numberIn(january, dimension, key, "duties", "before"),
          Number(duties.amount),
          1e-12,
          1,
          key,
        );
        expectClose(
          numberIn(january, dimension, key, "effectiveRate", "before"),
          Number.parseFloat(effectiveRate),
          1e-9,
          1e-6,
        );
      }
    }
  });

  it("give the composite price of each chapter with trade, and of nothing else", () => {
    const priced = january.rows.filter((row) => row.indicator === "compositePrice");
    expect(priced.filter((row) => row.dimension === "chapter").length).toBe(january.market.byProduct.length);
    for (const row of priced) {
      expect(row.dimension === "chapter" || row.dimension === "section").toBe(true);
      if (row.dimension !== "chapter") continue;
      const product = january.market.byProduct.find(({ product }) => product === row.key)!;
      expectClose(plain(row.after), (product.compositePrice - 1) * 100, 1e-9, 1e-9);
    }
  });

  it("stand once each and survive JSON", () => {
    const labels = january.rows.map((row) => `${row.dimension}/${row.key}/${row.indicator}`);
    expect(new Set(labels).size).toBe(labels.length);
    expect(JSON.parse(JSON.stringify(january))).toEqual(january);
    expect(Object.isFrozen(january) && Object.isFrozen(january.market.totals)).toBe(true);
  });

  it("change nothing, exactly, where nothing changes", () => {
    const zeroStep = requireClosed(
      scenarioOf([stepOf("zero", { operator: "add", authority: "x", rate: "0%" })]),
    );
    for (const scenario of [januaryScenarios.baseline, zeroStep]) {
      for (const supply of [5, "infinite"] as const) {
        const none = solve(scenario, { ...finite, exportSupplyElasticity: supply });
        for (const row of none.rows) {
          const isChange = /Change|Creation|Diversion|Gain|Loss|additional/.test(row.indicator);
          if (isChange) expect((row.after as { amount: string }).amount, row.indicator).toBe("0");
          else expect(row.after, `${row.key} ${row.indicator}`).toEqual(row.before);
        }
        for (const flow of none.market.flows) {
          expect(flow.tradeCreation + 0).toBe(0);
          expect(flow.tradeDiversion + 0).toBe(0);
          expect(flow.customsValueAfter).toBe(flow.customsValueBefore);
          expect(flow.dutiesAfter).toBe(flow.dutiesBefore);
        }
        expect(none.market.diversionGains).toEqual([]);
      }
    }
  });
});

describe("what partialEquilibrium says about itself", () => {
  it("lists elasticities, domestic spending and bound rates with their sources", () => {
    const outcome = solve(bind(januaryScenarios.europeanUnion, { euRate: "10%" }), {
      ...finite,
      domesticSupplyElasticity: 2,
      domestic: { product: ["72"], expenditure: [1e11] },
      sources: { substitutionElasticity: "a paper", domestic: "national accounts" },
    });
    const told = Object.fromEntries(outcome.assumptions.map(({ name, source }) => [name, source]));
    expect(told).toMatchObject({
      substitutionElasticity: "a paper",
      importDemandElasticity: "chosen by the user",
      domesticSupplyElasticity: "chosen by the user",
      domestic: "national accounts",
    });
    expect(outcome.assumptions.some(({ value }) => value === "10%")).toBe(true);
  });

  it("counts a key with the value undefined as absent", () => {
    const given = { ...finite, domesticSupplyElasticity: undefined, domestic: undefined, sources: undefined };
    const outcome = solve(januaryScenarios.china10, given as never);
    expect(outcome.assumptions.map(({ name }) => name)).toEqual(Object.keys(finite));
    expect(outcome.market.totals).toEqual(solve(januaryScenarios.china10).market.totals);
  });

  it("names a step that met no trade", () => {
    const idle = requireClosed(
      scenarioOf([stepOf("idle", { operator: "add", authority: "x", rate: "10%", importers: ["CHN"] })]),
    );
    expect(solve(idle).notes).toEqual(["Step idle met no trade in us-imports-2024."]);
  });
});

describe("the questions asked of partialEquilibrium", () => {
  const money = (amount: `${number}`) => createMoney({ amount, currency: "USD", priceYear: 2024 });
  const search = {
    baseline: usImports2024,
    scenario: januaryScenarios.europeanUnion,
    parameter: "euRate" as const,
    model: partialEquilibrium,
    assumptions: finite,
    measurement: { dimension: "all" as const, key: "all", indicator: "additionalDuties" },
    target: money("50000000000"),
    bracket: ["0%", "50%"] as const,
    tolerance: "0.01" as const,
  };

  it("seek finds the EU rate that raises 50 billion, in few evaluations", () => {
    const { value, reached, evaluations } = seek(search);
    expect(Math.abs(plain(reached) - 5e10)).toBeLessThanOrEqual(0.01);
    const again = solve(bind(januaryScenarios.europeanUnion, { euRate: value as "1%" }));
    expect(numberIn(again, "all", "all", "additionalDuties")).toBe(plain(reached));
    expect(evaluations).toBeLessThan(20);
  });

  it("seek says that no rate in the bracket raises 900 billion", () => {
    const run = () => seek({ ...search, target: money("900000000000") });
    expect(errorOf(run)).toEqual({ name: "TariffError", code: "target-not-reached", path: "target" });
  });

  it.each([
    ["unknown-parameter", "parameter", { parameter: "euTariff" }],
    ["wrong-type", "target", { target: null }],
    ["wrong-type", "target", { target: 5 }],
    ["not-a-rate", "target", { target: "x%" }],
    ["not-a-decimal", "target.amount", { target: { amount: "abc", currency: "USD", priceYear: 2024 } }],
    ["mismatched-model", "target", { target: "5%" }],
    ["mismatched-model", "target", { target: { amount: "5", currency: "EUR", priceYear: 2024 } }],
    ["out-of-range", "bracket", { bracket: ["50%", "0%"] }],
    ["out-of-range", "bracket", { bracket: ["50%", "50%"] }],
    ["out-of-range", "tolerance", { tolerance: "0" }],
    ["wrong-type", "tolerance", { tolerance: 0.01 }],
    ["not-a-rate", "bracket[1]", { bracket: ["0%", "50"] }],
    ["unknown-flow", "measurement", { measurement: { dimension: "all", key: "all", indicator: "profit" } }],
    ["missing-key", "measurement.key", { measurement: { dimension: "all", indicator: "duties" } }],
    [
      "elasticity-sign",
      "assumptions.importDemandElasticity",
      { assumptions: { ...finite, importDemandElasticity: 1 } },
    ],
    ["wrong-type", "model", { model: "partial" }],
  ])("seek refuses with %s at %s", (code, path, given) => {
    expect(errorOf(() => seek({ ...search, ...given } as never))).toEqual({
      name: "TariffError",
      code,
      path,
    });
  });

  it("compareScenarios puts scenarios side by side through it", () => {
    const { rows } = compareScenarios({
      baseline: usImports2024,
      scenarios: [januaryScenarios.china10, januaryScenarios.chinaMexicoCanada],
      model: partialEquilibrium,
      assumptions: finite,
      against: "china-10",
      by: ["all", "exporter", "chapter"],
    });
    const welfare = rows.filter((row) => row.dimension === "all" && row.indicator === "welfareChange");
    const levels = [januaryScenarios.china10, januaryScenarios.chinaMexicoCanada].map(
      (scenario) => solve(scenario).market.totals.welfareChange,
    );
    expectClose(plain(welfare[1]!.difference!), levels[1]! - levels[0]!, 1e-9);
    expect(plain(welfare[0]!.difference!)).toBe(0);
    const prices = rows.filter((row) => row.indicator === "compositePrice");
    expect(prices.every((row) => (row.difference as string).endsWith("pp"))).toBe(true);
  });
});

describe("several importers", () => {
  // What foreign sellers gain stands with the exporters, not with the importer they sell to.
  const sums = flowIndicators.filter((indicator) => indicator !== "exporterSurplusChange");
  const world = assumeFreeTrade(world2023);
  const war = requireClosed(
    scenarioOf([
      stepOf("usa", { operator: "add", authority: "x", rate: "25%", exporters: ["CHN", "MEX", "CAN"] }),
      stepOf("china", {
        operator: "add",
        authority: "y",
        rate: "15%",
        importers: ["CHN"],
        exporters: ["USA"],
      }),
    ]),
  );
  const all = solve(war, finite, world);
  const alone = (importer: string): Baseline => {
    const { importers, exporters, products, columns } = world;
    const flows = columns.importer.flatMap((at, flow) =>
      importers[at] === importer
        ? [
            {
              importer: importers[at]!,
              exporter: exporters[columns.exporter[flow]!]!,
              product: products[columns.product[flow]!]!,
              customsValue: columns.customsValue[flow]!,
              duties: "0" as const,
            },
          ]
        : [],
    );
    const { id, title, year, currency, priceYear, sources } = world;
    return defineBaseline({ id, title, year, currency, priceYear, flows, sources: [...sources] });
  };

  it.each(["USA", "CHN", "EU27"])("%s gets what a baseline of it alone gives", (importer) => {
    const steps = war.steps.filter((step) => (step.importers as string[]).includes(importer));
    const own = solve(requireClosed(scenarioOf(steps as never)), finite, alone(importer));
    for (const indicator of [...sums, ...marketIndicators]) {
      for (const side of ["before", "after"] as const) {
        expectClose(
          numberIn(all, "importer", importer, indicator, side),
          numberIn(own, "all", "all", indicator, side),
          1e-9,
          1e3,
          indicator,
        );
      }
    }
    expectClose(
      numberIn(all, "importer", importer, "effectiveRate"),
      numberIn(own, "all", "all", "effectiveRate"),
      1e-9,
      1e-9,
    );
  });

  it("add up to the world", () => {
    for (const indicator of [...sums, ...marketIndicators]) {
      const sum = all.rows
        .filter((row) => row.dimension === "importer" && row.indicator === indicator)
        .reduce((total, row) => total + plain(row.after), 0);
      expectClose(sum, numberIn(all, "all", "all", indicator), 1e-9, 1e6, indicator);
    }
  });

  it("do not touch an importer that changes nothing", () => {
    expect(numberIn(all, "importer", "JPN", "welfareChange")).toBe(0);
    expect(numberIn(all, "importer", "JPN", "compositePrice")).toBe(0);
    expect(numberIn(all, "importer", "USA", "compositePrice")).toBeGreaterThan(0);
  });

  it("take elasticities by importer and product", () => {
    const bySigma = Object.fromEntries(all.market.byProduct.map(({ product }) => [product, 3]));
    const same = solve(war, { ...finite, substitutionElasticity: bySigma }, world);
    expect(same.market.totals).toEqual(all.market.totals);
  });

  it("refuse world trade without duties", () => {
    expect(errorOf(() => solve(war, finite, world2023))).toMatchObject({
      code: "no-duties",
      path: "baseline",
    });
  });
});

describe("bad input to partialEquilibrium", () => {
  const good = { baseline: usImports2024, scenario: januaryScenarios.china10, assumptions: finite };
  const policy = parsePolicy({ id: "p", title: "p", steps: januaryScenarios.china10.steps });
  const assume = (given: object) => ({ ...good, assumptions: { ...finite, ...given } });
  it.each([
    ["wrong-type", "", null],
    ["wrong-type", "", "x"],
    ["missing-key", "assumptions", { baseline: usImports2024, scenario: januaryScenarios.china10 }],
    ["unknown-key", "model", { ...good, model: 1 }],
    ["not-defined", "baseline", { ...good, baseline: { ...usImports2024 } }],
    ["not-defined", "scenario", { ...good, scenario: { ...januaryScenarios.china10 } }],
    ["not-defined", "scenario", { ...good, scenario: policy }],
    ["open-parameters", "scenario", { ...good, scenario: januaryScenarios.europeanUnion }],
    ["wrong-type", "assumptions", { ...good, assumptions: null }],
    ["wrong-type", "assumptions", { ...good, assumptions: [3, -1, 5] }],
    ["unknown-key", "assumptions.sigma", assume({ sigma: 3 })],
    ["missing-key", "assumptions.exportSupplyElasticity", assume({ exportSupplyElasticity: undefined })],
    ["elasticity-sign", "assumptions.importDemandElasticity", assume({ importDemandElasticity: 0.8 })],
    ["elasticity-sign", "assumptions.importDemandElasticity", assume({ importDemandElasticity: 0 })],
    ["not-finite", "assumptions.importDemandElasticity", assume({ importDemandElasticity: Number.NaN })],
    ["wrong-type", "assumptions.importDemandElasticity", assume({ importDemandElasticity: "-1" })],
    ["elasticity-sign", "assumptions.substitutionElasticity", assume({ substitutionElasticity: 0 })],
    ["elasticity-sign", "assumptions.substitutionElasticity", assume({ substitutionElasticity: -3 })],
    ["not-finite", "assumptions.substitutionElasticity", assume({ substitutionElasticity: Infinity })],
    ["elasticity-sign", "assumptions.exportSupplyElasticity", assume({ exportSupplyElasticity: 0 })],
    ["elasticity-sign", "assumptions.exportSupplyElasticity", assume({ exportSupplyElasticity: -5 })],
    ["elasticity-sign", "assumptions.exportSupplyElasticity", assume({ exportSupplyElasticity: "Infinity" })],
    ["length-mismatch", "assumptions.exportSupplyElasticity", assume({ exportSupplyElasticity: [5] })],
    ["missing-key", "assumptions.substitutionElasticity.01", assume({ substitutionElasticity: {} })],
    [
      "unknown-key",
      "assumptions.substitutionElasticity.steel",
      assume({ substitutionElasticity: { steel: 3 } }),
    ],
    ["unknown-key", "assumptions.sources.sigma", assume({ sources: { sigma: "a paper" } })],
    ["wrong-type", "assumptions.sources.domestic", assume({ sources: { domestic: 5 } })],
    ["wrong-type", "assumptions.sources", assume({ sources: "a paper" })],
    [
      "missing-key",
      "assumptions.domesticSupplyElasticity",
      assume({ domestic: { product: ["72"], expenditure: [1] } }),
    ],
    ["unknown-key", "assumptions.domesticSupplyElasticity", assume({ domesticSupplyElasticity: 2 })],
    [
      "unknown-flow",
      "domestic.product[0]",
      assume({ domestic: { product: ["steel"], expenditure: [1] }, domesticSupplyElasticity: 2 }),
    ],
  ])("%s at %s", (code, path, options) => {
    const before = JSON.stringify(finite);
    const start = performance.now();
    expect(errorOf(() => partialEquilibrium(options as never))).toEqual({ name: "TariffError", code, path });
    expect(performance.now() - start).toBeLessThan(2000);
    expect(JSON.stringify(finite)).toBe(before);
  });

  it("does not lose duties on a flow without customs value", () => {
    const { id, title, year, currency, priceYear, sources } = usImports2024;
    const flow = (exporter: "CAN" | "MEX", customsValue: `${number}`) =>
      ({ importer: "USA", exporter, product: "72", customsValue, duties: "5" }) as const;
    const flows = [flow("CAN", "0"), flow("MEX", "10")];
    const baseline = defineBaseline({
      id,
      title,
      year,
      currency,
      priceYear,
      flows,
      sources: [...sources],
    });
    expect(errorOf(() => solve(januaryScenarios.china10, finite, baseline))).toEqual({
      name: "TariffError",
      code: "division-by-zero",
      path: "baseline.columns.duties[0]",
    });
  });

  it("leaves its input as it was, and free to be changed", () => {
    const assumptions = {
      ...finite,
      domesticSupplyElasticity: { "72": 2 },
      domestic: { product: ["72"], expenditure: new Float64Array([1e11]) },
      sources: { domestic: "x" },
    };
    const copy = structuredClone(assumptions);
    solve(januaryScenarios.china10, assumptions);
    expect(assumptions).toEqual(copy);
    expect(Object.isFrozen(assumptions.sources) || Object.isFrozen(assumptions.domestic.product)).toBe(false);
  });
});

describe("any rates and elasticities", () => {
  it("keep the identities between the rows", () => {
    const elasticity = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: -90, max: 500 }),
        elasticity(0.3, 12),
        elasticity(-4, -0.1),
        fc.oneof(elasticity(0.2, 30), fc.constant("infinite" as const)),
        (rate, sigma, epsilon, eta) => {
          const { market, rows } = solve(bind(januaryScenarios.europeanUnion, { euRate: `${rate}%` }), {
            substitutionElasticity: sigma,
            importDemandElasticity: epsilon,
            exportSupplyElasticity: eta,
          });
          const { totals } = market;
          const of = (indicator: string) =>
            plain(rows.find((row) => row.dimension === "all" && row.indicator === indicator)!.after);
          const scale = Math.abs(totals.consumerSurplusChange) + totals.customsValueBefore * 1e-3;
          expectClose(of("welfareChange"), of("consumerSurplusChange") + of("additionalDuties"), 1e-9, scale);
          expectClose(of("efficiencyLoss"), of("termsOfTradeGain") - of("welfareChange"), 1e-9, scale);
          expectClose(of("duties"), of("additionalDuties") + totals.dutiesBefore, 1e-9, scale);
          expectClose(of("effectiveRate"), (of("duties") / of("customsValue")) * 100, 1e-9);
        },
      ),
      { numRuns: 25 },
    );
  });
});
