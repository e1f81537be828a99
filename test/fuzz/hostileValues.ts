/** A value that does not belong where it is put, by the name under which a finding shows it. */
export interface Hostile {
  readonly name: string;
  /** Made anew for each call, so that what one call does to it is not seen by the next. */
  readonly make: (valid: unknown) => unknown;
  /** It is of a size for which a call may take longer. */
  readonly large?: boolean;
}

/** What code of the caller throws: it passes through, as from any function that is given a function. */
export class CallersError extends Error {
  override readonly name = "CallersError";
}
const throwing = () => {
  throw new CallersError("thrown by the caller's own code");
};

const numbers = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0, 1, -1, 0.5, 2, 7],
  ...[1e300, -1e300, 1e-300, 5e-324, -5e-324, 1e18, 1e9, 2 ** 31, 2 ** 32 - 1, 2 ** 53, 1e-9, 0.999999],
];
const texts = [
  ...["", " ", "x", "25", "0", "-1", "0.5", "25%", "-100%", "-99.999999999%", "1e999999", "nan%", "infinity"],
  ...["1000000000000000000000%", "99999999999999999999999999999%", "0.00000000000000000001", "10pp", "-0%"],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "all",
    "none",
    "infinite",
    "USA",
    "CHN",
    "EU27",
    "87",
    "8703230000",
  ],
  ...[
    "2025-02-29",
    "2024-02-29",
    "0000-01-01",
    "9999-12-31",
    "275760-09-13",
    "any-date",
    "=1+1",
    "\u0000",
    "\ud800",
  ],
  ...["\u202egnp.exe", "\ufeff", "[a](javascript:b)", "<script>", "½", "٢٥%", "A", "B", "USD", "XXX"],
];

const proxied = (target: object, trap: "plain" | "throws") =>
  new Proxy(
    target,
    trap === "plain"
      ? {}
      : { get: throwing, ownKeys: throwing, getOwnPropertyDescriptor: throwing, has: throwing },
  );
const objectOf = (valid: unknown): object =>
  typeof valid === "object" && valid !== null ? (Array.isArray(valid) ? [...valid] : { ...valid }) : {};
const named = (make: (valid: unknown) => unknown, name: string, large = false): Hostile => ({
  name,
  make,
  large,
});

const cyclic = () => {
  const list: unknown[] = [];
  const value: Record<string, unknown> = { list };
  value.self = value;
  list.push(value, list);
  return value;
};
/** A value inside so many others that recursion would overflow the stack. */
const deep = (() => {
  let value: unknown = "bottom";
  for (let level = 0; level < 50_000; level++) value = level % 2 === 0 ? [value] : { deeper: value };
  return value;
})();
/** 2^60 values when walked naively, sixty objects in memory. */
const shared = () => {
  let value: unknown = 1;
  for (let level = 0; level < 60; level++) value = [value, value];
  return value;
};
const manyKeys = (of: (at: number) => unknown) =>
  Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, of(at)]));
const megabyte = "x".repeat(1_000_000);
const withOwn = (key: string) => (valid: unknown) =>
  Object.defineProperty(Array.isArray(valid) ? [...valid] : [valid], key, {
    value: "mine",
    enumerable: true,
  });

class Thing {
  readonly amount = "1";
}

