import { TariffError } from "../internal/TariffError.js";
import { sections } from "./chapters.js";
import { readHsCode } from "./hsCode.js";

/**
 * The section of an HS code: its Roman numeral and a short name.
 *
 * **Leaves out**: the official wording; `XXII` gathers chapters 98 and 99, which countries use as they like.
 *
 * @throws `not-an-hs-code` (also for chapter 00), `wrong-type`.
 * @example The section of cars
 * ```ts
 * import { sectionOf } from "tariff-whatif";
 *
 * sectionOf("8703"); // => { section: "XVII", name: "Vehicles, aircraft, ships" }
 * ```
 * @category Goods
 */
export function sectionOf(code: string): { readonly section: string; readonly name: string } {
  const chapter = Number(readHsCode(code, "code").slice(0, 2));
  const found = sections.find(({ first, last }) => first <= chapter && chapter <= last);
  if (found) return Object.freeze({ section: found.numeral, name: found.name });
  throw new TariffError({
    code: "not-an-hs-code",
    path: "code",
    received: code,
    advice: "Give a code of chapters 01 to 99.",
  });
}
