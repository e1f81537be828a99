import { isRecord } from "../internal/isRecord.js";
import { TariffError } from "../internal/TariffError.js";
import type { DutyExpression } from "./expressions/dutyExpression.js";
import type { EntryMeasure } from "./measure.js";

const perLine = 'Charge it per "line": an entry as a whole has a value, and one rate on it.';

/** Keys that say nothing beside others: what they ask for would be passed over in silence. */
export function refuseIdle(given: EntryMeasure, path: string): void {
  const { amount, rate, per } = given;
  const refuse = (keys: readonly (keyof EntryMeasure)[], advice: string) => {
    const idle = keys.find((key) => given[key] !== undefined);
    if (idle === undefined) return;
    throw new TariffError({
      code: "conflicting-keys",
      path: `${path}.${idle}`,
      received: given[idle],
      advice,
    });
  };
  if (per === "entry") refuse(["preferences", "yieldsTo", "ceiling"], perLine);
  if (amount !== undefined) {
    const alone = "Leave the key out, or give a rate: a fixed amount is charged as it stands.";
    refuse(["insideItsBase", "least", "greatest", "preferences", "yieldsTo", "ceiling"], alone);
  }
  if (!isRecord(rate)) return;
  if (per === "entry" && ("quota" in rate || "byLine" in rate || "byProduct" in rate))
    refuse(["rate"], perLine);
  if ("quota" in rate)
    refuse(["least", "greatest"], "Leave the key out: a line has two charges where a quota ends within it.");
}

/** Refuses a rate that asks for what lines have and an entry has not: quantities, parts, amounts that stand elsewhere. */
export function requireOnEntry({ needs }: DutyExpression, text: unknown, path: string): void {
  if (needs.every((need) => ["value", "day", "the rate referred to"].includes(need))) return;
  throw new TariffError({ code: "conflicting-keys", path, received: text, advice: perLine });
}
