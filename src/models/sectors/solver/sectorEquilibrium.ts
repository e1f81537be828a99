import { readOptions } from "../../../internal/readOptions.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import { tradeTable } from "../calibration/sectorWorldFrom.js";
import { readTolerance, type SectorTariffChange, tariffsAfter } from "../readSectorScenario.js";
import { coreOf } from "./core.js";
import { firstOrder } from "./firstOrder.js";
import { reportEconomies } from "./report.js";
import type { FirstOrderWelfare, SectorEquilibrium } from "./SectorOutcome.js";
import { copySolution } from "./solution.js";
import { solveAndProve } from "./solveAndProve.js";

/**
 * A scenario of a world of sectors.
 *
 * @category Sectors
 */
export interface SectorScenario extends SectorTariffChange {
  /** Residual to reach, 1e-13 to 0.01; 1e-12 where absent. It changes the digits, not the answer. */
  readonly tolerance?: number;
}

/** What no result of this model holds. */
export const sectorsLeaveOut: readonly string[] = Object.freeze([
  "Unemployment and the way to the new equilibrium: labour moves between the sectors of an economy at no cost.",
  "Capital, migration, exchange rates and profits; what tariffs pay for other than a payment to all.",
  "Goods apart from one another within a sector.",
]);

/**
 * Solves a world of sectors in general equilibrium under tariffs: wages, prices, output, trade and welfare everywhere.
 *
 * **Formula**: cost c = w^γ Π P^(input shares); price P = (Σ π (c κ)^-θ)^(-1/θ) with κ = (1 + t') / (1 + t); shares
 * π' = π (c κ / P)^-θ; spending = inputs of what is sold + α (w L + revenue + deficit); imports - exports = deficit, which is
 * fixed in units of world value added, the numéraire. Revenue is paid out to all. Without inputs c = w.
 *
 * **Result**: changes in percent and levels in the unit of the data for each economy and sector, trade, welfare exact and,
 * labelled, to the first order (terms of trade, volume of trade), and the residual over all equations.
 *
 * **Leaves out**: unemployment and the way to the new equilibrium, capital, exchange rates, goods within a sector. With
 * fixed deficits an equilibrium need not exist under very high tariffs; the error then says how far it was followed.
 *
 * **Source**: [Caliendo and Parro 2015], [Lashkaripour 2021], Caliendo and Parro, Review of Economic Studies 82(1),
 * 2015; without inputs Lashkaripour, Journal of International Economics 131, 2021.
 *
 * @throws `TariffError` `not-converged`, `unreachable-tolerance`, `rate-below-minus-100`, `not-in-world`,
 * `not-defined`, `length-mismatch`; `out-of-range` for a tariff above 10 (a fraction is wanted: 0.25 for 25 %).
 *
 * @example The United States raise tariffs on goods from China by ten points
 * ```ts
 * import { calibrateSectors, sectorEquilibrium } from "tariff-whatif/sectors";
 * import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
 *
 * const { economies, sectors, accounts, tradeElasticities, goods } = worldSectors2011;
 * const world = calibrateSectors({
 *   economies,
 *   sectors,
 *   accounts,
 *   tradeElasticities,
 *   tariffs: "none",
 *   deficits: "ofTheData",
 * });
 * const result = sectorEquilibrium(world, {
 *   tariffs: [{ exporter: "CHN", importer: "USA", sectors: goods, tariff: 0.1 }],
 *   tariffsAre: "additional",
 * });
 * const [usa, china] = result.economies;
 * [usa, china].map((each) => each?.welfarePercent.toFixed(4)); // => ["0.0005", "-0.1690"]
 * usa?.sectors.find(({ sector }) => sector === "electronics")?.employmentPercent?.toFixed(2); // => "6.48"
 * result.residual < 1e-12; // => true
 * ```
 * @category Sectors
 */
export function sectorEquilibrium(world: SectorWorld, scenario: SectorScenario): SectorEquilibrium {
  const core = coreOf(world);
  readOptions(scenario, "", ["tariffs", "tariffsAre"], ["tolerance"]);
  const tolerance = readTolerance(scenario.tolerance);
  return equilibriumAt(world, tariffsAfter(core, scenario), tolerance, "tariffs");
}

/** The equilibrium under tariffs that were read (sector, importer, exporter). */
export function equilibriumAt(
  world: SectorWorld,
  tariff: Float64Array,
  tolerance: number,
  path: string,
): SectorEquilibrium {
  const core = coreOf(world);
  const { space, residual } = solveAndProve(core, tariff, tolerance, path);
  const { iterations } = space;
  const solution = copySolution(core, space);
  let parts: readonly FirstOrderWelfare[] | undefined;
  let trade: SectorEquilibrium["trade"] | undefined;
  return Object.freeze({
    ...reportEconomies(world, core, solution),
    converged: true as const,
    residual,
    tolerance,
    iterations,
    leavesOut: sectorsLeaveOut,
    get firstOrder() {
      parts ??= firstOrder(world, core, solution);
      return parts;
    },
    get trade() {
      const { n, s } = core;
      trade ??= tradeTable(n, s, (j, i, k) => solution.trade[(k * n + i) * n + j]!);
      return trade;
    },
  });
}
