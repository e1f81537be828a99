import { Decimal, divide } from "../../exact/decimal.js";
import { type Money, writeMoney } from "../../exact/money.js";
import { type Rate, readRate, writePercentagePoints, writeRate } from "../../exact/rate.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { Baseline } from "../../trade/baseline.js";
import { sumsOf } from "../../trade/columns/amountColumn.js";
import { dutiableColumns } from "../../trade/requireDuties.js";
import type { AdditionalByGroup } from "../additionalByGroup.js";
import { type Breakdown, breakdownOf } from "../breakdown.js";
import type { OutcomeRow } from "../outcome.js";
import { scopeOf } from "../scope.js";
import type { AccountingTotal } from "./accountingTotal.js";

/** One group of a breakdown: its totals, and the same as rows. */
export interface Group {
  readonly total: AccountingTotal;
  readonly rows: readonly OutcomeRow[];
}

/** The groups of a breakdown once additional duties are known. */
export function totalsAfter(
  baseline: Baseline,
  by: Breakdown,
  additional: AdditionalByGroup,
): readonly Group[] {
  const { groupOf, before, unchanged } = groupsBefore(baseline, by);
  const extra = additional(groupOf, before.length);
  return unchanged.map((group, at) => {
    const duty = extra.get(at);
    return duty === undefined || duty.isZero() ? group : groupAfter(before[at] as Before, duty);
  });
}

/** A group in the baseline. */
interface Before {
  readonly place: Pick<OutcomeRow, "dimension" | "key" | "name" | "scope">;
  readonly customsValue: Money;
  readonly baselineDuties: Money;
  readonly baselineRate: Rate;
}

interface GroupsBefore {
  readonly groupOf: Int32Array;
  readonly before: readonly Before[];
  /** The groups as they are where nothing changes: shared by all outcomes, because most groups of most do not change. */
  readonly unchanged: readonly Group[];
}

const known = /* @__PURE__ */ new WeakMap<Baseline, Map<Breakdown, GroupsBefore>>();

function groupsBefore(baseline: Baseline, by: Breakdown): GroupsBefore {
  const breakdowns = known.get(baseline) ?? new Map<Breakdown, GroupsBefore>();
  known.set(baseline, breakdowns);
  let groups = breakdowns.get(by);
  if (!groups) {
    const before = addUp(baseline, by);
    const { groupOf } = breakdownOf(baseline, by);
    groups = {
      groupOf,
      before,
      unchanged: deepFreeze(before.map((group) => groupAfter(group, new Decimal(0)))),
    };
    breakdowns.set(by, groups);
  }
  return groups;
}

/** Values, duties and rates of the baseline by group: exact sums. */
function addUp(baseline: Baseline, by: Breakdown): readonly Before[] {
  const { keys, names, groupOf } = breakdownOf(baseline, by);
  const columns = dutiableColumns(baseline, "baseline");
  const values = sumsOf(columns.customsValue, groupOf, keys.length);
  const paid = sumsOf(columns.duties, groupOf, keys.length);
  const { currency, priceYear } = baseline;
  const scope = scopeOf(baseline, by);
  return keys.map((key, at) => {
    const [value, duty] = [values[at] as Decimal, paid[at] as Decimal];
    return {
      place: { dimension: by, key, name: names[at] ?? key, scope },
      customsValue: writeMoney(value, currency, priceYear),
      baselineDuties: writeMoney(duty, currency, priceYear),
      baselineRate: writeRate(value.isZero() ? value : divide(duty, value, key)),
    };
  });
}

function groupAfter({ place, customsValue, baselineDuties, baselineRate }: Before, extra: Decimal): Group {
  const { key, name } = place;
  const { currency, priceYear } = baselineDuties;
  const none = writeMoney(new Decimal(0), currency, priceYear);
  const base = { key, name, customsValue, baselineDuties };
  const total: AccountingTotal = extra.isZero()
    ? {
        ...base,
        duties: baselineDuties,
        additionalDuties: none,
        baselineRate,
        effectiveRate: baselineRate,
        rateChange: "0pp",
      }
    : { ...base, ...changed(extra, customsValue, baselineDuties, baselineRate, key) };
  const { duties, additionalDuties, effectiveRate } = total;
  return deepFreeze({
    total,
    rows: [
      { ...place, indicator: "customsValue", before: customsValue, after: customsValue },
      { ...place, indicator: "duties", before: baselineDuties, after: duties },
      { ...place, indicator: "additionalDuties", before: none, after: additionalDuties },
      { ...place, indicator: "effectiveRate", before: baselineRate, after: effectiveRate },
    ],
  });
}

function changed(extra: Decimal, customsValue: Money, before: Money, baselineRate: Rate, key: string) {
  const { currency, priceYear } = before;
  const after = extra.plus(before.amount);
  const value = new Decimal(customsValue.amount);
  const rate = value.isZero() ? value : divide(after, value, key);
  return {
    duties: writeMoney(after, currency, priceYear),
    additionalDuties: writeMoney(extra, currency, priceYear),
    baselineRate,
    effectiveRate: writeRate(rate),
    rateChange: writePercentagePoints(rate.minus(readRate(baselineRate, key))),
  };
}
