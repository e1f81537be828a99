import { type HsCode, readHsCode } from "./hsCode.js";

/**
 * Checks a code of the Harmonized System and returns its digits.
 *
 * **Result**: 2, 4, 6, 8 or 10 digits. Dots between pairs of digits are taken away.
 *
 * **Leaves out**: whether the code exists in a given edition or national tariff.
 *
 * @throws `not-an-hs-code`, `wrong-type`.
 * @example As customs forms write it
 * ```ts
 * import { parseHsCode } from "tariff-whatif";
 *
 * parseHsCode("7326.90.86.88"); // => "7326908688"
 * parseHsCode("27AB"); // throws not-an-hs-code
 * ```
 * @category Goods
 */
export function parseHsCode(text: string): HsCode {
  return readHsCode(text, "code");
}
