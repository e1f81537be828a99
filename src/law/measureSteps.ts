import type { DecimalText } from "../exact/decimal.js";
import type { Rate } from "../exact/rate.js";
import type { HsCode } from "../goods/hsCode.js";
import { dateOf, readDay } from "../internal/dayNumber.js";
import type { IsoDate } from "../internal/isoDate.js";
import type { EconomyScope, ProductScope, Step, StepDates, StepRate } from "../policy/language/step.js";
import type { DatedMeasure, DatedRate } from "./datedMeasure.js";
import type { LawFacts, MetalShares } from "./lawFacts.js";
import { codesIn, isCovered } from "./unpack.js";

type Spell = { readonly from?: IsoDate; readonly until?: IsoDate };

export const holdsOn = ({ from, until }: Spell, day: IsoDate): boolean =>
  (from === undefined || from <= day) && (until === undefined || day < until);

/** Whether a measure is in force on a day. */
export const isInForce = ({ effective, ends, suspended }: DatedMeasure, day: IsoDate): boolean =>
  effective <= day && (ends === undefined || day < ends) && !suspended.some((spell) => holdsOn(spell, day));

/** The codes that a measure covers, or undefined for all goods. */
export function coveredBy({ lists, codes }: DatedMeasure): readonly HsCode[] | undefined {
  if (lists === undefined && codes === undefined) return undefined;
  return codesIn([...(lists ?? []).map((list) => ({ list })), ...(codes ?? []).map((code) => ({ code }))]);
}

/** The products of a measure on a day, without those that are free of it then. */
function productsOn(measure: DatedMeasure, day: IsoDate): ProductScope {
  const free = codesIn(measure.free.filter((one) => holdsOn(one, day)));
  const covered = coveredBy(measure);
  if (covered === undefined) return free.length === 0 ? "all" : { allBut: free };
  const barred = new Set<string>(free);
  return barred.size === 0 ? covered : covered.filter((code) => !isCovered(code, barred));
}

/** The rates of a day: for each exporter that is named the last that has begun, and the one of all others. */
export function ratesOn({ rates }: DatedMeasure, day: IsoDate): readonly DatedRate[] {
  const last = new Map<string, DatedRate>();
  for (const rate of rates) {
    const key = rate.exporter ?? "";
    const before = last.get(key);
    if (rate.from <= day && (before === undefined || before.from <= rate.from)) last.set(key, rate);
  }
  // A table that is empty on a day charges nothing any more: other measures have taken its lines over.
  return [...last.values()].filter(
    ({ percent }) => typeof percent === "number" || Object.keys(percent).length > 0,
  );
}

/** The exporters that have a rate. */
function exportersOf(measure: DatedMeasure, rate: DatedRate, all: readonly DatedRate[]): EconomyScope {
  if (rate.exporter !== undefined) return [rate.exporter];
  const named = all.flatMap(({ exporter }) => (exporter === undefined ? [] : [exporter]));
  if (named.length === 0) return measure.exporters;
  if (measure.exporters === "all") return { allBut: named };
  if ("allBut" in measure.exporters) return { allBut: [...new Set([...measure.exporters.allBut, ...named])] };
  return measure.exporters.filter((exporter) => !named.includes(exporter));
}

const times = (percent: number, share: number): Rate =>
  `${Number((percent * share).toPrecision(12))}%` as Rate;

/** The rate, on the share of the value that it falls on. */
const writeRate = (percent: DatedRate["percent"], share: number): StepRate =>
  typeof percent === "number"
    ? times(percent, share)
    : {
        byProduct: Object.fromEntries(
          Object.entries(percent).map(([code, one]) => [code, times(one, share)]),
        ),
      };

/** The share of the value that a measure falls on, where it falls on the metal alone. */
export function metalShareOf(measure: DatedMeasure, day: IsoDate, facts: LawFacts): DecimalText | undefined {
  if (measure.metalFrom === undefined || measure.metalFrom > day) return undefined;
  return facts.metalShares[measure.authority.replace("section-232-", "") as keyof MetalShares];
}

const dayBefore = (day: IsoDate): IsoDate => dateOf(readDay(day, "day") - 1);

/** The line of a measure; what the data cannot say stands beside the rate, wherever the rate is shown. */
const titleOf = ({ title, leavesOut }: DatedMeasure): string =>
  leavesOut.length === 0 ? title : `${title} (not in these data: ${leavesOut.join("; ")})`;

/** What all steps of a measure have in common. */
export function commonOf(measure: DatedMeasure) {
  const { id, importer, announced, effective, ends, instrument, sources, confidence } = measure;
  const dates: StepDates = {
    ...(announced === undefined ? {} : { announced }),
    effective,
    ...(ends === undefined ? {} : { expires: dayBefore(ends) }),
  };
  const source = { title: instrument, place: `${confidence}: ${sources.join("; ")}` };
  return { measure: id, importers: [importer], dates, status: "in-force", source } as const;
}

/** The steps that charge a measure as it stands on a day. */
export function measureSteps(measure: DatedMeasure, day: IsoDate, facts: LawFacts): readonly Step[] {
  const products = productsOn(measure, day);
  if (Array.isArray(products) && products.length === 0) return [];
  const rates = ratesOn(measure, day);
  const { authority, operator } = measure;
  return rates.flatMap((dated): Step[] => {
    const id = dated.exporter === undefined ? measure.id : `${measure.id}-${dated.exporter.toLowerCase()}`;
    const exporters = exportersOf(measure, dated, rates);
    if (Array.isArray(exporters) && exporters.length === 0) return [];
    const common = { ...commonOf(measure), id, title: titleOf(measure), exporters, products };
    const rate = writeRate(dated.percent, Number(metalShareOf(measure, day, facts) ?? 1));
    if (operator === "add") return [{ ...common, operator, authority, rate }];
    if (operator === "replace") return [{ ...common, operator, authority, of: [authority], rate }];
    const raise = { ...common, operator: "raiseTotalTo", authority, rate } as const;
    if (operator === "raiseAuthorityTo") return [{ ...raise, of: [authority] }];
    const instead = {
      ...common,
      id: `${id}-instead`,
      title: `${titleOf(measure)}: in place of the rate before`,
    };
    return [
      { ...instead, operator: "replace", authority, of: [authority], rate: "0%" },
      { ...raise, of: [facts.ordinaryDuty] },
    ];
  });
}
