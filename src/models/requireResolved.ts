import { economiesOf, type PartnerCode } from "../economies/partner.js";
import { TariffError } from "../internal/TariffError.js";
import type { EconomyScope, Step } from "../policy/language/step.js";
import type { Baseline } from "../trade/baseline.js";

/** Partners that data list, and the economies they stand for. */
interface Listed {
  readonly partners: readonly PartnerCode[];
  readonly economies: ReadonlySet<string>;
  readonly hasRest: boolean;
}

const listOf = (partners: readonly PartnerCode[]): Listed => ({
  partners,
  economies: new Set(partners.flatMap((partner) => economiesOf(partner) ?? [])),
  hasRest: partners.includes("ROW"),
});

/** Refuses a step that singles out an economy which the baseline has only inside the rest of the world. */
export function requireResolved(steps: readonly Step[], baseline: Baseline): void {
  const [importers, exporters] = [listOf(baseline.importers), listOf(baseline.exporters)];
  // With everybody listed there is nothing to hide in.
  if (!importers.hasRest && !exporters.hasRest) return;
  requireListed(steps, importers, exporters);
}

function requireListed(steps: readonly Step[], importers: Listed, exporters: Listed): void {
  for (const step of steps) {
    // A step that reaches none of the importers, or none of the exporters, changes nothing here, whatever it says.
    if (!reaches(step.importers, importers) || !reaches(step.exporters, exporters)) continue;
    check(step.importers, importers, step.id, "importers");
    check(step.exporters, exporters, step.id, "exporters");
    if (step.operator !== "split") continue;
    requireListed(step.first, importers, exporters);
    requireListed(step.rest, importers, exporters);
  }
}

/** Whether a scope names anybody that the data list, by itself, in a group or in the rest of the world. */
function reaches(scope: EconomyScope, { partners, economies, hasRest }: Listed): boolean {
  if (scope === "all" || "allBut" in scope || hasRest) return true;
  return scope.some(
    (partner) =>
      partners.includes(partner) ||
      (economiesOf(partner)?.some((economy) => economies.has(economy)) ?? false),
  );
}

function check(scope: EconomyScope, { economies, hasRest }: Listed, id: string, key: string): void {
  if (scope === "all" || !hasRest) return;
  for (const partner of "allBut" in scope ? scope.allBut : scope) {
    const hidden = economiesOf(partner)?.find((economy) => !economies.has(economy));
    if (hidden === undefined) continue;
    throw new TariffError({
      code: "finer-than-baseline",
      path: `scenario.steps.${id}.${key}`,
      received: hidden,
      advice: `The data have ${hidden} only inside the rest of the world: cover "ROW" as a whole, or use data that list it.`,
    });
  }
}
