import { januaryScenarios } from "tariff-whatif";
import { world2023 } from "tariff-whatif/data/world-2023";
import * as world from "tariff-whatif/world";
import type { EntryPoint } from "./entryPoints.js";

const parameters = () => ({
  tradeElasticity: 4,
  labourSupplyElasticity: 0.5,
  scaleElasticity: 0.16,
  tariffPassThrough: 1,
  marketingCosts: [0.2, 0.1, 0.1],
  valueAddedShare: 1,
  numeraire: "wages",
  multipleEquilibria: "refused",
});
const data = () => ({
  economies: ["A", "B", "C"],
  exports: [
    [0, 40, 10],
    [42, 0, 7],
    [10, 7, 0],
  ],
  gdp: [1000, 600, 60],
  parameters: parameters(),
});
const three = world.calibrateWorld(data() as never);
const outcome = world.worldEquilibrium(three, {
  tariffs: [],
  revenueUse: "lumpSumRebate",
  deficits: "balancedTrade",
});
const closure = () => ({
  revenueUse: "incomeTaxRelief",
  deficits: { transfers: [1, -1, 0] },
  tolerance: 1e-10,
  whenNotConverged: "throw",
});
const list = () => [
  { exporter: "B", importer: "A", tariff: 0.1 },
  { exporter: "C", importer: "A", tariff: "10%" },
];
const matrix = () => [
  [0, 0.1, 0.1],
  ["10%", 0, 0.1],
  [0.1, 0.1, 0],
];
const asked = (options: () => object) => () => [
  { prefix: "world", value: three },
  { prefix: "", value: options() },
];
const assumptions = () => ({
  parameters: { ...parameters(), marketingCosts: "none" },
  revenueUse: "lumpSumRebate",
  deficits: "balancedTrade",
  weights: "none",
});

const numbers: NonNullable<EntryPoint["welcome"]> = [
  [/(exports|gdp|tariffs|against|scenarios|ratios|transfers|marketingCosts)[[.]/, /^minus zero$/],
  [/(exports|gdp|ratios|transfers)[[.]/, /^a number$/],
  [/Elasticity$/, /^minus zero$/],
  [/labourSupplyElasticity$/, /^a number$/],
  [/tradeElasticity$/, /^a number$/],
  [/^(tariffs|against|scenarios\[\d\])$/, /empty list/],
  [/^scenarios$/, /a list of lists/],
  [/(multipleEquilibria|tolerance|whenNotConverged|highestTariff|start|source)$/, /^undefined$/],
];

const entries = [
  {
    name: "calibrateWorld",
    run: world.calibrateWorld,
    args: () => [{ prefix: "", value: data() }],
    welcome: [[/economies\[\d\]$/, /text|exponent|infinite rate|digits/]],
  },
  {
    name: "recalibrateWorld",
    run: world.recalibrateWorld,
    args: () => [
      { prefix: "world", value: three },
      { prefix: "parameters", value: parameters() },
    ],
  },
  { name: "balancedWorld", run: world.balancedWorld, args: () => [{ prefix: "world", value: three }] },
  {
    name: "worldEquilibrium",
    run: world.worldEquilibrium,
    args: asked(() => ({ tariffs: list(), start: outcome, ...closure() })),
  },
  {
    name: "worldEquilibrium with a matrix",
    run: world.worldEquilibrium,
    args: asked(() => ({ tariffs: matrix(), ...closure(), deficits: "balancedTrade" })),
  },
  {
    name: "worldEquilibria",
    run: world.worldEquilibria,
    args: asked(() => ({ scenarios: [list(), matrix()], ...closure() })),
  },
  {
    name: "bestResponse",
    run: world.bestResponse,
    args: asked(() => ({ bloc: ["A"], against: list(), highestTariff: "300%", ...closure() })),
  },
  {
    name: "bestUniformTariff",
    run: world.bestUniformTariff,
    args: asked(() => ({ economy: "A", highestTariff: 3, ...closure() })),
  },
  {
    name: "breakEvenTariff",
    run: world.breakEvenTariff,
    args: asked(() => ({ economy: "A", retaliation: "none", highestTariff: 3, ...closure() })),
  },
  {
    name: "optimalTariffFormula",
    run: world.optimalTariffFormula,
    args: asked(() => ({ economy: "A" })),
  },
  {
    name: "reciprocalTariffs",
    run: world.reciprocalTariffs,
    args: asked(() => ({ tariffs: list(), aggressor: "A" })),
  },
  {
    name: "formulaRetaliation",
    run: world.formulaRetaliation,
    args: asked(() => ({ tariffs: list(), aggressor: "A" })),
  },
  {
    name: "winnersAndLosers",
    run: world.winnersAndLosers,
    args: asked(() => ({ tariffs: list(), ...closure() })),
  },
  {
    name: "freeTradeAgreement",
    run: world.freeTradeAgreement,
    args: asked(() => ({ tariffs: list(), members: ["A", "B"], ...closure() })),
  },
  {
    name: "nashTariffs",
    run: world.nashTariffs,
    args: asked(() => ({
      blocs: [
        { name: "A", members: ["A"] },
        { name: "others", members: ["B", "C"] },
      ],
      highestTariff: 3,
      ...closure(),
    })),
    welcome: [[/name$/, /text|exponent|infinite rate|digits/]],
  },
  {
    name: "generalEquilibrium",
    run: world.generalEquilibrium,
    args: () => [
      {
        prefix: "",
        value: {
          baseline: world2023,
          scenario: januaryScenarios.chinaMexicoCanada,
          assumptions: { ...assumptions(), source: "a paper" },
        },
      },
    ],
    welcome: [[/source$/, /some text|exponent|infinite rate|bare number/]],
  },
  {
    name: "worldEvaluator",
    run: world.worldEvaluator,
    args: () => [
      {
        prefix: "",
        value: { baseline: world2023, scenario: januaryScenarios.europeanUnion, assumptions: assumptions() },
      },
    ],
    welcome: [[/Elasticity$|Share$|PassThrough$/, /^undefined$/]],
  },
  {
    name: "tariffsByPair",
    run: world.tariffsByPair,
    args: () => [
      {
        prefix: "",
        value: { baseline: world2023, scenario: januaryScenarios.chinaMexicoCanada, weights: "none" },
      },
    ],
  },
] as never as readonly EntryPoint[];

/** The functions of the world model, for the tests of bad input. */
export const worldEntryPoints: readonly EntryPoint[] = entries.map((entry) => ({
  ...entry,
  welcome: [...(entry.welcome ?? []), ...numbers],
}));
