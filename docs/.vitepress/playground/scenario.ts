import { type PartnerCode, parseScenario, retaliate, type Scenario } from "tariff-whatif";
import type { Partner, PlaygroundState } from "./state.js";

/** The names of the sliders. */
export const partnerNames: Readonly<Record<Partner, string>> = {
  CHN: "China",
  MEX: "Mexico",
  CAN: "Canada",
  EU27: "European Union",
  RUS: "Russia",
  others: "Everyone else",
};

const named = ["CHN", "MEX", "CAN", "EU27", "RUS"] as const;

/** The scenario of the sliders as plain JSON: what "edit as JSON" shows. */
export function scenarioInput({ rates, energy }: PlaygroundState) {
  const common = {
    operator: "add",
    authority: "threatened-tariff",
    importers: ["USA"],
    products: "all",
    dates: {},
    status: "threatened",
    source: { title: "chosen on the playground" },
  };
  const steps: Record<string, unknown>[] = [...named, "others" as const]
    .filter((partner) => rates[partner] > 0)
    .map((partner) => ({
      ...common,
      id: partner.toLowerCase(),
      title: `${rates[partner]}% on goods from ${partner === "others" ? "everyone else" : partnerNames[partner]}`,
      rate: `${rates[partner]}%`,
      exporters: partner === "others" ? { allBut: [...named] } : [partner],
    }));
  if (energy && rates.CAN > 0) {
    steps.push({
      ...common,
      id: "can-energy",
      title: "10% on Canadian energy (HS 27)",
      operator: "replace",
      of: ["threatened-tariff"],
      rate: "10%",
      exporters: ["CAN"],
      products: ["27"],
    });
  }
  const said = [...named, "others" as const]
    .filter((partner) => rates[partner] > 0)
    .map((partner) => `${partnerNames[partner]} ${rates[partner]}%`);
  if (energy && rates.CAN > 0) said.push("Canadian energy 10%");
  return {
    id: "playground",
    title: said.join(", ") || "No new tariff",
    evaluate: { on: "any-date", statuses: "any-status" },
    parameters: {},
    steps,
  };
}

/** The scenario that is asked about: the reader's own JSON, or that of the sliders. Throws what the package throws. */
export function scenarioOf(state: PlaygroundState): Scenario<never> {
  const text = state.own === "" ? JSON.stringify(scenarioInput(state)) : state.own;
  return parseScenario(JSON.parse(text)) as Scenario<never>;
}

/** The same, with the answer in kind of the partners named on the sliders; only the world model sees it. */
export function answeredScenario(state: PlaygroundState, scenario: Scenario<never>): Scenario<never> {
  const by: PartnerCode[] = named.filter((partner) => state.rates[partner] > 0);
  if (!state.answered || state.own !== "" || by.length === 0) return scenario;
  // They answer their own rate on all goods: what Canada buys from the United States is not known by chapter here.
  const plain = state.energy
    ? (parseScenario(scenarioInput({ ...state, energy: false })) as Scenario<never>)
    : scenario;
  const both = retaliate({
    id: "playground-answered",
    title: `${scenario.title}, answered in kind`,
    scenario: plain,
    aggressor: "USA",
    by,
    rule: { kind: "mirror" },
  });
  if (!state.energy) return both;
  return parseScenario({
    ...scenarioInput(state),
    id: both.id,
    title: both.title,
    steps: [...scenario.steps, ...both.steps.slice(plain.steps.length)],
  }) as Scenario<never>;
}
