import { describe, expect, it } from "vitest";
import { type EntryPoint, entryPoints } from "../support/entryPoints.js";
import { freeze } from "../support/freeze.js";
import { refusalOf } from "../support/refusal.js";
import { strangers } from "../support/strangers.js";

type Place = readonly (string | number)[];

/** All places inside plain, unfrozen values, the value itself first; what came out of the package is one place. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return [at];
  const inner = Object.entries(value).flatMap(([key, entry]) =>
    placesIn(entry, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return [at, ...inner];
}

const write = (prefix: string, place: Place): string =>
  place.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    prefix,
  );

/** A fresh set of valid arguments with a change made at one place of one of them. */
function changed(
  entry: EntryPoint,
  position: number,
  place: Place,
  change: (holder: object, key: string) => void,
) {
  const values = entry.args().map((argument) => argument.value);
  const holder = { values };
  const path = ["values", position, ...place];
  const last = path.pop() as string | number;
  const inner = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], holder);
  change(inner as object, String(last));
  return freeze(values) as never[];
}

const set = (value: unknown) => (holder: object, key: string) => {
  (holder as Record<string, unknown>)[key] = value;
};

/**
 * Whether an error path speaks of a place: the place itself, something in it, something that holds it; or the other
 * half of a parameter, which is declared in one place and used in another.
 */
const speaksOf = (path: string, at: string): boolean =>
  path === at ||
  at === "" ||
  path.startsWith(at) ||
  at.startsWith(path) ||
  [path, at].every((one) => /^(parameters|steps)/.test(one));

async function attack(
  entry: EntryPoint,
  position: number,
  place: Place,
  at: string,
  what: string,
  change: (holder: object, key: string) => void,
): Promise<string | undefined> {
  try {
    const values = changed(entry, position, place, change);
    const { path } = await refusalOf(() => entry.run(...values));
    if (!speaksOf(path, at)) return `${what} at ${at}: the path says ${path}`;
  } catch (error) {
    return `${what} at ${at}: ${String((error as Error).message)
      .split("\n")[0]
      ?.slice(0, 160)}`;
  }
  return undefined;
}

describe.each(entryPoints)("$name", (entry) => {
  const places = entry
    .args()
    .flatMap(({ prefix, value }, position) =>
      placesIn(value).map((place) => ({ position, place, at: write(prefix, place), prefix })),
    );

  it("takes the valid arguments, and leaves them as they are", async () => {
    const values = freeze(entry.args().map(({ value }) => value)) as never[];
    await entry.run(...values);
  });

  it("refuses what does not belong, in every place", async () => {
    const wrong: string[] = [];
    for (const { position, place, at } of places) {
      for (const [name, stranger] of strangers) {
        const isWelcome = entry.welcome?.some(([where, which]) => where.test(at) && which.test(name));
        // It takes a second to count to millions of values: once for each argument is enough.
        const isSlow = name === "a widely shared object" && place.length > 1;
        if (isWelcome || isSlow) continue;
        const found = await attack(entry, position, place, at, name, set(stranger));
        if (found !== undefined) wrong.push(found);
      }
    }
    expect(wrong).toEqual([]);
  });

  const objects = places.filter(({ position, place }) => {
    const whole = entry.args()[position]?.value;
    const value = place.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], whole);
    return typeof value === "object" && value !== null && !Array.isArray(value) && !Object.isFrozen(value);
  });

  if (objects.length > 0)
    it("refuses a key that nothing reads, and __proto__, in every object", async () => {
      const wrong: string[] = [];
      for (const { position, place, at } of objects) {
        if (["toJson", "explanationText", "toCsv", "toMarkdown", "rankRows", "tidyRows"].includes(entry.name))
          continue;
        if (entry.open?.test(at)) continue;
        const extend = (key: string) => (holder: object, name: string) => {
          const inner = (holder as Record<string, object>)[name] as object;
          Object.defineProperty(inner, key, { value: "5", enumerable: true, configurable: true });
        };
        for (const key of ["bogus", "__proto__", "constructor", "k".repeat(1_000_000)]) {
          const found = await attack(entry, position, place, at, `key ${key.slice(0, 12)}`, extend(key));
          if (found !== undefined) wrong.push(found);
        }
      }
      expect(wrong).toEqual([]);
    });
});
