import { Decimal } from "../exact/decimal.js";
import { dateOf, readDay } from "../internal/dayNumber.js";
import type { IsoDate } from "../internal/isoDate.js";
import { measures } from "../law/figures/measures.js";
import type { NorthAmericanClaims } from "../law/lawFacts.js";
import { type LawSpell, type LawThroughOptions, lawThrough } from "../law/lawThrough.js";
import type { LawPart } from "./lawOfTrade.js";
import type { GoodsUnderWay } from "./realisedTypes.js";

/** Which law is asked for. */
export interface LawWanted {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly exemptionLists: LawThroughOptions["exemptionLists"];
  /** Goods under way; none where clauses on them are not applied. */
  readonly shipments: readonly GoodsUnderWay[];
  /** Claims that stand in for those of the year of the baseline, for Canada and Mexico. */
  readonly claims: NorthAmericanClaims | undefined;
}

type Facts = Pick<LawThroughOptions, "confidence" | "metalShares" | "northAmericanClaims">;

/** Laws that are kept at the same time; some two years of months in all their parts. */
const most = 200;

const northAmerica = new Set(["CAN", "MEX"]);

/** Laws of the United States, each worked out once. */
export function lawSource(facts: Facts): (wanted: LawWanted) => readonly LawPart[] {
  const known = new Map<string, readonly LawSpell[]>();
  const lawOf = (
    { from, to, exemptionLists }: LawWanted,
    daysUnderWay: LawThroughOptions["daysUnderWay"],
    claims: NorthAmericanClaims | undefined,
  ): readonly LawSpell[] => {
    const key = [from, to, exemptionLists, daysUnderWay, JSON.stringify(claims)].join();
    const northAmericanClaims = claims ?? facts.northAmericanClaims;
    const made = known.get(key);
    if (made !== undefined) return made;
    const spells = lawThrough({
      ...facts,
      from,
      to,
      exemptionLists,
      daysUnderWay,
      northAmericanClaims,
      importers: ["USA"],
      ordinaryDuty: "baseline",
    });
    if (known.size >= most) known.clear();
    known.set(key, spells);
    return spells;
  };
  return (wanted) => {
    const shipments = wanted.shipments.filter(({ days }) => reachesGoodsUnderWay(wanted, days));
    const ways = [...new Set(shipments.map(({ days }) => days))];
    return [undefined, ...ways].flatMap((way): LawPart[] => {
      const shareOf = (exporter: string) => shareUnderWay(shipments, exporter, way);
      const daysUnderWay = way ?? "not-counted";
      const usual = { spells: lawOf(wanted, daysUnderWay, undefined), shareOf };
      if (wanted.claims === undefined) return [usual];
      const part = (north: boolean) => (exporter: string) =>
        northAmerica.has(exporter) === north ? shareOf(exporter) : new Decimal(0);
      return [
        { ...usual, shareOf: part(false) },
        { spells: lawOf(wanted, daysUnderWay, wanted.claims), shareOf: part(true) },
      ];
    });
  };
}

/** Whether a clause on goods under way for so many days reaches any day of a period: else the law is the usual one. */
const reachesGoodsUnderWay = ({ from, to }: LawWanted, way: number): boolean =>
  measures.some(
    ({ underWay, effective, ends }) =>
      underWay !== undefined &&
      effective <= to &&
      from < underWay.enteredBefore &&
      (ends === undefined || from < ends) &&
      underWay.rates.some(({ loadedBefore }) => dateOf(readDay(from, "from") - way) < loadedBefore),
  );

/** The share of an exporter's goods that were under way for so many days; without days, that which was not. */
function shareUnderWay(
  shipments: readonly GoodsUnderWay[],
  exporter: string,
  way: number | undefined,
): Decimal {
  const own = shipments.filter((one) => one.exporter === exporter && (way === undefined || one.days === way));
  const sum = own.reduce((all, { share }) => all.plus(share), new Decimal(0));
  return way === undefined ? new Decimal(1).minus(sum) : sum;
}
