import type { Rate } from "../../../exact/rate.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { readHighestTariff } from "../../readHighestTariff.js";
import type { World } from "../calibration/World.js";
import { arraysOf } from "../calibration/worldArrays.js";
import { noTariffs } from "../solver/makeShock.js";
import { closureKeys, readClosure, type WorldClosure } from "../solver/readClosure.js";
import { type FoundTariff, findBest } from "./bestResponse.js";
import { blocWelfare, readBloc } from "./blocWelfare.js";
import { optimalTariffFormula } from "./optimalTariffFormula.js";

/**
 * What {@link bestUniformTariff} needs.
 *
 * @category World model
 */
export interface BestUniformTariffOptions extends WorldClosure {
  /** Label of the economy that charges the tariff. */
  readonly economy: string;
  /** End of the search as a fraction of customs value (5 for 500 %) or a rate ("500%"), above 0 and up to 10; 5 where absent. */
  readonly highestTariff?: number | Rate;
}

/**
 * The best uniform tariff of one economy: the numerical optimum, with the closed formula beside it.
 *
 * @category World model
 */
export interface BestUniformTariff extends FoundTariff {
  /** What {@link optimalTariffFormula} gives, and the welfare change with it: not the optimum. */
  readonly closedFormula: { readonly tariff: number; readonly welfarePercent: number };
}

/**
 * The uniform tariff on all imports that is best for one economy if nobody answers.
 *
 * **Formula**: the largest welfare over tariffs from 0 to `highestTariff`, each point a full equilibrium.
 *
 * **Result**: the numerical optimum (share, welfare change in percent) and, labelled, the closed formula.
 *
 * **Leaves out**: retaliation ({@link nashTariffs}), import subsidies, tariffs that differ between exporters.
 *
 * @throws `TariffError` `target-not-reached` where the best tariff is the end of the search.
 *
 * @example The optimum and the formula differ
 * ```ts
 * import { bestUniformTariff, calibrateWorld, ignatenko2025EatonKortum } from "tariff-whatif/world";
 *
 * const world = calibrateWorld({
 *   economies: ["A", "B"],
 *   exports: [
 *     [0, 10],
 *     [10, 0],
 *   ],
 *   gdp: [100, 60],
 *   parameters: ignatenko2025EatonKortum,
 * });
 * const best = bestUniformTariff(world, {
 *   economy: "A",
 *   revenueUse: "incomeTaxRelief",
 *   deficits: "fixedToWorldIncome",
 * });
 * best.tariff.toFixed(4); // => "0.3371"
 * best.closedFormula.tariff.toFixed(4); // => "0.3000"
 * ```
 * @category World model
 */
export function bestUniformTariff(world: World, options: BestUniformTariffOptions): BestUniformTariff {
  const arrays = arraysOf(world);
  readOptions(options, "", ["economy", ...closureKeys.required], ["highestTariff", ...closureKeys.optional]);
  const closure = readClosure(arrays, options);
  const bloc = readBloc(arrays, [options.economy], "economy");
  const found = findBest(arrays, closure, bloc, noTariffs, readHighestTariff(options.highestTariff));
  const { tariff } = optimalTariffFormula(world, { economy: options.economy });
  const welfarePercent = blocWelfare(arrays, closure, bloc, noTariffs, false)(tariff);
  if (!Number.isFinite(welfarePercent)) {
    throw new TariffError({
      code: "target-not-reached",
      path: "economy",
      received: tariff,
      advice:
        "The tariff of the closed formula has no equilibrium here; use bestResponse, which does without it.",
    });
  }
  return Object.freeze({ ...found, closedFormula: Object.freeze({ tariff, welfarePercent }) });
}
