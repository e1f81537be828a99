import { TariffError } from "../internal/TariffError.js";

/**
 * A code of the Harmonized System in digits only: chapter (2), heading (4), subheading (6), or a national line (8, 10).
 *
 * @category Goods
 */
export type HsCode = `${number}`;

const form = /^(?!00)\d{2}([. ]?\d{2}){0,4}$/;

/**
 * Reads an HS code of 2, 4, 6, 8 or 10 digits and returns its digits; pairs of digits may be parted by dots or blanks, as
 * customs forms and schedules part them.
 */
export function readHsCode(text: unknown, path: string): HsCode {
  if (typeof text === "string" && text.length <= 20 && form.test(text))
    return text.replace(/[. ]/g, "") as HsCode;
  throw new TariffError({
    code: typeof text === "string" || typeof text === "number" ? "not-an-hs-code" : "wrong-type",
    path,
    received: text,
    advice: `Write the code as text of 2, 4, 6, 8 or 10 digits, for example "8703" or "8703.23"; chapters begin with 01.${hint(text)}`,
  });
}

/** What is likely to have happened to a code. */
function hint(text: unknown): string {
  const digits = typeof text === "number" ? String(text) : text;
  if (typeof digits !== "string" || digits.length > 20) return "";
  const bare = digits.replace(/[. ]/g, "");
  if (/^[1-9](\d{2}){0,4}$/.test(bare)) return ` It has lost its leading zero: "0${bare}"?`;
  if (/^\d+(\.\d+)?e\+?\d+$/i.test(digits))
    return " A spreadsheet has turned it into a number: its digits are lost.";
  return typeof text === "number" ? " A number loses leading zeros." : "";
}
