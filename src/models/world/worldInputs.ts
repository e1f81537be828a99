import { rateFromNumber, textFromNumber } from "../../exact/fromNumber.js";
import type { Rate } from "../../exact/rate.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { TariffError } from "../../internal/TariffError.js";
import type { ParameterValue } from "../../scenario/bind.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Domain } from "../evaluator.js";
import type { WorldParameters } from "./calibration/WorldParameters.js";
import { readTariffFraction } from "./solver/readTariffFraction.js";

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

/** The highest rate that may be written as a number: 5 was surely meant as percent. */
const highestFraction = 3;
const rateDomain: Domain = { above: -1, to: highestFraction };
const shareDomain: Domain = { from: 0, to: 1 };

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
  const clash = scenario.openParameters.find((name) => (elasticityNames as readonly string[]).includes(name));
  if (clash !== undefined) {
    throw new TariffError({
      code: "duplicate-id",
      path: "scenario.parameters",
      received: clash,
      advice: "Give the parameter another name: an elasticity has this one.",
    });
  }
  return Object.freeze({
    ...Object.fromEntries(varied.map((name) => [name, elasticities[name]])),
    ...Object.fromEntries(
      scenario.openParameters.map((name) => [name, isRate(scenario, name) ? rateDomain : shareDomain]),
    ),
  });
}

const isRate = (scenario: Scenario<string>, name: string) =>
  (scenario.parameters[name]?.kind ?? "rate") === "rate";

/** The value of an open parameter from an input: a rate from a fraction or a rate, a share from a number. */
export function parameterValue(
  scenario: Scenario<string>,
  name: string,
  value: number | Rate,
): ParameterValue {
  const path = `inputs.${name}`;
  if (!isRate(scenario, name)) return textFromNumber(requireFinite(value as number, path));
  const fraction = readTariffFraction(value, path);
  if (typeof value === "string" || (fraction > -1 && fraction <= highestFraction))
    return rateFromNumber(fraction);
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: `Pass a fraction of customs value above -1 and up to ${highestFraction}, 0.25 for 25 %; a rate with its unit, such as "${String(100 * fraction).slice(0, 12)}%" or "${String(fraction).slice(0, 12)}%", says which is meant.`,
  });
}
