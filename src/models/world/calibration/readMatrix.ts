import { TariffError } from "../../../internal/TariffError.js";

/**
 * A square matrix, rows exporters and columns importers: a list of rows, or the rows one after another in one array.
 *
 * @category World model
 */
export type SquareMatrix = readonly (readonly number[])[] | Float64Array;

/** Copies a square matrix into row-major float64; every entry must be finite. */
export function readMatrix(value: SquareMatrix, n: number, path: string): Float64Array {
  if (value instanceof Float64Array) {
    if (value.length !== n * n) throw notSquare(path, value, n);
    const copy = Float64Array.from(value);
    for (let k = 0; k < copy.length; k++)
      if (!Number.isFinite(copy[k])) throw notFinite(`${path}[${k}]`, copy[k]);
    return copy;
  }
  if (!Array.isArray(value)) {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: value,
      advice: "Pass a list of rows (exporters) or a row-major Float64Array.",
    });
  }
  if (value.length !== n) throw notSquare(path, value, n);
  const out = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const row: unknown = value[j];
    if (!Array.isArray(row) || row.length !== n) throw notSquare(`${path}[${j}]`, row, n);
    for (let i = 0; i < n; i++) {
      const entry: unknown = row[i];
      if (typeof entry !== "number" || !Number.isFinite(entry)) throw notFinite(`${path}[${j}][${i}]`, entry);
      out[j * n + i] = entry;
    }
  }
  return out;
}

function notSquare(path: string, received: unknown, n: number): TariffError {
  return new TariffError({
    code: "not-square",
    path,
    received,
    advice: `Give one row and one column for each of the ${n} economies.`,
  });
}

function notFinite(path: string, received: unknown): TariffError {
  return new TariffError({
    code: typeof received === "number" ? "not-finite" : "wrong-type",
    path,
    received,
    advice: "Pass a finite number.",
  });
}
