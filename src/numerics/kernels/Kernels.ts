/**
 * The inner loops of a solver with the memory they work on. Every list passed to them must come from `list`; rows are
 * those of a row-major matrix.
 */
export interface Kernels {
  /** A new list of zeros. */
  readonly list: (length: number) => Float64Array;
  /** out_c = Σ_r left_r · matrix_rc. */
  readonly multiplyFromLeft: MatrixProduct;
  /** out_r = Σ_c matrix_rc · right_c. */
  readonly multiplyFromRight: MatrixProduct;
  /** The two products for `count` square blocks of `size`, one after another, each with a list and a result of its own. */
  readonly multiplyBlocksFromLeft: RowsProduct;
  readonly multiplyBlocksFromRight: RowsProduct;
  /** Writes the sum of the entry by entry products of `count` lists of `size` with as many others. */
  readonly multiplyEntries: RowsProduct;
  /** Writes the products of the first `count` rows of `size` entries with a list. */
  readonly multiplyRows: RowsProduct;
  /** Adds the first `count` rows of `size` entries, times their weights, to `out`. */
  readonly addScaledRows: RowsProduct;
  /** Takes off a list its parts along `count` orthonormal rows, one row after another, and writes the parts. */
  readonly orthogonalise: RowsProduct;
}

type MatrixProduct = (
  matrix: Float64Array,
  rows: number,
  columns: number,
  factors: Float64Array,
  out: Float64Array,
) => void;

type RowsProduct = (
  rows: Float64Array,
  count: number,
  size: number,
  list: Float64Array,
  out: Float64Array,
) => void;
