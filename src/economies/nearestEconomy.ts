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
  for (const [name, code] of allNames()) if (isOneSlipFrom(plain, name)) return code;
  return undefined;
}

/** Whether one letter was left out, added, changed, or changed places with its neighbour. */
function isOneSlipFrom(text: string, name: string): boolean {
  if (Math.abs(text.length - name.length) > 1) return false;
  let start = 0;
  while (start < text.length && text[start] === name[start]) start++;
  let end = 0;
  while (end < Math.min(text.length, name.length) - start && text.at(-1 - end) === name.at(-1 - end)) end++;
  const [here, there] = [text.slice(start, text.length - end), name.slice(start, name.length - end)];
  if (here.length <= 1 && there.length <= 1) return true;
  return here.length === 2 && there.length === 2 && here[0] === there[1] && here[1] === there[0];
}

/** The beginning of a sentence of advice: who may have been meant. */
export function didYouMean(text: unknown): string {
  const near = nearestEconomy(text);
  return near === undefined ? "" : `Did you mean "${near}" (${iso3166[near][2]})? `;
}
