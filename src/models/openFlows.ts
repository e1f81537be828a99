import type { PartnerCode } from "../economies/partner.js";
import { openParametersOf } from "../policy/language/openParametersOf.js";
import { coversEconomy } from "../policy/rates/coversEconomy.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Baseline } from "../trade/baseline.js";

/** The flows within reach of a step with an open parameter. */
export function openFlows(
  scenario: Scenario,
  { importers, exporters, columns }: Baseline,
): readonly number[] {
  const steps = scenario.steps.filter((step) => openParametersOf([step]).length > 0);
  const { evaluate } = scenario;
  const on = evaluate.over === undefined ? evaluate.on : evaluate.over.from;
  return columns.exporter.flatMap((exporterAt, flow) => {
    const [importer, exporter] = [
      importers[columns.importer[flow] ?? 0],
      exporters[exporterAt],
    ] as PartnerCode[];
    const reached = steps.some(
      (step) => coversEconomy(step.importers, importer!, on) && coversEconomy(step.exporters, exporter!, on),
    );
    return reached ? [flow] : [];
  });
}
