import { deepFreeze } from "../../../internal/deepFreeze.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requireFinite } from "../../../internal/requireFinite.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { MarketingTargets, WorldParameters } from "./WorldParameters.js";

/** Checks the parameters and returns a frozen copy that shares nothing with what was passed. */
export function readParameters(value: WorldParameters, n: number): WorldParameters {
  const path = "parameters";
  readOptions(value, path, [
    "tradeElasticity",
    "labourSupplyElasticity",
    "scaleElasticity",
    "tariffPassThrough",
    "marketingCosts",
    "valueAddedShare",
    "numeraire",
  ]);
  const tradeElasticity = between(value.tradeElasticity, "tradeElasticity", 0, 100, "above 0 and up to 100");
  const parameters: WorldParameters = {
    tradeElasticity,
    labourSupplyElasticity: atLeastZero(value.labourSupplyElasticity, "labourSupplyElasticity", 100),
    scaleElasticity: atLeastZero(value.scaleElasticity, "scaleElasticity", 1 / tradeElasticity),
    tariffPassThrough: between(value.tariffPassThrough, "tariffPassThrough", 0, 10, "above 0 and up to 10"),
    marketingCosts: readMarketing(value.marketingCosts, n),
    valueAddedShare: between(value.valueAddedShare, "valueAddedShare", 0, 1, "above 0 and up to 1"),
    numeraire: oneOf(value.numeraire, `${path}.numeraire`, ["consumerPrices", "wages"]),
  };
  return deepFreeze(parameters);
}

/** Refuses a text that is not one of the choices. */
export function oneOf<T extends string>(value: T, path: string, choices: readonly T[]): T {
  if (choices.includes(value)) return value;
  throw new TariffError({
    code: typeof value === "string" ? "out-of-range" : "wrong-type",
    path,
    received: value,
    advice: `Pass one of ${choices.map((choice) => `"${choice}"`).join(", ")}.`,
  });
}

function between(value: number, key: string, low: number, high: number, words: string): number {
  const path = `parameters.${key}`;
  requireFinite(value, path);
  if (value > low && value <= high) return value;
  throw new TariffError({ code: "out-of-range", path, received: value, advice: `Pass a number ${words}.` });
}

function atLeastZero(value: number, key: string, below: number): number {
  const path = `parameters.${key}`;
  requireFinite(value, path);
  if (value >= 0 && value < below) return value;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: `Pass a number from 0 to below ${below}.`,
  });
}

function readMarketing(
  value: WorldParameters["marketingCosts"],
  n: number,
): WorldParameters["marketingCosts"] {
  const path = "parameters.marketingCosts";
  if (value === "none") return value;
  const share = (entry: number, at: string) => {
    requireFinite(entry, at);
    if (entry >= 0 && entry < 1) return entry;
    throw new TariffError({
      code: "out-of-range",
      path: at,
      received: entry,
      advice: "Pass a share from 0 to below 1.",
    });
  };
  if (Array.isArray(value)) {
    if (value.length === n) return value.map((entry: number, i) => share(entry, `${path}[${i}]`));
    throw new TariffError({
      code: "not-square",
      path,
      received: value,
      advice: `Give one share for each of the ${n} economies.`,
    });
  }
  if (typeof value !== "object" || value === null) {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: value,
      advice: 'Pass "none", one share for each economy, or an object of targets.',
    });
  }
  const targets = readOptions(value as MarketingTargets, path, ["economy", "economyShare", "othersShare"]);
  return {
    economy: targets.economy,
    economyShare: share(targets.economyShare, `${path}.economyShare`),
    othersShare: share(targets.othersShare, `${path}.othersShare`),
  };
}
