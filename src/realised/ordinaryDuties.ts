import { Decimal, divide, writeDecimal } from "../exact/decimal.js";
import type { LawSpell } from "../law/lawThrough.js";
import { assumeFreeTrade } from "../trade/assumeFreeTrade.js";
import { amountsOf, type Baseline, sealBaseline } from "../trade/baseline.js";
import { columnFromTexts } from "../trade/columns/amountColumn.js";
import { columnsOver, flowColumns } from "../trade/columns/flowColumns.js";
import { requireDuties } from "../trade/requireDuties.js";
import { formsThrough } from "./formsThrough.js";

/** A year's trade with its duties taken apart. */
export interface OrdinaryDuties {
  /** The same trade with the ordinary duties alone. */
  readonly ordinary: Baseline;
  /** For each flow what the law of the year added and nobody paid: exclusions of described articles, drawback, quotas. */
  readonly relieved: readonly Decimal[];
}

/**
 * Takes the duties of a year apart: what the law of that year added on an average day, and the rest, the ordinary duty.
 * Where less was paid than the law added, the difference is relief, and the ordinary duty zero. What the law added is
 * rounded to a hundredth, because an average over days need not end.
 */
export function ordinaryDuties(baseline: Baseline, spells: readonly LawSpell[]): OrdinaryDuties {
  const duties = requireDuties(baseline, "baseline");
  const { customsValue } = amountsOf(baseline);
  // On trade without duties, what is owed is what the law adds.
  const { formOf, forms, days } = formsThrough(assumeFreeTrade(baseline), spells);
  const rest = duties.map((paid, flow) => {
    const rate = forms[formOf[flow] as number]?.ofValue as Decimal;
    if (rate.isZero()) return paid;
    const added = divide(rate.times(customsValue[flow] as Decimal), new Decimal(days), "baseline");
    return paid.minus(added.toDecimalPlaces(2));
  });
  const zero = new Decimal(0);
  const columns = { ...flowColumns(baseline) };
  return {
    ordinary: sealBaseline({
      ...baseline,
      id: `${baseline.id}-ordinary`,
      columns: columnsOver({
        ...columns,
        duties: columnFromTexts(rest.map((amount) => writeDecimal(Decimal.max(amount, zero)))),
      }),
    }),
    relieved: rest.map((amount) => Decimal.max(amount.neg(), zero)),
  };
}
