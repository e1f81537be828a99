import type { PartnerCode } from "../../../economies/partner.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { amountsOf, type Baseline, requireBaseline } from "../../../trade/baseline.js";
import { calibrateWorld } from "./calibrateWorld.js";
import type { World } from "./World.js";
import type { WorldParameters } from "./WorldParameters.js";

/**
 * Trade between all pairs of some economies with their GDP, and what the model must be told.
 *
 * @category World model
 */
export interface DefineWorldOptions {
  /** The data: every economy as importer and as exporter, with its GDP. Goods are added up; pairs without a flow do not trade. */
  readonly baseline: Baseline;
  /** The parameters, for example a preset. */
  readonly parameters: WorldParameters;
}

/**
 * Calibrates a world from a baseline: the bundled `world-2023`, or your own country's data through
 * `defineBaseline`.
 *
 * **Result**: as {@link calibrateWorld}, in the currency of the baseline, economies in the order of its exporters.
 *
 * **Leaves out**: trade of an economy with itself in the data (own trade follows from GDP), duties in the data, goods
 * apart from one another.
 *
 * @throws `unknown-flow` for an economy that only imports or only exports, `missing-key` for one without GDP,
 * `not-defined`, and what {@link calibrateWorld} throws.
 * @example The bundled world
 * ```ts
 * import { defineWorld, ignatenko2025EatonKortum } from "tariff-whatif/world";
 * import { world2023 } from "tariff-whatif/data/world-2023";
 *
 * const world = defineWorld({ baseline: world2023, parameters: ignatenko2025EatonKortum });
 * world.economies.length; // => 38
 * world.economies.slice(0, 3); // => ["USA", "CHN", "MEX"]
 * ```
 * @category World model
 */
export function defineWorld(options: DefineWorldOptions): World {
  const { baseline, parameters } = readOptions(options, "", ["baseline", "parameters"]);
  requireBaseline(baseline, "baseline");
  const { importers, exporters, columns } = baseline;
  for (const partner of new Set([...importers, ...exporters])) {
    if (importers.includes(partner) && exporters.includes(partner)) continue;
    throw new TariffError({
      code: "unknown-flow",
      path: "baseline",
      received: partner,
      advice: "Use data in which every economy both imports and exports; add up those that do not into ROW.",
    });
  }
  const gdp = exporters.map((economy) => readGdp(baseline, economy));
  const { customsValue } = amountsOf(baseline);
  const exports = exporters.map(() => exporters.map(() => 0));
  columns.exporter.forEach((exporter, flow) => {
    const importer = exporters.indexOf(importers[columns.importer[flow] ?? 0] as PartnerCode);
    const row = exports[exporter] as number[];
    if (importer !== exporter) row[importer] = (row[importer] ?? 0) + Number(customsValue[flow]);
  });
  return calibrateWorld({ economies: exporters, exports, gdp, parameters });
}

function readGdp(baseline: Baseline, economy: PartnerCode): number {
  const text = Object.hasOwn(baseline.gdp, economy) ? baseline.gdp[economy] : undefined;
  if (text !== undefined) return Number(text);
  throw new TariffError({
    code: "missing-key",
    path: `baseline.gdp.${economy}`,
    received: undefined,
    advice: "Give the GDP of every economy, in the currency of the trade.",
  });
}
