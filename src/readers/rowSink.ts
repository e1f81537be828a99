import type { ErrorCode } from "../internal/errorCodes.js";
import type { PlainRows, RowPart } from "./plain/plainRows.js";
import { type Place, ReadError, type ReadProblem } from "./readError.js";
import type { ReadReport, ReadWarning, SkippedRow } from "./report.js";
import type { SkipReason, TradeRow } from "./tradeRow.js";

const kept = 1000;

/** Takes what a format makes of its records: rows, rows left out, rows that are wrong. */
export class RowSink {
  private parts: RowPart[] = [];
  private rows: TradeRow[] = [];
  read = 0;
  private skippedCount = 0;
  private failedCount = 0;
  private readonly skippedBy: Partial<Record<SkipReason, number>> = {};
  private readonly skipped: SkippedRow[] = [];
  private readonly failed: ReadProblem[] = [];
  private readonly warnings = new Map<string, { -readonly [Key in keyof ReadWarning]: ReadWarning[Key] }>();

  constructor(
    readonly file: string,
    private readonly collects: boolean,
  ) {}

  row(row: TradeRow): void {
    this.read++;
    this.rows.push(row);
  }

  /** Takes the rows of columns from one on; they hold until those of the next piece. */
  plainRows(plain: PlainRows, from: number): void {
    this.read += plain.length - from;
    this.endPart();
    this.parts.push({ plain, from, to: plain.length });
  }

  skip(at: Place, reason: SkipReason, received: string): void {
    // A footer is no row of data.
    if (reason !== "footer" && reason !== "total-row") this.skippedCount++;
    this.skippedBy[reason] = (this.skippedBy[reason] ?? 0) + 1;
    if (this.skipped.length < kept) this.skipped.push({ at, reason, received });
  }

  /** A wrong row: an error, or one more in the list. */
  fail(code: ErrorCode, place: Place, received: unknown, advice: string): void {
    if (!this.collects) this.refuse({ code, place, received, advice });
    this.failedCount++;
    if (this.failed.length < kept) this.failed.push({ code, place, received, advice });
  }

  /** Takes rows back that were counted as read. */
  unread(rows: number): void {
    this.read -= rows;
  }

  /** Counts rows as read again. */
  reread(rows: number): void {
    this.read += rows;
  }

  /** A wrong file: always an error. */
  readonly refuse = (problem: ReadProblem): never => {
    throw new ReadError(problem, this.file, this.read);
  };

  warn(code: ReadWarning["code"], at: Place, note: string): void {
    const known = this.warnings.get(code);
    if (known === undefined) this.warnings.set(code, { code, at, rows: 1, note });
    else known.rows++;
  }

  /** The rows since the last call. */
  take(): RowPart[] {
    this.endPart();
    const { parts } = this;
    this.parts = [];
    return parts;
  }

  private endPart(): void {
    if (this.rows.length === 0) return;
    this.parts.push(this.rows);
    this.rows = [];
  }

  report(): ReadReport {
    const [read, skipped, failed] = [this.read, this.skippedCount, this.failedCount];
    return {
      file: this.file,
      counts: { dataRows: read + skipped + failed, read, skipped, failed },
      skippedBy: { ...this.skippedBy },
      skipped: [...this.skipped],
      failed: [...this.failed],
      warnings: [...this.warnings.values()].map((warning) => ({ ...warning })),
    };
  }
}
