import { economiesOf, type PartnerCode } from "../economies/partner.js";
import { TariffError } from "../internal/TariffError.js";
import type { EconomyScope, Step } from "../policy/language/step.js";
import type { Baseline } from "../trade/baseline.js";

/** Refuses a step that singles out an economy which the baseline has only inside the rest of the world. */
export function requireResolved(steps: readonly Step[], baseline: Baseline): void {
  const { importers, exporters } = baseline;
  for (const step of steps) {
    // A step that reaches none of the importers, or none of the exporters, changes nothing here, whatever it says.
    if (!reaches(step.importers, importers) || !reaches(step.exporters, exporters)) continue;
    check(step.importers, importers, step.id, "importers");
    check(step.exporters, exporters, step.id, "exporters");
    if (step.operator !== "split") continue;
    requireResolved(step.first, baseline);
    requireResolved(step.rest, baseline);
  }
}

/** Whether a scope names anybody that the data list, by itself, in a group or in the rest of the world. */
function reaches(scope: EconomyScope, listed: readonly PartnerCode[]): boolean {
  if (scope === "all" || "allBut" in scope || listed.includes("ROW")) return true;
  const known = new Set<string>(listed.flatMap((partner) => economiesOf(partner) ?? []));
  return scope.some((partner) => economiesOf(partner)?.some((economy) => known.has(economy)) ?? false);
}

function check(scope: EconomyScope, listed: readonly PartnerCode[], id: string, key: string): void {
  if (scope === "all" || !listed.includes("ROW")) return;
  const known = new Set<string>(listed.flatMap((partner) => economiesOf(partner) ?? []));
  for (const partner of "allBut" in scope ? scope.allBut : scope) {
    const hidden = economiesOf(partner)?.find((economy) => !known.has(economy));
    if (hidden === undefined) continue;
    throw new TariffError({
      code: "finer-than-baseline",
      path: `scenario.steps.${id}.${key}`,
      received: hidden,
      advice: `The data have ${hidden} only inside the rest of the world: cover "ROW" as a whole, or use data that list it.`,
    });
  }
}
