import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { buildWorld } from "./buildWorld.js";
import { marketingOf } from "./marketingOf.js";
import { readMatrix, type SquareMatrix } from "./readMatrix.js";
import { readParameters } from "./readParameters.js";
import type { World } from "./World.js";
import type { WorldParameters } from "./WorldParameters.js";

/** Largest world; the share matrix of 2,000 economies takes 32 MB, and the solver keeps two. */
const mostEconomies = 2000;

/**
 * Data of a world, all in one currency unit.
 *
 * @category World model
 */
export interface WorldData {
  /** One label for each economy, none twice. */
  readonly economies: readonly string[];
  /** Trade in the baseline: rows exporters, columns importers, zero on the diagonal. */
  readonly exports: SquareMatrix;
  /** GDP in the unit of trade. */
  readonly gdp: readonly number[] | Float64Array;
  /** Elasticities, marketing costs and numéraire: a preset, or one of your own. */
  readonly parameters: WorldParameters;
}

/**
 * Calibrates a world in general equilibrium from trade and GDP.
 *
 * **Formula**: T = (1 - ν)(imports - Σ(1 - ν_k) exports_k); E = GDP + T; own trade = max(0, E - imports), divided by the
 * value-added share; then E, Y and T are rebuilt from trade so that the baseline solves every equation. The exponent
 * of one plus the tariff is φ = pass-through + (1 + ψ)ν / (1 - ν).
 *
 * **Result**: a frozen, checked world in the unit of the data. `ownTradeSetToZero` names the economies whose exports
 * exceed what their GDP allows.
 *
 * **Leaves out**: tariffs in the baseline (they are zero: tariffs are changes from free trade), services trade that is
 * not in the data, sectors.
 *
 * **Source**: [Ignatenko, Macedoni, Lashkaripour and Simonovska 2025], Ignatenko, Macedoni, Lashkaripour, Simonovska,
 * Journal of International Economics, 2025.
 *
 * @throws `TariffError` `not-square`, `not-finite`, `out-of-range`, `duplicate-id`, `disconnected-world`.
 *
 * @example Own trade follows from GDP
 * ```ts
 * import { calibrateWorld, ignatenko2025EatonKortum } from "tariff-whatif/world";
 *
 * const world = calibrateWorld({
 *   economies: ["A", "B"],
 *   exports: [
 *     [0, 10],
 *     [12, 0],
 *   ],
 *   gdp: [100, 60],
 *   parameters: ignatenko2025EatonKortum,
 * });
 * world.trade[0]; // => [90, 10]
 * world.transfer; // => [2, -2]
 * ```
 * @category World model
 */
export function calibrateWorld(data: WorldData): World {
  readOptions(data, "", ["economies", "exports", "gdp", "parameters"]);
  const economies = readLabels(data.economies);
  const n = economies.length;
  const trade = readMatrix(data.exports, n, "exports");
  const gdp = readGdp(data.gdp, economies);
  requireTrade(trade, n);
  const parameters = readParameters(data.parameters, n);
  const marketing = marketingOf(parameters, economies, trade, gdp);
  const ownTradeSetToZero: string[] = [];
  for (let i = 0; i < n; i++) {
    let imports = 0;
    let kept = 0;
    for (let k = 0; k < n; k++) {
      imports += trade[k * n + i]!;
      kept += (1 - marketing[k]!) * trade[i * n + k]!;
    }
    // The diagonal is still zero for i and later economies, and k = i adds nothing.
    const own = gdp[i]! + (1 - marketing[i]!) * (imports - kept) - imports;
    if (own < 0) ownTradeSetToZero.push(economies[i]!);
    trade[i * n + i] = Math.max(0, own) / parameters.valueAddedShare;
  }
  return buildWorld({ economies, parameters, gdp, marketing, trade, ownTradeSetToZero, balanced: false });
}

function readLabels(value: readonly string[]): readonly string[] {
  const fail = (
    code: "wrong-type" | "empty" | "too-long" | "duplicate-id",
    path: string,
    received: unknown,
  ) =>
    new TariffError({
      code,
      path,
      received,
      advice: `Pass 2 to ${mostEconomies} different labels as texts.`,
    });
  if (!Array.isArray(value)) throw fail("wrong-type", "economies", value);
  if (value.length < 2) throw fail("empty", "economies", value);
  if (value.length > mostEconomies) throw fail("too-long", "economies", value);
  const seen = new Set<unknown>();
  for (let i = 0; i < value.length; i++) {
    const label: unknown = value[i];
    if (typeof label !== "string" || label === "") throw fail("wrong-type", `economies[${i}]`, label);
    if (seen.has(label)) throw fail("duplicate-id", `economies[${i}]`, label);
    seen.add(label);
  }
  return [...value];
}

function readGdp(value: readonly number[] | Float64Array, economies: readonly string[]): Float64Array {
  if ((!Array.isArray(value) && !(value instanceof Float64Array)) || value.length !== economies.length) {
    throw new TariffError({
      code: "not-square",
      path: "gdp",
      received: value,
      advice: `Give one GDP for each of the ${economies.length} economies.`,
    });
  }
  for (let i = 0; i < value.length; i++) {
    const entry: unknown = value[i];
    if (typeof entry === "number" && entry > 0 && entry < 1e290) continue;
    const finite = typeof entry !== "number" || Number.isFinite(entry);
    throw new TariffError({
      code: finite ? "out-of-range" : "not-finite",
      path: `gdp[${i}]`,
      received: entry,
      advice: `Give ${economies[i]} a GDP above zero in the unit of trade, or leave it out of the world.`,
    });
  }
  return Float64Array.from(value);
}

function requireTrade(trade: Float64Array, n: number): void {
  for (let k = 0; k < trade.length; k++) {
    const value = trade[k]!;
    const own = Math.floor(k / n) === k % n;
    if (value >= 0 && value < 1e290 && !(own && value !== 0)) continue;
    throw new TariffError({
      code: "out-of-range",
      path: `exports[${Math.floor(k / n)}][${k % n}]`,
      received: value,
      advice: own ? "Put zero on the diagonal: own trade follows from GDP." : "Give trade as zero or more.",
    });
  }
}
