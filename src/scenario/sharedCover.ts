import type { IsoDate } from "../internal/isoDate.js";
import { TariffError } from "../internal/TariffError.js";
import type { DateSpell } from "../policy/language/stepDates.js";
import type { Scenario } from "./scenario.js";

/**
 * The days for which all of some scenarios answer, as the key that a scenario has for them: what is put together answers for
 * no day for which one of its parts does not.
 */
export function sharedCover(
  scenarios: readonly Scenario<string>[],
  path: string,
): { readonly covers?: DateSpell } {
  const spells = scenarios.flatMap(({ covers }) => covers ?? []);
  if (spells.length === 0) return {};
  const from = spells
    .map((spell) => spell.from)
    .sort()
    .at(-1) as IsoDate;
  const [to] = spells.flatMap((spell) => spell.to ?? []).sort();
  if (to === undefined) return { covers: { from } };
  if (from <= to) return { covers: { from, to } };
  throw new TariffError({
    code: "outside-period",
    path,
    received: `from ${from} to ${to}`,
    advice: "Put together scenarios that answer for the same days: here no day is covered by all of them.",
  });
}
