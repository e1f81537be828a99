import { TariffError } from "./TariffError.js";

/**
 * How long each kind of list may be. One bound for a kind, looked at before anything else is done with the list, so that
 * an impossible one is refused at once and not after minutes.
 */
export const listBounds = {
  /** Scenarios, models or breakdowns side by side. */
  sideBySide: 1_000,
  /** Values to try one after the other. */
  values: 10_000,
  /** Inputs of an evaluator, keys of an object that names them, outcomes of one evaluation. */
  inputs: 1_000,
  /** Economies, regions or partners. */
  economies: 1_000,
  /** Rows of a market or of a table. */
  rows: 2_000_000,
  /** Cells of a two-way table. */
  cells: 100_000,
} as const;

/** What would run in place of the methods of lists; `constructor` decides what `map` makes. */
const methods =
  "constructor map flatMap filter forEach slice some every find findIndex includes indexOf join reduce";
const ownMethods = /* @__PURE__ */ methods.split(" ");

/** Refuses a list with a method of its own, which would run where the package walks over the list. */
export function requirePlainList<T extends object>(list: T, path: string): T {
  const own = ownMethods.find((name) => Object.hasOwn(list, name));
  if (own === undefined) return list;
  throw new TariffError({
    code: "unsafe-key",
    path: path === "" ? own : `${path}.${own}`,
    received: own,
    advice: "Remove this key; a list holds entries only.",
  });
}

/** Refuses what is no list and one beyond the bound of its kind, and lets one that is empty pass; reads no entry. */
export function requireAtMost<T>(list: readonly T[], kind: ListKind, path: string): readonly T[] {
  if (Array.isArray(list) && list.length <= listBounds[kind]) return requirePlainList(list, path);
  throw new TariffError({
    code: Array.isArray(list) ? "too-long" : "wrong-type",
    path,
    received: list,
    advice: `Give a list of at most ${listBounds[kind].toLocaleString("en-US")} entries.`,
  });
}

/** The kind of a list, by which its bound goes. */
export type ListKind = keyof typeof listBounds;

/** Refuses what is no list, one that holds nothing and one beyond the bound of its kind; reads no entry. */
export function requireBounded<T>(
  list: readonly T[],
  kind: ListKind,
  path: string,
  advice?: string,
): readonly T[] {
  if (Array.isArray(list) && list.length > 0 && list.length <= listBounds[kind])
    return requirePlainList(list, path);
  throw new TariffError({
    code: Array.isArray(list) ? (list.length === 0 ? "empty" : "too-long") : "wrong-type",
    path,
    received: list,
    // Written only where it is needed: the first number in a language takes an engine 20 ms.
    advice: advice ?? `Give a list of 1 to ${listBounds[kind].toLocaleString("en-US")} entries.`,
  });
}
