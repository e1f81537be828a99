import type { PartnerCode } from "../../economies/partner.js";
import { openParametersOf } from "../../policy/language/openParametersOf.js";
import { coversEconomy } from "../../policy/rates/coversEconomy.js";
import { spellsOf } from "../../policy/rates/spellsOf.js";
import type { Scenario } from "../../scenario/scenario.js";

/** Whether a step with an open parameter reaches trade between two economies: only there can its value change a tariff. */
export function openPairs(
  scenario: Scenario<string>,
): (importer: PartnerCode, exporter: PartnerCode) => boolean {
  const steps = scenario.steps.filter((step) => openParametersOf([step]).length > 0);
  const { evaluate } = scenario;
  const { on, over } = evaluate;
  // A group may gain a member within a period.
  const moments = over === undefined ? [on] : spellsOf(steps, over).map((spell) => spell.on);
  return (importer, exporter) =>
    moments.some((moment) =>
      steps.some(
        (step) =>
          coversEconomy(step.importers, importer, moment) && coversEconomy(step.exporters, exporter, moment),
      ),
    );
}
