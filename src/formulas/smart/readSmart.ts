import { ratesAsNumbers } from "../../exact/rateAsNumber.js";
import {
  readDemandElasticity,
  readInverseSupply,
  readSubstitutionElasticity,
} from "../../internal/elasticities.js";
import { readNumbers } from "../../internal/numericColumns.js";
import { readNames } from "../../internal/readNames.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import type { SmartOptions } from "./smartTypes.js";

/** Checks the options of SMART. */
export function readSmart(options: SmartOptions) {
  readOptions(options, "", [
    "origin",
    "customsValue",
    "rateBefore",
    "rateAfter",
    "importDemandElasticity",
    "substitutionElasticity",
    "exportSupplyElasticity",
  ]);
  const origin = readNames(options.origin, "origin");
  const value = readNumbers(options.customsValue, "customsValue", origin.length, 0);
  const rateBefore = ratesAsNumbers(options.rateBefore, "rateBefore", origin.length);
  const rateAfter = ratesAsNumbers(options.rateAfter, "rateAfter", origin.length);
  const demand = readDemandElasticity(options.importDemandElasticity, "importDemandElasticity");
  const sigma = readSubstitutionElasticity(options.substitutionElasticity, "substitutionElasticity");
  const inverseSupply = readInverseSupply(options.exportSupplyElasticity, "exportSupplyElasticity");
  requireMarket(origin, value);
  return { origin, value, rateBefore, rateAfter, demand, sigma, inverseSupply };
}

function requireMarket(origin: readonly string[], value: Float64Array): void {
  origin.forEach((name, j) => {
    if (origin.indexOf(name) === j) return;
    throw new TariffError({
      code: "duplicate-flow",
      path: `origin[${j}]`,
      received: name,
      advice: "Name each origin once.",
    });
  });
  if (value.some((amount) => amount > 0)) return;
  throw new TariffError({
    code: "empty",
    path: "customsValue",
    received: value,
    advice: "Pass some imports.",
  });
}
