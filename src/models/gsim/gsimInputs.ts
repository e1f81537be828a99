import type { SupplyElasticity } from "../../internal/elasticities.js";

/**
 * What the two GSIM functions take. Matrices have a row for each exporter and a column for each importer, in the order
 * of `regions`; the diagonal is what a region sells to itself.
 *
 * @category GSIM
 */
export interface GsimOptions {
  readonly regions: readonly string[];
  /** Baseline trade at world prices, in any one currency. */
  readonly trade: readonly (readonly number[])[];
  /** Baseline rates as fractions: 0.25 is 25 %. */
  readonly rateBefore: readonly (readonly number[])[];
  /** Scenario rates as fractions. */
  readonly rateAfter: readonly (readonly number[])[];
  /** Of the composite by importer, below 0: one value, or one for each region. */
  readonly importDemandElasticity: number | readonly number[];
  /** Between exporters by importer, above 0: one value, or one for each region. */
  readonly substitutionElasticity: number | readonly number[];
  /** By exporter, above 0 or "infinite": one value, or one for each region. */
  readonly exportSupplyElasticity: SupplyElasticity | readonly SupplyElasticity[];
}
