import { appliedRate, parseScenario } from "tariff-whatif";
import { assessEntry, roundingRules } from "tariff-whatif/entry";
import {
  datedMeasures,
  type LawOnOptions,
  lawOn,
  measuresFor,
  northAmericanClaims2024,
} from "tariff-whatif/law";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";
import { describeShared, readSharedJson } from "../support/sharedCases.js";

const options = (day: string, more: Partial<LawOnOptions> = {}): LawOnOptions => ({
  day: day as "2025-01-01",
  importers: ["USA"],
  confidence: "two sources",
  ordinaryDuty: "mfn",
  metalShares: { steel: "1", aluminum: "0", copper: "0" },
  northAmericanClaims: { CAN: "0", MEX: "0" },
  ...more,
});

/** The total rate on a day, over an ordinary duty. */
const rateOn = (
  day: string,
  exporter: string,
  product: string,
  { mfn = "0%", importer = "USA", ...more }: Partial<LawOnOptions> & { mfn?: string; importer?: string } = {},
): string =>
  appliedRate(lawOn(options(day, { importers: [importer as "USA"], ...more })), {
    importer,
    exporter,
    product,
    on: day,
    statuses: ["in-force"],
    base: { mfn },
  } as never).rate;

describe("the law of a day as a scenario", () => {
  it.each(["2019-01-15", "2025-02-10", "2025-04-10", "2025-09-01", "2026-11-01"])(
    "goes through JSON and the door of scenarios: %s",
    (day) => {
      const law = lawOn(options(day, { importers: ["USA", "CAN", "CHN"], confidence: "any" }));
      expect(parseScenario(JSON.parse(JSON.stringify(law)))).toEqual(law);
    },
  );

  it("says beside the rate what the data cannot", () => {
    const parts = lawOn(options("2025-06-01")).steps.find(({ id }) => id === "us-232-automobile-parts");
    expect(parts?.title).toContain("not in these data: only: part of a passenger vehicle or light truck");
  });
});

