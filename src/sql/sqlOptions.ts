import type { PartnerCode } from "../economies/partner.js";
import type { Scenario } from "../scenario/scenario.js";
import type { SqlDialect } from "./dialect.js";

/**
 * What {@link toSql} needs.
 *
 * @category SQL
 */
export interface ToSqlOptions {
  /** What changes, looked at on one day; no parameter may be open. */
  readonly scenario: Scenario<never>;
  /** The dialect. */
  readonly dialect: SqlDialect;
  /** The table of lines, with its schema where it has one. */
  readonly table: string;
  /** The columns of the table. */
  readonly columns: {
    /** Who imports, in the codes of this package; it goes with `importers`, and is left out with `importer`. */
    readonly importer?: string;
    /** Who exports, in the codes of this package. */
    readonly exporter: string;
    /** The HS code, in digits with leading zeros. */
    readonly product: string;
    /** The customs value. */
    readonly value: string;
    /** The duties of the baseline. */
    readonly duties: string;
  };
  /** Who imports, where all lines have one importer. */
  readonly importer?: PartnerCode;
  /** The importers that stand in the column `importer`; a line of another one gets no duties (NULL). */
  readonly importers?: readonly PartnerCode[];
  /** The exporters that stand in the table; a line of another one gets no duties (NULL). */
  readonly exporters: readonly PartnerCode[];
  /** The width of values and duties: decimal digits in all, and how many of them behind the point. */
  readonly amounts: { readonly digits: number; readonly places: number };
}

/**
 * A scenario as SQL.
 *
 * @category SQL
 */
export interface ScenarioSql {
  /** A query that gives all columns of the table and `scenario_duties`, the duties after the scenario. */
  readonly query: string;
  /**
   * A query that counts lines that the first cannot score, or not rightly; it must give 0: unknown partners, trade of a partner
   * with itself, amounts that are NULL and, where the policy tells goods apart, codes that are NULL, too short for it, of an odd
   * number of digits (a leading zero lost), or have points or blanks in them.
   */
  readonly check: string;
  /** The fewest digits that a code must have. */
  readonly digits: number;
}
