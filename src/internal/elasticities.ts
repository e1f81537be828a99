import { requireFinite } from "./requireFinite.js";
import { TariffError } from "./TariffError.js";

/**
 * A supply elasticity: percent more supplied when the producer price rises by one percent, above 0, or `"infinite"` for
 * a price that does not move.
 *
 * @category Models
 */
export type SupplyElasticity = number | "infinite";

/** Reads an elasticity of demand for the composite, which must be below 0. */
export function readDemandElasticity(value: unknown, path: string): number {
  const number = requireFinite(value, path);
  if (number < 0) return number;
  throw new TariffError({
    code: "elasticity-sign",
    path,
    received: value,
    advice: "Pass the import demand elasticity with its sign, below 0: demand falls when the price rises.",
  });
}

/** Reads an elasticity of substitution, which must be above 0. */
export function readSubstitutionElasticity(value: unknown, path: string): number {
  const number = requireFinite(value, path);
  if (number > 0) return number;
  throw new TariffError({
    code: "elasticity-sign",
    path,
    received: value,
    advice: "Pass an elasticity of substitution above 0; 1 is Cobb-Douglas.",
  });
}

/** Reads a supply elasticity and returns one over it, so that infinite supply is 0 and needs no case of its own. */
export function readInverseSupply(value: unknown, path: string): number {
  if (value === "infinite") return 0;
  const number = typeof value === "string" ? Number.NaN : requireFinite(value, path);
  const inverse = 1 / number;
  if (number > 0 && inverse < Infinity) return inverse;
  throw new TariffError({
    code: "elasticity-sign",
    path,
    received: value,
    advice: 'Pass an export supply elasticity above 0, or "infinite" for a price that does not move.',
  });
}