/** Everything that may be put in a place of valid arguments; the simplest first, because findings are shrunk to them. */
export const hostileValues: readonly Hostile[] = [
  named(() => undefined, "undefined"),
  named(() => null, "null"),
  ...numbers.map((value) => named(() => value, Object.is(value, -0) ? "-0" : String(value))),
  ...texts.map((value) => named(() => value, JSON.stringify(value))),
  named(() => true, "true"),
  named(() => 10n, "10n"),
  named(() => Symbol("stranger"), "Symbol()"),
  named(() => ({}), "{}"),
  named(() => [], "[]"),
  named(() => [null], "[null]"),
  named(() => [[]], "[[]]"),
  named(() => [0, Number.NaN], "[0, NaN]"),
  named(() => Array(2), "Array(2)"),
  named(() => Object.create(null), "Object.create(null)"),
  named((valid) => Object.assign(Object.create(null), objectOf(valid)), "itself without prototype"),
  named(() => new Date(0), "new Date(0)"),
  named(() => new Date(Number.NaN), "an invalid Date"),
  named(() => new Map([["amount", "1"]]), "a Map"),
  named(() => new Set(["1"]), "a Set"),
  named(() => new Thing(), "a class instance"),
  named(() => new Number(1), "new Number(1)"),
  named(() => new String("25%"), "new String(25%)"),
  named(() => new Float64Array([1, Number.NaN]), "Float64Array [1, NaN]"),
  named(() => new Uint8Array([31, 139, 8, 0]), "Uint8Array of a gzip header"),
  named(() => Promise.resolve(1), "a Promise"),
  named(() => /x/, "a RegExp"),
  named(cyclic, "a cyclic object"),
  named(() => JSON.parse('{"__proto__":{"polluted":"yes"}}'), "__proto__ from JSON"),
  named(() => () => ({}), "() => ({})"),
  named(() => () => null, "() => null"),
  named(() => () => Number.NaN, "() => NaN"),
  named(() => () => 1e300, "() => 1e300"),
  named(() => throwing, "() => { throw }"),
  named(
    () => ({ toString: throwing, valueOf: throwing, toJSON: throwing }),
    "an object whose toString throws",
  ),
  named((valid) => proxied(objectOf(valid), "plain"), "a Proxy of itself"),
  named((valid) => proxied(objectOf(valid), "throws"), "a Proxy whose traps throw"),
  named((valid) => {
    const value = objectOf(valid);
    const key = Object.keys(value)[0] ?? "key";
    return Object.defineProperty(value, key, { get: throwing, enumerable: true, configurable: true });
  }, "itself with a getter that throws"),
  named(withOwn("constructor"), "a list with its own key constructor"),
  named(withOwn("map"), "a list with its own key map"),
  named(withOwn("length2"), "a list with another key"),
  named((valid) => [valid, valid], "itself twice in a list"),
  named((valid) => ({ value: valid }), "itself in an object"),
  named(() => Array(2 ** 32 - 1), "Array(2 ** 32 - 1)"),
  named(() => Array(100_000), "Array(100_000)"),
  named(() => deep, "an object 50,000 deep", true),
  named(shared, "a shared nested list"),
  named(
    (valid) => Array(100_000).fill(Array.isArray(valid) ? valid[0] : valid),
    "its first entry 100,000 times",
    true,
  ),
  named(() => Array(100_000).fill(1), "100,000 ones", true),
  named(() => Array.from({ length: 100_000 }, (_, at) => `x${at}`), "100,000 texts", true),
  named((valid) => manyKeys(() => valid), "an object with 100,000 keys", true),
  named((valid) => ({ ...manyKeys(() => 1), ...objectOf(valid) }), "itself with 100,000 more keys", true),
  named(() => megabyte, "a megabyte of text", true),
  named(() => `${"9".repeat(1_000_000)}%`, "a megabyte of digits", true),
  named((valid) => `${typeof valid === "string" ? valid : ""}${megabyte}`, "itself and a megabyte", true),
  named((valid) => ({ ...objectOf(valid), [megabyte]: 1 }), "itself with a key of a megabyte", true),
];

/** Changes that leave a value half valid. */
export const halfValid: readonly Hostile[] = [
  named((valid) => (typeof valid === "number" ? -valid : valid), "its negative"),
  named((valid) => (typeof valid === "number" ? valid * 1e300 : valid), "itself times 1e300"),
  named((valid) => (typeof valid === "number" ? valid * 1e-300 : valid), "itself times 1e-300"),
  named((valid) => (typeof valid === "number" ? String(valid) : valid), "itself as text"),
  named((valid) => (typeof valid === "string" ? Number.parseFloat(valid) : valid), "itself as a number"),
  named((valid) => (typeof valid === "string" ? ` ${valid}` : valid), "itself after a blank"),
  named((valid) => (typeof valid === "string" ? valid.toLowerCase() : valid), "itself in small letters"),
  named((valid) => (Array.isArray(valid) ? [...valid, ...valid] : valid), "its entries twice"),
  named((valid) => (Array.isArray(valid) ? valid.slice(1) : valid), "itself without its first entry"),
  named((valid) => (Array.isArray(valid) ? [...valid].reverse() : valid), "itself reversed"),
  named((valid) => {
    const { [Object.keys(objectOf(valid))[0] ?? ""]: _, ...rest } = objectOf(valid) as Record<
      string,
      unknown
    >;
    return typeof valid === "object" && valid !== null && !Array.isArray(valid) ? rest : valid;
  }, "itself without its first key"),
  named(
    (valid) => (typeof valid === "object" && valid !== null ? { ...valid, bogus: 1 } : valid),
    "itself with a key more",
  ),
  named((valid) => thawed(valid), "a copy that is not frozen"),
];

/** A copy of plain data in which nothing is frozen; the value itself where it is large or holds more than plain data. */
function thawed(value: unknown): unknown {
  let left = 5_000;
  const copy = (from: unknown): unknown => {
    if (typeof from !== "object" || from === null || left-- < 0) return from;
    if (Array.isArray(from)) return from.length > 1_000 ? from : from.map(copy);
    if (Object.getPrototypeOf(from) !== Object.prototype) return from;
    return Object.fromEntries(Object.entries(from).map(([key, inner]) => [key, copy(inner)]));
  };
  return copy(value);
}
