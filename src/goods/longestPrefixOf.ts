import { TariffError } from "../internal/TariffError.js";
import { type HsCode, readHsCode } from "./hsCode.js";
import { findLongestPrefix } from "./longestPrefix.js";

/**
 * The longest of some HS prefixes that a code begins with: the most specific entry wins.
 *
 * **Result**: the digits of the prefix, or `undefined` when none covers the code.
 *
 * @throws `not-an-hs-code`, `wrong-type`.
 * @example A line inside a heading
 * ```ts
 * import { longestPrefixOf } from "tariff-whatif";
 *
 * longestPrefixOf("8503004500", ["850300", "85030045"]); // => "85030045"
 * longestPrefixOf("8503003500", ["850300", "85030045"]); // => "850300"
 * ```
 * @category Goods
 */
export function longestPrefixOf(code: string, prefixes: readonly string[]): HsCode | undefined {
  if (!Array.isArray(prefixes)) {
    throw new TariffError({
      code: "wrong-type",
      path: "prefixes",
      received: prefixes,
      advice: "Pass a list of HS codes.",
    });
  }
  const read = [...prefixes].map((prefix, index) => readHsCode(prefix, `prefixes[${index}]`));
  return findLongestPrefix(new Set(read), readHsCode(code, "code"));
}
