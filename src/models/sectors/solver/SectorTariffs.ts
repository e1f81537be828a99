import type { Rate } from "../../../exact/rate.js";

/**
 * One tariff on some trade, as a fraction of customs value (0.25 is 25 %).
 *
 * @category Sectors
 */
export interface SectorTariff {
  /** Label of the economy that sells; `"all"` for every other economy. */
  readonly exporter: string;
  /** Label of the economy that buys and charges the tariff; `"all"` for every other economy. */
  readonly importer: string;
  /** Labels of the sectors it falls on; `"all"` for every sector, services included. */
  readonly sectors: readonly string[] | "all";
  /** Fraction of customs value, above -1 and up to 10; below 0 it is a subsidy. */
  readonly tariff: number;
}

/**
 * Tariffs as fractions of customs value, or as rates such as "25%": a list of those that matter (a later entry takes the
 * place of an earlier one on the same trade), or all of them by exporter, importer and sector, as lists of lists or, numbers
 * alone, row-major in a `Float64Array`.
 *
 * @category Sectors
 */
export type SectorTariffs =
  | readonly (Omit<SectorTariff, "tariff"> & { readonly tariff: number | Rate })[]
  | readonly (readonly (readonly (number | Rate)[])[])[]
  | Float64Array;
