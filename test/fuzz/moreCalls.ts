import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { tariff } from "../support/entryPoints.js";
import { smallAssumptions } from "../support/smallTables.js";
import { add, scenarioOf, smallBaseline } from "../support/steps.js";

/** A public function and valid arguments for it. */
export interface Call {
  readonly name: string;
  readonly run: (...args: never[]) => unknown;
  readonly args: () => readonly unknown[];
}

const china = scenarioOf("china", add("china", { exporters: ["CHN"] }));
const open = tariff.parseScenario({
  id: "open",
  title: "an open rate",
  evaluate: { on: "any-date", statuses: "any-status" },
  parameters: { rate: { kind: "rate", title: "a rate" } },
  steps: [add("open", { exporters: ["CHN"], rate: { parameter: "rate" } })],
});
const elasticities = () => ({
  substitutionElasticity: 3,
  importDemandElasticity: -1,
  exportSupplyElasticity: 2,
});
const outcome = tariff.accounting({ baseline: smallBaseline, scenario: china });
const whole = { dimension: "all", key: "all", indicator: "additionalDuties" } as const;
const titles = () => ({ title: "Revenue", xTitle: "EU rate, percent", yTitle: "USD billion" });
const matrix = (own: number, other: number) => [
  [own, other],
  [other, own],
];
const gsim = () => ({
  regions: ["A", "B"],
  trade: matrix(50, 100),
  rateBefore: matrix(0, 0.2),
  rateAfter: matrix(0, 0),
  importDemandElasticity: -1.25,
  substitutionElasticity: 5,
  exportSupplyElasticity: 1.5,
});
const evaluator = () => ({
  domains: { rate: { from: -1 }, elasticity: { below: 0 } },
  evaluate: ({ rate = 0, elasticity = 0 }) => ({ revenue: 100 * rate * (1 + rate * elasticity) }),
});
const worldParameters = () => ({
  tradeElasticity: 4,
  labourSupplyElasticity: 0.5,
  scaleElasticity: 0,
  tariffPassThrough: 1,
  marketingCosts: "none",
  valueAddedShare: 1,
  numeraire: "wages",
});

/** Evaluators as the package makes them: what they are asked is public too. */
const partialOf = tariff.partialEvaluator({
  baseline: smallBaseline,
  scenario: open,
  assumptions: { importDemandElasticity: -1, exportSupplyElasticity: "infinite" },
} as never);
const pricesOf = tariff.pricesEvaluator({
  baseline: smallBaseline,
  scenario: open,
  assumptions: smallAssumptions(),
} as never);

