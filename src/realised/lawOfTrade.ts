import { Decimal } from "../exact/decimal.js";
import type { LawSpell } from "../law/lawThrough.js";
import type { Baseline } from "../trade/baseline.js";
import { flowColumns } from "../trade/columns/flowColumns.js";
import { flowsFrom, type SomeFlows } from "./flowsFrom.js";
import { dutiesByCell, type FormsThrough, formsThrough, ratesByFlow } from "./formsThrough.js";
import type { OrdinaryDuties } from "./ordinaryDuties.js";

/** A law over the days of a month, and which part of the goods of each exporter meets it. */
export interface LawPart {
  readonly spells: readonly LawSpell[];
  /** The share of the goods of an exporter. */
  readonly shareOf: (exporter: string) => Decimal;
}

/** What laws ask of the trade of a year. */
export interface LawOfTrade {
  /** Duties of an average day by group of goods, times the days, less what is relieved. */
  readonly byGroup: (parts: readonly LawPart[]) => readonly Decimal[];
  /** The rate of each flow, as a fraction. */
  readonly byFlow: (parts: readonly LawPart[]) => Float64Array;
}

/** A law on the flows that have a part in it. */
interface Worked extends SomeFlows {
  readonly covers: readonly boolean[];
  readonly forms: FormsThrough;
}

/** What was worked out of a trade, by law; a law that nobody holds any more is forgotten. */
const worked = /* @__PURE__ */ new WeakMap<Baseline, WeakMap<readonly LawSpell[], readonly Worked[]>>();

/** A law on the flows that have a part in it: worked out once, however often it is asked for. */
function workedOut(ordinary: Baseline, spells: readonly LawSpell[], shares: readonly Decimal[]): Worked {
  const known = worked.get(ordinary) ?? new WeakMap<readonly LawSpell[], readonly Worked[]>();
  worked.set(ordinary, known);
  const wanted = shares.map((share) => !share.isZero());
  const list = known.get(spells) ?? [];
  const found = list.find(({ covers }) => wanted.every((is, at) => !is || covers[at] === true));
  if (found !== undefined) return found;
  const some = flowsFrom(ordinary, wanted);
  const one: Worked = { ...some, covers: wanted, forms: formsThrough(some.baseline, spells) };
  known.set(spells, [...list, one]);
  return one;
}

/** The duties that laws ask of a trade, by group of goods and by flow. */
export function lawOfTrade(
  { ordinary, relieved }: OrdinaryDuties,
  groupOf: Int32Array,
  groups: number,
): LawOfTrade {
  const { exporter, customsValue } = flowColumns(ordinary);
  const { exporters } = ordinary;
  const width = exporters.length;
  const relief = reliefByGroup(relieved, groupOf, groups);
  const cellsOf = (one: Worked): readonly Decimal[] => {
    const cellOf = Int32Array.from(
      one.positions,
      (flow) => (groupOf[flow] as number) * width + (exporter[flow] as number),
    );
    return dutiesByCell(one.baseline, one.forms, cellOf, groups * width);
  };
  return {
    byGroup: (parts) => {
      const sums = Array.from({ length: groups }, () => new Decimal(0));
      let days = 0;
      for (const { spells, shareOf } of parts) {
        const shares = exporters.map(shareOf);
        const one = workedOut(ordinary, spells, shares);
        days = one.forms.days;
        cellsOf(one).forEach((amount, cell) => {
          const group = Math.floor(cell / width);
          sums[group] = (sums[group] as Decimal).plus(amount.times(shares[cell % width] as Decimal));
        });
      }
      return sums.map((sum, group) => sum.minus((relief[group] as Decimal).times(days)));
    },
    byFlow: (parts) => {
      const scale = 10 ** customsValue.places;
      const rates = Float64Array.from(relieved, (amount, flow) => {
        const value = Number(customsValue.values[flow]);
        return value === 0 ? 0 : (-Number(amount) * scale) / value;
      });
      for (const { spells, shareOf } of parts) {
        const shares = exporters.map(shareOf);
        const { baseline, positions, forms } = workedOut(ordinary, spells, shares);
        ratesByFlow(baseline, forms).forEach((rate, at) => {
          const flow = positions[at] as number;
          rates[flow] = (rates[flow] as number) + rate * Number(shares[exporter[flow] as number]);
        });
      }
      return rates;
    },
  };
}

function reliefByGroup(
  relieved: readonly Decimal[],
  groupOf: Int32Array,
  groups: number,
): readonly Decimal[] {
  const relief = Array.from({ length: groups }, () => new Decimal(0));
  relieved.forEach((amount, flow) => {
    const group = groupOf[flow] as number;
    relief[group] = (relief[group] as Decimal).plus(amount);
  });
  return relief;
}

/** The value of each group of goods in a baseline. */
export function valueByGroup({ columns }: Baseline, groupOf: Int32Array, groups: number): readonly Decimal[] {
  const sums = Array.from({ length: groups }, () => new Decimal(0));
  columns.customsValue.forEach((amount, flow) => {
    const group = groupOf[flow] as number;
    sums[group] = (sums[group] as Decimal).plus(amount);
  });
  return sums;
}
