import { TariffError } from "../internal/TariffError.js";

/**
 * Factorises a dense square matrix given by rows into L and U with partial pivoting, and returns the solver of A x = b
 * for any right-hand side. A pivot below 1e-13 of the largest entry is taken for a singularity.
 */
export function factoriseLinear(
  matrix: readonly ArrayLike<number>[],
): (right: ArrayLike<number>) => Float64Array {
  const n = matrix.length;
  const rows = matrix.map((row) => Float64Array.from(row));
  const order = Int32Array.from(rows, (_, at) => at);
  const largest = rows.reduce(
    (top, row) => row.reduce((most, each) => Math.max(most, Math.abs(each)), top),
    0,
  );
  for (let c = 0; c < n; c++) {
    let best = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[best]![c]!)) best = r;
    [rows[c], rows[best]] = [rows[best]!, rows[c]!];
    [order[c], order[best]] = [order[best]!, order[c]!];
    const pivot = rows[c]!;
    if (!(Math.abs(pivot[c]!) > 1e-13 * largest)) {
      throw new TariffError({
        code: "singular-matrix",
        path: "",
        received: pivot[c]!,
        advice: `The equations do not determine one another (column ${c}); look for an industry that uses up all it makes.`,
      });
    }
    for (let r = c + 1; r < n; r++) {
      const row = rows[r]!;
      const factor = row[c]! / pivot[c]!;
      row[c] = factor;
      if (factor !== 0) for (let k = c + 1; k < n; k++) row[k]! -= factor * pivot[k]!;
    }
  }
  return (right) => {
    const x = Float64Array.from(order, (at) => right[at]!);
    for (let r = 1; r < n; r++) for (let k = 0; k < r; k++) x[r]! -= rows[r]![k]! * x[k]!;
    for (let r = n - 1; r >= 0; r--) {
      for (let k = r + 1; k < n; k++) x[r]! -= rows[r]![k]! * x[k]!;
      x[r] = x[r]! / rows[r]![r]! + 0;
    }
    return x;
  };
}
