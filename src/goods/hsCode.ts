import { TariffError } from "../internal/TariffError.js";

/**
 * A code of the Harmonized System in digits only: chapter (2), heading (4), subheading (6), or a national line (8, 10).
 *
 * @category Goods
 */
export type HsCode = `${number}`;

const form = /^(?!00)\d{2}(\.?\d{2}){0,4}$/;

/**
 * Reads an HS code of 2, 4, 6, 8 or 10 digits, with or without dots, and returns its digits.
 */
export function readHsCode(text: unknown, path: string): HsCode {
  if (typeof text === "string" && text.length <= 14 && form.test(text))
    return text.replaceAll(".", "") as HsCode;
  throw new TariffError({
    code: typeof text === "string" || typeof text === "number" ? "not-an-hs-code" : "wrong-type",
    path,
    received: text,
    advice: `Write the code as text of 2, 4, 6, 8 or 10 digits, for example "8703" or "8703.23"; chapters begin with 01.${hint(text)}`,
  });
}

/** What is likely to have happened to a code. */
function hint(text: unknown): string {
  const given = typeof text === "number" ? String(text) : text;
  if (typeof given !== "string" || given.length > 40) return "";
  const digits = given.replace(/[.\s]/g, "");
  const spaced = /\s/.test(given) ? " It has spaces in it: leave them out." : "";
  if (/^[1-9](\d{2}){0,4}$/.test(digits))
    return `${spaced} It may have lost its leading zero: then write "0${digits}".`;
  if (/^\d+(\.\d+)?e\+?\d+$/i.test(given))
    return " A spreadsheet has turned it into a number and its digits are lost: take it from the source again.";
  return typeof text === "number" ? " A number loses leading zeros." : spaced;
}
