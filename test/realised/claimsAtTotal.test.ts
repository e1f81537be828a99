import { defineBaseline } from "tariff-whatif";
import { usLines2024, usLines2024Claims } from "tariff-whatif/data/us-lines-2024";
import { claimsAtTotal } from "tariff-whatif/realised";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";

const head = {
  id: "cars",
  title: "cars and maize",
  year: 2024,
  currency: "USD",
  priceYear: 2024,
  sources: [{ id: "own", title: "made up", publisher: "this test", licence: "none", note: "" }],
};
const cars = { importer: "USA", exporter: "CAN", product: "8703", customsValue: "100" } as const;
const trade = defineBaseline({
  ...head,
  flows: [
    cars,
    { importer: "USA", exporter: "CAN", product: "1005", customsValue: "300" },
    { importer: "USA", exporter: "MEX", product: "8703", customsValue: "100" },
  ],
});
const claims = { CAN: { byProduct: { "87": "0.8", "1005": "0.2" } }, MEX: "0.5" } as const;

describe("claims at another total", () => {
  it("by hand: 0.35 of all claims; at 0.675 half of what did not claim does, at 0.07 a fifth of what did", () => {
    expect(claimsAtTotal({ baseline: trade, claims, totals: { CAN: "0.675", MEX: "0.5" } })).toEqual({
      CAN: { byProduct: { "8703": "0.9", "1005": "0.6" } },
      MEX: { byProduct: { "8703": "0.5" } },
    });
    expect(claimsAtTotal({ baseline: trade, claims, totals: { CAN: "0.07", MEX: "1" } })).toEqual({
      CAN: { byProduct: { "8703": "0.16", "1005": "0.04" } },
      MEX: { byProduct: { "8703": "1" } },
    });
  });

  it("reaches the total on the lines of 2024", () => {
    const { CAN } = claimsAtTotal({
      baseline: usLines2024,
      claims: usLines2024Claims,
      totals: { CAN: "0.8522", MEX: "0.8352" },
    });
    const shares = typeof CAN === "string" ? {} : CAN.byProduct;
    const { columns, exporters, products } = usLines2024;
    let [value, claimed] = [0, 0];
    columns.exporter.forEach((exporter, flow) => {
      if (exporters[exporter] !== "CAN") return;
      value += Number(columns.customsValue[flow]);
      claimed += Number(columns.customsValue[flow]) * Number(shares[products[columns.product[flow]!]!]);
    });
    expect(claimed / value).toBeCloseTo(0.8522, 9);
  });

  it.each([
    ["a total above one", { totals: { CAN: "1.2", MEX: "0" } }, "out-of-range", "totals.CAN"],
    [
      "more of nothing",
      { claims: { CAN: "0", MEX: "0" }, totals: { CAN: "0", MEX: "0" } },
      undefined,
      undefined,
    ],
    [
      "a partner without trade",
      {
        baseline: defineBaseline({ ...head, flows: [cars] }),
      },
      "unknown-flow",
      "baseline",
    ],
  ])("%s", (_, more, code, path) => {
    const run = () =>
      claimsAtTotal({ baseline: trade, claims, totals: { CAN: "0.5", MEX: "0.5" }, ...more } as never);
    if (code === undefined) expect(run).not.toThrow();
    else expect(errorOf(run)).toMatchObject({ code, path });
  });
});
