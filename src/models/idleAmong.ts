import type { PartnerCode } from "../economies/partner.js";
import { compileSteps } from "../policy/rates/compileSteps.js";
import { coversEconomy } from "../policy/rates/coversEconomy.js";
import type { StepOutcome } from "../policy/rates/foldSteps.js";
import { onDay } from "../policy/rates/onDay.js";
import { spellsOf } from "../policy/rates/spellsOf.js";
import type { Scenario } from "../scenario/scenario.js";
import type { ProductCode } from "../trade/baseline.js";

/** Whose trade a model looks at, and which goods its data tell apart. */
export interface Traded {
  readonly importers: readonly PartnerCode[];
  readonly exporters: readonly PartnerCode[];
  readonly products: readonly ProductCode[];
}

/** Steps that change nothing among some partners, each with the reason: for models that do not fold line by line. */
export function idleAmong(
  scenario: Scenario<string>,
  { importers, exporters, products }: Traded,
): ReadonlyMap<string, StepOutcome> {
  const { steps, evaluate } = scenario;
  const { over, statuses } = evaluate;
  const moments = over === undefined ? [evaluate.on] : spellsOf(steps, over).map(({ on }) => on);
  const codes = products.filter((product) => product !== "total");
  const idle = new Map<string, StepOutcome>();
  for (const { step, covers } of compileSteps(scenario)) {
    const reasonAt = (on: (typeof moments)[number]): StepOutcome => {
      if (statuses !== "any-status" && !statuses.includes(step.status)) return "status-not-asked-for";
      const when = on === "any-date" ? "applied" : onDay(step.dates, on);
      if (when !== "applied") return when;
      if (!importers.some((importer) => coversEconomy(step.importers, importer, on))) return "other-importer";
      if (!exporters.some((exporter) => coversEconomy(step.exporters, exporter, on))) return "other-exporter";
      return step.products === "all" || codes.some(covers) ? "applied" : "other-product";
    };
    const reasons = moments.map(reasonAt);
    if (!reasons.includes("applied")) idle.set(step.id, reasons[0] as StepOutcome);
  }
  return idle;
}
