import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  baselineTotals,
  convertBaseline,
  correspondingCodes,
  defineBaseline,
  endUsesOf,
  type FlowInput,
  type HsEdition,
} from "tariff-whatif";
import { hsConcordance as concordance } from "tariff-whatif/data/hs-concordance";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { describeShared } from "../support/sharedCases.js";

interface Check {
  readonly from: HsEdition;
  readonly to: HsEdition;
  readonly code: string;
  readonly result: readonly string[] | { readonly count: number };
  readonly kind: string;
  readonly conversion?: string;
}
const checks = JSON.parse(
  readFileSync(new URL("../oracle/hs-concordance/checks.json", import.meta.url), "utf8"),
) as readonly Check[];

describe("the concordance of HS 2012, 2017 and 2022", () => {
  it.each(checks)("$from to $to: $code", ({ from, to, code, result, kind, conversion }) => {
    const ask = () => correspondingCodes({ concordance, from, to, code });
    if (kind === "unknown") {
      expectRefusal(ask, "unknown-code", "code");
      return;
    }
    const found = ask();
    if ("count" in result) expect(found.codes).toHaveLength(result.count);
    else expect(found.codes).toEqual(result);
    expect(found.kind).toBe(kind);
    if (conversion !== undefined) expect(found.conversion).toBe(conversion);
  });

  it("tells codes that were given to other goods, also where the goods moved to one other code", () => {
    const of = (from: HsEdition, to: HsEdition, code: string) => {
      const { codes, kind, sameDigitsOtherGoods } = correspondingCodes({ concordance, from, to, code });
      return [codes.join(), kind, sameDigitsOtherGoods];
    };
    expect(of("HS2017", "HS2022", "701919")).toEqual(["701913", "1:1", true]);
    expect(of("HS2012", "HS2022", "701919")).toEqual(["701913", "1:1", true]);
    expect(of("HS2017", "HS2022", "010121")).toEqual(["010121", "1:1", false]);
    expect(of("HS2017", "HS2022", "300219")).toEqual(["", "none", false]);
  });

  it("has the counts of the official tables, forward and backward", () => {
    const count = (from: HsEdition, to: HsEdition) => {
      const codes = concordance.codes[from]
        .split(" ")
        .flatMap((group) => (group.slice(4).match(/../g) ?? []).map((rest) => group.slice(0, 4) + rest));
      const kinds = new Map<string, number>();
      for (const code of codes) {
        const { kind } = correspondingCodes({ concordance, from, to, code });
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      return [codes.length, ...["1:1", "n:1", "1:n", "n:n"].map((kind) => kinds.get(kind) ?? 0)];
    };
    expect(count("HS2012", "HS2017")).toEqual([5206, 4744, 44, 75, 343]);
    // 300219 stands in the table of 2012 and 2017 only: one code more than the table of 2017 and 2022 has.
    expect(count("HS2017", "HS2022")).toEqual([5388, 4097, 54, 65, 1171]);
    expect(count("HS2012", "HS2022")).toEqual([5206, 3714, 70, 117, 1305]);
    expect(count("HS2017", "HS2012")).toEqual([5388, 4744, 578, 6, 60]);
    expect(count("HS2022", "HS2017")).toEqual([5613, 4097, 1392, 13, 111]);
    expect(count("HS2022", "HS2012")).toEqual([5613, 3714, 1718, 17, 164]);
  });

  it("names end uses", () => {
    const use = (code: string) => endUsesOf({ concordance, edition: "HS2022", code }).map((each) => each.bec);
    expect(use("010121")).toEqual(["41"]);
    expect(use("870323")).toEqual(["51"]);
    expectRefusal(() => use("870300"), "unknown-code", "code");
  });

  const flow = (product: string, customsValue: string): FlowInput => ({
    importer: "USA",
    exporter: "CHN",
    product,
    customsValue: customsValue as "1",
    duties: "1",
    quantities: [{ unit: "kg", amount: "10" }],
  });
  const baselineOf = (flows: readonly FlowInput[]) =>
    defineBaseline({
      ...{ id: "own", title: "own", year: 2015, currency: "USD", priceYear: 2015, flows },
      sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
    });

  it("converts a baseline: merged codes add up, split codes are shared out to the last unit", () => {
    const baseline = baselineOf([flow("690890", "101"), flow("681510", "7"), flow("010121", "0.5")]);
    const convert = (splits: Parameters<typeof convertBaseline>[0]["splits"]) =>
      convertBaseline({ baseline, concordance, from: "HS2012", to: "HS2017", splits });
    const equal = convert("equal");
    const sum = (of: typeof baseline) => baselineTotals({ baseline: of, by: "all" })[0];
    expect(sum(equal.baseline)).toEqual(sum(baseline));
    expect(equal.splits.map(({ code, into }) => [code, into.length])).toEqual([
      ["690890", 5],
      ["681510", 2],
    ]);
    const known = baselineOf([flow("681510", "30"), flow("962000", "10")]);
    const weighted = convert({ byTradeOf: known }).baseline;
    expect(weighted.columns.customsValue[weighted.products.indexOf("681510")]).toBe("5.2");
    expect(sum(weighted)).toEqual(sum(baseline));
    // Lines of ten digits tell the parts apart as their subheadings do; a code without trade there is named.
    const lines = baselineOf([flow("6815100010", "12"), flow("6815100090", "18"), flow("9620000000", "10")]);
    const byLines = convert({ byTradeOf: lines });
    expect(byLines.baseline.columns).toEqual(weighted.columns);
    expect(byLines.notes).toEqual([
      "Shared out equally: 1 of the split codes, 690890 first. The other baseline has no trade in what they are split into.",
    ]);
    expect(equal.notes).toEqual([]);
    const chapters = baselineOf([flow("69", "30"), flow("96", "10")]);
    expectRefusal(() => convert({ byTradeOf: chapters }), "no-conversion", "splits.byTradeOf");
    expectRefusal(() => convert("conversion"), "no-conversion", "splits");
    const back = convertBaseline({
      ...{ baseline: baselineOf([flow("962000", "9")]), concordance, from: "HS2017", to: "HS2012" },
      splits: "conversion",
    });
    expect(back.baseline.products).toEqual(["852990"]);
    expectRefusal(
      () =>
        convertBaseline({
          baseline: baselineOf([flow("27", "1")]),
          concordance,
          from: "HS2012",
          to: "HS2017",
          splits: "equal",
        }),
      "unknown-code",
      "baseline.products[0]",
    );
  });
});

describeShared("the official tables", () => {
  it("are what the functions answer, code by code", () => {
    for (const [name, from, to] of [
      ["hs2017-hs2012", "HS2017", "HS2012"],
      ["hs2022-hs2017", "HS2022", "HS2017"],
      ["hs2022-hs2012", "HS2022", "HS2012"],
    ] as const) {
      const path = new URL(`../../../shared/cases/readers/concordance/${name}.csv.gz`, import.meta.url);
      const olds = new Map<string, string[]>();
      for (const line of gunzipSync(readFileSync(path)).toString().trim().split("\n").slice(1)) {
        const [code, old] = line.split(",") as [string, string];
        olds.set(code, [...(olds.get(code) ?? []), old]);
      }
      for (const [code, list] of olds)
        expect(correspondingCodes({ concordance, from, to, code }).codes).toEqual(list.sort());
    }
  });

  it("give the end uses", () => {
    const path = new URL("../../../shared/cases/readers/concordance/hs-bec4.csv.gz", import.meta.url);
    const uses = new Map<string, string[]>();
    for (const line of gunzipSync(readFileSync(path)).toString().trim().split("\n").slice(1)) {
      const [hs, code, bec] = line.trim().split(",") as [string, string, string];
      if (/^\d+$/.test(bec)) uses.set(`${hs} ${code}`, [...(uses.get(`${hs} ${code}`) ?? []), bec]);
    }
    for (const [key, list] of uses) {
      const [hs, code] = key.split(" ") as [string, string];
      const edition = `HS${hs}` as HsEdition;
      if (!concordance.codes[edition].includes(code.slice(0, 4)) || code === "999999") continue;
      expect(
        endUsesOf({ concordance, edition, code }).map(({ bec }) => bec),
        key,
      ).toEqual(list.sort());
    }
  });
});
