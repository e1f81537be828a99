import type { Rate } from "../../../exact/rate.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requireFiniteOutput } from "../../../internal/requireFiniteOutput.js";
import { TariffError } from "../../../internal/TariffError.js";
import { findMaximum } from "../../../numerics/findMaximum.js";
import { readHighestTariff } from "../../readHighestTariff.js";
import type { World } from "../calibration/World.js";
import { arraysOf, type WorldArrays } from "../calibration/worldArrays.js";
import { type Closure, closureKeys, readClosure, type WorldClosure } from "../solver/readClosure.js";
import { readTariffs, type TariffEntries, type WorldTariffs } from "../solver/readTariffs.js";
import { type Bloc, blocWelfare, readBloc } from "./blocWelfare.js";

/** The search in log(1 + tariff); and how far from a tariff that was best before a new best is looked for. */
export const tariffSearch = { steps: 12, tolerance: 1e-8 } as const;
const nearby = { steps: 2, tolerance: 1e-8 } as const;
const reach = 0.02;

/**
 * A uniform tariff that was searched for.
 *
 * @category World model
 */
export interface FoundTariff {
  /** The tariff, as a share of customs value. */
  readonly tariff: number;
  /** Welfare of those who set it, change from the baseline in percent. */
  readonly welfarePercent: number;
  /** The points of the scan, for a chart; points without an equilibrium are omitted. */
  readonly scan: readonly { readonly tariff: number; readonly welfarePercent: number }[];
}

/**
 * What {@link bestResponse} needs.
 *
 * @category World model
 */
export interface BestResponseOptions extends WorldClosure {
  /** Economies that set one tariff together. */
  readonly bloc: readonly string[];
  /** What all others charge; tariffs that members charge are replaced. */
  readonly against: WorldTariffs;
  /** End of the search as a fraction of customs value (5 for 500 %) or a rate ("500%"), above 0 and up to 10; 5 where absent. */
  readonly highestTariff?: number | Rate;
}

/**
 * The uniform tariff on imports from outside that is best for a bloc, given what the others charge.
 *
 * **Formula**: the largest expenditure-weighted welfare of the members over tariffs from 0 to `highestTariff`; a scan in
 * log(1 + t), then Brent's method, each point a full equilibrium.
 *
 * **Result**: the tariff as a share, its welfare change in percent, and the scan.
 *
 * **Leaves out**: import subsidies, tariffs that differ between exporters, and what the others would answer.
 *
 * @throws `TariffError` `target-not-reached` where the best tariff is the end of the search.
 *
 * @example The answer to a tariff of 20 %
 * ```ts
 * import { bestResponse, calibrateWorld, ignatenko2025EatonKortum } from "tariff-whatif/world";
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
 * const answer = bestResponse(world, {
 *   bloc: ["B"],
 *   against: [{ exporter: "B", importer: "A", tariff: 0.2 }],
 *   revenueUse: "lumpSumRebate",
 *   deficits: "fixedToWorldIncome",
 * });
 * answer.tariff.toFixed(4); // => "0.2346"
 * ```
 * @category World model
 */
export function bestResponse(world: World, options: BestResponseOptions): FoundTariff {
  const arrays = arraysOf(world);
  readOptions(
    options,
    "",
    ["bloc", "against", ...closureKeys.required],
    ["highestTariff", ...closureKeys.optional],
  );
  const closure = readClosure(arrays, options);
  const bloc = readBloc(arrays, options.bloc, "bloc");
  const others = readTariffs(arrays, options.against, "against");
  return findBest(arrays, closure, bloc, others, readHighestTariff(options.highestTariff));
}

/**
 * The best tariff near one that was best before, for the rounds of a tariff war; null where the search would have to go
 * further.
 */
export function findBestNear(
  arrays: WorldArrays,
  closure: Closure,
  bloc: Bloc,
  others: TariffEntries,
  highest: number,
  before: number,
): number | null {
  const welfare = blocWelfare(arrays, closure, bloc, others, false);
  const middle = Math.log1p(before);
  const [low, high] = [Math.max(0, middle - reach), Math.min(Math.log1p(highest), middle + reach)];
  const { best } = findMaximum((x) => welfare(Math.expm1(x)), low, high, nearby);
  const inside = best.at > low + 1e-6 && best.at < high - 1e-6;
  return inside && Number.isFinite(best.value) ? Math.expm1(best.at) : null;
}

/** The search itself, for every function that looks for a best tariff. */
export function findBest(
  arrays: WorldArrays,
  closure: Closure,
  bloc: Bloc,
  others: TariffEntries,
  highest: number,
): FoundTariff {
  const welfare = blocWelfare(arrays, closure, bloc, others, false);
  const { best, scan } = findMaximum((x) => welfare(Math.expm1(x)), 0, Math.log1p(highest), tariffSearch);
  if (!(best.at < Math.log1p(highest) - 1e-6) || !Number.isFinite(best.value)) {
    throw new TariffError({
      code: "target-not-reached",
      path: "highestTariff",
      received: highest,
      advice: Number.isFinite(best.value)
        ? "Welfare still rises at the end of the search; raise highestTariff."
        : "No tariff in the search has an equilibrium; change the other tariffs or the deficits.",
    });
  }
  if (!Number.isFinite(welfare(Math.expm1(best.at + 1e-3)))) {
    throw new TariffError({
      code: "target-not-reached",
      path: "deficits",
      received: closure.deficits,
      advice: `Welfare rises until the equilibrium ends at a tariff of ${Math.expm1(best.at).toFixed(3)}; choose other deficits.`,
    });
  }
  const found = {
    tariff: Math.expm1(best.at),
    welfarePercent: best.value,
    scan: Object.freeze(
      scan
        .filter((point) => Number.isFinite(point.value))
        .map((point) => Object.freeze({ tariff: Math.expm1(point.at), welfarePercent: point.value })),
    ),
  };
  return Object.freeze(requireFiniteOutput(found, "", "Lower the other tariffs or choose other deficits."));
}
