import { readOptions } from "../../../internal/readOptions.js";
import type { World } from "../calibration/World.js";
import { arraysOf } from "../calibration/worldArrays.js";
import { readShock } from "./makeShock.js";
import { outcomeOf } from "./outcomeOf.js";
import { closureKeys, readClosure, type WorldClosure } from "./readClosure.js";
import { readStart } from "./readStart.js";
import type { WorldTariffs } from "./readTariffs.js";
import { solveScenario } from "./solveScenario.js";
import { tradeMatrix } from "./tradeMatrix.js";
import type { WorldEquilibrium, WorldOutcome } from "./WorldOutcome.js";
import { freshWorkspace } from "./workspace.js";

/**
 * A scenario of the world model.
 *
 * @category World model
 */
export interface WorldScenario extends WorldClosure {
  /** Changes from free trade, as shares of customs value. */
  readonly tariffs: WorldTariffs;
  /** An earlier outcome of the same world to start from: it saves time and changes nothing else. */
  readonly start?: WorldOutcome;
}

/**
 * Solves the world in general equilibrium under tariffs: wages, prices, employment, trade and welfare everywhere.
 *
 * **Formula**: trade shares λ'_ji ∝ λ_ji (w_j / L_j^ψ)^-ε (1 + t_ji)^(-ε φ_i); labour income = sales net of duty and of
 * the importer's marketing share, plus the economy's own marketing; expenditure = revenue + labour income + transfer;
 * L = (after-tax real wage)^κ. Newton's method with matrix-free derivatives.
 *
 * **Result**: changes in percent for each economy, levels in the unit of the data, the new trade matrix, and the
 * residual over all equations.
 *
 * **Leaves out**: tariffs in the baseline (they are zero: tariffs are changes from free trade), sectors, the way to the
 * new equilibrium. Where several equilibria exist, the one meant is the one that the baseline leads to as transfers and
 * then tariffs change little by little; where that branch ends before the scenario (an economy may be unable to pay its
 * transfer, or to relieve more tax) the error says where, why, and whether there is an equilibrium elsewhere.
 *
 * **Source**: [Ignatenko, Macedoni, Lashkaripour and Simonovska 2025], Ignatenko, Macedoni, Lashkaripour, Simonovska,
 * Journal of International Economics, 2025.
 *
 * @throws `TariffError` `not-converged` also where the branch from the baseline ends, `unreachable-tolerance`, `rate-below-minus-100`, `not-square`,
 * `not-in-world`, `not-defined`, `unknown-key`, `missing-key`; `out-of-range` for a tariff above 10 (a fraction is wanted:
 * 0.25 for 25 %) and for an economy whose welfare has no meaning, `not-finite`.
 *
 * @example A tariff of 10 % on all imports of one economy
 * ```ts
 * import { calibrateWorld, ignatenko2025EatonKortum, worldEquilibrium } from "tariff-whatif/world";
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
 * const { economies, residual } = worldEquilibrium(world, {
 *   tariffs: [{ exporter: "B", importer: "A", tariff: 0.1 }],
 *   revenueUse: "lumpSumRebate",
 *   deficits: "fixedToWorldIncome",
 * });
 * economies.map(({ economy, welfarePercent }) => `${economy} ${welfarePercent.toFixed(4)}`); // => ["A 0.6712", "B -1.6968"]
 * residual < 1e-12; // => true
 * ```
 * @category World model
 */
export function worldEquilibrium(world: World, scenario: WorldScenario): WorldEquilibrium {
  const arrays = arraysOf(world);
  readOptions(scenario, "", ["tariffs", ...closureKeys.required], ["start", ...closureKeys.optional]);
  const closure = readClosure(arrays, scenario);
  const shock = readShock(arrays, closure, scenario.tariffs, "tariffs");
  const start = scenario.start === undefined ? undefined : readStart(arrays, scenario.start);
  const solution = solveScenario(arrays, shock, freshWorkspace(arrays), closure, "tariffs", start);
  // To write and freeze N² numbers takes a fifth of a solve, and most callers never look at them.
  let trade: WorldEquilibrium["trade"] | undefined;
  return Object.freeze({
    ...outcomeOf(world, arrays, shock, closure, solution),
    get trade() {
      trade ??= tradeMatrix(arrays, shock, solution);
      return trade;
    },
  });
}
