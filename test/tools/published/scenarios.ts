import {
  bind,
  defineScenario,
  januaryScenarios,
  renameScenario,
  type Scenario,
  type ScenarioInput,
} from "tariff-whatif";

const evaluate = { on: "any-date", statuses: "any-status" } as const;
const source = { title: "the published estimate, as recorded" };
const added = (id: string, title: string, rate: `${number}%`, exporters: unknown) => ({
  id,
  title,
  operator: "add" as const,
  authority: "threatened-tariff",
  rate,
  importers: ["USA"],
  exporters,
  products: "all",
  dates: {},
  status: "threatened",
  source,
});
const define = (id: string, title: string, steps: readonly unknown[]): Scenario<never> =>
  defineScenario({ id, title, evaluate, steps } as unknown as ScenarioInput) as Scenario<never>;

const { china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10, europeanUnion } =
  januaryScenarios;
const energySteps = chinaMexicoCanadaEnergy10.steps;
const china20 = added("china-20", "20% on goods from China", "20%", ["CHN"]);

/** The scenarios that can be built, with the headings of the page. */
export const scenarios = {
  S1: renameScenario(chinaMexicoCanada, { id: "S1", title: "S1: Canada 25%, Mexico 25%, China 10%" }),
  S1e: renameScenario(chinaMexicoCanadaEnergy10, {
    id: "S1e",
    title: "S1e: Canada 25% (energy, HS 27: 10%), Mexico 25%, China 10%",
  }),
  S2: define("S2", "S2: Canada 25%, Mexico 25%, China 20%", [china20, ...mexicoCanada25.steps]),
  china: renameScenario(china10, { id: "china", title: "Only China, 10%" }),
  neighbours: renameScenario(mexicoCanada25, { id: "neighbours", title: "Only Canada and Mexico, 25%" }),
  neighboursEnergy: define(
    "neighbours-energy",
    "Only Canada (energy, HS 27: 10%) and Mexico, 25%",
    energySteps.filter(({ exporters }) => !JSON.stringify(exporters).includes("CHN")),
  ),
  europe: renameScenario(bind(europeanUnion, { euRate: "25%" }), {
    id: "europe",
    title: "Only the European Union, 25%",
  }),
  worldAndChina: define("world-10-china-60", "Everybody 10%, China 60%", [
    added("world-10", "10% on all but China", "10%", { allBut: ["CHN"] }),
    added("china-60", "60% on China", "60%", ["CHN"]),
  ]),
  everybody: define("everybody", "Everybody 25%", [
    added("all-25", "25% on all goods from everywhere", "25%", "all"),
  ]),
  /** Variants that one estimate asks for; they stand in the tables of the scenario they belong to. */
  S1floor: define("S1-floor", "S1 with the 10% on China as a floor", [
    {
      ...added("china-floor", "China at least 10%", "10%", ["CHN"]),
      operator: "raiseTotalTo",
      of: ["baseline", "threatened-tariff"],
    },
    ...mexicoCanada25.steps,
  ]),
  S2energy: define("S2-energy", "S2 with Canadian energy at 10%", [
    china20,
    ...energySteps.filter(({ exporters }) => !JSON.stringify(exporters).includes("CHN")),
  ]),
};

export type ScenarioName = keyof typeof scenarios;

/** Those with a section of their own, in its order. */
export const sections = [
  "S1",
  "S1e",
  "S2",
  "china",
  "neighbours",
  "neighboursEnergy",
  "europe",
  "worldAndChina",
  "everybody",
] as const satisfies readonly ScenarioName[];
