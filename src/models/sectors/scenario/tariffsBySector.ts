import type { PartnerCode } from "../../../economies/partner.js";
import type { Decimal } from "../../../exact/decimal.js";
import { deepFreeze } from "../../../internal/deepFreeze.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requireClosedScenario } from "../../../scenario/requireClosedScenario.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { amountsOf, type Baseline, requireBaseline } from "../../../trade/baseline.js";
import { requireDuties } from "../../../trade/requireDuties.js";
import { dutiesByForm } from "../../dutiesByForm.js";
import type { SectorTariff } from "../solver/SectorTariffs.js";
import { readFigures } from "./readFigures.js";
import type { SectorFigures, SectorPlaces } from "./SectorFigures.js";
import { wholePairs } from "./wholePairs.js";

/**
 * A scenario, the figures whose sectors it is brought to, and the trade that weights it.
 *
 * @category Sectors
 */
export interface TariffsBySectorOptions {
  /** The figures: their economies, sectors and concordance. */
  readonly figures: SectorFigures;
  /** What changes. */
  readonly scenario: Scenario<never>;
  /** Trade by product and partner, with duties, that weights rates within a sector; `"none"` where no step tells products apart. */
  readonly weights: Baseline | "none";
}

/**
 * What a scenario adds to the tariffs between pairs of economies, sector by sector.
 *
 * @category Sectors
 */
export interface TariffsBySector {
  /** Additional rates as fractions of customs value, for {@link sectorEquilibrium} with `tariffsAre: "additional"`. */
  readonly tariffs: readonly SectorTariff[];
  /** The pairs whose rates were weighted by product. */
  readonly weighted: readonly { readonly importer: string; readonly exporter: string }[];
  /** Products of the weights that no sector takes; what is charged on them takes no part. */
  readonly productsWithoutSector: readonly string[];
  /** Partners of the weights that fall into no economy of the figures; what is charged on them takes no part. */
  readonly notInFigures: readonly PartnerCode[];
}

/**
 * The additional tariff of a scenario on each sector between each pair of economies.
 *
 * **Formula**: for a pair that the weights have, additional duties over customs value of each sector, each product divided among
 * the sectors by the shares of the figures; for any other pair the additional rate of the scenario on all goods.
 *
 * **Result**: rates on top of what the baseline charges, as fractions; pairs and sectors that nothing changes for are
 * omitted. Partners of the weights that the figures do not list count to their rest of the world.
 *
 * **Leaves out**: that trade shifts to goods with lower rates within a sector; that the mix of goods of the weights is that of
 * one year and, where a code falls into several sectors, of one importer.
 *
 * @throws `finer-than-baseline` where a step tells products apart for a pair without weights, `open-parameters`,
 * `not-defined`, `no-duties`, `shares-do-not-add-up`, `not-in-world`.
 *
 * @example The January threats with Canadian energy at ten percent
 * ```ts
 * import { januaryScenarios } from "tariff-whatif";
 * import { tariffsBySector } from "tariff-whatif/sectors";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 * import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
 *
 * const { tariffs } = tariffsBySector({
 *   figures: worldSectors2011,
 *   scenario: januaryScenarios.chinaMexicoCanadaEnergy10,
 *   weights: usImports2024,
 * });
 * const canada = tariffs.filter(({ exporter }) => exporter === "CAN");
 * const rate = (sector: string) => canada.find(({ sectors }) => sectors[0] === sector)?.tariff.toFixed(4);
 * ["mining", "metals"].map(rate); // => ["0.1017", "0.2499"]
 * ```
 * @category Sectors
 */
export function tariffsBySector(options: TariffsBySectorOptions): TariffsBySector {
  const { figures, scenario, weights } = readOptions(options, "", ["figures", "scenario", "weights"]);
  const places = readFigures(figures, "figures");
  requireClosedScenario(scenario, "scenario");
  const found: TariffsBySector = weights === "none" ? nothing : byProduct(figures, places, scenario, weights);
  const known = new Set(found.weighted.map(({ importer, exporter }) => `${importer}/${exporter}`));
  const others = wholePairs(figures, places, scenario, known);
  return deepFreeze({
    ...found,
    tariffs: [...found.tariffs.filter(({ tariff }) => tariff !== 0), ...others],
  });
}

const nothing: TariffsBySector = { tariffs: [], weighted: [], productsWithoutSector: [], notInFigures: [] };

interface Sum {
  readonly importer: string;
  readonly exporter: string;
  readonly sector: string;
  value: number;
  duty: number;
}

function byProduct(
  { economies }: SectorFigures,
  { placeOf, sectorsOf }: SectorPlaces,
  scenario: Scenario<string>,
  weights: Baseline,
): TariffsBySector {
  requireBaseline(weights, "weights");
  const { importers, exporters, products, columns } = weights;
  const { customsValue } = amountsOf(weights);
  const before = requireDuties(weights, "weights");
  const { changed } = dutiesByForm(weights, scenario);
  const sums = new Map<string, Sum>();
  const without = new Set<string>();
  const foreign = new Set<PartnerCode>();
  customsValue.forEach((value, flow) => {
    const [importer, exporter] = [
      importers[columns.importer[flow] ?? 0],
      exporters[columns.exporter[flow] ?? 0],
    ] as PartnerCode[];
    const [i, j] = [placeOf(importer as PartnerCode), placeOf(exporter as PartnerCode)];
    if (i === undefined) foreign.add(importer as PartnerCode);
    if (j === undefined) foreign.add(exporter as PartnerCode);
    if (i === undefined || j === undefined || i === j) return;
    const product = products[columns.product[flow] ?? 0] as string;
    const shares = sectorsOf(product);
    if (shares === undefined) {
      without.add(product);
      return;
    }
    const after = changed.get(flow);
    const duty = after === undefined ? 0 : Number(after.minus(before[flow] as Decimal));
    for (const { sector, share } of shares) {
      const key = `${i}/${j}/${sector}`;
      const sum = sums.get(key) ?? {
        importer: economies[i] as string,
        exporter: economies[j] as string,
        sector,
        value: 0,
        duty: 0,
      };
      sum.value += share * Number(value);
      sum.duty += share * duty;
      sums.set(key, sum);
    }
  });
  const rows = [...sums.values()].filter(({ value }) => value > 0);
  const pairs = new Map(
    rows.map(({ importer, exporter }) => [`${importer}/${exporter}`, { importer, exporter }]),
  );
  return {
    tariffs: rows.map(({ importer, exporter, sector, value, duty }) => ({
      exporter,
      importer,
      sectors: [sector],
      tariff: duty / value,
    })),
    weighted: [...pairs.values()],
    productsWithoutSector: [...without],
    notInFigures: [...foreign],
  };
}
