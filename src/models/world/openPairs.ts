import type { PartnerCode } from "../../economies/partner.js";
import { openParametersOf } from "../../policy/language/openParametersOf.js";
import { coversEconomy } from "../../policy/rates/coversEconomy.js";
import type { Scenario } from "../../scenario/scenario.js";

/** Whether a step with an open parameter reaches trade between two economies: only there can its value change a tariff. */
export function openPairs(
  scenario: Scenario<string>,
): (importer: PartnerCode, exporter: PartnerCode) => boolean {
  const steps = scenario.steps.filter((step) => openParametersOf([step]).length > 0);
  const { evaluate } = scenario;
  const on = evaluate.over === undefined ? evaluate.on : evaluate.over.from;
  return (importer, exporter) =>
    steps.some(
      (step) => coversEconomy(step.importers, importer, on) && coversEconomy(step.exporters, exporter, on),
    );
}
