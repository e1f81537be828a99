import { chapters } from "./chapters.js";
import { readHsCode } from "./hsCode.js";

/**
 * The chapter of an HS code: its two digits and a short name.
 *
 * **Leaves out**: the official wording; the names are short ones for tables.
 *
 * @throws `not-an-hs-code`, `wrong-type`.
 * @example The chapter of crude oil
 * ```ts
 * import { chapterOf } from "tariff-whatif";
 *
 * chapterOf("2709.00"); // => { chapter: "27", name: "Mineral fuels and oils" }
 * ```
 * @category Goods
 */
export function chapterOf(code: string): { readonly chapter: string; readonly name: string } {
  const chapter = readHsCode(code, "code").slice(0, 2);
  return Object.freeze({ chapter, name: chapters[chapter] ?? `Chapter ${chapter}` });
}
