import {
  baselineTotals,
  defineBaseline,
  defineBaselineColumns,
  parseBaseline,
  tradeBetween,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";

const head = {
  id: "own",
  title: "own figures",
  year: 2024,
  currency: "USD",
  priceYear: 2024,
  sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
};
const flow = (customsValue: string, kg: string, duties = "1") => ({
  importer: "USA" as const,
  exporter: "CHN" as const,
  product: "8703",
  customsValue: customsValue as "1",
  duties: duties as "1",
  quantities: [{ unit: "kg", amount: kg as "1" }],
});

describe("a baseline in columns", () => {
  it("survives JSON into parseBaseline, quantities and all", () => {
    const made = defineBaseline({
      ...head,
      flows: [flow("10.55", "2"), { ...flow("99999999999999999999.5", "0.25"), exporter: "MEX" }],
    });
    const again = parseBaseline(JSON.parse(JSON.stringify(made)));
    expect(JSON.stringify(again)).toBe(JSON.stringify(made));
    expect(baselineTotals({ baseline: again, by: "all" })[0]?.customsValue.amount).toBe(
      "100000000000000000010.05",
    );
    const bundled = parseBaseline(JSON.parse(JSON.stringify(usImports2024)));
    expect(baselineTotals({ baseline: bundled, by: "exporter" })).toEqual(
      baselineTotals({ baseline: usImports2024, by: "exporter" }),
    );
  });

  it("adds repeated flows up where it is asked to, exactly, and refuses them otherwise", () => {
    const flows = [flow("0.1", "1"), { ...flow("7", "7"), product: "27" }, flow("0.2", "2.5", "0.01")];
    expectRefusal(() => defineBaseline({ ...head, flows }), "duplicate-flow", "flows[2]");
    const added = defineBaseline({ ...head, flows, repeatedFlows: "add" });
    expect(added.columns.customsValue).toEqual(["0.3", "7"]);
    expect(added.columns.duties).toEqual(["1.01", "1"]);
    expect(added.columns.quantities?.[0]?.amounts).toEqual(["3.5", "7"]);
  });

  it("gives the same from columns as from rows, with any width of the integers", () => {
    const input = (values: ArrayLike<number> | ArrayLike<bigint>) => ({
      ...head,
      importers: ["USA" as const],
      exporters: ["CHN" as const, "MEX" as const],
      products: ["8703"],
      columns: {
        importer: [0, 0],
        exporter: Uint8Array.of(0, 1),
        product: [0, 0],
        customsValue: { values, places: 2 },
      },
    });
    const forms = [[105, 20], Float64Array.of(105, 20), [105n, 20n], BigInt64Array.of(105n, 20n)];
    for (const values of forms) {
      const baseline = defineBaselineColumns(input(values as number[]));
      expect(baseline.columns.customsValue).toEqual(["1.05", "0.2"]);
      expect(tradeBetween({ baseline, first: "CHN", second: "USA" }).total.amount).toBe("1.05");
    }
    expectRefusal(
      () => defineBaselineColumns(input([1, -1])),
      "out-of-range",
      "columns.customsValue.values[1]",
    );
    expectRefusal(() => defineBaselineColumns(input([1])), "length-mismatch");
  });
});
