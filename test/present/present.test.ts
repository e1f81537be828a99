import * as fc from "fast-check";
import Papa from "papaparse";
import {
  accounting,
  compareScenarios,
  comparisonTable,
  explainRate,
  explanationText,
  formatQuantity,
  type Quantity,
  tidyRows,
  toCsv,
  toJson,
  toMarkdown,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import {
  add,
  cap,
  policyOf,
  query,
  raise,
  replace,
  scale,
  scenarioOf,
  smallBaseline,
  split,
} from "../support/steps.js";

const scenarios = [
  scenarioOf("china", add("c", { exporters: ["CHN"] })),
  scenarioOf("mexico", add("m", { exporters: ["MEX"], rate: "25%" })),
];
const comparison = compareScenarios({
  baseline: smallBaseline,
  scenarios,
  model: accounting,
  assumptions: undefined,
  against: "baseline",
  by: ["all", "exporter"],
});
const format = { moneyIn: "unit", places: 1, rounding: "half-even" } as const;

describe("formatQuantity", () => {
  const usd = (amount: string) => ({ amount, currency: "USD", priceYear: 2024 }) as Quantity;
  it.each([
    [usd("1234567.85"), "unit", 1, "USD 1,234,567.8"],
    [usd("1234567.85"), "thousand", 1, "USD 1,234.6 thousand"],
    [usd("-999"), "unit", 0, "USD -999"],
    [usd("-1000"), "unit", 2, "USD -1,000.00"],
    [usd("1500000000000"), "trillion", 1, "USD 1.5 trillion"],
    [usd("42942583500"), "billion", 2, "USD 42.94 billion"],
    [usd("2500000"), "million", 0, "USD 2 million"],
    ["1234.5%", "unit", 1, "1,234.5%"],
    ["1.3174pp", "unit", 2, "+1.32 pp"],
    ["-1.3174pp", "unit", 2, "-1.32 pp"],
    ["0pp", "unit", 1, "0.0 pp"],
    ["80 percent", "unit", 1, "+80.0 percent"],
    ["-4.06 percent", "unit", 1, "-4.1 percent"],
  ] as const)("%j in %s with %d places: %s", (quantity, moneyIn, places, text) => {
    expect(formatQuantity(quantity, { moneyIn, places, rounding: "half-even" })).toBe(text);
  });

  it("refuses what is no quantity", () => {
    const write =
      (quantity: unknown, changes: object = {}) =>
      () =>
        formatQuantity(quantity as Quantity, { ...format, ...changes });
    expectRefusal(write("25"), "not-percentage-points", "quantity");
    expectRefusal(write(25), "wrong-type", "quantity");
    expectRefusal(
      write({ amount: "1e5", currency: "USD", priceYear: 2024 }),
      "not-a-decimal",
      "quantity.amount",
    );
    expectRefusal(write("25%", { moneyIn: "lakh" }), "wrong-type", "options.moneyIn");
    expectRefusal(write("25%", { places: 31 }), "out-of-range", "options.places");
    expectRefusal(write("25%", { rounding: undefined }), "missing-key", "options.rounding");
  });
});

describe("comparisonTable", () => {
  const table = (changes: object = {}) =>
    comparisonTable({
      comparison,
      dimension: "all",
      indicators: ["duties", "effectiveRate"],
      show: "level",
      format,
      ...changes,
    });

  it("has scenarios down and indicators across", () => {
    expect(table()).toEqual([
      { scenario: "scenario china", duties: "USD 90.0", effectiveRate: "9.0%" },
      { scenario: "scenario mexico", duties: "USD 150.0", effectiveRate: "15.0%" },
    ]);
    expect(table({ show: "difference" })[0]).toEqual({
      scenario: "scenario china",
      duties: "USD 40.0",
      effectiveRate: "+4.0 pp",
    });
    expect(table({ show: "percent" })[0]).toEqual({
      scenario: "scenario china",
      duties: "+80.0 percent",
      effectiveRate: "+80.0 percent",
    });
  });

  it("has groups down and scenarios across", () => {
    expect(table({ dimension: "exporter", indicators: ["effectiveRate"] })).toEqual([
      { exporter: "China", china: "20.0%", mexico: "10.0%" },
      { exporter: "Mexico", china: "2.5%", mexico: "27.5%" },
      { exporter: "Rest of the world", china: "0.0%", mexico: "0.0%" },
    ]);
    expect(table({ dimension: "exporter", indicators: ["effectiveRate"], show: "percent" })[2]).toEqual({
      exporter: "Rest of the world",
      china: "n/a",
      mexico: "n/a",
    });
  });

  it("refuses several indicators with another breakdown rather than dropping them", () => {
    expectRefusal(() => table({ dimension: "exporter" }), "too-long", "indicators");
  });

  it("refuses what is not there rather than showing n/a", () => {
    expectRefusal(() => table({ indicators: ["welfare"] }), "unknown-flow", "indicators");
    expectRefusal(() => table({ indicators: [] }), "empty", "indicators");
    expectRefusal(
      () => table({ dimension: "chapter", indicators: ["duties"] }),
      "unknown-flow",
      "indicators",
    );
    expectRefusal(() => table({ show: "levels" }), "wrong-type", "show");
    expectRefusal(
      () => table({ comparison: { ...comparison, rows: [null] } }),
      "wrong-type",
      "comparison.rows[0]",
    );
  });
});

describe("tidyRows", () => {
  it("keep every number, with units of their own", () => {
    const rows = tidyRows(comparison);
    expect(rows).toHaveLength(comparison.rows.length);
    expect(rows[1]).toEqual({
      scenario: "china",
      model: "accounting",
      dimension: "all",
      key: "all",
      name: "All trade",
      indicator: "duties",
      scope: "imports of the United States",
      level: "90",
      unit: "USD of 2024",
      difference: "40",
      differenceUnit: "USD of 2024",
      percentChange: "80",
      title: "scenario china",
    });
    expect(rows[3]).toMatchObject({
      indicator: "effectiveRate",
      level: "9",
      unit: "%",
      difference: "4",
      differenceUnit: "pp",
      percentChange: "80",
    });
    expect(rows[2]).toMatchObject({ indicator: "additionalDuties", percentChange: "" });
  });

  it("take an outcome as a comparison with the baseline", () => {
    const own = comparison.outcomes.flatMap((outcome) => tidyRows(outcome));
    const kept = new Set(["all", "exporter"]);
    expect(own.filter((row) => kept.has(row.dimension))).toEqual(tidyRows(comparison));
    const [outcome] = JSON.parse(JSON.stringify(comparison.outcomes));
    expect(tidyRows(outcome)).toEqual(tidyRows(comparison.outcomes[0] as never));
  });

  it("refuse what is neither a comparison nor an outcome", () => {
    const outcome = comparison.outcomes[0];
    expectRefusal(() => tidyRows({ ...outcome, rows: [null] } as never), "wrong-type", "outcome.rows[0]");
    expectRefusal(() => tidyRows({ ...outcome, rows: 5 } as never), "wrong-type", "outcome.rows");
    expectRefusal(() => tidyRows({ ...outcome, model: 5 } as never), "wrong-type", "outcome.model");
    expectRefusal(() => tidyRows({} as never), "wrong-type", "comparison.outcomes");
    expectRefusal(() => tidyRows(null as never), "wrong-type", "comparison");
  });

  it("take a comparison that went through JSON", () => {
    expect(tidyRows(JSON.parse(JSON.stringify(comparison)))).toEqual(tidyRows(comparison));
  });
});

describe("toCsv", () => {
  it("is read back by another program, cell for cell, whatever the cells", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", ";", "é", " ", "1"), maxLength: 8 })
      .map((text) => `x${text}`);
    fc.assert(
      fc.property(fc.array(fc.record({ one: cell, two: cell }), { minLength: 1, maxLength: 5 }), (rows) => {
        const { data } = Papa.parse<string[]>(toCsv(rows), { newline: "\r\n", delimiter: "," });
        expect(data.slice(1, -1)).toEqual(rows.map(({ one, two }) => [one, two]));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    "=1+1",
    "+1",
    "-1-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "=cmd|' /C calc'!A0",
    "-2+3",
    " =1",
    "\u00a0=1",
    "\ufeff=1",
    "\u0000=1",
    "\u200b=1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1-1",
    "\uff20SUM(A1)",
  ])("a cell %j cannot run", (text) => {
    const cell = toCsv([{ a: text }])
      .slice(3, -2)
      .replace(/^"/, "");
    expect(cell.startsWith("'") || /^-?\d+(\.\d+)?$/.test(cell)).toBe(true);
  });

  it.each(["-1.5pp", "-0.5%", "+1.32 pp", "-4.1 percent", "+56 percent", "-5.5", "USD -3.1 billion"])(
    "the package's own quantity %j stays as it is",
    (text) => expect(toCsv([{ a: text }])).toBe(`a\r\n${text}\r\n`),
  );

  it("guards what another locale would part into cells", () => {
    expect(toCsv([{ a: "x;=1+1" }])).toBe("a\r\nx;'=1+1\r\n");
    expect(toCsv([{ a: "steel; aluminium" }])).toBe("a\r\nsteel; aluminium\r\n");
  });

  it("leaves plain numbers as they are, and guards the heading too", () => {
    expect(toCsv([{ a: "-5.5", b: "7" }])).toBe("a,b\r\n-5.5,7\r\n");
    expect(toCsv([{ "=a": "1" }])).toBe("'=a\r\n1\r\n");
    expectRefusal(() => toCsv([{ a: "1" }, { b: "1" }]), "wrong-type", "rows[1]");
    expectRefusal(() => toCsv([{ a: 1 }]), "wrong-type", "rows[0]");
    expectRefusal(() => toCsv([null as never]), "wrong-type", "rows[0]");
    expectRefusal(() => toCsv([{}]), "wrong-type", "rows[0]");
    expectRefusal(() => toCsv([]), "empty", "rows");
  });
});

describe("toMarkdown", () => {
  it("has no link, no image and no markup of a title", () => {
    const table = toMarkdown([{ a: "![x](http://y) [z](javascript:1) `c` *b* <b>" }]);
    expect(table).toContain("!\\[x\\](http://y) \\[z\\](javascript:1) \\`c\\` \\*b\\* &lt;b>");
  });

  it("pads, sets numbers to the right, and escapes", () => {
    expect(
      toMarkdown([
        { name: "a|b", rate: "1.5%" },
        { name: "<b>\nc", rate: "10 pp" },
      ]),
    ).toBe(
      [
        "| name     |  rate |",
        "| -------- | ----: |",
        "| a\\|b     |  1.5% |",
        "| &lt;b> c | 10 pp |",
        "",
      ].join("\n"),
    );
  });

  it("takes more rows than a call can have arguments", () => {
    expect(toMarkdown(Array(200_000).fill({ a: "1" })).length).toBeGreaterThan(1_000_000);
  });
});

describe("toJson", () => {
  it("keeps what JSON can hold", () => {
    expect(JSON.parse(toJson(comparison))).toEqual(comparison);
    expect(toJson({ a: [1, null] })).toBe('{\n  "a": [\n    1,\n    null\n  ]\n}\n');
  });

  const loop: { self?: unknown } = {};
  loop.self = loop;
  it.each([
    [{ a: [1, Number.NaN] }, "not-finite", "a[1]"],
    [{ a: { b: Number.NEGATIVE_INFINITY } }, "not-finite", "a.b"],
    [[undefined], "wrong-type", "[0]"],
    [{ a: undefined }, "wrong-type", "a"],
    [{ a: new Map() }, "wrong-type", "a"],
    [{ a: new Date(0) }, "wrong-type", "a"],
    [{ a: 1n }, "wrong-type", "a"],
    [{ a: () => 1 }, "wrong-type", "a"],
    [loop, "wrong-type", "self"],
    [undefined, "wrong-type", ""],
  ] as const)("refuses what JSON would lose: case %#", (value, code, path) => {
    expectRefusal(() => toJson(value), code, path);
  });
});

describe("explanationText", () => {
  it("prints base, every step with its source, and the result", () => {
    const policy = policyOf(
      add("a", { source: { title: "a law", place: "section 1" } }),
      split("s", { first: [scale("h")] }),
      add("b", { exporters: ["MEX"] }),
    );
    expect(explanationText(explainRate(policy, query({ base: { mfn: "2.5%" } })))).toBe(
      [
        "8703230000 from CHN into USA, whatever the date",
        "Base: 2.5%",
        "  a step of a test [a, in-force]: add 10% (surcharge): 2.5% -> 12.5%. Source: a law, section 1",
        "  a step of a test [s, in-force]: split, first share 0.5: 12.5% -> 10%. Source: assumption",
        "    a step of a test [h, in-force]: scale surcharge by 0.5: 12.5% -> 7.5%. Source: assumption",
        "  a step of a test [b, in-force]: does not apply: another exporter. Source: assumption",
        "Result: 10% (mfn 2.5%, surcharge 7.5%)",
        "",
      ].join("\n"),
    );
  });

  it("names the authorities of every operator", () => {
    const policy = policyOf(
      add("a", { rate: "25%", authority: "mfn" }),
      replace("r", { of: ["mfn", "surcharge"], authority: "ieepa", rate: "20%" }),
      cap("c", { of: ["ieepa", "mfn"], authority: "ieepa", rate: "12%" }),
      raise("f", { of: ["mfn", "ieepa"], authority: "ieepa" }),
      scale("s", { of: ["ieepa"], share: "0" }),
    );
    const lines = explanationText(explainRate(policy, query({ base: { surcharge: "2.5%" } }))).split("\n");
    expect(lines.slice(2, 7).map((line) => line.slice(line.indexOf("]: ") + 3, line.indexOf(". S")))).toEqual(
      [
        "add 25% (mfn): 2.5% -> 27.5%",
        "replace mfn, surcharge by 20% (charged as ieepa): 27.5% -> 20%",
        "cap the total of ieepa, mfn at 12% (ieepa gives way): 20% -> 12%",
        "raise the total of mfn, ieepa to 15% (the missing charged as ieepa): 12% -> 15%",
        "scale ieepa by 0: 15% -> 0%",
      ],
    );
  });

  it("refuses what explainRate did not return", () => {
    const explanation = explainRate(policyOf(scale("s"), add("a")), query({ base: { surcharge: "2%" } }));
    const changed = (position: number, changes: object) => () =>
      explanationText({
        ...explanation,
        steps: explanation.steps.map((step, index) => (index === position ? { ...step, ...changes } : step)),
      });
    expectRefusal(changed(0, { of: [] }), "wrong-type", "explanation.steps[0].of");
    expectRefusal(changed(0, { of: [1] as never }), "wrong-type", "explanation.steps[0].of[0]");
    expectRefusal(changed(1, { authority: 5 }), "wrong-type", "explanation.steps[1].authority");
    expectRefusal(() => explanationText({ steps: [] } as never), "wrong-type");
    expectRefusal(() => explanationText(null as never), "wrong-type", "explanation");
  });
});
