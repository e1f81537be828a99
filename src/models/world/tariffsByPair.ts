import type { PartnerCode } from "../../economies/partner.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireClosedScenario } from "../../scenario/requireClosedScenario.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../../trade/baseline.js";
import { pairFlows, pairTariffs } from "./pairTariffs.js";
import type { WorldTariff } from "./solver/readTariffs.js";

/**
 * A scenario, the economies to aggregate it to, and the trade to weight it with.
 *
 * @category World model
 */
export interface TariffsByPairOptions {
  /** The world: trade between pairs of economies, all goods together. */
  readonly baseline: Baseline;
  /** What changes. */
  readonly scenario: Scenario<never>;
  /** Trade by product for some pairs, whose values are the weights; `"none"` where no step tells products apart. */
  readonly weights: Baseline | "none";
}

/**
 * What a scenario adds to the tariffs between pairs of economies.
 *
 * @category World model
 */
export interface TariffsByPair {
  /** The additional rate on each pair that a step touches, as a fraction of customs value (0.25 for 25 %). */
  readonly tariffs: readonly WorldTariff[];
  /** The pairs whose rate was weighted by product. */
  readonly weighted: readonly { readonly importer: PartnerCode; readonly exporter: PartnerCode }[];
  /** Exporters of the weights that the world does not have: what is charged on them takes no part. */
  readonly notInWorld: readonly PartnerCode[];
}

/**
 * The additional tariff of a scenario between each pair of economies.
 *
 * **Formula**: for a pair that the weights have: sum of additional duties over its products / sum of their customs values;
 * for any other pair: the additional rate of the scenario on all goods.
 *
 * **Result**: rates on top of what the baseline charges, as fractions; pairs that nothing changes for are omitted.
 *
 * **Leaves out**: that trade within a pair shifts to goods with lower rates; the weights are those of the baseline.
 *
 * @throws `finer-than-baseline` where a step tells products apart for a pair without weights, `open-parameters`,
 * `not-defined`, `no-duties` for weights without duties.
 * @example Canadian energy at ten percent, weighted by what Canada sold in 2024
 * ```ts
 * import { januaryScenarios } from "tariff-whatif";
 * import { tariffsByPair } from "tariff-whatif/world";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 * import { world2023 } from "tariff-whatif/data/world-2023";
 *
 * const { tariffs } = tariffsByPair({
 *   baseline: world2023,
 *   scenario: januaryScenarios.chinaMexicoCanadaEnergy10,
 *   weights: usImports2024,
 * });
 * tariffs.map(({ exporter, tariff }) => `${exporter} ${(100 * tariff).toFixed(2)}%`); // => ["CHN 10.00%", "MEX 25.00%", "CAN 20.48%"]
 * ```
 * @category World model
 */
export function tariffsByPair(options: TariffsByPairOptions): TariffsByPair {
  const { baseline, scenario, weights } = readOptions(options, "", ["baseline", "scenario", "weights"]);
  requireBaseline(baseline, "baseline");
  requireClosedScenario(scenario, "scenario");
  if (weights !== "none") requireBaseline(weights, "weights");
  const found = pairTariffs(
    baseline,
    scenario,
    weights,
    pairFlows(baseline, weights, () => true),
  );
  const tariffs = found.map(({ importer, exporter, tariff }) => ({ importer, exporter, tariff }));
  const weighted = found
    .filter((pair) => pair.weighted)
    .map(({ importer, exporter }) => ({ importer, exporter }));
  const sources = weights === "none" ? [] : weights.exporters;
  const notInWorld = sources.filter((partner) => !baseline.exporters.includes(partner));
  return deepFreeze({ tariffs, weighted, notInWorld });
}
