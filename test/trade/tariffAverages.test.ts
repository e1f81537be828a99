import fc from "fast-check";
import { type TariffAveragesOptions, type TariffLine, tariffAverages } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/exact/decimal.js";
import { errorOf } from "../support/errorOf.js";

/** Five lines: shoes are 10 % by MFN, toys free; China has 25 % more on toys, 7.5 % on shoes, and a rate of 0 on maize. */
const lines: readonly TariffLine[] = [
  {
    exporter: "CHN",
    product: "950300",
    rates: { mfn: "0%", s301: "25%" },
    customsValue: "400",
    duties: { s301: "80" },
  },
  {
    exporter: "CHN",
    product: "640399",
    rates: { mfn: "10%", s301: "7.5%" },
    customsValue: "200",
    duties: { mfn: "20", s301: "10" },
  },
  { exporter: "DEU", product: "950300", rates: { mfn: "0%" }, customsValue: "100", duties: {} },
  { exporter: "DEU", product: "640399", rates: { mfn: "10%" }, customsValue: "300", duties: { mfn: "24" } },
  { exporter: "CHN", product: "100590", rates: { mfn: "0%", s301: "0%" }, customsValue: "0", duties: {} },
];
const ask = (more: Partial<TariffAveragesOptions> = {}) =>
  tariffAverages({ lines, of: "statutory", over: "all", weights: "imports", by: "all", ...more });
const only = (more: Partial<TariffAveragesOptions>) => ask(more)[0]!;
const percent = (text: string) => Number.parseFloat(text);

describe("averages of five lines, by hand", () => {
  it.each([
    // (0.25*400 + 0.175*200 + 0 + 0.1*300) / 1000
    ["statutory, all, weighted", {}, 16.5],
    // (25 + 17.5 + 0 + 10 + 0) / 5
    ["statutory, all, simple", { weights: "simple" }, 10.5],
    // 165 / 900, without the free toys of Germany
    ["statutory, dutiable, weighted", { over: "dutiable" }, 16500 / 900],
    // (25 + 17.5 + 10) / 3
    ["statutory, dutiable, simple", { over: "dutiable", weights: "simple" }, 17.5],
    // China's lines: 135 / 600; maize is covered at a rate of zero and was not imported
    ["statutory, covered, weighted", { over: { coveredBy: ["s301"] } }, 22.5],
    ["statutory, covered, simple", { over: { coveredBy: ["s301"] }, weights: "simple" }, 42.5 / 3],
    // (80 + 30 + 24) / 1000
    ["effective, all, weighted", { of: "effective" }, 13.4],
    // 134 / 900
    ["effective, dutiable, weighted", { of: "effective", over: "dutiable" }, 13400 / 900],
    // 110 / 600
    ["effective, covered, weighted", { of: "effective", over: { coveredBy: ["s301"] } }, 11000 / 600],
    // (20 + 15 + 0 + 8 + 0) / 5
    ["effective, all, simple", { of: "effective", weights: "simple" }, 8.6],
    // Another buys 1 of toys from anybody, 2 of shoes from Germany, and cars that are no line: (25 + 0 + 2 * 10) / 4
    [
      "statutory, weighted by another's imports",
      {
        weights: {
          importsOf: [
            { product: "950300", customsValue: "1" },
            { exporter: "DEU", product: "640399", customsValue: "2" },
            { exporter: "DEU", product: "870323", customsValue: "9" },
          ],
        },
      },
      11.25,
    ],
  ] as const)("%s", (_, more, expected) => {
    expect(percent(only(more as never).rate)).toBeCloseTo(expected, 10);
  });

  it("says what each authority adds, in the same weights", () => {
    // MFN: (20 + 30) / 1000; Section 301: (100 + 15) / 1000.
    expect(only({}).byAuthority).toEqual({ mfn: "5pp", s301: "11.5pp" });
    expect(only({ of: "effective" }).byAuthority).toEqual({ s301: "9pp", mfn: "4.4pp" });
  });

  it("counts what is free and what is a peak", () => {
    // Free: 100 of 1000, and two lines of five. Above 15 %: 600 of 1000, two lines. Above 31.5 %: none.
    expect(only({})).toMatchObject({
      dutyFree: "0.1",
      internationalPeaks: "0.6",
      domesticPeaks: "0",
      lines: 5,
      customsValue: "1000",
    });
    expect(only({ weights: "simple" })).toMatchObject({ dutyFree: "0.4", internationalPeaks: "0.4" });
    // With twenty free lines more, the simple average is 2.1 %, and all that pays is above three times that.
    const free = Array.from(
      { length: 20 },
      (_, at): TariffLine => ({ exporter: "JPN", product: `${8701 + at}`, rates: {}, customsValue: "0" }),
    );
    expect(only({ lines: [...lines, ...free] }).domesticPeaks).toBe("0.9");
    // The simple average is that of all lines, also where the average itself is over the dutiable ones.
    expect(only({ lines: [...lines, ...free], over: "dutiable" }).domesticPeaks).toBe("1");
    // 15 % itself is no peak.
    expect(only({ lines: [{ ...lines[2]!, rates: { mfn: "15%" } }] }).internationalPeaks).toBe("0");
  });

  it("groups by exporter, heading, chapter and section", () => {
    const rates = (by: TariffAveragesOptions["by"]) => ask({ by }).map(({ key, rate }) => [key, rate]);
    expect(rates("exporter")).toEqual([
      ["CHN", "22.5%"],
      ["DEU", "7.5%"],
    ]);
    // Maize was not imported: weighted by imports it has no average.
    expect(rates("heading")).toEqual([
      ["9503", "20%"],
      ["6403", "13%"],
    ]);
    expect(rates("chapter")).toEqual([
      ["95", "20%"],
      ["64", "13%"],
    ]);
    expect(rates("section")).toEqual([
      ["XX", "20%"],
      ["XII", "13%"],
    ]);
    expect(ask({ by: "heading", weights: "simple" }).map(({ key }) => key)).toContain("1005");
  });
});

