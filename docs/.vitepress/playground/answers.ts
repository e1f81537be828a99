import {
  type AccountingOutcome,
  accounting,
  type PartialOutcome,
  partialEquilibrium,
  type Scenario,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import {
  type GeneralEquilibriumOutcome,
  generalEquilibrium,
  ignatenko2025CompletePassThrough,
} from "tariff-whatif/world";
import { answeredScenario, scenarioOf } from "./scenario.js";
import type { PlaygroundState } from "./state.js";

/** What can be said at once: the law's answer, if nobody changed what they buy. */
export interface Answer {
  readonly scenario: Scenario<never>;
  readonly accounting: AccountingOutcome;
}

/** What takes a little longer: models in which somebody reacts. */
export interface Reactions {
  /** The scenario they are of; while a slider moves it may be the one before. */
  readonly scenario: Scenario<never>;
  /** US imports when buyers react. */
  readonly partial: PartialOutcome;
  /** The world when wages and prices move too. */
  readonly world: GeneralEquilibriumOutcome;
}

/** The assumptions of the one-importer model, as the reader set them. */
export const partialAssumptions = ({ substitution, demand }: PlaygroundState) => ({
  substitutionElasticity: substitution,
  importDemandElasticity: demand,
  exportSupplyElasticity: "infinite" as const,
});

/** Reads the scenario and counts its duties. */
export function answer(state: PlaygroundState): Answer {
  const scenario = scenarioOf(state);
  return { scenario, accounting: accounting({ baseline: usImports2024, scenario }) };
}

/** Runs the models that solve for prices. */
export function reactions(state: PlaygroundState, scenario: Scenario<never>): Reactions {
  return {
    scenario,
    partial: partialEquilibrium({
      baseline: usImports2024,
      scenario,
      assumptions: partialAssumptions(state),
    }),
    world: generalEquilibrium({
      baseline: world2023,
      scenario: answeredScenario(state, scenario),
      assumptions: {
        parameters: ignatenko2025CompletePassThrough,
        revenueUse: "lumpSumRebate",
        deficits: "fixedToWorldIncome",
        weights: usImports2024,
        source: "Ignatenko, Macedoni, Lashkaripour, Simonovska 2025",
      },
    }),
  };
}
