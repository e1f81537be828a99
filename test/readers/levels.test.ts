import { readBaseline, readTrade, type TradeReadOptions } from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";
import { readRefusal } from "../support/readRefusal.js";
import { refusalOf } from "../support/refusal.js";

const of = (format: "comtrade" | "wits" | "baci" | "usitc-dataweb", text: string): TradeReadOptions => ({
  source: { text, name: "x" },
  format,
});
const comtrade = "freqCode,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue";
const wits =
  "Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,TradeValue in 1000 USD";
const record = {
  period: "2023",
  reporterCode: 842,
  flowCode: "M",
  partnerCode: 276,
  classificationCode: "H6",
  cmdCode: "870323",
  primaryValue: 5,
};
const answer = (...data: object[]) => JSON.stringify({ count: data.length, data, error: "" });
const heading = {
  ...{ id: "own", title: "own", priceYear: 2023, repeatedFlows: "add" as const },
  sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
};

describe("codes of other classifications are no codes of the HS", () => {
  it.each([
    ["SITC in CSV", "comtrade", `${comtrade}\nA,2023,842,M,276,S4,7812,12\n`],
    ["BEC in JSON", "comtrade", answer({ ...record, classificationCode: "B4", cmdCode: "51" })],
    [
      "a code of SITC with five digits",
      "comtrade",
      answer({ ...record, classificationCode: "S3", cmdCode: "78120" }),
    ],
    ["SITC of WITS", "wits", `${wits}\nS3,USA,7812,United States,CHN,China,2019,Gross Imp.,1,9\n`],
  ] as const)("%s", async (_, format, text) => {
    const error = await readRefusal(of(format, text));
    expect(error.code).toBe("bad-code");
    expect(error.advice).toContain("Harmonized System");
  });

  it("each importer reports in its own edition; a second one is left out, or told", async () => {
    const rows = ["842,M,276,H6,870323,12", "124,M,276,H5,870323,7", "842,M,276,H5,870324,9"];
    const csv = of("comtrade", `${comtrade}\n${rows.map((row) => `A,2023,${row}`).join("\n")}\n`);
    const json = of(
      "comtrade",
      answer(
        record,
        { ...record, reporterCode: 124, classificationCode: "H5" },
        { ...record, classificationCode: "H5", cmdCode: "870324" },
      ),
    );
    const { rows: read, report } = await readTrade(csv);
    expect(read.map(({ importer, hs }) => `${importer} ${hs}`)).toEqual(["USA HS2022", "CAN HS2017"]);
    expect(report.skippedBy).toEqual({ "other-classification": 1 });
    const mixed = await readTrade(json);
    expect(mixed.rows).toHaveLength(3);
    expect(mixed.report.warnings.map(({ code, at }) => [code, at])).toEqual([
      ["two-classifications", { row: 2 }],
    ]);
  });
});

describe("one level of goods", () => {
  const dataWeb = (rows: string) =>
    of("usitc-dataweb", `Data Type,HTS Number,Description,Country,2024\n${rows}`);
  const nested =
    "Customs Value,850760,BATT,China,10\nCustoms Value,8507600010,BATT,China,6\nCustoms Value,8507600020,BATT,China,4\n";

  it("DataWeb gives the most detailed, or that which is asked for", async () => {
    const { rows, report } = await readTrade(dataWeb(nested));
    expect(rows.map(({ value }) => value)).toEqual(["6", "4"]);
    expect(report.skippedBy).toEqual({ "coarser-level": 1 });
    const six = await readTrade({ ...dataWeb(nested), digits: 6 } as TradeReadOptions);
    expect(six.rows.map(({ value }) => value)).toEqual(["10"]);
  });

  it("DataWeb has notes below its total, and no duties without a value", async () => {
    const value = "Customs Value,8507600010,BATT,China,6\n";
    const { rows, report } = await readTrade(dataWeb(`${value}Total:,,,,6\n\n"Note: (D) withheld"\n`));
    expect(rows).toHaveLength(1);
    expect(report.skippedBy).toEqual({ "total-row": 1, footer: 1 });
    const cut = await readRefusal(dataWeb(`${value}Customs Value\n`));
    expect([cut.code, cut.place.line]).toEqual(["field-count", 3]);
    const duties = "Calculated Duties,8507600010,BATT,China,1\nCalculated Duties,8507600020,BATT,China,2\n";
    const error = await readRefusal(dataWeb(`${value}${duties}`));
    expect([error.code, error.place.line]).toEqual(["missing-value", 4]);
  });

  it("BACI has no other level than that of its codes", async () => {
    const text = "t,i,j,k,v,q\n2023,156,842,850760,1.5,1\n";
    const { rows, report } = await readTrade({ ...of("baci", text), digits: 4 } as TradeReadOptions);
    expect([rows, report.skippedBy]).toEqual([[], { "other-level": 1 }]);
  });

  it("what only a coarser row holds is told", async () => {
    const { rows, report } = await readTrade(
      of(
        "comtrade",
        answer({ ...record, cmdCode: "87", primaryValue: 5 }, record, {
          ...record,
          partnerCode: 156,
          cmdCode: "85",
          primaryValue: 100,
        }),
      ),
    );
    expect(rows.map(({ product }) => product)).toEqual(["870323"]);
    expect(report.counts).toEqual({ dataRows: 3, read: 1, skipped: 2, failed: 0 });
    const [warning] = report.warnings;
    expect([warning?.code, warning?.rows, warning?.at]).toEqual(["coarser-without-detail", 1, { row: 2 }]);
    expect(warning?.note).toContain("85 of CHN");
  });
});

describe("a year and its months", () => {
  const months = (...periods: string[]) => ({
    ...of("comtrade", answer(...periods.map((period) => ({ ...record, period })))),
  });

  it.each([[["2023", "202305"]], [["202305", "2023"]]])("are not added up: %s", async (periods) => {
    const error = await refusalOf(() => readBaseline({ file: months(...periods), ...heading }));
    expect(error.code).toBe("mixed-periods");
  });

  it("nor in a file of one's own, by whichever way its lines are read", async () => {
    for (const amounts of [
      ["12", "1"],
      ['"1,200"', '"1,000"'],
    ]) {
      const text = `partner,hs,value,when\nCHN,85,${amounts[0]},2023\nCHN,85,${amounts[1]},2023-05\n`;
      const file: TradeReadOptions = {
        source: { text },
        format: "csv",
        columns: { exporter: "partner", product: "hs", value: "value", year: "when" },
        economies: "iso-alpha-3",
        importer: "USA",
        currency: "USD",
      };
      const error = await refusalOf(() => readBaseline({ file, ...heading }));
      expect(error.code).toBe("mixed-periods");
      expect(error.advice).toContain("line 3 has 2023-05");
    }
  });

  it("some of the months are no year, and it says so", async () => {
    const { report, baseline } = await readBaseline({ file: months("202304", "202305"), ...heading });
    expect(baseline.columns.customsValue).toEqual(["10"]);
    expect(report.warnings.map(({ code, rows, note }) => [code, rows, note])).toEqual([
      ["part-of-a-year", 2, "The figures cover 2 of the 12 months of 2023 only."],
    ]);
    const all = Array.from({ length: 12 }, (_, at) => `2023${String(at + 1).padStart(2, "0")}`);
    expect((await readBaseline({ file: months(...all), ...heading })).report.warnings).toEqual([]);
  });
});
