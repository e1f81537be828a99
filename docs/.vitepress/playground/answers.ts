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

/** What the models say of one state. */
export interface Answers {
  readonly scenario: Scenario<never>;
  /** The law's answer, if nobody changed what they buy. */
  readonly accounting: AccountingOutcome;
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

/** Runs the three models. */
export function answer(state: PlaygroundState): Answers {
  const scenario = scenarioOf(state);
  return {
    scenario,
    accounting: accounting({ baseline: usImports2024, scenario }),
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
