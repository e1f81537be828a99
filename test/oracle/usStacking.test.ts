import { appliedRate, bind, definePolicy, type Rate, rateToFraction } from "tariff-whatif";
import { usStackingRule, usStackingRuleMarch2025 } from "tariff-whatif/law";
import { describe, expect, it } from "vitest";
import { readCsv, sharedFile } from "../support/shared.js";
import { add, policyOf, query, raise, rateOf, scale, split } from "../support/steps.js";

const rule = definePolicy(usStackingRule);
const percent = (fraction: string | number): Rate => {
  const moved = (Number(fraction) * 100).toFixed(10).replace(/\.?0+$/, "");
  return `${moved}%` as Rate;
};

interface Case {
  readonly exporter: string;
  readonly product: string;
  readonly nonMetalShare: string;
  readonly rates: Partial<
    Record<"mfn" | "232" | "301" | "reciprocal" | "fentanyl" | "122" | "201" | "other", Rate>
  >;
}

function stack({ exporter, product, nonMetalShare, rates }: Case) {
  const policy = bind(rule, {
    mfn: rates.mfn ?? "0%",
    // The rate of the table is the one after multiplication by the metal share, so it counts on the whole value.
    section232: "0%",
    section232OnWholeValue: rates["232"] ?? "0%",
    section301: rates["301"] ?? "0%",
    ieepaReciprocal: rates.reciprocal ?? "0%",
    ieepaFentanyl: rates.fentanyl ?? "0%",
    section122: rates["122"] ?? "0%",
    section201: rates["201"] ?? "0%",
    other: rates.other ?? "0%",
    nonMetalShare: nonMetalShare as "0",
  });
  return appliedRate(policy, query({ exporter: exporter as "CHN", product }));
}

const path = "cases/stacking/us-stacking.csv";
const { present, title } = sharedFile(path);

