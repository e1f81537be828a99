import { TariffError } from "../../../internal/TariffError.js";
import { readMatrix, type SquareMatrix } from "../calibration/readMatrix.js";
import type { WorldCore } from "./core.js";

/**
 * One tariff of a scenario, as a share of customs value (0.25 is 25 %).
 *
 * @category World model
 */
export interface WorldTariff {
  /** Label of the economy that sells. */
  readonly exporter: string;
  /** Label of the economy that buys and charges the tariff. */
  readonly importer: string;
  /** Share of customs value, 0.25 for 25 %, above -1 to 10; below 0 it is a subsidy. */
  readonly tariff: number;
}

/**
 * Tariffs by exporter (rows) and importer (columns) as shares of customs value: a matrix, a row-major Float64Array, or
 * a list of those that are not zero. They are fractions, 0.25 for 25 %; one above 10 is refused, because it was surely
 * meant as percent.
 *
 * @category World model
 */
export type WorldTariffs = SquareMatrix | readonly WorldTariff[];

/** Tariffs that are not zero: where in the row-major matrix, in rising order, and how much. */
export interface TariffEntries {
  readonly at: Int32Array;
  readonly tariff: Float64Array;
}

/** A tariff above this (1,000 %) was surely meant as percent. */
export const highestShare = 10;

/** Reads tariffs in any of their shapes. */
export function readTariffs(core: WorldCore, tariffs: WorldTariffs, path: string): TariffEntries {
  if (isList(tariffs)) return fromList(core, tariffs, path);
  const { n } = core;
  const matrix = readMatrix(tariffs, n, path);
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
export function requireMember(core: WorldCore, label: unknown, path: string): number {
  const at = typeof label === "string" ? core.position.get(label) : undefined;
  if (at !== undefined) return at;
  throw new TariffError({
    code: typeof label === "string" ? "not-in-world" : "wrong-type",
    path,
    received: label,
    advice: "Pass one of the labels in world.economies.",
  });
}

function isList(tariffs: WorldTariffs): tariffs is readonly WorldTariff[] {
  return Array.isArray(tariffs) && !Array.isArray(tariffs[0]) && typeof tariffs[0] !== "number";
}

function fromList(core: WorldCore, tariffs: readonly WorldTariff[], path: string): TariffEntries {
  const { n } = core;
  const found = new Map<number, number>();
  for (let k = 0; k < tariffs.length; k++) {
    const entry: unknown = tariffs[k];
    const here = () => `${path}[${k}]`;
    if (typeof entry !== "object" || entry === null) throw wrong(here(), entry);
    const { exporter, importer, tariff } = entry as WorldTariff;
    if (typeof tariff !== "number") throw wrong(`${here()}.tariff`, tariff);
    const j = core.position.get(exporter) ?? requireMember(core, exporter, `${here()}.exporter`);
    const i = core.position.get(importer) ?? requireMember(core, importer, `${here()}.importer`);
    const at = j * n + i;
    if (found.has(at)) {
      throw new TariffError({
        code: "duplicate-flow",
        path: here(),
        received: `${exporter} to ${importer}`,
        advice: "Give each pair of economies one tariff.",
      });
    }
    if (tariff !== 0 && !(tariff > 0 && tariff <= highestShare && i !== j))
      requireTariff(tariff, at, n, `${here()}.tariff`);
    found.set(at, tariff);
  }
  const at = Int32Array.from(found.keys()).sort();
  return { at, tariff: Float64Array.from(at, (k) => found.get(k)!) };
}

function wrong(path: string, received: unknown): TariffError {
  return new TariffError({
    code: "wrong-type",
    path,
    received,
    advice: "Give an exporter, an importer and a tariff as a number, 0.25 for 25 %.",
  });
}

function requireTariff(tariff: number, at: number, n: number, path: string): void {
  const own = Math.floor(at / n) === at % n;
  if (tariff > -1 && tariff <= highestShare && !own) return;
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
      : "Give a fraction above -1 (-100 %) and up to 10: 0.25 for 25 %.",
  });
}
