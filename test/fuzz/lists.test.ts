import { describe, expect, it } from "vitest";
import { callOnce } from "./callOnce.js";
import { catalogue } from "./catalogue.js";

type Place = readonly (string | number)[];

/** Every place of some arguments that holds a list, and the arguments themselves. */
function listsIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || at.length > 9) return [];
  if (Array.isArray(value)) return [at, ...value.slice(0, 1).flatMap((entry) => listsIn(entry, [...at, 0]))];
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) return [];
  const keys = Object.keys(value).slice(0, 30);
  return keys.flatMap((key) => listsIn((value as Record<string, unknown>)[key], [...at, key]));
}

function put(value: unknown, [key, ...rest]: Place, what: unknown): unknown {
  if (key === undefined) return what;
  const inner = put((value as Record<string, unknown>)[key], rest, what);
  if (!Array.isArray(value)) return { ...(value as object), [key]: inner };
  return value.map((entry, at) => (at === key ? inner : entry));
}

/** What is wrong where each list of each function is replaced. */
async function whereverAListStands(what: (list: unknown) => unknown, large: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const { name, run, args } of catalogue) {
    const valid = args();
    const places = valid.flatMap((value, at) => [[at], ...listsIn(value, [at])]).slice(0, 40);
    for (const place of places) {
      const list = place.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], valid);
      const wrong = await callOnce(run, put(valid, place, what(list)) as unknown[], large);
      if (wrong !== undefined) found.push(`${name} ${place.join(".")} ${wrong}`);
    }
  }
  return found;
}

describe("lists", () => {
  it("that claim to have 2^32 - 1 entries are refused before they are walked over", async () => {
    expect(await whereverAListStands(() => Array(2 ** 32 - 1), false)).toEqual([]);
  });

  it("with a key constructor of their own are read like others, or refused", async () => {
    const own = (list: unknown) =>
      Object.defineProperty(Array.isArray(list) ? [...list] : [list], "constructor", {
        value: "mine",
        enumerable: true,
      });
    expect(await whereverAListStands(own, false)).toEqual([]);
  });

  it("nested in themselves 2^60 times are refused in time", async () => {
    let shared: unknown = 1;
    for (let level = 0; level < 60; level++) shared = [shared, shared];
    expect(await whereverAListStands(() => shared, false)).toEqual([]);
  });
});
