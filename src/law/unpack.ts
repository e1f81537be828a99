import type { HsCode } from "../goods/hsCode.js";
import { claims2024 } from "./figures/claims.js";
import { lists } from "./figures/lists.js";

/** The codes of a list, from the form in which lists are stored: "0101:2100,2900;0102:". */
function codesOf(name: string): readonly HsCode[] {
  return (lists[name] as string).split(";").flatMap((group) => {
    const [heading, rest = ""] = group.split(":");
    return rest.split(",").map((code) => `${heading}${code}` as HsCode);
  });
}

/** The share of trade that claimed the North American preference in 2024, by heading. */
export function claimsBy(partner: "CAN" | "MEX"): Readonly<Record<string, `${number}`>> {
  const pairs = claims2024[partner].split(";").map((pair) => pair.split(":") as [string, `${number}`]);
  return Object.fromEntries(pairs);
}

/** Codes without those that another of them covers already. */
function withoutCovered(codes: readonly HsCode[]): readonly HsCode[] {
  const all = new Set<string>(codes);
  return [...all].filter((code) => {
    for (let end = code.length - 2; end >= 2; end -= 2) if (all.has(code.slice(0, end))) return false;
    return true;
  }) as unknown as readonly HsCode[];
}

/** Unions of lists that were made before: the lists are constants, and a dozen measures share the longest ones. */
const made = /* @__PURE__ */ new Map<string, readonly HsCode[]>();

/** The codes of lists and single codes together, each good covered once. */
export function codesIn(
  parts: readonly { readonly list?: string; readonly code?: string }[],
): readonly HsCode[] {
  const key = parts.map(({ list, code }) => list ?? code).join();
  const known = made.get(key);
  if (known !== undefined) return known;
  const codes = parts.flatMap(({ list, code }) => (list === undefined ? [code as HsCode] : codesOf(list)));
  const union = Object.freeze(withoutCovered(codes));
  made.set(key, union);
  return union;
}

/** Whether one of the prefixes covers a code. */
export function isCovered(code: string, prefixes: ReadonlySet<string>): boolean {
  for (let end = code.length; end >= 2; end -= 2) if (prefixes.has(code.slice(0, end))) return true;
  return false;
}
