import type { PartnerCode } from "../../economies/partner.js";
import type { Decimal } from "../../exact/decimal.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { requireClosedScenario } from "../../scenario/requireClosedScenario.js";
import type { Scenario } from "../../scenario/scenario.js";
import { assumeFreeTrade } from "../../trade/assumeFreeTrade.js";
import { amountsOf, type Baseline, requireBaseline } from "../../trade/baseline.js";
import { requireDuties } from "../../trade/requireDuties.js";
import { flowDuties } from "../flowDuties.js";
import type { WorldTariff } from "./solver/readTariffs.js";

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
  const byProduct = weights === "none" ? new Map<string, PairSum>() : addByPair(weights, scenario);
  const { importers, exporters, columns } = baseline;
  const others = columns.exporter.flatMap((exporter, flow) =>
    byProduct.has(`${importers[columns.importer[flow] ?? 0]}/${exporters[exporter]}`) ? [] : [flow],
  );
  const whole = wholeTrade(baseline, scenario, others);
  const tariffs: WorldTariff[] = [];
  const weighted: { importer: PartnerCode; exporter: PartnerCode }[] = [];
  for (const [key, { importer, exporter, value, duty }] of [...byProduct, ...whole]) {
    if (!importers.includes(importer) || !exporters.includes(exporter) || duty === 0 || value === 0) continue;
    tariffs.push({ importer, exporter, tariff: duty / value });
    if (byProduct.has(key)) weighted.push({ importer, exporter });
  }
  const sources = weights === "none" ? [] : weights.exporters;
  const notInWorld = sources.filter((partner) => !exporters.includes(partner));
  return deepFreeze({ tariffs, weighted, notInWorld });
}

interface PairSum {
  readonly importer: PartnerCode;
  readonly exporter: PartnerCode;
  value: number;
  duty: number;
}

/** The pairs that no weights tell apart: the trade of the world itself, all its goods together. */
function wholeTrade(
  baseline: Baseline,
  scenario: Scenario<string>,
  flows: readonly number[],
): Map<string, PairSum> {
  try {
    return addByPair(assumeFreeTrade(baseline), scenario, flows);
  } catch (error) {
    if (!(error instanceof TariffError) || error.code !== "finer-than-baseline") throw error;
    throw new TariffError({
      code: error.code,
      path: error.path,
      received: error.received,
      advice:
        "Pass weights: data that tell these goods or economies apart for the pairs that the step covers.",
    });
  }
}

/** Additional duties and customs value, by pair of partners; with `only`, of those flows. */
function addByPair(
  data: Baseline,
  scenario: Scenario<string>,
  only?: readonly number[],
): Map<string, PairSum> {
  requireBaseline(data, "weights");
  const { importers, exporters, columns } = data;
  const { customsValue } = amountsOf(data);
  const before = requireDuties(data, "weights");
  const { changed } = flowDuties(data, scenario, only);
  const sums = new Map<string, PairSum>();
  for (const flow of only ?? customsValue.keys()) {
    const importer = importers[columns.importer[flow] ?? 0] as PartnerCode;
    const exporter = exporters[columns.exporter[flow] ?? 0] as PartnerCode;
    const sum = sums.get(`${importer}/${exporter}`) ?? { importer, exporter, value: 0, duty: 0 };
    const after = changed.get(flow);
    sum.value += Number(customsValue[flow]);
    if (after !== undefined) sum.duty += Number(after.minus(before[flow] as Decimal));
    sums.set(`${importer}/${exporter}`, sum);
  }
  return sums;
}
