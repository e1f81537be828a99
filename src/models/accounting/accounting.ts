import type { Decimal } from "../../exact/decimal.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireClosedScenario } from "../../scenario/requireClosedScenario.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../../trade/baseline.js";
import type { Dimension } from "../../trade/dimension.js";
import { requireDuties } from "../../trade/requireDuties.js";
import { flowDuties } from "../flowDuties.js";
import { idleNotes } from "../idleNotes.js";
import { boundAssumptions, measuresOf, type Outcome, titleOf } from "../outcome.js";
import type { AccountingTotal } from "./accountingTotal.js";
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
  requireClosedScenario(scenario, "scenario");
  const { changed, idle } = flowDuties(baseline, scenario);
  const before = requireDuties(baseline, "baseline");
  const additional = new Map(
    [...changed].map(([flow, after]) => [flow, after.minus(before[flow] as Decimal)]),
  );
  const breakdown = (by: Dimension | "all") => totalsAfter(baseline, by, additional);
  const [all, importers, partners, chapters, sections] = [
    breakdown("all"),
    breakdown("importer"),
    breakdown("exporter"),
    breakdown("chapter"),
    breakdown("section"),
  ];
  const totals = (groups: readonly Group[]) => groups.map((group) => group.total);
  return deepFreeze({
    model: "accounting",
    scenario: scenario.id,
    title: titleOf(scenario),
    baseline: baseline.id,
    total: (all[0] as Group).total,
    byImporter: totals(importers),
    byPartner: totals(partners),
    byChapter: totals(chapters),
    bySection: totals(sections),
    rows: [all, importers, partners, chapters, sections].flatMap((groups) =>
      groups.flatMap((group) => group.rows),
    ),
    leavesOut,
    assumptions: boundAssumptions(scenario),
    sources: baseline.sources,
    measures: measuresOf(scenario),
    notes: idleNotes(idle, scenario, baseline),
  });
}
