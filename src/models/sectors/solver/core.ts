import { TariffError } from "../../../internal/TariffError.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import type { BaselineAnswers } from "./BaselineAnswers.js";

/**
 * The numbers of a world of sectors as the solver wants them. Lists by pair are laid out sector, importer, exporter;
 * lists by economy and sector are laid out economy, sector.
 */
export interface SectorCore {
  /** Economies and sectors. */
  readonly n: number;
  readonly s: number;
  /** Whether sectors buy from one another. */
  readonly links: boolean;
  /** π: share of the exporter in what the importer spends on the sector, duty included. */
  readonly share: Float64Array;
  /** τ: tariffs of the data, as fractions of customs value. */
  readonly tariff: Float64Array;
  /** θ by sector. */
  readonly elasticity: Float64Array;
  /** γ: value added in the cost of a sector. */
  readonly valueAddedShare: Float64Array;
  /** Inputs in the cost of a sector: economy, sector that uses, sector of the input; empty without links. */
  readonly inputShare: Float64Array;
  /** α: shares of the sectors in final use. */
  readonly consumption: Float64Array;
  /** Value added and deficit by economy, in the unit of the data. */
  readonly valueAdded: Float64Array;
  readonly deficit: Float64Array;
  readonly worldValueAdded: number;
  /** What each economy spends on a sector, and what its sectors sell net of duty. */
  readonly spending: Float64Array;
  readonly output: Float64Array;
  /** Final use of each economy: value added, revenue and deficit. */
  readonly income: Float64Array;
  readonly revenue: Float64Array;
  readonly position: ReadonlyMap<string, number>;
  readonly sectorPosition: ReadonlyMap<string, number>;
  /** What crosses the border at the baseline, worked out at the first report. */
  crossing: Crossing | undefined;
  /** Worked out at the first solve. */
  answers: BaselineAnswers | undefined;
}

/** Customs values across the border: economy, sector. */
export interface Crossing {
  readonly imports: Float64Array;
  readonly exports: Float64Array;
}

const cores = /* @__PURE__ */ new WeakMap<SectorWorld, SectorCore>();

/** Ties the solver's numbers to a world. */
export function keepCore(world: SectorWorld, core: SectorCore): void {
  cores.set(world, core);
}

/** The solver's numbers of a world that came from `calibrateSectors`. */
export function coreOf(world: SectorWorld, path = "world"): SectorCore {
  const core = typeof world === "object" && world !== null ? cores.get(world) : undefined;
  if (core !== undefined) return core;
  throw new TariffError({
    code: "not-defined",
    path,
    received: world,
    advice: "Pass the value that calibrateSectors returned, unchanged.",
  });
}
