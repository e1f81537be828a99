import { type Money, writeScaledMoney } from "../../exact/money.js";
import type { Rate } from "../../exact/rate.js";
import { minusScaled, percentText, plusScaled, ratioOfScaled, type Scaled } from "../../exact/scaled.js";
import type { Baseline } from "../../trade/baseline.js";
import { sumsOf } from "../../trade/columns/amountColumn.js";
import { dutiableColumns } from "../../trade/requireDuties.js";
import type { AdditionalByGroup } from "../additionalByGroup.js";
import { type Breakdown, breakdownOf } from "../breakdown.js";
import type { OutcomeRow, RowIdentity } from "../outcome.js";
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
    return duty === undefined || duty.units === 0n ? group : groupAfter(before[at] as Before, duty);
  });
}

/** A group in the baseline. */
interface Before {
  readonly identity: RowIdentity;
  readonly value: Scaled;
  readonly paid: Scaled;
  readonly rate: Scaled;
  readonly customsValue: Money;
  readonly baselineDuties: Money;
  readonly noDuties: Money;
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
    groups = { groupOf, before, unchanged: before.map(groupUnchanged) };
    breakdowns.set(by, groups);
  }
  return groups;
}

/** Values, duties and rates of the baseline by group: exact sums. */
function addUp(baseline: Baseline, by: Breakdown): readonly Before[] {
  const { keys, names, groupOf } = breakdownOf(baseline, by);
  const columns = dutiableColumns(baseline, "baseline");
  const values = sumsOf(columns.customsValue, groupOf, keys.length);
  const duties = sumsOf(columns.duties, groupOf, keys.length);
  const scope = scopeOf(baseline, by);
  const { currency, priceYear } = baseline;
  const noDuties = writeScaledMoney(zero, currency, priceYear);
  return keys.map((key, at) => {
    const [value, paid] = [values[at] as Scaled, duties[at] as Scaled];
    const rate = value.units === 0n ? zero : ratioOfScaled(paid, value);
    return {
      identity: { dimension: by, key, name: names[at] ?? key, scope },
      value,
      paid,
      rate,
      customsValue: writeScaledMoney(value, currency, priceYear),
      baselineDuties: writeScaledMoney(paid, currency, priceYear),
      noDuties,
      baselineRate: `${percentText(rate)}%`,
    };
  });
}

const zero: Scaled = { units: 0n, places: 0 };

const groupUnchanged = (group: Before): Group =>
  withRows(group, group.baselineDuties, group.noDuties, group.baselineRate, "0pp");

function groupAfter(group: Before, extra: Scaled): Group {
  const { value, paid, rate } = group;
  const { currency, priceYear } = group.baselineDuties;
  const after = plusScaled(paid, extra);
  const effective = value.units === 0n ? zero : ratioOfScaled(after, value);
  return withRows(
    group,
    writeScaledMoney(after, currency, priceYear),
    writeScaledMoney(extra, currency, priceYear),
    `${percentText(effective)}%`,
    `${percentText(minusScaled(effective, rate))}pp`,
  );
}

/** Frozen key by key: a group is made by the thousand. */
function withRows(
  { identity, customsValue, baselineDuties, noDuties, baselineRate }: Before,
  duties: Money,
  additionalDuties: Money,
  effectiveRate: Rate,
  rateChange: AccountingTotal["rateChange"],
): Group {
  const { dimension, key, name, scope } = identity;
  const row = (indicator: string, before: Money | Rate, after: Money | Rate): OutcomeRow =>
    Object.freeze({ dimension, key, name, scope, indicator, before, after });
  return {
    total: Object.freeze({
      key,
      name,
      customsValue,
      baselineDuties,
      duties,
      additionalDuties,
      baselineRate,
      effectiveRate,
      rateChange,
    }),
    rows: [
      row("customsValue", customsValue, customsValue),
      row("duties", baselineDuties, duties),
      row("additionalDuties", noDuties, additionalDuties),
      row("effectiveRate", baselineRate, effectiveRate),
    ],
  };
}
