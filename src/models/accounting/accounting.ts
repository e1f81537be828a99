import { Decimal, divide } from "../../exact/decimal.js";
import { type Money, writeMoney } from "../../exact/money.js";
import {
  type PercentagePoints,
  type Rate,
  readRate,
  writePercentagePoints,
  writeRate,
} from "../../exact/rate.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireNoOpen } from "../../policy/requireNoOpen.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../../trade/baseline.js";
import { type BaselineTotal, baselineTotals } from "../../trade/baselineTotals.js";
import { type Dimension, groupingOf } from "../../trade/dimension.js";
import { requireDuties } from "../../trade/requireDuties.js";
import { flowDuties } from "../flowDuties.js";
import { boundAssumptions, measuresOf, type Outcome, type OutcomeRow } from "../outcome.js";

/**
 * Duties of one group of flows before and after a scenario, if trade did not change.
 *
 * @category Models
 */
export interface AccountingTotal {
  /** The code of the group; `"all"` for the whole. */
  readonly key: string;
  /** Its name. */
  readonly name: string;
  /** Sum of the customs values; the scenario leaves it as it is. */
  readonly customsValue: Money;
  /** Duties in the baseline. */
  readonly baselineDuties: Money;
  /** Duties in the scenario. */
  readonly duties: Money;
  /** Duties in the scenario less duties in the baseline. */
  readonly additionalDuties: Money;
  /** Effective rate in the baseline. */
  readonly baselineRate: Rate;
  /** Effective rate in the scenario. */
  readonly effectiveRate: Rate;
  /** Effective rate in the scenario less that in the baseline, in percentage points. */
  readonly rateChange: PercentagePoints;
}

/**
 * What {@link accounting} returns.
 *
 * @category Models
 */
export interface AccountingOutcome extends Outcome {
  readonly model: "accounting";
  /** All flows together. */
  readonly total: AccountingTotal;
  /** By exporter. */
  readonly byPartner: readonly AccountingTotal[];
  /** By HS chapter. */
  readonly byChapter: readonly AccountingTotal[];
  /** By HS section. */
  readonly bySection: readonly AccountingTotal[];
}

const leavesOut = [
  "Nobody changes what they buy, sell or charge: an upper bound on revenue.",
  "Exemptions, drawback, evasion and late collection, unless the scenario has steps for them.",
  "Retaliation, exchange rates, and effects on income.",
] as const;

/**
 * What a scenario would cost in duties if nobody changed anything.
 *
 * **Formula**: for every flow, additional duties = duties after all steps - duties in the baseline; effective rate =
 * sum of duties / sum of customs values. The duties of the baseline enter the fold as the authority `"baseline"`.
 *
 * **Result**: exact sums, in the currency of the baseline; positive additional duties are paid on top. Parts add up to
 * the total.
 *
 * **Leaves out**: every reaction of buyers, sellers and governments; the result says so.
 *
 * @throws `open-parameters`, `not-defined`, `no-duties`, `finer-than-baseline` where the scenario tells apart what the
 * data hold as one total, `rate-below-minus-100`, `missing-key`, `unknown-key`.
 * @example Ten percent on China
 * ```ts
 * import { accounting, januaryScenarios } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const { total } = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
 * total.additionalDuties.amount; // => "42942583500"
 * total.rateChange.slice(0, 6); // => "1.3174"
 * ```
 * @category Models
 */