it("authorities always add up to the rate, and groups by value to the whole", () => {
  const text = fc.integer({ min: 1, max: 10_000 }).map((n) => `${n / 100}`);
  const some = fc.array(
    fc.record({
      mfn: text,
      other: text,
      value: fc.integer({ min: 0, max: 999 }),
      exporter: fc.constantFrom("CHN", "DEU"),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(some, (drawn) => {
      const own = drawn.map(
        ({ mfn, other, value, exporter }, at): TariffLine => ({
          exporter: exporter as "CHN",
          product: `${3901 + at}`,
          rates: { mfn: `${mfn}%` as "1%", other: `${other}%` as "1%" },
          customsValue: `${value}`,
        }),
      );
      const groups = ask({ lines: own, by: "exporter" });
      for (const { rate, byAuthority } of groups) {
        const sum = Object.values(byAuthority).reduce(
          (all, part) => all.plus(part.replace("pp", "")),
          new Decimal(0),
        );
        expect(sum.eq(rate.replace("%", ""))).toBe(true);
      }
      const [whole] = ask({ lines: own });
      if (whole === undefined) return;
      const weighed = groups.reduce(
        (all, { rate, customsValue }) => all + percent(rate) * Number(customsValue),
        0,
      );
      expect(weighed / Number(whole.customsValue)).toBeCloseTo(percent(whole.rate), 9);
    }),
    { numRuns: 60 },
  );
});

it.each([
  ["no lines", { lines: [] }, "empty", "lines"],
  ["a line twice", { lines: [lines[0], lines[0]] }, "duplicate-flow", "lines[1]"],
  [
    "effective without duties",
    { of: "effective", lines: [{ ...lines[0], duties: undefined }] },
    "missing-key",
    "lines[0].duties",
  ],
  [
    "duties without value",
    { of: "effective", lines: [{ ...lines[0], customsValue: "0" }] },
    "division-by-zero",
    "lines[0].customsValue",
  ],
  ["an authority nobody has", { over: { coveredBy: ["s232"] } }, "unknown-authority", "over.coveredBy[0]"],
  ["another average", { of: "average" }, "wrong-type", "of"],
  ["a group of no kind", { by: "authority" }, "wrong-type", "by"],
  [
    "a weight twice",
    {
      weights: {
        importsOf: [
          { product: "01", customsValue: "1" },
          { product: "01", customsValue: "1" },
        ],
      },
    },
    "duplicate-flow",
    "weights.importsOf[1]",
  ],
])("refuses %s", (_, more, code, path) => {
  expect(errorOf(() => ask(more as never))).toMatchObject({ code, path });
});

it("is named in each result, and takes a schedule at once", () => {
  const lines: TariffLine[] = Array.from({ length: 20_000 }, (_, at) => ({
    exporter: "CHN",
    product: String(10_000_000 + at),
    rates: { mfn: "10%" },
    customsValue: "1",
  }));
  const start = process.cpuUsage();
  const [all] = tariffAverages({ lines, of: "statutory", over: "dutiable", weights: "imports", by: "all" });
  expect(all).toMatchObject({
    average: "statutory, over dutiable lines, weighted by imports",
    rate: "10%",
    lines: 20_000,
  });
  // Copying a group for each line of it took minutes.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
});

describe("lines at two levels", () => {
  const line = (exporter: "CHN" | "DEU", product: string) =>
    ({ exporter, product, rates: { mfn: "10%" }, customsValue: "1" }) as const;
  const codeOf = (more: Partial<TariffAveragesOptions>) => {
    const { code, path } = errorOf(() => ask(more));
    return [code, path];
  };
  it("are refused where one contains another: its trade would count twice", () => {
    const nested = ["overlapping-scope", "lines[1].product"];
    expect(codeOf({ lines: [line("CHN", "8703"), line("CHN", "8703.23.01")] })).toEqual(nested);
    const [first, second] = [line("CHN", "870323"), line("CHN", "87")];
    expect(codeOf({ lines: [first, second] })).toEqual(["overlapping-scope", "lines[0].product"]);
    expect(only({ lines: [line("CHN", "8703"), line("DEU", "870323")] }).lines).toBe(2);
  });
  it("put no chapter among headings", () => {
    const lines = [line("CHN", "8703"), line("CHN", "88")];
    expect(codeOf({ lines, by: "heading" })).toEqual(["out-of-range", "lines[1].product"]);
    expect(ask({ lines, by: "chapter" }).map(({ key }) => key)).toEqual(["87", "88"]);
  });
});
