import type { Place, ReadProblem } from "./readError.js";
import type { SkipReason } from "./tradeRow.js";

/**
 * A row that was left out.
 *
 * @category Readers
 */
export interface SkippedRow {
  /** Where it stands. */
  readonly at: Place;
  /** Why it was left out. */
  readonly reason: SkipReason;
  /** The code or text that decided it. */
  readonly received: string;
}

/**
 * Something to know about rows that were read.
 *
 * @category Readers
 */
export interface ReadWarning {
  /** What it is about. */
  readonly code:
    | "leading-zero-restored"
    | "two-classifications"
    | "converted-classification"
    | "part-of-a-year"
    | "may-be-cut-off"
    | "coarser-without-detail"
    | "digits-may-be-lost"
    | "unknown-unit"
    | "taken-as-taiwan"
    | "special-code";
  /** Where it was first seen. */
  readonly at: Place;
  /** How many rows it concerns. */
  readonly rows: number;
  /** One sentence. */
  readonly note: string;
}

/**
 * What became of the rows of a file. Rows read, skipped and failed add up to the rows of the file.
 *
 * @category Readers
 */
export interface ReadReport {
  /** The name of the file or stream. */
  readonly file: string;
  /** How many rows of data the file has, and what became of them. */
  readonly counts: {
    readonly dataRows: number;
    readonly read: number;
    readonly skipped: number;
    readonly failed: number;
  };
  /** How many rows were left out for each reason. */
  readonly skippedBy: Readonly<Partial<Record<SkipReason, number>>>;
  /** The first 1,000 rows that were left out. */
  readonly skipped: readonly SkippedRow[];
  /** The first 1,000 rows that are wrong; empty unless problems are collected. */
  readonly failed: readonly ReadProblem[];
  /** What to know about rows that were read. */
  readonly warnings: readonly ReadWarning[];
}
