import {
  appliedRate,
  type EconomyScope,
  explainRate,
  type ProductScope,
  type RateQuery,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { add, policyOf, query, raise, rateOf } from "../support/steps.js";

const applies = (step: Partial<Parameters<typeof add>[1]>, changes: Partial<RateQuery>) =>
  rateOf([add("a", step)], changes) !== "0%";
const from = (exporters: EconomyScope, exporter: string, on: string = "any-date") =>
  applies({ exporters, dates: { effective: "1900-01-01" } }, { exporter, on } as Partial<RateQuery>);
const goods = (products: ProductScope, product: string) => applies({ products }, { product });

describe("what a step covers", () => {
  it("exporters: all, those listed, all but those listed", () => {
    expect(["CHN", "MEX"].map((exporter) => from("all", exporter))).toEqual([true, true]);
    expect(["CHN", "MEX"].map((exporter) => from(["CHN"], exporter))).toEqual([true, false]);
    expect(["CHN", "MEX"].map((exporter) => from({ allBut: ["CHN"] }, exporter))).toEqual([false, true]);
    expect(from(["ROW"], "ROW")).toBe(true);
    expect(from({ allBut: ["CHN"] }, "ROW")).toBe(true);
  });

  it("importers too", () => {
    expect(applies({ importers: ["USA"] }, { importer: "CAN" })).toBe(false);
    expect(applies({ importers: { allBut: ["USA"] } }, { importer: "CAN" })).toBe(true);
  });

  it("a group stands for its members on the day", () => {
    expect([
      from(["EU"], "GBR", "2020-01-31"),
      from(["EU"], "GBR", "2020-02-01"),
      from(["EU"], "GBR"),
    ]).toEqual([true, false, false]);
    expect([from(["EU"], "HRV", "2013-06-30"), from(["EU"], "HRV", "2013-07-01")]).toEqual([false, true]);
    expect([
      from(["EU27"], "DEU"),
      from(["EU27"], "EU27"),
      from(["EU"], "EU27"),
      from({ allBut: ["EU"] }, "EU27"),
    ]).toEqual([true, true, true, false]);
  });

  it("a group that stands as one total must be covered as a whole", () => {
    expectRefusal(() => from(["DEU"], "EU27"), "finer-than-baseline");
    expectRefusal(() => from({ allBut: ["DEU", "FRA"] }, "EU27"), "finer-than-baseline");
  });

  it("products: all, prefixes, all but prefixes", () => {
    expect(["8703230000", "8704"].map((product) => goods(["8703"], product))).toEqual([true, false]);
    expect(["8703230000", "8704"].map((product) => goods({ allBut: ["8703"] }, product))).toEqual([
      false,
      true,
    ]);
    expect(["8703", "2709", "72"].map((product) => goods(["87", "2709"], product))).toEqual([
      true,
      true,
      false,
    ]);
    expect(goods("all", "total")).toBe(true);
  });

  it("refuses a question wider than what the step tells apart", () => {
    expectRefusal(() => goods(["8703"], "87"), "finer-than-baseline", "steps.a.products");
    expectRefusal(() => goods({ allBut: ["8703"] }, "87"), "finer-than-baseline", "steps.a.products");
    expectRefusal(() => goods(["8703"], "total"), "finer-than-baseline", "steps.a.products");
    expectRefusal(
      () => rateOf([add("a", { rate: { byProduct: { "8703": "1%" } } })], { product: "87" }),
      "finer-than-baseline",
      "steps.a.byProduct",
    );
  });

  it("a table gives the longest prefix its value and leaves other goods alone", () => {
    const table = add("a", { rate: { byProduct: { "87": "1%", "870323": "2%", "27": "3%" } } });
    expect(["8703230000", "8703240000", "2709", "72"].map((product) => rateOf([table], { product }))).toEqual(
      ["2%", "1%", "3%", "0%"],
    );
    const floor = raise("f", { rate: { byProduct: { "27": "15%" } } });
    expect(["2709", "72"].map((product) => rateOf([floor], { product, base: { mfn: "1%" } }))).toEqual([
      "15%",
      "1%",
    ]);
  });
});

describe("when a step applies", () => {
  const dates = {
    announced: "2025-01-01",
    signed: "2025-01-15",
    effective: "2025-02-01",
    expires: "2025-03-01",
  } as const;
  const outcome = (step: object, changes: object) =>
    explainRate(policyOf(add("a", step)), query(changes)).steps[0]?.outcome;

  it.each([
    ["2025-01-20", "not-yet-effective"],
    ["2025-01-31", "not-yet-effective"],
    ["2025-02-01", "applied"],
    ["2025-03-01", "applied"],
    ["2025-03-02", "expired"],
    ["any-date", "applied"],
  ] as const)("on %s: %s", (on, expected) => {
    expect(outcome({ dates }, { on })).toBe(expected);
  });

  it("says why it does not", () => {
    expect(outcome({ dates: { announced: "2025-01-01", signed: "2025-01-02" } }, { on: "2026-01-01" })).toBe(
      "no-effective-date",
    );
    expect(outcome({ status: "threatened" }, { statuses: ["signed", "in-force"] })).toBe(
      "status-not-asked-for",
    );
    expect(outcome({ status: "threatened" }, { statuses: ["threatened"] })).toBe("applied");
    expect(outcome({ importers: ["CAN"] }, {})).toBe("other-importer");
    expect(outcome({ exporters: ["CAN"] }, {})).toBe("other-exporter");
    expect(outcome({ products: ["27"] }, {})).toBe("other-product");
    expect(outcome({ when: { authority: "mfn", above: "2.5%" } }, { base: { mfn: "2.5%" } })).toBe(
      "condition-not-met",
    );
    expect(outcome({ when: { authority: "mfn", above: "2.5%" } }, { base: { mfn: "2.6%" } })).toBe("applied");
    expectRefusal(
      () => outcome({ when: { authority: "nobody", above: "0%" } }, {}),
      "unknown-authority",
      "policy.steps.a",
    );
  });

  it("a condition looks at what stands at its place in the list", () => {
    const conditional = add("c", {
      authority: "other",
      rate: "1%",
      when: { authority: "surcharge", above: "5%" },
    });
    expect(rateOf([add("a"), conditional])).toBe("11%");
    expect(rateOf([conditional, add("a")])).toBe("10%");
  });

  it("a question that is wrong in one place is refused there", () => {
    const ask = (changes: object) => () =>
      appliedRate(policyOf(add("a")), { ...query(), ...changes } as RateQuery);
    expectRefusal(ask({ importer: "XXX" }), "unknown-economy", "importer");
    expectRefusal(ask({ product: "27AB" }), "not-an-hs-code", "product");
    expectRefusal(ask({ product: "12345678901" }), "not-an-hs-code", "product");
    expectRefusal(ask({ on: "2025-02-30" }), "not-a-date", "on");
    expectRefusal(ask({ statuses: ["done"] }), "wrong-type", "statuses");
    expectRefusal(ask({ base: { mfn: "25" } }), "not-a-rate", "base.mfn");
    expectRefusal(ask({ base: new Map([["mfn", "25%"]]) }), "wrong-type", "base");
    expectRefusal(ask({ base: JSON.parse('{"__proto__":"5%"}') }), "unsafe-key", "base.__proto__");
    expectRefusal(ask({ base: undefined }), "missing-key", "base");
  });

  it("refuses a rate below -100 %, and only at the end of the list", () => {
    const down = (id: string) => add(id, { rate: "-60%" });
    expectRefusal(() => rateOf([down("a"), down("b")]), "rate-below-minus-100", "policy.steps");
    expect(rateOf([down("a"), down("b"), add("c", { rate: "50%" })])).toBe("-70%");
  });
});
