import type { PartnerCode } from "../../economies/partner.js";
import type { Concordance } from "../../goods/concordance/commodities.js";
import { brand, requireBrand } from "../../internal/brand.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { SourceCard } from "../source.js";

/**
 * A code with a name: a commodity, an industry, a group of consumption.
 *
 * @category Consumer prices
 */
export interface Named {
  /** The code, unique in its list. */
  readonly code: string;
  /** The name. */
  readonly name: string;
}

/**
 * What a line of consumption buys of one commodity, in the unit of the tables.
 *
 * @category Consumer prices
 */
export interface Purchase {
  /** The code of the commodity. */
  readonly commodity: string;
  /** Its value at producers' prices, or at the border. */
  readonly producersValue: number;
  /** The margin of transport, not negative. */
  readonly transport: number;
  /** The margin of wholesale trade, not negative. */
  readonly wholesale: number;
  /** The margin of retail trade, not negative. */
  readonly retail: number;
  /** Its value at purchasers' prices: the sum of the others, up to rounding. */
  readonly purchasersValue: number;
}

/**
 * How much the parts of a table may differ from their total: within either of the two is near enough.
 *
 * @category Consumer prices
 */
export interface TableTolerance {
  /** As a share of the total: 0.003 for 0.3 %. */
  readonly share: number;
  /** As an amount in the unit of the tables: the rounding of the source. */
  readonly amount: number;
}

/**
 * One line of household consumption, such as new motor vehicles.
 *
 * @category Consumer prices
 */
export interface ConsumptionLine {
  /** The code, unique among the lines. */
  readonly code: string;
  /** The title. */
  readonly title: string;
  /** The code of the group it belongs to. */
  readonly group: string;
  /** Food and energy are left out of core prices; everything else is `"core"`. */
  readonly kind: "food" | "energy" | "core";
  /** What it buys, commodity by commodity. */
  readonly purchases: readonly Purchase[];
}

/**
 * Who buys: households in tenths from the poorest, or in as many equal classes as there are shares.
 *
 * @category Consumer prices
 */
export interface HouseholdTable {
  /** All households. */
  readonly number: number;
  /** For each group of consumption by code, the weights of the tenths; each row is divided by its sum. */
  readonly shares: Readonly<Record<string, readonly number[]>>;
  /** Income of each tenth in the unit of the tables; null where it is not at hand. */
  readonly income: readonly number[] | null;
}

/**
 * What the model of consumer prices needs to know of one economy. Rows of `make` are industries, rows of `use` and
 * `imported` are commodities.
 *
 * @category Consumer prices
 */
export interface PriceTables {
  /** A short identifier. */
  readonly id: string;
  /** What the tables are, for a heading. */
  readonly title: string;
  /** The economy whose prices they are: the importer. */
  readonly economy: PartnerCode;
  /** The calendar year. */
  readonly year: number;
  /** ISO 4217 code of all amounts. */
  readonly currency: string;
  /** The year in whose prices the amounts are. */
  readonly priceYear: number;
  /** What an amount of 1 in the tables stands for: 1000000 where they are in millions. */
  readonly unit: number;
  /** The commodities, in the order of rows of `use`. */
  readonly commodities: readonly Named[];
  /** The industries, in the order of columns of `use`. */
  readonly industries: readonly Named[];
  /** Output of each commodity by each industry; null for a symmetric table, whose industries are its commodities. */
  readonly make: readonly (readonly number[])[] | null;
  /** Purchases of each commodity by each industry, domestic and imported together. */
  readonly use: readonly (readonly number[])[];
  /** The imported part of `use`. */
  readonly imported: readonly (readonly number[])[];
  /** Value added of each industry. */
  readonly valueAdded: readonly number[];
  /** Output of each industry. */
  readonly output: readonly number[];
  /** Household consumption of each commodity at producers' prices, and the imported part of it. */
  readonly consumption: { readonly total: readonly number[]; readonly imported: readonly number[] };
  /** Groups of consumption. */
  readonly groups: readonly Named[];
  /** Lines of consumption. */
  readonly lines: readonly ConsumptionLine[];
  /** Who buys; null where that is not known. */
  readonly households: HouseholdTable | null;
  /** Codes of commodities that are no goods of the tariff schedule and whose price is held fixed. */
  readonly fixedPrice: readonly string[];
  /** From HS codes to the commodities. */
  readonly concordance: Concordance;
  /** How much parts may differ from a total. */
  readonly tolerance: TableTolerance;
  /** Where the tables come from, at least one. */
  readonly sources: readonly SourceCard[];
}

/** Freezes tables whose figures were checked, and marks them so that the model takes them. */
export const sealPriceTables = (tables: PriceTables): PriceTables =>
  deepFreeze(brand("price-tables", tables));

/** Refuses anything but tables that came from {@link sealPriceTables}. */
export const requirePriceTables = (value: unknown, path: string): void =>
  requireBrand("price-tables", value, path, "definePriceTables or a data set of this package");
