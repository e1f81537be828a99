import { baselineTotals, defineBaseline, endUsesOf, type FlowInput, totalsByEndUse } from "tariff-whatif";
import { hsConcordance as concordance } from "tariff-whatif/data/hs-concordance";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { definePriceTables, totalsByCommodity } from "tariff-whatif/prices";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/exact/decimal.js";
import { expectRefusal } from "../support/refusal.js";
import { smallTablesInput } from "../support/smallTables.js";

const flow = (product: string, customsValue: string, duties: string): FlowInput => ({
  ...{ importer: "USA", exporter: "CHN", product },
  ...{ customsValue: customsValue as "1", duties: duties as "1" },
});
const baselineOf = (flows: readonly FlowInput[]) =>
  defineBaseline({
    ...{ id: "own", title: "own", year: 2024, currency: "USD", priceYear: 2024, flows },
    sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
  });
const sum = (amounts: readonly string[]) =>
  amounts.reduce((all, each) => all.plus(each), new Decimal(0)).toFixed();

describe("lines added up to what they are used for", () => {
  const flows = [
    flow("0101210010", "100.5", "1"),
    flow("0808100030", "300", "6.25"),
    flow("0101210020", "20", "0"),
    flow("8703230000", "50", "1.25"),
    flow("9801001000", "7", "0"),
  ];

  it("by BEC: lines under their subheading, what has no counterpart named, the whole kept", () => {
    const baseline = baselineOf(flows);
    const { rows, without } = totalsByEndUse({ baseline, concordance, edition: "HS2022" });
    expect(rows.map(({ key, customsValue, duties }) => [key, customsValue.amount, duties.amount])).toEqual([
      ["41", "120.5", "1"],
      ["112", "300", "6.25"],
      ["51", "50", "1.25"],
      ["none", "7", "0"],
    ]);
    expect(without).toEqual(["9801001000"]);
    expect(rows[0]?.uses).toEqual(endUsesOf({ concordance, edition: "HS2022", code: "010121" }));
    const [whole] = baselineTotals({ baseline, by: "all" });
    expect(sum(rows.map((row) => row.customsValue.amount))).toBe(whole?.customsValue.amount);
    const coarse = baselineOf([flow("87", "1", "0")]);
    expectRefusal(
      () => totalsByEndUse({ baseline: coarse, concordance, edition: "HS2022" }),
      "finer-than-baseline",
      "baseline.products[0]",
    );
  });

  it("by commodity of the price tables: chapters are divided by the splits, and nothing is lost", () => {
    const rows = totalsByCommodity({ baseline: usImports2024, tables: usPrices2023 });
    const [whole] = baselineTotals({ baseline: usImports2024, by: "all" });
    expect(sum(rows.map((row) => row.customsValue.amount))).toBe(whole?.customsValue.amount);
    expect(sum(rows.map((row) => row.duties.amount))).toBe(whole?.duties.amount);
    expect(rows.at(-1)?.key).toBe("none");
  });

  it("by commodity: lines belong to one, splits are divided, goods of none stay in the whole", () => {
    const tables = definePriceTables({
      ...smallTablesInput(),
      concordance: {
        rules: { "27": "E", "71": null, "87": "G" },
        // Rounded shares may exceed one a little; the largest gives way.
        splits: [
          { code: "84", exporter: null, shares: { G: 0.6, E: 0.405 } },
          { code: "85", exporter: "CHN", shares: { G: 0.25 } },
        ],
      },
    });
    const baseline = baselineOf([
      flow("2709001000", "100", "2"),
      flow("8703230000", "10.5", "1"),
      flow("7108120000", "8", "0"),
      flow("84", "1000", "10"),
      flow("85", "40", "4"),
    ]);
    const rows = totalsByCommodity({ baseline, tables });
    expect(rows.map(({ key, customsValue, duties }) => [key, customsValue.amount, duties.amount])).toEqual([
      ["E", "505", "6.05"],
      ["G", "615.5", "7.95"],
      ["none", "38", "3"],
    ]);
    const other = baselineOf([flow("9503000000", "1", "0")]);
    expectRefusal(
      () => totalsByCommodity({ baseline: other, tables }),
      "no-concordance",
      "baseline.products[0]",
    );
  });
});
