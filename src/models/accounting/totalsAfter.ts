import { Decimal, divide } from "../../exact/decimal.js";
import { writeMoney } from "../../exact/money.js";
import { readRate, writePercentagePoints, writeRate } from "../../exact/rate.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { Baseline } from "../../trade/baseline.js";
import { type BaselineTotal, baselineTotals } from "../../trade/baselineTotals.js";
import { type Dimension, groupingOf } from "../../trade/dimension.js";
import type { OutcomeRow } from "../outcome.js";
import type { AccountingTotal } from "./accountingTotal.js";

/** One group of a breakdown: its totals, and the same as rows. */
export interface Group {
  readonly total: AccountingTotal;
  readonly rows: readonly OutcomeRow[];
}

/** The groups of a breakdown once additional duties are known by flow. */
export function totalsAfter(
  baseline: Baseline,
  by: Dimension | "all",
  additional: ReadonlyMap<number, Decimal>,
): readonly Group[] {
  const extra = new Map<number, Decimal>();
  const groupOf = by === "all" ? null : groupingOf(baseline, by).groupOf;
  for (const [flow, duty] of additional) {
    const group = groupOf === null ? 0 : (groupOf[flow] ?? 0);
    extra.set(group, duty.plus(extra.get(group) ?? 0));
  }
  const { totals, unchanged } = breakdownOf(baseline, by);
  return unchanged.map((group, at) => {
    const duty = extra.get(at);
    return duty === undefined || duty.isZero() ? group : groupAfter(totals[at] as BaselineTotal, by, duty);
  });
}

interface Breakdown {
  readonly totals: readonly BaselineTotal[];
  /** The groups as they are where nothing changes: shared by all outcomes, because most groups of most do not change. */
  readonly unchanged: readonly Group[];
}

const known = /* @__PURE__ */ new WeakMap<Baseline, Map<string, Breakdown>>();

function breakdownOf(baseline: Baseline, by: Dimension | "all"): Breakdown {
  const breakdowns = known.get(baseline) ?? new Map<string, Breakdown>();
  known.set(baseline, breakdowns);
  let breakdown = breakdowns.get(by);
  if (!breakdown) {
    const totals = baselineTotals({ baseline, by });
    breakdown = deepFreeze({
      totals,
      unchanged: totals.map((total) => groupAfter(total, by, new Decimal(0))),
    });
    breakdowns.set(by, breakdown);
  }
  return breakdown;
}

function groupAfter(before: BaselineTotal, by: Dimension | "all", extra: Decimal): Group {
  const { key, name, customsValue, duties: baselineDuties, effectiveRate: baselineRate } = before;
  const { currency, priceYear } = baselineDuties;
  const additionalDuties = writeMoney(extra, currency, priceYear);
  const base = { key, name, customsValue, baselineDuties };
  if (extra.isZero()) {
    const same = { baselineRate, effectiveRate: baselineRate, rateChange: "0pp" } as const;
    return withRows({ ...base, duties: baselineDuties, additionalDuties, ...same }, by);
  }
  const after = extra.plus(baselineDuties.amount);
  const value = new Decimal(customsValue.amount);
  const rate = value.isZero() ? value : divide(after, value, key);
  const effectiveRate = writeRate(rate);
  const rateChange = writePercentagePoints(rate.minus(readRate(baselineRate, key)));
  const duties = writeMoney(after, currency, priceYear);
  return withRows({ ...base, duties, additionalDuties, baselineRate, effectiveRate, rateChange }, by);
}

function withRows(total: AccountingTotal, dimension: Dimension | "all"): Group {
  const { key, name, customsValue, baselineDuties, duties, additionalDuties, baselineRate, effectiveRate } =
    total;
  const none = { ...additionalDuties, amount: "0" } as const;
  return {
    total,
    rows: [
      { dimension, key, name, indicator: "customsValue", before: customsValue, after: customsValue },
      { dimension, key, name, indicator: "duties", before: baselineDuties, after: duties },
      { dimension, key, name, indicator: "additionalDuties", before: none, after: additionalDuties },
      { dimension, key, name, indicator: "effectiveRate", before: baselineRate, after: effectiveRate },
    ],
  };
}