describe("the law of single days", () => {
  it.each([
    ["toys from China before", "2025-01-15", "CHN", "95030000", "0%", "0%"],
    ["the first 10 %", "2025-02-10", "CHN", "95030000", "0%", "10%"],
    ["20 % from 4 March", "2025-03-10", "CHN", "95030000", "0%", "20%"],
    ["and 10 % more for all", "2025-04-06", "CHN", "95030000", "0%", "30%"],
    ["84 % for a day", "2025-04-09", "CHN", "95030000", "0%", "104%"],
    ["125 %", "2025-05-01", "CHN", "95030000", "0%", "145%"],
    ["the pause", "2025-06-01", "CHN", "95030000", "0%", "30%"],
    ["telephones are exempt from the reciprocal rate", "2025-04-20", "CHN", "85171300", "0%", "20%"],
    ["Section 301 list 3 beside the fentanyl rate", "2025-02-10", "CHN", "94017900", "0%", "35%"],
    ["Vietnam on the day of the country rates", "2025-04-09", "VNM", "64039960", "0%", "46%"],
    ["and in their pause", "2025-04-20", "VNM", "64039960", "0%", "10%"],
    ["and since August", "2025-08-10", "VNM", "64039960", "0%", "20%"],
    ["India twice 25 %", "2025-09-01", "IND", "61091000", "0%", "50%"],
    ["coffee from Brazil", "2025-08-10", "BRA", "09011100", "0%", "50%"],
    ["coffee exempt from 13 November", "2025-11-14", "BRA", "09011100", "0%", "0%"],
    ["all in, a Swiss watch pays 15 %", "2025-11-20", "CHE", "91011140", "6%", "15%"],
    ["all in, shirts from Germany keep 16.5 %", "2025-08-10", "DEU", "61091000", "16.5%", "16.5%"],
    ["cars from Japan", "2025-05-01", "JPN", "87032301", "2.5%", "27.5%"],
    ["cars from Japan after the deal", "2025-09-20", "JPN", "87032301", "2.5%", "15%"],
    ["cars from Germany from 1 August", "2025-08-05", "DEU", "87032301", "2.5%", "15%"],
    ["cars from the United Kingdom in the quota", "2025-07-05", "GBR", "87032301", "2.5%", "10%"],
    ["steel from Canada was exempt", "2025-02-01", "CAN", "72083900", "0%", "0%"],
    ["the border rate comes before metals", "2025-03-20", "CAN", "72083900", "0%", "25%"],
    ["metals come before the border rate", "2025-06-10", "CAN", "72083900", "0%", "50%"],
    ["crude oil from Canada", "2025-03-20", "CAN", "27090010", "0%", "10%"],
  ])("%s", (_, day, exporter, product, mfn, rate) => {
    expect(rateOn(day, exporter, product, { mfn })).toBe(rate);
  });

  it("charges metal on its share of the value and the reciprocal rate on the rest", () => {
    const metalShares = { steel: "0.3", aluminum: "0", copper: "0" } as const;
    expect(rateOn("2025-09-20", "VNM", "84501100", { metalShares })).toBe("29%");
  });

  it("frees what claims the North American preference, and charges it when that is withdrawn", () => {
    const claims = { CAN: "0.8", MEX: "0.8" } as const;
    expect(rateOn("2025-03-20", "MEX", "94036080", { northAmericanClaims: claims })).toBe("5%");
    expect(rateOn("2025-03-05", "MEX", "94036080", { northAmericanClaims: claims })).toBe("25%");
    expect(rateOn("2025-03-20", "MEX", "94036080")).toBe("25%");
    const { CAN } = northAmericanClaims2024;
    expect(typeof CAN === "object" && CAN.byProduct["0102"]).toBe("0.9821");
  });

  it.each(["2025-03-12", "2025-05-01", "2025-06-03"])(
    "charges steel that claims under the metal duty alone on %s",
    (day) => {
      const byAuthority = (exporter: "CAN" | "MEX", northAmericanClaims: object) =>
        appliedRate(lawOn(options(day, { northAmericanClaims } as object)), {
          importer: "USA",
          exporter,
          product: "72083900",
          on: day as "2025-05-01",
          statuses: ["in-force"],
          base: {},
        }).byAuthority;
      // What claims is free of the border rate, and so pays the 25 % on steel that give way to it; the rest pays the border rate.
      const byHeading = { byProduct: { "7208": "0.4" } } as const;
      for (const claim of ["0.4", byHeading]) {
        const both = { CAN: claim, MEX: claim };
        expect(byAuthority("CAN", both)).toEqual({ "section-232-steel": "10%", "ieepa-fentanyl-can": "15%" });
        expect(byAuthority("MEX", both)).toEqual({ "section-232-steel": "10%", "ieepa-fentanyl-mex": "15%" });
      }
      const all = { CAN: "1", MEX: "0" };
      expect(byAuthority("CAN", all)).toEqual({ "section-232-steel": "25%", "ieepa-fentanyl-can": "0%" });
      expect(byAuthority("MEX", all)).toEqual({ "section-232-steel": "0%", "ieepa-fentanyl-mex": "25%" });
      const others = { byProduct: { "9403": "0.9" } } as const;
      expect(byAuthority("CAN", { CAN: others, MEX: "0" })["ieepa-fentanyl-can"]).toBe("25%");
      expect(byAuthority("CAN", { CAN: others, MEX: "0" })["section-232-steel"]).toBe("0%");
    },
  );

  it("knows the answers of China and Canada", () => {
    expect(rateOn("2025-04-11", "USA", "84501100", { importer: "CHN" })).toBe("84%");
    expect(rateOn("2025-04-12", "USA", "84501100", { importer: "CHN" })).toBe("125%");
    expect(rateOn("2025-05-01", "USA", "87032301", { importer: "CAN" })).toBe("25%");
  });

  it("leaves out what one source alone mentions, unless asked for", () => {
    const coal = { importer: "CHN" } as const;
    expect(rateOn("2025-03-01", "USA", "27011200", coal)).toBe("0%");
    expect(rateOn("2025-03-01", "USA", "27011200", { ...coal, confidence: "any" })).toBe("15%");
  });

  it("states for every step its document, its days and how sure they are", () => {
    const { steps } = lawOn(options("2025-09-20"));
    for (const { source, dates } of steps) {
      expect(source.title).not.toBe("");
      expect(source.place).toMatch(/^two sources: ./);
      expect(dates.effective).toMatch(/^20\d\d-/);
    }
    expect(steps.length).toBeGreaterThan(50);
  });

  it.each([
    ["out-of-range", "2017-12-31", {}],
    ["out-of-range", "2026-11-26", {}],
    ["not-a-date", "2025-02-30", {}],
    ["shares-do-not-add-up", "2025-05-01", { metalShares: { steel: "0.6", aluminum: "0.6", copper: "0" } }],
    ["empty", "2025-05-01", { importers: [] }],
    [
      "overlapping-scope",
      "2025-05-01",
      { northAmericanClaims: { CAN: { byProduct: { "8703.23": "0.1", "870323": "0.2" } }, MEX: "0" } },
    ],
  ])("refuses with %s", (code, day, more) => {
    expect(errorOf(() => lawOn(options(day, more as object))).code).toBe(code);
  });
});

