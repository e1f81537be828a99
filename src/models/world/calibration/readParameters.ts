import { deepFreeze } from "../../../internal/deepFreeze.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requireFinite } from "../../../internal/requireFinite.js";
import { TariffError } from "../../../internal/TariffError.js";
import { oneOf } from "./oneOf.js";
import type { MarketingTargets, WorldParameters } from "./WorldParameters.js";

/** Checks the parameters and returns a frozen copy that shares nothing with what was passed. */
export function readParameters(value: WorldParameters, n: number): WorldParameters {
  const path = "parameters";
  readOptions(
    value,
    path,
    [
      "tradeElasticity",
      "labourSupplyElasticity",
      "scaleElasticity",
      "tariffPassThrough",
      "marketingCosts",
      "valueAddedShare",
      "numeraire",
    ],
    ["multipleEquilibria"],
  );
  const tradeElasticity = between(value.tradeElasticity, "tradeElasticity", 0.01, 100);
  const many = value.multipleEquilibria;
  const allowed =
    many !== undefined && oneOf(many, `${path}.multipleEquilibria`, ["refused", "allowed"]) === "allowed";
  const parameters: WorldParameters = {
    tradeElasticity,
    labourSupplyElasticity: atLeastZero(value.labourSupplyElasticity, "labourSupplyElasticity", 100),
    scaleElasticity: readScale(value.scaleElasticity, 1 / tradeElasticity, allowed),
    tariffPassThrough: between(value.tariffPassThrough, "tariffPassThrough", 0.001, 10),
    marketingCosts: readMarketing(value.marketingCosts, n),
    valueAddedShare: between(value.valueAddedShare, "valueAddedShare", 0.001, 1),
    numeraire: oneOf(value.numeraire, `${path}.numeraire`, ["consumerPrices", "wages"]),
    ...(many === undefined ? {} : { multipleEquilibria: many }),
  };
  return deepFreeze(parameters);
}

/** Returns to scale: from 1 / ε on the equilibrium need not be the only one, so the caller must ask for that by name. */
function readScale(value: number, inverse: number, allowed: boolean): number {
  const path = "parameters.scaleElasticity";
  requireFinite(value, path);
  if (value >= 0 && (value < inverse || (allowed && value <= 10))) return value;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: allowed
      ? "Pass a number from 0 to 10."
      : `Pass a number from 0 to below ${inverse}, one over the trade elasticity; from there on several equilibria may exist: multipleEquilibria "allowed" asks for that.`,
  });
}

function between(value: number, key: string, low: number, high: number): number {
  const path = `parameters.${key}`;
  requireFinite(value, path);
  if (value >= low && value <= high) return value;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: `Pass a number from ${low} to ${high}.`,
  });
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
    if (value.length === n) return Array.from(value, (entry: number, i) => share(entry, `${path}[${i}]`));
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