export function accounting(options: {
  readonly baseline: Baseline;
  readonly scenario: Scenario<never>;
  readonly assumptions?: undefined;
}): AccountingOutcome {
  const { baseline, scenario } = readOptions(options, "", ["baseline", "scenario"], ["assumptions"]);
  requireBaseline(baseline, "baseline");
  requireNoOpen(scenario, "scenario");
  const { changed, idle } = flowDuties(baseline, scenario);
  const before = requireDuties(baseline, "baseline");
  const additional = new Map(
    [...changed].map(([flow, after]) => [flow, after.minus(before[flow] as Decimal)]),
  );
  const breakdown = (by: Dimension | "all") => totalsAfter(baseline, by, additional);
  const [total] = breakdown("all") as [AccountingTotal];
  const [byPartner, byChapter, bySection] = [
    breakdown("exporter"),
    breakdown("chapter"),
    breakdown("section"),
  ];
  return deepFreeze({
    model: "accounting",
    scenario: scenario.id,
    title: scenario.title,
    baseline: baseline.id,
    total,
    byPartner,
    byChapter,
    bySection,
    rows: [
      ...toRows("all", [total]),
      ...toRows("exporter", byPartner),
      ...toRows("chapter", byChapter),
      ...toRows("section", bySection),
    ],
    leavesOut,
    assumptions: boundAssumptions(scenario),
    sources: baseline.sources,
    measures: measuresOf(scenario),
    notes: idle.map((id) => `Step ${id} met no trade in ${baseline.id}.`),
  });
}

function totalsAfter(
  baseline: Baseline,
  by: Dimension | "all",
  additional: ReadonlyMap<number, Decimal>,
): readonly AccountingTotal[] {
  const totals = baselineTotalsOf(baseline, by);
  const extra = new Map<number, Decimal>();
  const groupOf = by === "all" ? null : groupingOf(baseline, by).groupOf;
  for (const [flow, duty] of additional) {
    const group = groupOf === null ? 0 : (groupOf[flow] ?? 0);
    extra.set(group, duty.plus(extra.get(group) ?? 0));
  }
  return totals.map((total, group) => afterOf(total, extra.get(group) ?? new Decimal(0)));
}

function afterOf(
  { key, name, customsValue, duties, effectiveRate }: BaselineTotal,
  extra: Decimal,
): AccountingTotal {
  const { currency, priceYear } = duties;
  const unchanged = { key, name, customsValue, baselineDuties: duties, baselineRate: effectiveRate };
  const additionalDuties = writeMoney(extra, currency, priceYear);
  if (extra.isZero()) {
    return { ...unchanged, duties, additionalDuties, effectiveRate, rateChange: "0pp" };
  }
  const after = extra.plus(duties.amount);
  const value = new Decimal(customsValue.amount);
  const rate = value.isZero() ? value : divide(after, value, key);
  return {
    ...unchanged,
    duties: writeMoney(after, currency, priceYear),
    additionalDuties,
    effectiveRate: writeRate(rate),
    rateChange: writePercentagePoints(rate.minus(readRate(effectiveRate, key))),
  };
}

const toRows = (dimension: Dimension | "all", totals: readonly AccountingTotal[]): OutcomeRow[] =>
  totals.flatMap(({ key, name, ...total }) => {
    const { currency, priceYear } = total.duties;
    const none = writeMoney(new Decimal(0), currency, priceYear);
    const row = { dimension, key, name };
    return [
      { ...row, indicator: "customsValue", before: total.customsValue, after: total.customsValue },
      { ...row, indicator: "duties", before: total.baselineDuties, after: total.duties },
      { ...row, indicator: "additionalDuties", before: none, after: total.additionalDuties },
      { ...row, indicator: "effectiveRate", before: total.baselineRate, after: total.effectiveRate },
    ];
  });

const totalsKnown = /* @__PURE__ */ new WeakMap<Baseline, Map<string, readonly BaselineTotal[]>>();

/** The totals of a baseline, worked out once: they are the same for every scenario. */
function baselineTotalsOf(baseline: Baseline, by: Dimension | "all"): readonly BaselineTotal[] {
  const known = totalsKnown.get(baseline) ?? new Map<string, readonly BaselineTotal[]>();
  totalsKnown.set(baseline, known);
  const totals = known.get(by) ?? baselineTotals({ baseline, by });
  known.set(by, totals);
  return totals;
}