/** The functions for which there is no table of places where more than the valid value is valid. */
export const moreCalls: readonly Call[] = [
  { name: "assumeFreeTrade", run: tariff.assumeFreeTrade, args: () => [smallBaseline] },
  {
    name: "chartRows",
    run: tariff.chartRows,
    args: () => [outcome, { indicator: "additionalDuties", dimension: "all", moneyIn: "billion" }],
  },
  { name: "checkTradeClaim", run: tariff.checkTradeClaim, args: () => [] },
  {
    name: "combineEvaluators",
    run: tariff.combineEvaluators,
    args: () => [{ low: evaluator(), high: evaluator() }],
  },
  {
    name: "combineEvaluators, evaluated",
    run: tariff.combineEvaluators({ low: evaluator(), high: evaluator() }).evaluate,
    args: () => [{ rate: 0.1, elasticity: -1 }],
  },
  {
    name: "comparisonChart",
    run: tariff.comparisonChart,
    args: () => [
      outcome,
      {
        title: "Additional duties",
        indicator: "additionalDuties",
        dimension: "exporter",
        moneyIn: "billion",
        show: "level",
        most: 3,
      },
    ],
  },
  {
    name: "maximise",
    run: tariff.maximise,
    args: () => [{ evaluate: (rate: number) => rate / (1 + rate) ** 3, bracket: [0, 2], tolerance: 1e-6 }],
  },
  {
    name: "solveFor",
    run: tariff.solveFor,
    args: () => [{ evaluate: (x: number) => 250 * x - 100, target: 0, bracket: [0, 1], tolerance: 1e-9 }],
  },
  {
    name: "partialEquilibrium",
    run: tariff.partialEquilibrium,
    args: () => [{ baseline: smallBaseline, scenario: china, assumptions: elasticities() }],
  },
  {
    name: "partialEvaluator",
    run: tariff.partialEvaluator,
    args: () => [
      {
        baseline: smallBaseline,
        scenario: open,
        assumptions: { importDemandElasticity: -1, exportSupplyElasticity: "infinite" },
      },
    ],
  },
  {
    name: "partialEvaluator, evaluated",
    run: partialOf.evaluate as never,
    args: () => [{ rate: 0.1, substitutionElasticity: 3 }],
  },
  {
    name: "pricesEvaluator, evaluated",
    run: pricesOf.evaluate as never,
    args: () => [Object.fromEntries(Object.keys(pricesOf.domains).map((name) => [name, 0.5]))],
  },
  {
    name: "retaliate",
    run: tariff.retaliate,
    args: () => [
      {
        id: "answer",
        title: "Canada answers",
        scenario: tariff.januaryScenarios.mexicoCanada25,
        aggressor: "USA",
        by: ["CAN"],
        rule: { kind: "mirror" },
      },
    ],
  },
  {
    name: "solveMarkets",
    run: tariff.solveMarkets,
    args: () => [
      {
        flows: {
          product: ["steel", "steel"],
          origin: ["CAN", "JPN"],
          customsValue: [60, 40],
          rateBefore: [0, 0],
          rateAfter: [0.25, 0],
        },
        assumptions: elasticities(),
      },
    ],
  },
  {
    name: "sweepChart",
    run: tariff.sweepChart,
    args: () => [
      {
        ...titles(),
        points: [
          { x: 10, y: 59.7, low: 50, high: 65 },
          { x: 20, y: 119.5, low: 90, high: 130 },
        ],
      },
    ],
  },
  {
    name: "tornadoChart",
    run: tariff.tornadoChart,
    args: () => [
      {
        title: "Revenue",
        xTitle: "USD billion",
        sensitivity: {
          central: 35,
          rows: [
            {
              input: "elasticity",
              low: { value: 2, outcome: 40 },
              high: { value: 4, outcome: 30 },
              swing: 10,
              flipsSignAt: null,
            },
          ],
        },
      },
    ],
  },
  {
    name: "waterfallChart",
    run: tariff.waterfallChart,
    args: () => [
      {
        title: "Who adds what",
        attribution: tariff.attribute({
          baseline: smallBaseline,
          scenario: china,
          model: tariff.accounting,
          measurement: whole,
        }),
        moneyIn: "billion",
      },
    ],
  },
  { name: "workingOf", run: tariff.workingOf, args: () => [outcome, { ...whole }] },
  { name: "workingText", run: tariff.workingText, args: () => [tariff.workingOf(outcome, whole)] },
  { name: "workingMarkdown", run: tariff.workingMarkdown, args: () => [tariff.workingOf(outcome, whole)] },
  {
    name: "balancingTariff",
    run: tariff.balancingTariff,
    args: () => [{ exports: 143.5, imports: 438.9, importDemandElasticity: -4, passThrough: 0.25 }],
  },
  {
    name: "conventionalRevenue",
    run: tariff.conventionalRevenue,
    args: () => [
      {
        annualRevenue: 100,
        baseYear: 2025,
        firstYear: 2025,
        lastYear: 2034,
        yearKind: "us-fiscal",
        schedule: [{ from: "2025-02-01", share: 1 }],
        growth: 0.04,
        ...tariff.yaleBudgetLabRevenueOffsets.values,
      },
    ],
  },
  { name: "gsimLinear", run: tariff.gsimLinear, args: () => [gsim()] },
  { name: "gsimNonlinear", run: tariff.gsimNonlinear, args: () => [gsim()] },
  {
    name: "passThrough",
    run: tariff.passThrough,
    args: () => [
      {
        customsValue: 1000,
        rateBefore: "0%",
        rateAfter: "10%",
        borderPassThrough: 0.945,
        retailPassThrough: 0.2,
      },
    ],
  },
  {
    name: "smart",
    run: tariff.smart,
    args: () => [
      {
        origin: ["CHN", "ROW"],
        customsValue: [100, 300],
        rateBefore: ["3%", "3%"],
        rateAfter: ["13%", "3%"],
        importDemandElasticity: -1.2,
        substitutionElasticity: 1.5,
        exportSupplyElasticity: "infinite",
      },
    ],
  },
  {
    name: "yearsInForce",
    run: tariff.yearsInForce,
    args: () => [
      {
        firstYear: 2025,
        lastYear: 2026,
        yearKind: "calendar",
        schedule: [
          { from: "2025-03-04", share: 0.5 },
          { from: "2026-03-04", share: 1 },
        ],
      },
    ],
  },
  {
    name: "crossTable",
    run: tariff.crossTable,
    args: () => [
      {
        evaluator: evaluator(),
        fixed: {},
        rows: { input: "rate", values: [0.1, 0.2] },
        columns: { input: "elasticity", values: [-1, -2] },
        outcome: "revenue",
      },
    ],
  },
  {
    name: "sensitivity",
    run: tariff.sensitivity,
    args: () => [
      {
        evaluator: evaluator(),
        inputs: { rate: { low: 0, central: 0.1, high: 0.2 }, elasticity: { low: -3, central: -2, high: -1 } },
        outcome: "revenue",
      },
    ],
  },
  {
    name: "uncertainty",
    run: tariff.uncertainty,
    args: () => [
      {
        evaluator: evaluator(),
        inputs: {
          rate: { kind: "uniform", from: 0.1, to: 0.25 },
          elasticity: { kind: "pert", from: -4, mostLikely: -2, to: -0.5 },
        },
        draws: 20,
        seed: 2025,
        quantiles: [0.05, 0.95],
        below: [["revenue", "revenue"]],
      },
    ],
  },
  {
    name: "defineWorld",
    run: tariff.defineWorld,
    args: () => [{ baseline: world2023, parameters: worldParameters() }],
  },
  {
    name: "accounting of the imports of 2024",
    run: tariff.accounting,
    args: () => [{ baseline: usImports2024, scenario: china }],
  },
];
