import { partnerName } from "../../../economies/partnerName.js";
import { rateFromNumber } from "../../../exact/fromNumber.js";
import type { Quantity } from "../../outcome.js";
import type { WorkingFlow } from "../../working.js";
import { writeValue } from "../../writeValue.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import type { SectorEquilibrium } from "../solver/SectorOutcome.js";
import type { SectorTariff } from "../solver/SectorTariffs.js";
import type { SectorFigures, SectorPlaces } from "./SectorFigures.js";

/** Trade of one sector between two economies. */
export interface SectorFlow {
  readonly from: number;
  readonly to: number;
  readonly sector: number;
  readonly before: number;
  readonly after: number;
}

/** What the working of an outcome is made from. */
export interface SectorBasis {
  readonly figures: SectorFigures;
  readonly places: SectorPlaces;
  readonly world: SectorWorld;
  readonly equilibrium: SectorEquilibrium;
  readonly tariffs: readonly SectorTariff[];
  /** Units of money in one unit of the figures. */
  readonly unit: number;
}

/** The trade across borders that is asked for, sector by sector. */
export function flowsOf(
  { world, equilibrium }: SectorBasis,
  keep: (flow: SectorFlow) => boolean,
): SectorFlow[] {
  const found: SectorFlow[] = [];
  world.trade.forEach((rows, from) => {
    rows.forEach((sectors, to) => {
      if (from === to) return;
      sectors.forEach((before, sector) => {
        const flow = { from, to, sector, before, after: equilibrium.trade[from]?.[to]?.[sector] ?? 0 };
        if ((before !== 0 || flow.after !== 0) && keep(flow)) found.push(flow);
      });
    });
  });
  return found;
}

/** A flow as a reader sees it: trade of a sector has no code and no rate of its own, so both are said in words. */
export function writeFlow(
  { figures, places, tariffs }: SectorBasis,
  { from, to, sector, before, after }: SectorFlow,
  money: (value: number) => Quantity,
): WorkingFlow {
  const [exporter, importer] = [places.partners[from]!, places.partners[to]!];
  const [seller, buyer, label] = [figures.economies[from], figures.economies[to], figures.sectors[sector]!];
  const found = tariffs.findLast(
    (each) =>
      each.exporter === seller &&
      each.importer === buyer &&
      (each.sectors === "all" || each.sectors.includes(label)),
  );
  const rate = found === undefined ? "" : `, ${writeValue(rateFromNumber(found.tariff))} more duty`;
  const name = figures.sectorNames?.[sector] ?? label;
  return {
    importer,
    exporter,
    product: label,
    name: `${partnerName(exporter)} to ${partnerName(importer)}, ${name}${rate}`,
    before: money(before),
    after: money(after),
    contribution: money(after - before),
    rate: null,
  };
}
