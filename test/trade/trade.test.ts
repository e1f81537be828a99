import {
  type BaselineInput,
  baselineTotals,
  defineBaseline,
  parseBaseline,
  roundRate,
  type TariffError,
  tradeBetween,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { describe, expect, it } from "vitest";
import { freeze } from "../support/freeze.js";
import { expectRefusal } from "../support/refusal.js";
import { fourFlows, smallBaseline } from "../support/steps.js";

const flow = (changes: object = {}) => ({
  importer: "USA",
  exporter: "CHN",
  product: "87",
  customsValue: "1",
  duties: "0",
  ...changes,
});
const withFlows = (...flows: object[]) => freeze({ ...fourFlows, flows }) as unknown as BaselineInput;
const define =
  (...flows: object[]) =>
  () =>
    defineBaseline(withFlows(...flows));
const totals = (by: Parameters<typeof baselineTotals>[0]["by"]) =>
  baselineTotals({ baseline: smallBaseline, by }).map((row) => [
    row.key,
    row.customsValue.amount,
    row.duties.amount,
    row.effectiveRate,
  ]);

describe("a baseline of one's own", () => {
  it("has columns in the order of the flows and codes in order of appearance", () => {
    expect(smallBaseline.exporters).toEqual(["CHN", "MEX", "ROW"]);
    expect(smallBaseline.products).toEqual(["27", "87", "71"]);
    expect(smallBaseline.columns).toEqual({
      importer: [0, 0, 0, 0],
      exporter: [0, 0, 1, 2],
      product: [0, 1, 1, 2],
      customsValue: ["100", "300", "400", "200"],
      duties: ["0", "40", "10", "0"],
    });
    expect(smallBaseline.gdp).toEqual({});
    expect(Object.isFrozen(smallBaseline.columns.duties)).toBe(true);
  });

  it("comes from JSON as well", () => {
    expect(parseBaseline(JSON.parse(JSON.stringify(fourFlows)))).toEqual(smallBaseline);
    expectRefusal(() => parseBaseline(null), "wrong-type", "");
    expectRefusal(() => parseBaseline({ ...fourFlows, flows: [] }), "empty", "flows");
  });

  it("reads amounts and codes in their shortest form", () => {
    const baseline = defineBaseline(withFlows(flow({ product: "8703.23", customsValue: "007.50" })));
    expect([baseline.products[0], baseline.columns.customsValue[0]]).toEqual(["870323", "7.5"]);
  });

  it("refuses rows that say the same twice", () => {
    expectRefusal(define(flow(), flow()), "duplicate-flow", "flows[1]");
    expectRefusal(
      define(flow({ product: "8703" }), flow({ product: "87.03" })),
      "duplicate-flow",
      "flows[1]",
    );
    expectRefusal(define(flow(), flow({ product: "8703" })), "overlapping-scope", "flows");
    expectRefusal(define(flow(), flow({ product: "total" })), "overlapping-scope", "flows");
    expectRefusal(
      define(flow({ exporter: "EU27" }), flow({ exporter: "DEU" })),
      "overlapping-scope",
      "exporters[1]",
    );
    expectRefusal(
      define(flow({ importer: "FRA" }), flow({ importer: "EU" })),
      "overlapping-scope",
      "importers[1]",
    );
  });

  it("refuses what is not as it should be, with the place and the value", () => {
    expectRefusal(define(flow({ exporter: "XXX" })), "unknown-economy", "flows[0].exporter");
    expectRefusal(define(flow(), flow({ product: "27AB" })), "not-an-hs-code", "flows[1].product");
    expectRefusal(define(flow({ customsValue: "-1" })), "out-of-range", "flows[0].customsValue");
    expectRefusal(define(flow({ customsValue: 5 })), "wrong-type", "flows[0].customsValue");
    expectRefusal(define(flow({ customsValue: "1e9" })), "not-a-decimal", "flows[0].customsValue");
    expectRefusal(
      define(flow(), { ...flow({ exporter: "MEX" }), duties: undefined }),
      "missing-key",
      "flows[1].duties",
    );
    expectRefusal(define(), "empty", "flows");
    expectRefusal(() => defineBaseline({ ...fourFlows, currency: "usd" }), "not-a-currency", "currency");
    expectRefusal(() => defineBaseline({ ...fourFlows, year: 20.5 }), "not-a-year", "year");
    expectRefusal(() => defineBaseline({ ...fourFlows, sources: [] }), "empty", "sources");
    expectRefusal(
      () => defineBaseline({ ...fourFlows, gdp: { XXX: "1" } } as never),
      "unknown-economy",
      "gdp.XXX",
    );
    expectRefusal(() => defineBaseline({ ...fourFlows, bogus: 1 } as never), "unknown-key", "bogus");
    expectRefusal(
      () => defineBaseline(Object.assign(JSON.parse('{"__proto__":{"x":1}}'), fourFlows)),
      "unsafe-key",
    );
    const { duties: _, ...bare } = flow({ exporter: "MEX" }) as Record<string, unknown>;
    expectRefusal(define(flow(), bare), "missing-key", "flows[1].duties");
    expect(expectRefusal(define(flow({ exporter: "XXX" })), "unknown-economy").received).toBe('"XXX"');
  });

  it("has a ceiling of 500,000 flows, and reads as many", () => {
    const many = (count: number) => () =>
      defineBaseline({ ...fourFlows, flows: Array(count).fill(flow()) } as never);
    expectRefusal(many(500_001), "too-long", "flows");
    // Up to the ceiling the flows themselves are read: here the second says what the first said.
    let code = "";
    try {
      many(450_000)();
    } catch (error) {
      code = (error as TariffError).code;
    }
    expect(code).toBe("duplicate-flow");
  });

  it("may have no duties at all, and says so when they are asked for", () => {
    const { duties: _, ...bare } = flow() as Record<string, unknown>;
    const baseline = defineBaseline(withFlows(bare));
    expect(baseline.columns.duties).toBeNull();
    expectRefusal(() => baselineTotals({ baseline, by: "all" }), "no-duties", "baseline");
  });
});

describe("totals", () => {
  it("add up by hand", () => {
    expect(totals("all")).toEqual([["all", "1000", "50", "5%"]]);
    expect(totals("importer")).toEqual([["USA", "1000", "50", "5%"]]);
    expect(totals("exporter")).toEqual([
      ["CHN", "400", "40", "10%"],
      ["MEX", "400", "10", "2.5%"],
      ["ROW", "200", "0", "0%"],
    ]);
    expect(totals("chapter").map((row) => row[0])).toEqual(["27", "87", "71"]);
  });

  it("round the quotient to 24 places of the fraction", () => {
    expect(totals("section")[1]?.[3]).toBe("7.1428571428571428571429%");
  });

  it("gather subheadings into their chapter", () => {
    const baseline = defineBaseline(
      withFlows(flow({ product: "8703" }), flow({ product: "8704", customsValue: "3", duties: "1" })),
    );
    expect(
      baselineTotals({ baseline, by: "chapter" }).map((row) => [
        row.key,
        row.customsValue.amount,
        row.effectiveRate,
      ]),
    ).toEqual([["87", "4", "25%"]]);
    expect(baselineTotals({ baseline, by: "product" }).map((row) => row.key)).toEqual(["8703", "8704"]);
  });

  it("are zero percent where nothing was traded", () => {
    const baseline = defineBaseline(withFlows(flow({ customsValue: "0" })));
    expect(baselineTotals({ baseline, by: "all" })[0]?.effectiveRate).toBe("0%");
  });

  it.each(["importer", "exporter", "product", "chapter", "section"] as const)(
    "by %s add up to the whole of the imports",
    (by) => {
      const rows = baselineTotals({ baseline: usImports2024, by });
      const sum = (key: "customsValue" | "duties") =>
        rows.reduce((left, row) => left + BigInt(row[key].amount), 0n);
      expect([sum("customsValue"), sum("duties")]).toEqual([3259503680000n, 76358843000n]);
    },
  );

  it("refuse a copy of a baseline, and another breakdown", () => {
    expectRefusal(
      () => baselineTotals({ baseline: { ...smallBaseline }, by: "all" }),
      "not-defined",
      "baseline",
    );
    expectRefusal(
      () => baselineTotals({ baseline: smallBaseline, by: "continent" as never }),
      "wrong-type",
      "by",
    );
    expect(roundRate("1.25%", { places: 1, rounding: "half-even" })).toBe("1.2%");
  });
});

describe("trade between two", () => {
  it("keeps the directions apart", () => {
    const trade = tradeBetween({ baseline: world2023, first: "CHN", second: "RUS" });
    const back = tradeBetween({ baseline: world2023, first: "RUS", second: "CHN" });
    expect(trade.firstToSecond).toEqual(back.secondToFirst);
    expect(trade.firstToSecond.amount).not.toBe(trade.secondToFirst.amount);
    expect(BigInt(trade.firstToSecond.amount) + BigInt(trade.secondToFirst.amount)).toBe(239017000000n);
    expect(trade.total).toEqual({ amount: "239017000000", currency: "USD", priceYear: 2023 });
  });

  it("adds up products of one pair, and nobody else's", () => {
    const trade = tradeBetween({ baseline: smallBaseline, first: "CHN", second: "USA" });
    expect([trade.firstToSecond.amount, trade.secondToFirst.amount]).toEqual(["400", "0"]);
  });

  it("refuses who is not in the data", () => {
    expectRefusal(
      () => tradeBetween({ baseline: world2023, first: "DEU", second: "USA" }),
      "unknown-flow",
      "first",
    );
    expectRefusal(
      () => tradeBetween({ baseline: world2023, first: "USA", second: "TWN" }),
      "unknown-flow",
      "second",
    );
  });
});
