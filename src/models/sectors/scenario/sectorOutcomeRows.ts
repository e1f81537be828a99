import { partnerName } from "../../../economies/partnerName.js";
import { moneyFromNumber, percentChangeFromNumber, rateFromNumber } from "../../../exact/fromNumber.js";
import type { OutcomeRow, RowIdentity } from "../../outcome.js";
import { wholeEconomy } from "../../scope.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import type { SectorEconomyOutcome, SectorEquilibrium } from "../solver/SectorOutcome.js";
import type { SectorFigures, SectorPlaces } from "./SectorFigures.js";

/** Units of money in one unit of the figures. */
export const unitOf = { one: 1, thousand: 1e3, million: 1e6 } as const;

/** The rows of an outcome from an equilibrium of sectors: in all, by importer and by exporter. */
export function sectorOutcomeRows(
  figures: SectorFigures,
  { partners }: SectorPlaces,
  world: SectorWorld,
  equilibrium: SectorEquilibrium,
): readonly OutcomeRow[] {
  const unit = unitOf[figures.unit];
  const money = (value: number) => moneyFromNumber(value * unit, figures.currency, figures.priceYear);
  // Services are traded too, and the year is not that of other data: such numbers stand in no column with others.
  const scope = (of: string) => `${of}, goods and services of ${figures.id}`;
  const { trade } = world;
  const abroad = (economy: number, side: "imports" | "exports") =>
    trade.reduce((sum, rows, j) => {
      const flows = side === "imports" ? (j === economy ? [] : [rows[economy]]) : j === economy ? rows : [];
      return flows.reduce(
        (total, row, i) =>
          side === "exports" && i === economy
            ? total
            : total + (row ?? []).reduce((all, value) => all + value, 0),
        sum,
      );
    }, 0);
  const value = (identity: RowIdentity, from: number, to: number): OutcomeRow => ({
    ...identity,
    indicator: "customsValue",
    before: money(from),
    after: money(to),
  });
  const duties = (identity: RowIdentity, before: Totals, after: Totals): OutcomeRow[] => [
    { ...identity, indicator: "duties", before: money(before.duties), after: money(after.duties) },
    {
      ...identity,
      indicator: "additionalDuties",
      before: money(0),
      after: money(after.duties - before.duties),
    },
    { ...identity, indicator: "effectiveRate", before: rateOf(before), after: rateOf(after) },
  ];
  const percent = (identity: RowIdentity, indicator: string, change: number): OutcomeRow => ({
    ...identity,
    scope: `${wholeEconomy}, ${figures.id}`,
    indicator,
    before: "0 percent",
    after: percentChangeFromNumber(change / 100),
  });
  const before = equilibrium.economies.map(({ levels }, i) => ({
    imports: abroad(i, "imports"),
    duties: levels.tariffRevenueBefore,
  }));
  const after = equilibrium.economies.map(({ levels }) => ({
    imports: levels.imports,
    duties: levels.tariffRevenue,
  }));
  const everything: RowIdentity = {
    dimension: "all",
    key: "all",
    name: "World",
    scope: scope("imports of the world"),
  };
  const [allBefore, allAfter] = [add(before), add(after)];
  return [
    value(everything, allBefore.imports, allAfter.imports),
    ...duties(everything, allBefore, allAfter),
    ...equilibrium.economies.flatMap((economy: SectorEconomyOutcome, i) => {
      const partner = partners[i] as (typeof partners)[number];
      const importer: RowIdentity = {
        dimension: "importer",
        key: partner,
        name: partnerName(partner),
        scope: scope("imports of each importer"),
      };
      const [was, is] = [before[i] as Totals, after[i] as Totals];
      return [
        value(importer, was.imports, is.imports),
        ...duties(importer, was, is),
        percent(importer, "welfare", economy.welfarePercent),
        percent(importer, "realWage", economy.realWagePercent),
        percent(importer, "priceIndex", economy.consumerPricesPercent),
        {
          ...importer,
          scope: `${wholeEconomy}, ${figures.id}`,
          indicator: "welfareChange",
          before: money(0),
          after: money(((world.finalUse[i] ?? 0) * economy.welfarePercent) / 100),
        },
        value(
          { ...importer, dimension: "exporter", scope: scope("exports of each exporter") },
          abroad(i, "exports"),
          economy.levels.exports,
        ),
      ];
    }),
  ];
}

interface Totals {
  readonly imports: number;
  readonly duties: number;
}

const rateOf = ({ imports, duties }: Totals) => rateFromNumber(imports === 0 ? 0 : duties / imports);

const add = (rows: readonly Totals[]): Totals =>
  rows.reduce((sum, row) => ({ imports: sum.imports + row.imports, duties: sum.duties + row.duties }), {
    imports: 0,
    duties: 0,
  });
