import type { PartnerCode } from "../../../economies/partner.js";
import type { Decimal, DecimalText } from "../../../exact/decimal.js";
import { reworded } from "../../../internal/reworded.js";
import { TariffError } from "../../../internal/TariffError.js";
import { type Scenario, sealScenario } from "../../../scenario/scenario.js";
import { type Baseline, sealBaseline } from "../../../trade/baseline.js";
import { flowDuties } from "../../flowDuties.js";
import type { SectorTariff } from "../solver/SectorTariffs.js";
import type { SectorFigures, SectorPlaces } from "./SectorFigures.js";

/** The pairs that no weights tell apart (`known` are those that they do): one additional rate on all goods. */
export function wholePairs(
  { economies, goods }: SectorFigures,
  { partners, placeOf }: SectorPlaces,
  scenario: Scenario<string>,
  known: ReadonlySet<string>,
): SectorTariff[] {
  const importer: number[] = [];
  const exporter: number[] = [];
  partners.forEach((_, i) => {
    partners.forEach((_partner, j) => {
      if (i === j || known.has(`${economies[i]}/${economies[j]}`)) return;
      importer.push(i);
      exporter.push(j);
    });
  });
  const asked = new Set(importer);
  const pairs = pairsOf(partners, importer, exporter);
  const changed = changedDuties(pairs, scenario, (buyer) => {
    const at = placeOf(buyer);
    return at === undefined || asked.has(at);
  });
  return [...changed].map(([flow, duty]) => ({
    exporter: economies[exporter[flow] ?? 0] as string,
    importer: economies[importer[flow] ?? 0] as string,
    sectors: [...goods],
    tariff: Number(duty) / 1e6,
  }));
}

/** One flow for each pair, a million each: the rate alone is asked for. */
function pairsOf(
  partners: readonly PartnerCode[],
  importer: readonly number[],
  exporter: readonly number[],
): Baseline {
  return sealBaseline({
    id: "pairs",
    title: "one flow for each pair",
    year: 2000,
    currency: "USD",
    priceYear: 2000,
    importers: [...partners],
    exporters: [...partners],
    products: ["total"],
    columns: {
      importer,
      exporter,
      product: importer.map(() => 0),
      customsValue: importer.map(() => "1000000" as DecimalText),
      duties: importer.map(() => "0" as DecimalText),
    },
    gdp: {},
    sources: [],
  });
}

/**
 * The duties of the pairs. Where the scenario is finer than they are, the steps that only reach importers whose trade the
 * weights know altogether are set aside: the weights have answered them.
 */
function changedDuties(
  pairs: Baseline,
  scenario: Scenario<string>,
  isAsked: (importer: PartnerCode) => boolean,
): ReadonlyMap<number, Decimal> {
  const tooFine = (error: unknown): error is TariffError =>
    error instanceof TariffError && error.code === "finer-than-baseline";
  try {
    return flowDuties(pairs, scenario).changed;
  } catch (error) {
    if (!tooFine(error)) throw error;
  }
  const steps = scenario.steps.filter(
    ({ importers }) => importers === "all" || "allBut" in importers || importers.some(isAsked),
  );
  try {
    return flowDuties(pairs, sealScenario({ ...scenario, steps })).changed;
  } catch (error) {
    if (!tooFine(error)) throw error;
    throw reworded(error, {
      advice:
        "Pass weights: data that tell these goods or economies apart for the pairs that the step covers.",
    });
  }
}
