import type { ErrorCode } from "../internal/errorCodes.js";
import { TariffError } from "../internal/TariffError.js";

/**
 * Where something stands in a file.
 *
 * @category Readers
 */
export interface Place {
  /** The line in the file, from 1; of a record over several lines the first. */
  readonly line?: number;
  /** The index in a JSON array, from 0; row 0 of the Census API is its header. */
  readonly row?: number;
  /** The column, as the file names it. */
  readonly column?: string;
  /** The byte in the file, from 0, after decompression. */
  readonly byte?: number;
}

/**
 * What a {@link ReadError} is made of.
 *
 * @category Readers
 */
export interface ReadProblem {
  /** The kind of the problem: one of the codes of errors. */
  readonly code: ErrorCode;
  /** Where it stands. */
  readonly place: Place;
  /** What stands there. */
  readonly received: unknown;
  /** One sentence that says what is wrong and what to do. */
  readonly advice: string;
}

/**
 * A {@link TariffError} about a file: beside code, path and advice it has the place in the file as data.
 *
 * @category Readers
 */
export class ReadError extends TariffError {
  /** The name of the file or stream. */
  readonly file: string;
  /** Where the problem stands. */
  readonly place: Place;
  /** Rows that were read before it; they are not the whole. */
  readonly rowsBefore: number;

  constructor({ code, place, received, advice }: ReadProblem, file: string, rowsBefore: number) {
    const at = place.line ?? place.row;
    const path = [file, at === undefined ? "" : String(at), place.column ?? ""].filter(Boolean).join(":");
    super({ code, path, received, advice });
    this.file = file;
    this.place = place;
    this.rowsBefore = rowsBefore;
  }
}
