import { TariffError } from "../internal/TariffError.js";

/**
 * A code of the Harmonized System in digits only: chapter (2), heading (4), subheading (6), or a national line (8, 10).
 *
 * @category Goods
 */
export type HsCode = `${number}`;

const form = /^(?!00)\d{2}(\.?\d{2}){0,4}$/;

/** Reads an HS code of 2, 4, 6, 8 or 10 digits, with or without dots, and returns its digits. */
export function readHsCode(text: unknown, path: string): HsCode {
  if (typeof text === "string" && text.length <= 14 && form.test(text))
    return text.replaceAll(".", "") as HsCode;
  throw new TariffError({
    code: typeof text === "string" || typeof text === "number" ? "not-an-hs-code" : "wrong-type",
    path,
    received: text,
    advice:
      'Write the code as text of 2, 4, 6, 8 or 10 digits, for example "8703" or "8703.23"; chapters begin with 01.',
  });
}
