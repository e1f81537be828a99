import type { PartnerCode } from "../../economies/partner.js";
import type { Decimal } from "../../exact/decimal.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireNoOpen } from "../../policy/requireNoOpen.js";
import type { Scenario } from "../../scenario/scenario.js";
import { assumeFreeTrade } from "../../trade/assumeFreeTrade.js";
import { amountsOf, type Baseline, requireBaseline } from "../../trade/baseline.js";
import { requireDuties } from "../../trade/requireDuties.js";
import { flowDuties } from "../flowDuties.js";
import type { WorldTariff } from "./readTariffs.js";

/**
 * A scenario, the economies to aggregate it to, and the trade to weight it with.
 *
 * @category World model
 */
export interface TariffsByPairOptions {
  /** The world: trade between pairs of economies, goods not told apart. */
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
 * **Result**: rates on top of what the baseline charges, as fractions; pairs that nothing changes for are left away.
 *
 * **Leaves out**: that trade within a pair shifts to goods with lower rates; the weights are those of the baseline.
 *
 * @throws `finer-than-baseline` where a step tells products apart for a pair without weights, `open-parameters`,
 * `not-defined`, `no-duties` for weights without duties.
 * @example Canadian energy at ten percent, weighted by what Canada sold in 2024
 * ```ts
 * import { januaryScenarios, tariffsByPair } from "tariff-whatif";
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
  requireNoOpen(scenario, "scenario");
  const weighted = weights === "none" ? new Map<string, number>() : weightedRates(weights, scenario);
  const { importers, exporters, columns } = baseline;
  const partners = (flow: number) => ({
    importer: importers[columns.importer[flow] ?? 0] as PartnerCode,
    exporter: exporters[columns.exporter[flow] ?? 0] as PartnerCode,
  });
  const flows = columns.exporter.map((_, flow) => flow);
  const keyOf = (flow: number) => `${partners(flow).importer}/${partners(flow).exporter}`;
  const free = assumeFreeTrade(baseline);
  const { customsValue } = amountsOf(free);
  const { changed } = flowDuties(
    free,
    scenario,
    flows.filter((flow) => !weighted.has(keyOf(flow))),
  );
  const tariffs = flows.flatMap((flow) => {
    const tariff = weighted.get(keyOf(flow)) ?? rateOf(changed.get(flow), customsValue[flow] as Decimal);
    return tariff === 0 ? [] : [{ ...partners(flow), tariff }];
  });
  const sources = weights === "none" ? [] : weights.exporters;
  return deepFreeze({
    tariffs,
    weighted: tariffs.flatMap(({ importer, exporter }) =>
      weighted.has(`${importer}/${exporter}`) ? [{ importer, exporter }] : [],
    ),
    notInWorld: sources.filter((partner) => !exporters.includes(partner)),
  });
}

const rateOf = (duty: Decimal | undefined, value: Decimal): number =>
  duty === undefined || value.isZero() ? 0 : Number(duty) / Number(value);

/** Additional duties over customs value, by pair of partners. */
function weightedRates(weights: Baseline, scenario: Scenario): Map<string, number> {
  requireBaseline(weights, "weights");
  const { importers, exporters, columns } = weights;
  const { customsValue } = amountsOf(weights);
  const before = requireDuties(weights, "weights");
  const { changed } = flowDuties(weights, scenario);
  const sums = new Map<string, { value: number; duty: number }>();
  columns.exporter.forEach((exporter, flow) => {
    const key = `${importers[columns.importer[flow] ?? 0]}/${exporters[exporter]}`;
    const sum = sums.get(key) ?? { value: 0, duty: 0 };
    const after = changed.get(flow);
    sum.value += Number(customsValue[flow]);
    if (after !== undefined) sum.duty += Number(after.minus(before[flow] as Decimal));
    sums.set(key, sum);
  });
  return new Map([...sums].map(([key, { value, duty }]) => [key, value === 0 ? 0 : duty / value]));
}