describe("the law on an entry", () => {
  it("charges what the law of the day says, after all that gives way", () => {
    const day = "2025-09-15";
    const metalShares = { steel: "0.3", aluminum: "0", copper: "0" } as const;
    const law = lawOn(options(day, { metalShares }));
    const lines = [
      { id: "1", product: "94017900", origin: "DEU", ordinaryRate: "0%" },
      { id: "2", product: "95030000", origin: "CHN", ordinaryRate: "0%" },
    ] as const;
    const sheet = assessEntry({
      entry: { id: "e", day, currency: "USD", lines: lines.map(({ id }) => ({ id, value: "10000" })) },
      measures: [
        { authority: "mfn", kind: "duty", per: "line", rate: "Free", base: ["customs value"] },
        ...measuresFor({ law, importer: "USA", ordinaryDuty: "mfn", lines }),
      ],
      rounding: roundingRules.unitedStates,
    });
    expect(sheet.charges.slice(2).map(({ line, authority, amount }) => [line, authority, amount])).toEqual([
      ["1", "section-232-steel", { exactly: "1500.00" }],
      ["1", "ieepa-reciprocal", { exactly: "1050.00" }],
      ["2", "ieepa-reciprocal", { exactly: "1000.00" }],
      ["2", "ieepa-fentanyl", { exactly: "2000.00" }],
    ]);
  });
});

describe("measures for an entry", () => {
  it("need lines with ids of their own", () => {
    const toys = { id: "1", product: "95030000", ordinaryRate: "0%" } as const;
    const lines = [
      { ...toys, origin: "CHN" },
      { ...toys, origin: "DEU" },
    ] as const;
    const law = lawOn(options("2025-09-15"));
    const { code, path } = errorOf(() => measuresFor({ law, importer: "USA", ordinaryDuty: "mfn", lines }));
    expect([code, path]).toEqual(["duplicate-id", "lines[1].id"]);
  });
});

describeShared("the dated measures", () => {
  it("are those of the shared figures, by document, day and confidence", () => {
    const all = readSharedJson<
      readonly { id: string; instrument: string; effective: string; confidence: string }[]
    >("figures/us-law/measures.json");
    for (const { id, instrument, effective, confidence } of datedMeasures) {
      const source = all.find((one) => one.id === id);
      expect(source).toMatchObject({ id, instrument, effective, confidence });
    }
    expect([datedMeasures.length, all.length]).toEqual([106, 120]);
  });
});
