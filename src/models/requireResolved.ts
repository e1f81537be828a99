import { economiesOf, type PartnerCode } from "../economies/partner.js";
import { TariffError } from "../internal/TariffError.js";
import type { EconomyScope, Step } from "../policy/step.js";
import type { Baseline } from "../trade/baseline.js";

/** Refuses a step that singles out an economy which the baseline has only inside the rest of the world. */
export function requireResolved(steps: readonly Step[], baseline: Baseline): void {
  for (const step of steps) {
    check(step.importers, baseline.importers, step.id, "importers");
    check(step.exporters, baseline.exporters, step.id, "exporters");
    if (step.operator !== "split") continue;
    requireResolved(step.first, baseline);
    requireResolved(step.rest, baseline);
  }
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
