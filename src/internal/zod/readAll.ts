import { TariffError, type TariffIssue } from "../TariffError.js";

/** What a reading function says, and of which part of its value. */
export type Refusal = Pick<TariffIssue, "code" | "path" | "advice">;

/** So often is the rest read again; more would be read by nobody. */
const most = 20;

/**
 * All that one of our own reading functions refuses in a value. It stops at the first, which it has thrown; the part that
 * it refused is left out and the rest is read again, until nothing is wrong or it asks for what was left out.
 */
export function readAll(
  read: (value: unknown, path: string) => unknown,
  value: unknown,
  thrown: unknown,
): readonly Refusal[] {
  const found: Refusal[] = [];
  const leftOut = new Map<string, number[]>();
  let [rest, error] = [value, thrown];
  while (found.length < most) {
    if (!(error instanceof TariffError)) throw error;
    if (found.length > 0 && (error.code === "missing-key" || error.code === "empty")) return found;
    found.push(renumbered(error, leftOut));
    rest = without(rest, keysOf(error.path), leftOut);
    if (rest === undefined) return found;
    try {
      read(rest, "");
      return found;
    } catch (next) {
      error = next;
    }
  }
  return found;
}

const keysOf = (path: string): string[] => path.split(/[.[\]]+/).filter((key) => key !== "");

/** A copy without the part at a path, or without the entry of a list that holds it; nothing where there is none. */
function without(
  value: unknown,
  [key, ...inner]: readonly string[],
  leftOut: Map<string, number[]>,
  at = "",
): unknown {
  if (key === undefined || typeof value !== "object" || value === null || !Object.hasOwn(value, key))
    return undefined;
  if (Array.isArray(value)) {
    const before = leftOut.get(at) ?? [];
    leftOut.set(at, [...before, originalOf(Number(key), before)]);
    return value.filter((_, index) => index !== Number(key));
  }
  const { [key]: part, ...others } = value as Record<string, unknown>;
  if (inner.length === 0) return others;
  const left = without(part, inner, leftOut, `${at}${at === "" ? "" : "."}${key}`);
  return left === undefined ? undefined : { ...value, [key]: left };
}

/** Where an entry stood before others were left out. */
const originalOf = (index: number, leftOut: readonly number[]): number =>
  [...leftOut].sort((a, b) => a - b).reduce((place, gone) => (gone <= place ? place + 1 : place), index);

/** The refusal with its place in the whole list, not in what was left of it. */
function renumbered(
  { code, path, advice }: TariffError,
  leftOut: ReadonlyMap<string, readonly number[]>,
): Refusal {
  const [, list = "", index, rest = ""] = /^([^[]*)\[(\d+)\](.*)$/.exec(path) ?? [];
  const gone = leftOut.get(list.replace(/^\./, ""));
  if (index === undefined || gone === undefined) return { code, path, advice };
  return { code, path: `${list}[${originalOf(Number(index), gone)}]${rest}`, advice };
}