describe("the US stacking rule beside the results of another program", () => {
  it.skipIf(!present)(`gives all 499 rows, the total and each authority${title}`, () => {
    const rows = readCsv(path);
    expect(rows).toHaveLength(499);
    const columns = {
      net_section_232: "section-232",
      net_ieepa_reciprocal: "ieepa-reciprocal",
      net_ieepa_fentanyl: "ieepa-fentanyl",
      net_section_301: "section-301",
      net_section_122: "section-122",
      net_section_201: "section-201",
      net_other: "other",
    };
    let compared = 0;
    for (const [index, row] of rows.entries()) {
      const of = (column: string) => Number(row[column] ?? "missing");
      const allMetal = row.s232_annex !== "" || (of("section_232") > 0 && of("metal_share") === 1);
      const { rate, byAuthority } = stack({
        exporter: row.exporter ?? "",
        product: row.hts10 ?? "",
        nonMetalShare: allMetal ? "0" : (1 - of("metal_share")).toFixed(12),
        rates: {
          mfn: percent(of("mfn")),
          "232": percent(of("section_232")),
          "301": percent(of("section_301")),
          reciprocal: percent(of("ieepa_reciprocal")),
          fentanyl: percent(of("ieepa_fentanyl")),
          "122": percent(of("section_122")),
          "201": percent(of("section_201")),
          other: percent(of("other")),
        },
      });
      const off = (ours: Rate | undefined, column: string) => {
        compared += 1;
        const difference = Math.abs(Number(rateToFraction(ours ?? "0%")) - of(column));
        expect(difference, `row ${index + 2}, ${column}`).toBeLessThanOrEqual(1e-12);
      };
      off(rate, "total_rate");
      const additional = Number(rateToFraction(rate)) - Number(rateToFraction(byAuthority.mfn ?? "0%"));
      expect(Math.abs(additional - of("total_additional")), `row ${index + 2}`).toBeLessThanOrEqual(1e-12);
      for (const [column, authority] of Object.entries(columns)) off(byAuthority[authority], column);
    }
    expect(compared).toBe(499 * 8);
  });

  it("gives 95 % for Chinese steel, all metal: 232 at 50, 301 at 25, fentanyl at 20", () => {
    const rates = { "232": "50%", "301": "25%", fentanyl: "20%" } as const;
    expect(stack({ exporter: "CHN", product: "7208100000", nonMetalShare: "0", rates }).rate).toBe("95%");
  });

  it("gives 50 % for German steel, all metal: neither reciprocal nor 122 on top", () => {
    const rates = { "232": "50%", reciprocal: "20%", "122": "10%" } as const;
    expect(stack({ exporter: "DEU", product: "7208100000", nonMetalShare: "0", rates }).rate).toBe("50%");
  });

  it("gives 29 % for Japan: 232 at 25 and 122 at 10 on the 40 % that is not metal", () => {
    const rates = { "232": "25%", "122": "10%" } as const;
    const { rate, byAuthority } = stack({
      exporter: "JPN",
      product: "8481801000",
      nonMetalShare: "0.4",
      rates,
    });
    expect(rate).toBe("29%");
    expect(byAuthority["section-122"]).toBe("4%");
  });

  it("charges Section 301 to China only, and scales fentanyl for everyone but China", () => {
    const rates = { "232": "25%", "301": "7.5%", fentanyl: "20%" } as const;
    const one = (exporter: string) => stack({ exporter, product: "84", nonMetalShare: "0.25", rates }).rate;
    expect([one("CHN"), one("CAN")]).toEqual(["52.5%", "30%"]);
  });

  it("leaves everything whole where Section 232 is zero, whatever the metal share", () => {
    const rates = { reciprocal: "20%", fentanyl: "10%", "122": "5%" } as const;
    expect(stack({ exporter: "MEX", product: "84", nonMetalShare: "0.1", rates }).rate).toBe("35%");
  });

  it.each([
    [
      "usStackingRule, Germany",
      usStackingRule,
      "DEU",
      "2025-08-18",
      { section232: "50%", ieepaReciprocal: "15%", nonMetalShare: "0.7" },
      "25.5%",
    ],
    [
      "the fentanyl rate on Hong Kong, as on China",
      usStackingRule,
      "HKG",
      "2025-08-18",
      { section232: "50%", ieepaFentanyl: "20%", nonMetalShare: "0" },
      "70%",
    ],
    [
      "the fentanyl rate on China",
      usStackingRule,
      "CHN",
      "2025-08-18",
      { section232: "50%", ieepaFentanyl: "20%", nonMetalShare: "0" },
      "70%",
    ],
    [
      "metal first for Canada since June",
      usStackingRule,
      "CAN",
      "2025-06-04",
      { section232: "50%", ieepaFentanyl: "25%", nonMetalShare: "0" },
      "50%",
    ],
    [
      "border first for Canada until June",
      usStackingRuleMarch2025,
      "CAN",
      "2025-06-03",
      { section232: "25%", ieepaFentanyl: "25%", nonMetalShare: "0" },
      "25%",
    ],
    [
      "border first: the whole value, not the rest of it",
      usStackingRuleMarch2025,
      "MEX",
      "2025-05-01",
      { section232: "25%", ieepaFentanyl: "25%", nonMetalShare: "0.4" },
      "25%",
    ],
    [
      "no border rate, then the metal duty",
      usStackingRuleMarch2025,
      "CAN",
      "2025-05-01",
      { section232: "25%", nonMetalShare: "0.4" },
      "15%",
    ],
    [
      "both for China in May",
      usStackingRuleMarch2025,
      "CHN",
      "2025-05-01",
      { section232: "25%", ieepaFentanyl: "20%", nonMetalShare: "0" },
      "45%",
    ],
  ] as const)("charges the metal duty on the metal: %s", (_, rulebook, exporter, on, rates, expected) => {
    const none = {
      mfn: "0%",
      section232: "0%",
      section232OnWholeValue: "0%",
      section301: "0%",
      ieepaReciprocal: "0%",
      ieepaFentanyl: "0%",
      section122: "0%",
      section201: "0%",
      other: "0%",
    } as const;
    const policy = bind(definePolicy(rulebook), { ...none, ...rates });
    expect(appliedRate(policy, { ...query({ exporter, product: "7208" }), on }).rate).toBe(expected);
  });

  it("is frozen, so that nobody changes it for everybody", () => {
    expect(Object.isFrozen(usStackingRule)).toBe(true);
    expect(Object.isFrozen(usStackingRule.steps[0])).toBe(true);
  });
});

