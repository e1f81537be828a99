import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireClosedScenario } from "../../scenario/requireClosedScenario.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../../trade/baseline.js";
import { additionalDuties } from "../additionalByGroup.js";
import type { Breakdown } from "../breakdown.js";
import { granularityOf } from "../granularity.js";
import { idleNotes } from "../idleNotes.js";
import { durationNotes } from "../inForce.js";
import { sealOutcome } from "../ledger.js";
import { boundAssumptions, measuresOf, type Outcome, titleOf } from "../outcome.js";
import { scopeOf } from "../scope.js";
import { unitNotes } from "../yearOfGoods.js";
import type { AccountingTotal } from "./accountingTotal.js";
import { accountingWorking } from "./accountingWorking.js";
import { type Group, totalsAfter } from "./totalsAfter.js";

/**
 * What {@link accounting} returns.
 *
 * @category Models
 */
export interface AccountingOutcome extends Outcome {
  /** The name of the model. */
  readonly model: "accounting";
  /** All flows together. */
  readonly total: AccountingTotal;
  /** By importer. */
  readonly byImporter: readonly AccountingTotal[];
  /** By exporter. */
  readonly byPartner: readonly AccountingTotal[];
  /** By HS chapter. */
  readonly byChapter: readonly AccountingTotal[];
  /** By HS section. */
  readonly bySection: readonly AccountingTotal[];
}

const leavesOut = /* @__PURE__ */ Object.freeze([
  "Nobody changes what they buy, sell or charge: an upper bound on revenue.",
  "Exemptions, drawback, evasion and late collection, unless the scenario has steps for them.",
  "Retaliation, exchange rates, and effects on income.",
] as const);

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
  /** The data: trade by flow, with the duties collected on it. */
  readonly baseline: Baseline;
  /** What changes; no parameter may be open. */
  readonly scenario: Scenario<never>;
  /** None: the place that other models have for them. */
  readonly assumptions?: undefined;
}): AccountingOutcome {
  const { baseline, scenario } = readOptions(options, "", ["baseline", "scenario"], ["assumptions"]);
  requireBaseline(baseline, "baseline");
  requireClosedScenario(scenario, "scenario");
  const { byGroup, idle } = additionalDuties(baseline, scenario);
  const granularity = granularityOf(scenario, baseline, idle);
  const groups = new Map<Breakdown, readonly Group[]>();
  const groupsBy = (by: Breakdown): readonly Group[] => {
    const known = groups.get(by) ?? totalsAfter(baseline, by, byGroup);
    groups.set(by, known);
    return known;
  };
  const rowsBy = (by: Breakdown) => groupsBy(by).flatMap(({ rows }) => rows);
  const totals = (by: Breakdown) => Object.freeze(groupsBy(by).map(({ total }) => total));
  return sealOutcome<AccountingOutcome, "total" | keyof typeof lists | "rows">(
    {
      model: "accounting",
      scenario: scenario.id,
      title: titleOf(scenario),
      baseline: baseline.id,
      scope: scopeOf(baseline, "all"),
      leavesOut: Object.freeze([...leavesOut, ...granularity.leavesOut]),
      assumptions: deepFreeze(boundAssumptions(scenario)),
      sources: baseline.sources,
      measures: deepFreeze(measuresOf(scenario)),
      notes: Object.freeze([
        ...idleNotes(idle, scenario, baseline),
        ...durationNotes(scenario, idle),
        ...unitNotes(scenario.steps, baseline, idle),
        ...granularity.notes,
      ]),
    },
    {
      total: () => (groupsBy("all")[0] as Group).total,
      byImporter: () => totals(lists.byImporter),
      byPartner: () => totals(lists.byPartner),
      byChapter: () => totals(lists.byChapter),
      bySection: () => totals(lists.bySection),
      rows: () => Object.freeze((["all", ...Object.values(lists)] as const).flatMap(rowsBy)),
    },
    { rowsBy, working: (row) => accountingWorking(baseline, scenario, rowsBy, row) },
  );
}

/** The lists of an outcome, and the rows that it has without being asked, in this order. */
const lists = {
  byImporter: "importer",
  byPartner: "exporter",
  byChapter: "chapter",
  bySection: "section",
} as const;
