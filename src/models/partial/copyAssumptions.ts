import type { MarketAssumptions } from "./marketInputs.js";

/** A plain copy to carry in the result, so that freezing it leaves the caller's own object as it is. */
export function copyAssumptions(assumptions: MarketAssumptions): MarketAssumptions {
  const copy = <T>(value: T): T => {
    if (typeof value !== "object" || value === null) return value;
    return (Array.isArray(value) ? Array.from(value) : { ...value }) as T;
  };
  const { domesticSupplyElasticity } = assumptions;
  return {
    substitutionElasticity: copy(assumptions.substitutionElasticity),
    importDemandElasticity: copy(assumptions.importDemandElasticity),
    exportSupplyElasticity: copy(assumptions.exportSupplyElasticity),
    ...(domesticSupplyElasticity === undefined
      ? {}
      : { domesticSupplyElasticity: copy(domesticSupplyElasticity) }),
  };
}