describe("further cases of the operators", () => {
  it.each([
    ["0%", "15%"],
    ["2.5%", "12.5%"],
    ["15%", "0%"],
    ["20%", "0%"],
  ] as const)("a floor of fifteen percent on a base of %s adds %s", (mfn, added) => {
    const { byAuthority } = appliedRate(policyOf(raise("floor")), query({ base: { mfn } }));
    expect(byAuthority.floor ?? "0%").toBe(added);
  });

  it("a surcharge of 39 % stays 39 % under a floor of 15 %", () => {
    const floor = raise("floor", { of: ["surcharge", "floor"] });
    expect(rateOf([add("s", { rate: "39%" }), floor])).toBe("39%");
  });

  it("a preference claimed for a share of 0.90 leaves 2.5 % of 25 %", () => {
    expect(rateOf([add("s", { rate: "25%" }), scale("usmca", { share: "0.1" })])).toBe("2.5%");
  });

  it.each([
    [usStackingRuleMarch2025, ["2025-03-12", "2025-06-03"], ["2025-03-11", "2025-06-04"]],
    [usStackingRule, ["2025-06-04", "2026-11-25"], ["2025-06-03", "2025-01-01"]],
  ] as const)("a rule of stacking answers for its own days, and refuses others: %o", (input, own, others) => {
    const zero = Object.fromEntries(Object.keys(input.parameters).map((name) => [name, "0%"]));
    const bound = bind(definePolicy(input), { ...zero, section301: "25%", nonMetalShare: "0" } as never);
    const on = (day: string) => appliedRate(bound, query({ on: day as "2025-01-01", exporter: "CHN" })).rate;
    for (const day of own) expect(on(day)).toBe("25%");
    for (const day of others) expect(() => on(day)).toThrow(/\[outside-period\]/);
  });

  // f: share under the trade agreement; c: certified share, under the floor; the rest pays 25 % on top of the base.
  const blend = (f: number, c: number) =>
    split("agreement", {
      share: `${f}`,
      rest: [
        split("certified", {
          share: `${c}`,
          first: [raise("floor", { of: ["mfn", "floor"] })],
          rest: [add("full", { rate: "25%" })],
        }),
      ],
    });
  it.each([
    [0, 0.5, "0%", "20%"],
    [0, 0.5, "2.5%", "18.75%"],
    [0.86, 0.5, "0%", "2.8%"],
    [0.5, 1, "2.5%", "6.25%"],
  ] as const)("the blend of f %d, c %d on a base of %s adds %s", (f, c, mfn, added) => {
    const { byAuthority, rate } = appliedRate(policyOf(blend(f, c)), query({ base: { mfn } }));
    const fraction = (text: string | undefined) => Number(rateToFraction((text ?? "0%") as Rate));
    expect(fraction(byAuthority.floor) + fraction(byAuthority.surcharge)).toBeCloseTo(fraction(added), 14);
    expect(byAuthority.mfn ?? "0%").toBe(mfn);
    expect(fraction(rate)).toBeCloseTo(fraction(added) + fraction(mfn), 14);
  });

  it("the longest prefix wins", () => {
    const table = add("table", { rate: { byProduct: { "850300": "1%", "85030045": "2%" } } });
    expect(rateOf([table], { product: "8503004500" })).toBe("2%");
    expect(rateOf([table], { product: "8503003500" })).toBe("1%");
    expect(rateOf([table], { product: "8504" })).toBe("0%");
  });

  it("a step that expires on 2026-07-23 applies on that day and not on the next", () => {
    const step = add("s", { dates: { effective: "2026-02-24", expires: "2026-07-23" } });
    const on = (date: "2026-02-23") => rateOf([step], { on: date });
    expect(on("2026-07-23" as "2026-02-23")).toBe("10%");
    expect(on("2026-07-24" as "2026-02-23")).toBe("0%");
    expect(on("2026-02-24" as "2026-02-23")).toBe("10%");
    expect(on("2026-02-23")).toBe("0%");
  });
});
