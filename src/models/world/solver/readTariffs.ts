import type { Rate } from "../../../exact/rate.js";
import { requirePlainList } from "../../../internal/listBounds.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { highestFraction, readTariffFraction } from "../../readTariffFraction.js";
import { readMatrix, type SquareMatrix } from "../calibration/readMatrix.js";
import type { WorldArrays } from "../calibration/worldArrays.js";

/**
 * One tariff of a scenario.
 *
 * @category World model
 */
export interface WorldTariff {
  /** Label of the economy that sells. */
  readonly exporter: string;
  /** Label of the economy that buys and charges the tariff. */
  readonly importer: string;
  /** Fraction of customs value, 0.25 for 25 %, above -1 to 10; below 0 it is a subsidy. */
  readonly tariff: number;
}

/**
 * Tariffs by exporter (rows) and importer (columns): a matrix, a row-major Float64Array, or a list of those that are not
 * zero. Numbers are fractions of customs value, 0.25 for 25 %, and one above 10 is refused, because it was surely meant as
 * percent; rates such as "25%" are taken too.
 *
 * @category World model
 */
export type WorldTariffs =
  | SquareMatrix
  | readonly (readonly (number | Rate)[])[]
  | readonly (Omit<WorldTariff, "tariff"> & { readonly tariff: number | Rate })[];

type TariffList = Extract<WorldTariffs, readonly { readonly exporter: string }[]>;

/** Tariffs that are not zero: where in the row-major matrix, in rising order, and how much. */
export interface TariffEntries {
  readonly at: Int32Array;
  readonly tariff: Float64Array;
}

/** Reads tariffs in any of their shapes. */
export function readTariffs(arrays: WorldArrays, tariffs: WorldTariffs, path: string): TariffEntries {
  if (isList(tariffs)) return fromList(arrays, tariffs, path);
  const { n } = arrays;
  const matrix = readMatrix(asNumbers(tariffs, n, path), n, path);
  const at = new Int32Array(matrix.reduce((count, t) => (t === 0 ? count : count + 1), 0));
  let q = 0;
  for (let k = 0; k < matrix.length; k++) {
    if (matrix[k] === 0) continue;
    requireTariff(matrix[k]!, k, n, `${path}[${Math.floor(k / n)}][${k % n}]`);
    at[q++] = k;
  }
  return { at, tariff: Float64Array.from(at, (k) => matrix[k]!) };
}

/** Where a label stands in the world. */
export function requireMember(arrays: WorldArrays, label: unknown, path: string): number {
  const at = typeof label === "string" ? arrays.position.get(label) : undefined;
  if (at !== undefined) return at;
  throw new TariffError({
    code: typeof label === "string" ? "not-in-world" : "wrong-type",
    path,
    received: label,
    advice: "Pass one of the labels in world.economies.",
  });
}

/** A matrix with its rates read; what else is wrong with it, `readMatrix` finds. */
function asNumbers(matrix: Exclude<WorldTariffs, TariffList>, n: number, path: string): SquareMatrix {
  if (!Array.isArray(matrix) || matrix.length !== n) return matrix as SquareMatrix;
  return Array.from(requirePlainList(matrix, path), (row: readonly (number | Rate)[], j) =>
    Array.isArray(row) && row.length === n && Array.from(row).some((entry) => typeof entry === "string")
      ? Array.from(row, (entry: number | Rate, i) =>
          typeof entry === "string" ? readTariffFraction(entry, `${path}[${j}][${i}]`) : entry,
        )
      : row,
  ) as SquareMatrix;
}

function isList(tariffs: WorldTariffs): tariffs is TariffList {
  return Array.isArray(tariffs) && !Array.isArray(tariffs[0]) && typeof tariffs[0] !== "number";
}

const entryKeys = new Set(["exporter", "importer", "tariff"]);

function fromList(arrays: WorldArrays, tariffs: TariffList, path: string): TariffEntries {
  const { n } = arrays;
  const found = new Map<number, number>();
  for (let k = 0; k < tariffs.length; k++) {
    const entry: unknown = tariffs[k];
    const here = () => `${path}[${k}]`;
    if (typeof entry !== "object" || entry === null) throw wrong(here(), entry);
    for (const key in entry)
      if (!entryKeys.has(key)) readOptions(entry, here(), ["exporter", "importer", "tariff"] as never);
    const { exporter, importer, tariff: given } = entry as TariffList[number];
    const tariff = typeof given === "number" ? given : readGiven(given, `${here()}.tariff`);
    const j = arrays.position.get(exporter) ?? requireMember(arrays, exporter, `${here()}.exporter`);
    const i = arrays.position.get(importer) ?? requireMember(arrays, importer, `${here()}.importer`);
    const at = j * n + i;
    if (found.has(at)) {
      throw new TariffError({
        code: "duplicate-flow",
        path: here(),
        received: `${exporter} to ${importer}`,
        advice: "Give each pair of economies one tariff.",
      });
    }
    if (tariff !== 0 && !(tariff > 0 && tariff <= highestFraction && i !== j))
      requireTariff(tariff, at, n, `${here()}.tariff`);
    found.set(at, tariff);
  }
  const at = Int32Array.from(found.keys()).sort();
  return { at, tariff: Float64Array.from(at, (k) => found.get(k)!) };
}

function readGiven(given: unknown, path: string): number {
  if (typeof given !== "string") throw wrong(path, given);
  return readTariffFraction(given as Rate, path);
}

function wrong(path: string, received: unknown): TariffError {
  return new TariffError({
    code: "wrong-type",
    path,
    received,
    advice: 'Give an exporter, an importer and a tariff: a number, 0.25 for 25 %, or a rate such as "25%".',
  });
}

function requireTariff(tariff: number, at: number, n: number, path: string): void {
  const own = Math.floor(at / n) === at % n;
  if (tariff > -1 && tariff <= highestFraction && !own) return;
  throw new TariffError({
    code: !Number.isFinite(tariff)
      ? "not-finite"
      : own || tariff > -1
        ? "out-of-range"
        : "rate-below-minus-100",
    path,
    received: tariff,
    advice: own
      ? "Put zero on the diagonal: own trade crosses no border."
      : 'Give a fraction above -1 (-100 %) and up to 10, 0.25 for 25 %, or a rate such as "25%".',
  });
}
