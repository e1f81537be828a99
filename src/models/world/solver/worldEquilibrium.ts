import { readOptions } from "../../../internal/readOptions.js";
import { tradeMatrix } from "../calibration/tradeMatrix.js";
import type { World } from "../calibration/World.js";
import { closureKeys, readClosure, readShock, type WorldClosure } from "../readScenario.js";
import { coreOf } from "./core.js";
import { readStart } from "./readStart.js";
import type { WorldTariffs } from "./readTariffs.js";
import { report } from "./report.js";
import { settle } from "./settle.js";
import { forget } from "./solve.js";
import type { WorldEquilibrium, WorldOutcome } from "./WorldOutcome.js";

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
 * new equilibrium. With fixed transfers an equilibrium need not exist under very high tariffs: an economy may be unable
 * to pay; the error then says which.
 *
 * **Source**: Ignatenko, Macedoni, Lashkaripour, Simonovska, Journal of International Economics, 2025.
 *
 * @throws `TariffError` `not-converged`, `unreachable-tolerance`, `rate-below-minus-100`, `not-square`,
 * `not-in-world`, `not-defined`, `unknown-key`, `missing-key`; `out-of-range` for a tariff above 10 (a fraction is wanted:
 * 0.25 for 25 %).
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
  const core = coreOf(world);
  readOptions(scenario, "", ["tariffs", ...closureKeys.required], ["start", ...closureKeys.optional]);
  const closure = readClosure(core, scenario);
  const shock = readShock(core, closure, scenario.tariffs, "tariffs");
  const start = scenario.start === undefined ? undefined : readStart(core, scenario.start);
  forget(core);
  const space = settle(world, core, shock, closure, "tariffs", start);
  const outcome = report(world, core, shock, space, closure.tolerance, closure.deficits);
  const trade = tradeMatrix(core, shock, space);
  return Object.freeze({
    ...outcome,
    get trade() {
      return trade();
    },
  });
}
