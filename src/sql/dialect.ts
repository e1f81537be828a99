/**
 * A dialect of SQL.
 *
 * @category SQL
 */
export type SqlDialect = "bigquery" | "duckdb" | "postgresql" | "snowflake" | "spark" | "trino";

export const dialects: readonly SqlDialect[] = [
  "bigquery",
  "duckdb",
  "postgresql",
  "snowflake",
  "spark",
  "trino",
];

/** One column of a written table: text, or whole numbers. */
export interface WrittenColumn {
  readonly name: string;
  readonly type: "text" | "integer";
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * The type of an exact decimal. BigQuery has two: the narrow one, of 9 places, where products fit, and the wide one, which
 * costs more.
 */
export function decimalType(
  dialect: SqlDialect,
  digits: number,
  places: number,
  fitsNarrow: boolean,
): string {
  if (dialect === "bigquery") return fitsNarrow ? "NUMERIC" : "BIGNUMERIC";
  return `DECIMAL(${digits}, ${places})`;
}

/**
 * The digits that amounts need so that their products with rates, and a sum of two, are as wide as they must be: DuckDB keeps
 * what comes of two numbers of up to 18 digits within 18, and ends the query where that is too few.
 */
export const digitsOfAmounts = (dialect: SqlDialect, amounts: number, rates: number): number =>
  dialect === "duckdb" && amounts + rates + 1 > 18 ? Math.max(amounts, 19) : amounts;

/** A name as the dialect quotes it; dots part schema and table. */
export function identifier(dialect: SqlDialect, name: string): string {
  const sign = dialect === "bigquery" || dialect === "spark" ? "`" : '"';
  return name
    .split(".")
    .map((part) => `${sign}${part}${sign}`)
    .join(".");
}

/** A query that gives rows written out. */
export function rowsQuery(
  dialect: SqlDialect,
  columns: readonly WrittenColumn[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cell = (value: string | number) => (typeof value === "number" ? String(value) : quoted(value));
  const tuples = rows.map((row) => `(${row.map(cell).join(", ")})`).join(", ");
  const names = columns.map(({ name }) => name).join(", ");
  if (dialect !== "bigquery") return `SELECT ${names} FROM (VALUES ${tuples}) AS t (${names})`;
  const [first, ...rest] = rows.map((row) => row.map(cell));
  const named = (first ?? []).map((value, at) => `${value} AS ${columns[at]?.name}`).join(", ");
  const others = rest.map((row) => `STRUCT(${row.join(", ")})`);
  return `SELECT ${names} FROM UNNEST([${[`STRUCT(${named})`, ...others].join(", ")}])`;
}
