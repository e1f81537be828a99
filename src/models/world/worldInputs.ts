import { readOptions } from "../../internal/readOptions.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Domain } from "../evaluator.js";
import { parameterDomains, refuseClash } from "../scenarioEvaluator.js";
import type { WorldParameters } from "./calibration/WorldParameters.js";

/** The numbers of {@link WorldParameters}, which an evaluator can vary. */
export type WorldElasticity =
  | "tradeElasticity"
  | "labourSupplyElasticity"
  | "scaleElasticity"
  | "tariffPassThrough"
  | "valueAddedShare";

const elasticities: Readonly<Record<WorldElasticity, Domain>> = {
  tradeElasticity: { from: 0.01, to: 100 },
  labourSupplyElasticity: { from: 0, below: 100 },
  scaleElasticity: { from: 0, to: 10 },
  tariffPassThrough: { from: 0.001, to: 10 },
  valueAddedShare: { from: 0.001, to: 1 },
};

/** The names of all elasticities. */
export const elasticityNames = Object.keys(elasticities) as readonly WorldElasticity[];

/** A value in the middle of what is usual for each of some elasticities, to check a world with before any is drawn. */
export function exampleOf(names: readonly WorldElasticity[]): Partial<WorldParameters> {
  const usual: Readonly<Record<WorldElasticity, number>> = {
    tradeElasticity: 4,
    labourSupplyElasticity: 0.5,
    scaleElasticity: 0,
    tariffPassThrough: 1,
    valueAddedShare: 1,
  };
  return Object.fromEntries(names.map((name) => [name, usual[name]]));
}

/** Each input of a world evaluator with its domain: the elasticities that are not given, then the open parameters. */
export function worldInputs(
  given: Partial<WorldParameters>,
  scenario: Scenario<string>,
): Readonly<Record<string, Domain>> {
  readOptions(
    given as WorldParameters,
    "parameters",
    ["marketingCosts", "numeraire"],
    [...elasticityNames, "multipleEquilibria"],
  );
  const varied = elasticityNames.filter((name) => given[name] === undefined);
  refuseClash(scenario, elasticityNames);
  return Object.freeze({
    ...Object.fromEntries(varied.map((name) => [name, elasticities[name]])),
    ...parameterDomains(scenario),
  });
}
