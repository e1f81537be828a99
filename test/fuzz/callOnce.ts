import { errorCodes } from "tariff-whatif";
import { CallersError } from "./hostileValues.js";

/** How long a call may take, in milliseconds of the processor, without and with something large in its arguments. */
export const longest = { small: 1_000, large: 10_000 } as const;
const longestMessage = 2_000;

/**
 * Calls a function and says what is wrong with the way it answers, by kind; undefined where it returns finite numbers or
 * throws a `TariffError`, in time, and leaves its arguments as they were.
 */
export async function callOnce(
  run: (...args: never[]) => unknown,
  args: readonly unknown[],
  large: boolean,
): Promise<string | undefined> {
  const before = picture(args);
  const start = process.cpuUsage();
  let wrong: string | undefined;
  try {
    let result = run(...(args as never[]));
    if (result instanceof Promise) result = await result;
    wrong = notFinite(result, textsOf(args, before));
  } catch (error) {
    wrong = wrongError(error);
  }
  const { user, system } = process.cpuUsage(start);
  if (wrong !== undefined) return wrong;
  const limit = large ? longest.large : longest.small;
  if ((user + system) / 1000 > limit) return `takes longer than ${limit} ms`;
  return difference(before);
}

function wrongError(error: unknown): string | undefined {
  if (error instanceof CallersError) return undefined;
  const { name, code, path, message, stack, issues } = error as Record<string, unknown>;
  if (name !== "TariffError") {
    const line =
      String(stack)
        .split("\n")
        .find((each) => /\(?[^ ]*\/src\//.test(each)) ?? "";
    const place = /src\/[^)]*/.exec(line)?.[0] ?? "outside";
    return `throws ${String(name)}: ${String(message).slice(0, 80)} at ${place}`;
  }
  if (!Object.hasOwn(errorCodes, String(code))) return `throws the unknown code ${String(code).slice(0, 40)}`;
  if (typeof path !== "string" || path.length > 200) return "throws a path that is no text of 200 characters";
  if (String(message).length > longestMessage)
    return `throws a message of more than ${longestMessage} characters`;
  if (JSON.stringify(issues).length > 100 * longestMessage) return "throws issues without bound";
  return undefined;
}

/** The first number that is none in a result, however deep, with the kind of its place. */
function notFinite(result: unknown, given: ReadonlySet<unknown>): string | undefined {
  const seen = new Set<object>();
  const waiting: [unknown, string][] = [[result, "result"]];
  let left = 200_000;
  while (waiting.length > 0 && left-- > 0) {
    const [value, at] = waiting.pop() as [unknown, string];
    if (typeof value === "number" && !Number.isFinite(value)) return `returns ${value} in ${at}`;
    if (typeof value === "string" && /^(NaN|-?Infinity)(%|pp)?$/.test(value) && !given.has(value))
      return `returns "${value}" in ${at}`;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (ArrayBuffer.isView(value)) {
      if (value instanceof Float64Array && !value.every(Number.isFinite))
        return `returns NaN or Infinity in ${at}`;
      continue;
    }
    for (const key of Object.keys(value)) {
      const within = Array.isArray(value) ? `${at}[]` : `${at}.${key.length > 20 ? "…" : key}`;
      const inner = Object.getOwnPropertyDescriptor(value, key)?.value;
      if (typeof inner === "object" || typeof inner === "number" || typeof inner === "string")
        waiting.push([inner, within]);
    }
  }
  return undefined;
}

/** Texts of the caller's, which a result may give back as they were: a duty that is unknown keeps its text. */
const textsOf = (args: readonly unknown[], before: readonly Seen[]): ReadonlySet<unknown> =>
  new Set([...args, ...before.flatMap(({ entries }) => entries)].filter((each) => typeof each === "string"));

interface Seen {
  readonly value: object;
  readonly frozen: boolean;
  readonly keys: readonly string[];
  readonly entries: readonly unknown[];
}

/** What the caller's objects look like: those that could be changed, up to a thousand of them. */
function picture(args: readonly unknown[]): readonly Seen[] {
  const seen = new Map<object, Seen>();
  const waiting: unknown[] = [...args];
  while (waiting.length > 0 && seen.size < 1_000) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    try {
      if (Object.isFrozen(value) || (ArrayBuffer.isView(value) && value.byteLength > 8_000)) continue;
      const keys = Object.keys(value);
      if (keys.length > 2_000) continue;
      const entries = keys.map((key) => Object.getOwnPropertyDescriptor(value, key)?.value);
      seen.set(value, { value, frozen: false, keys, entries });
      waiting.push(...entries);
    } catch {
      // A proxy that refuses to be looked at.
    }
  }
  return [...seen.values()];
}

function difference(before: readonly Seen[]): string | undefined {
  for (const { value, keys, entries } of before) {
    if (keys.length > 0 && Object.isFrozen(value)) return "freezes an object of the caller";
    const now = Object.keys(value);
    const same = (key: string, at: number) =>
      key === keys[at] && Object.is(Object.getOwnPropertyDescriptor(value, key)?.value, entries[at]);
    if (now.length !== keys.length || !now.every(same)) return "changes an object of the caller";
  }
  return undefined;
}
