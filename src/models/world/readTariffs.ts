import { TariffError } from "../../internal/TariffError.js";
import type { WorldCore } from "./core.js";
import { readMatrix, type SquareMatrix } from "./readMatrix.js";

/**
 * One tariff of a scenario, as a share of customs value (0.25 is 25 %).
 *
 * @category World model
 */
export interface WorldTariff {
  readonly exporter: string;
  readonly importer: string;
  readonly tariff: number;
}

/**
 * Tariffs by exporter (rows) and importer (columns) as shares of customs value: a matrix, a row-major Float64Array, or
 * a list of those that are not zero.
 *
 * @category World model
 */
export type WorldTariffs = SquareMatrix | readonly WorldTariff[];

/** Reads tariffs into a row-major matrix of their own. */
export function readTariffs(core: WorldCore, tariffs: WorldTariffs, path: string): Float64Array {
  const { n } = core;
  const matrix = isList(tariffs) ? fromList(core, tariffs, path) : readMatrix(tariffs, n, path);
  for (let k = 0; k < matrix.length; k++) {
    const t = matrix[k]!;
    if (t === 0) continue;
    const j = Math.floor(k / n);
    const i = k % n;
    if (t <= -1 || i === j) {
      throw new TariffError({
        code: t <= -1 ? "rate-below-minus-100" : "out-of-range",
        path: `${path}[${j}][${i}]`,
        received: t,
        advice:
          t <= -1
            ? "Give a tariff above -1 (-100 %)."
            : "Put zero on the diagonal: own trade crosses no border.",
      });
    }
  }
  return matrix;
}

function isList(tariffs: WorldTariffs): tariffs is readonly WorldTariff[] {
  return (
    Array.isArray(tariffs) &&
    (tariffs.length === 0 || (!Array.isArray(tariffs[0]) && typeof tariffs[0] === "object"))
  );
}

function fromList(core: WorldCore, tariffs: readonly WorldTariff[], path: string): Float64Array {
  const { n } = core;
  const matrix = new Float64Array(n * n);
  const seen = new Set<number>();
  for (const [k, entry] of tariffs.entries()) {
    const here = `${path}[${k}]`;
    if (typeof entry !== "object" || entry === null || typeof entry.tariff !== "number") {
      throw new TariffError({
        code: "wrong-type",
        path: here,
        received: entry,
        advice: "Give an exporter, an importer and a tariff as a number, 0.25 for 25 %.",
      });
    }
    if (!Number.isFinite(entry.tariff)) {
      throw new TariffError({
        code: "not-finite",
        path: `${here}.tariff`,
        received: entry.tariff,
        advice: "Pass a finite number.",
      });
    }
    const at =
      requireMember(core, entry.exporter, `${here}.exporter`) * n +
      requireMember(core, entry.importer, `${here}.importer`);
    if (seen.has(at)) {
      throw new TariffError({
        code: "duplicate-flow",
        path: here,
        received: `${entry.exporter} to ${entry.importer}`,
        advice: "Give each pair of economies one tariff.",
      });
    }
    seen.add(at);
    matrix[at] = entry.tariff;
  }
  return matrix;
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
