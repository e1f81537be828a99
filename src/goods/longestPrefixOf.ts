import { requireAtMost } from "../internal/listBounds.js";
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
  const read = Array.from(requireAtMost(prefixes, "rows", "prefixes"), (prefix, index) =>
    readHsCode(prefix, `prefixes[${index}]`),
  );
  return findLongestPrefix(new Set(read), readHsCode(code, "code"));
}
