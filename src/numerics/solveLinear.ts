import { TariffError } from "../internal/TariffError.js";

/**
 * Solves A x = b for a dense square matrix given by rows: elimination with partial pivoting after scaling each row by
 * its largest entry. The inputs stay as they are. A pivot below 1e-13 of its scaled row is taken for a singularity.
 */
export function solveLinear(matrix: readonly ArrayLike<number>[], right: ArrayLike<number>): Float64Array {
  const n = matrix.length;
  const rows = matrix.map((row, r) => {
    const largest = Math.max(...Array.from(row, Math.abs));
    if (!(largest > 0 && largest < Infinity)) throw singular(`row ${r}`, largest);
    const copy = new Float64Array(n + 1);
    for (let c = 0; c < n; c++) copy[c] = row[c]! / largest;
    copy[n] = right[r]! / largest;
    return copy;
  });
  for (let c = 0; c < n; c++) {
    let best = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[best]![c]!)) best = r;
    const pivot = rows[best]!;
    if (!(Math.abs(pivot[c]!) > 1e-13)) throw singular(`column ${c}`, pivot[c]!);
    rows[best] = rows[c]!;
    rows[c] = pivot;
    for (let r = c + 1; r < n; r++) {
      const row = rows[r]!;
      const factor = row[c]! / pivot[c]!;
      if (factor !== 0) for (let k = c; k <= n; k++) row[k]! -= factor * pivot[k]!;
    }
  }
  const x = new Float64Array(n);
  for (let r = n - 1; r >= 0; r--) {
    let sum = rows[r]![n]!;
    for (let c = r + 1; c < n; c++) sum -= rows[r]![c]! * x[c]!;
    x[r] = sum / rows[r]![r]! + 0;
  }
  return x;
}

function singular(where: string, received: number): TariffError {
  return new TariffError({
    code: "singular-matrix",
    path: "",
    received,
    advice: `The equations do not determine one another (${where}); leave out what neither sells nor buys.`,
  });
}
