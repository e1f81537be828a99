const cyclic: { self?: unknown; list: unknown[] } = { list: [] };
cyclic.self = cyclic;
cyclic.list.push(cyclic);

let deep: unknown = "bottom";
for (let level = 0; level < 50_000; level++) deep = level % 2 === 0 ? [deep] : { deeper: deep };

/** 2^60 values when walked naively, sixty objects in memory. */
let shared: unknown = "leaf";
for (let level = 0; level < 60; level++) shared = [shared, shared];

class Thing {
  readonly amount = "1";
}

/** Values that do not belong where they are put, by a name for the title of a test. */
export const strangers: readonly (readonly [name: string, value: unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["a number", 25],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["minus zero", -0],
  ["a big integer", 10n],
  ["a boolean", true],
  ["an empty text", ""],
  ["some text", "garbage"],
  ["a bare number as text", "25"],
  ["an exponent", "1e999999"],
  ["an infinite rate", "Infinity%"],
  ["a megabyte of text", "x".repeat(1_000_000)],
  ["a megabyte of digits", `${"9".repeat(1_000_000)}%`],
  ["an empty list", []],
  ["a list of null", [null]],
  ["a list of lists", [[]]],
  ["a list with a gap", Array(2)],
  ["an empty object", {}],
  ["a function", () => 1],
  ["a symbol", Symbol("stranger")],
  ["a Date", new Date(0)],
  ["a Map", new Map([["amount", "1"]])],
  ["a Set", new Set(["1"])],
  ["a class instance", new Thing()],
  ["an object without prototype", Object.create(null)],
  ["a cyclic object", cyclic],
  ["a very deep object", deep],
  ["a widely shared object", shared],
  ["__proto__ from JSON", JSON.parse('{"__proto__":{"polluted":"yes"}}')],
];

/** A rate below minus one hundred percent and other near misses of a rate. */
export const badRates: readonly (readonly [string, string])[] = [
  ["25", "not-a-rate"],
  ["0.25", "not-a-rate"],
  ["25 %", "not-a-rate"],
  ["+25%", "not-a-rate"],
  ["25pp", "not-a-rate"],
  ["25 percent", "not-a-rate"],
  ["1e2%", "not-a-rate"],
  ["0x10%", "not-a-rate"],
  [".5%", "not-a-rate"],
  ["5.%", "not-a-rate"],
  ["1,000%", "not-a-rate"],
  ["٢٥%", "not-a-rate"],
  ["25%\n", "not-a-rate"],
  ["NaN%", "not-a-rate"],
  ["-Infinity%", "not-a-rate"],
  ["1e999999", "not-a-rate"],
  ["1e999999%", "not-a-rate"],
  [`${"9".repeat(31)}%`, "not-a-rate"],
  ["-100.000000001%", "rate-below-minus-100"],
  ["-250%", "rate-below-minus-100"],
];
