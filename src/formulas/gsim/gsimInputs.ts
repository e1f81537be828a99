import type { SupplyElasticity } from "../../internal/elasticities.js";

/**
 * What the two GSIM functions take. Matrices have a row for each exporter and a column for each importer, in the order
 * of `regions`; the diagonal is what a region sells to itself. Rates are plain numbers here, as fractions: 0.25 for
 * 25 %; one above 10 is refused, because it was surely meant as percent.
 *
 * @category GSIM
 */
export interface GsimOptions {
  /** The regions, each once; any names or codes. */
  readonly regions: readonly string[];
  /** Baseline trade at world prices, before duty, in any one currency; 0 or more. */
  readonly trade: readonly (readonly number[])[];
  /** Baseline rates as fractions, 0.25 for 25 %, above -1 to 10. */
  readonly rateBefore: readonly (readonly number[])[];
  /** Scenario rates as fractions, 0.25 for 25 %, above -1 to 10. */
  readonly rateAfter: readonly (readonly number[])[];
  /** Of the composite by importer, below 0: one value, or one for each region. */
  readonly importDemandElasticity: number | readonly number[];
  /** Between exporters by importer, above 0: one value, or one for each region. */
  readonly substitutionElasticity: number | readonly number[];
  /** By exporter, above 0 or "infinite": one value, or one for each region. */
  readonly exportSupplyElasticity: SupplyElasticity | readonly SupplyElasticity[];
}
