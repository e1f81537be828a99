import type { HsCode } from "../goods/hsCode.js";

/**
 * A line of the tariff that goods are declared under.
 *
 * @category Readers
 */
export interface HtsLine {
  /** Its place in the file, from 0. */
  readonly row: number;
  /** The code in digits. */
  readonly product: HsCode;
  /** Its own description. */
  readonly description: string;
  /** The ordinary rate as the schedule writes it, such as `"57¢/kg + 1.4%"`; empty where neither the line nor one above states it. */
  readonly general: string;
  /** Preferential rates and their programmes; empty where there is none, which is no free entry. */
  readonly special: string;
  /** The rate of column 2. */
  readonly column2: string;
  /** Units of quantity, as written. */
  readonly units: readonly string[];
  /** The line above that states the rates, with its dots; null where the line does so itself. */
  readonly inheritedFrom: string | null;
  /** Headings of chapter 99 that footnotes of the rates point at. */
  readonly chapter99: readonly string[];
}

/**
 * A heading of chapter 99: a duty on top of others, or an exception; never a line that goods are declared under.
 *
 * @category Readers
 */
export interface HtsAdditionalDuty {
  /** Its place in the file, from 0. */
  readonly row: number;
  /** The heading, with its dots. */
  readonly heading: string;
  /** What it covers. */
  readonly description: string;
  /** The rate as written. */
  readonly general: string;
}

/**
 * The lines of a schedule.
 *
 * @category Readers
 */
export interface HtsSchedule {
  /** The declarable lines, in order. */
  readonly lines: readonly HtsLine[];
  /** The headings of chapter 99. */
  readonly chapter99: readonly HtsAdditionalDuty[];
  /** Rows of each kind: rows of the file, declarable lines, headings above them, headings of chapter 99. */
  readonly counts: {
    readonly rows: number;
    readonly declarable: number;
    readonly headings: number;
    readonly chapter99: number;
  };
}
