/**
 * Rows by the names of their columns: an Arrow table, the objects of a Parquet file, the answer of a query; all at once
 * or as they come. Whole numbers may be `bigint`; an amount with a fraction is exact only as text. Errors
 * name a row by its number, as they do the line of a file.
 *
 * @category Readers
 */
export interface TableSource {
  /** The rows: objects with a value for each column, or an Arrow table, which yields such rows. */
  readonly rows:
    | Iterable<Readonly<Record<string, unknown>> | null>
    | AsyncIterable<Readonly<Record<string, unknown>> | null>;
  /** A name for errors; `"table"` where it is not given. */
  readonly name?: string;
}
