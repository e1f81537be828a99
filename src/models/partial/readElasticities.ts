import {
  readDemandElasticity,
  readInverseSupply,
  readSubstitutionElasticity,
} from "../../internal/elasticities.js";
import { requireList } from "../../internal/numericColumns.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import type { Market } from "./market.js";
import type { MarketAssumptions } from "./marketInputs.js";

/** The elasticities as the solver wants them. */
export interface Elasticities {
  /** sigma by product. */
  readonly substitution: Float64Array;
  /** epsilon by product. */
  readonly demand: Float64Array;
  /** 1 / eta by row; 0 is infinite supply. */
  readonly inverseSupply: Float64Array;
}

/** Checks the assumptions against a market. */
export function readElasticities(market: Market, assumptions: MarketAssumptions): Elasticities {
  const path = "assumptions";
  const hasDomestic = market.rowOf.includes(-1);
  readOptions(
    assumptions,
    path,
    [
      "substitutionElasticity",
      "importDemandElasticity",
      "exportSupplyElasticity",
      ...(hasDomestic ? (["domesticSupplyElasticity"] as const) : []),
    ],
    [],
  );
  const { products, starts, rowOf } = market;
  const perProduct = (value: unknown, key: string, read: Read) =>
    readPerProduct(value, `${path}.${key}`, products, read);
  const supply = assumptions.exportSupplyElasticity;
  const inverseSupply = new Float64Array(rowOf.length);
  if (Array.isArray(supply)) {
    const rows = rowOf.length - rowOf.reduce((count, row) => (row < 0 ? count + 1 : count), 0);
    requireList(supply, `${path}.exportSupplyElasticity`, rows);
    rowOf.forEach((row, r) => {
      if (row >= 0)
        inverseSupply[r] = readInverseSupply(supply[row], `${path}.exportSupplyElasticity[${row}]`);
    });
  } else if (typeof supply !== "object") {
    inverseSupply.fill(readInverseSupply(supply, `${path}.exportSupplyElasticity`));
  } else {
    const byProduct = perProduct(supply, "exportSupplyElasticity", readInverseSupply);
    products.forEach((_, p) => {
      inverseSupply.fill(byProduct[p]!, starts[p]!, starts[p + 1]!);
    });
  }
  if (hasDomestic) {
    products.forEach((name, p) => {
      const last = starts[p + 1]! - 1;
      if (rowOf[last] !== -1) return;
      const own = pick(assumptions.domesticSupplyElasticity, `${path}.domesticSupplyElasticity`, name);
      inverseSupply[last] = readInverseSupply(own.value, own.path);
    });
    refuseStrangers(assumptions.domesticSupplyElasticity, `${path}.domesticSupplyElasticity`, products);
  }
  return {
    substitution: perProduct(
      assumptions.substitutionElasticity,
      "substitutionElasticity",
      readSubstitutionElasticity,
    ),
    demand: perProduct(assumptions.importDemandElasticity, "importDemandElasticity", readDemandElasticity),
    inverseSupply,
  };
}

type Read = (value: unknown, path: string) => number;

function readPerProduct(value: unknown, path: string, products: readonly string[], read: Read): Float64Array {
  if (typeof value !== "object" || value === null)
    return new Float64Array(products.length).fill(read(value, path));
  refuseStrangers(value, path, products);
  return Float64Array.from(products, (name) => {
    const entry = pick(value, path, name);
    return read(entry.value, entry.path);
  });
}

function pick(value: unknown, path: string, name: string): { value: unknown; path: string } {
  if (typeof value !== "object" || value === null) return { value, path };
  if (Object.hasOwn(value, name))
    return { value: (value as Record<string, unknown>)[name], path: `${path}.${name}` };
  throw new TariffError({
    code: "missing-key",
    path: `${path}.${name}`,
    received: undefined,
    advice: "Give the elasticity of this product too; it has no default.",
  });
}

function refuseStrangers(value: unknown, path: string, products: readonly string[]): void {
  if (typeof value !== "object" || value === null) return;
  const known = new Set(products);
  for (const name of Object.keys(value)) {
    if (known.has(name)) continue;
    throw new TariffError({
      code: "unknown-key",
      path: `${path}.${name}`,
      received: name,
      advice: "Remove this key; the flows have no such product.",
    });
  }
}
