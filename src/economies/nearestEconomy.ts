import { isWithinOneSlip } from "../internal/nearestSpelling.js";
import type { EconomyCode } from "./economyCode.js";
import { allNames, economyNamed, plainName } from "./economyNames.js";
import { iso3166 } from "./iso3166.js";
import { isoCodes } from "./isoCodes.js";

/** What a wrong code or name may have been meant for: `"CN"`, `"China"`, `"chn"` and `"Chian"` all lead to CHN. */
export function nearestEconomy(text: unknown): EconomyCode | undefined {
  if (typeof text !== "string" || text.length < 2 || text.length > 60) return undefined;
  const upper = text.trim().toUpperCase();
  if ((isoCodes as readonly string[]).includes(upper)) return upper as EconomyCode;
  const two = isoCodes.find((code) => iso3166[code][0] === upper || iso3166[code][1] === upper);
  if (two !== undefined) return two;
  const named = economyNamed(text);
  if (named !== undefined) return named;
  const plain = plainName(text);
  if (plain.length < 4) return undefined;
  for (const [name, code] of allNames()) {
    if (isWithinOneSlip(plain, name)) return code;
  }
  return undefined;
}

/** The beginning of a sentence of advice: who may have been meant. */
export function didYouMean(text: unknown): string {
  const near = nearestEconomy(text);
  return near === undefined ? "" : `Did you mean "${near}" (${iso3166[near][2]})? `;
}
