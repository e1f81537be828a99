import { type CsvReadOptions, readTrade, type TradeFile } from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";
import { readRefusal } from "../support/readRefusal.js";

const own = (text: string, columns: CsvReadOptions["columns"]): CsvReadOptions => ({
  source: { text },
  format: "csv",
  columns,
  economies: "iso-alpha-3",
  importer: "USA",
  year: 2024,
  currency: "USD",
});
const figures = ({ rows }: TradeFile) =>
  rows.map(({ exporter, product, value, duties }) => [exporter, product, value, duties].join(" "));

describe("columns by their names", () => {
  it.each([
    ["国家,商品,关税,金额", { exporter: "国家", product: "商品", value: "金额", duties: "关税" }],
    ["страна,код,пошлина,сумма", { exporter: "страна", product: "код", value: "сумма", duties: "пошлина" }],
    ["Länder,Güter,Zölle,Wert", { exporter: "Länder", product: "Güter", value: "Wert", duties: "Zölle" }],
    ["who,what,%,$", { exporter: "who", product: "what", value: "$", duties: "%" }],
    // The accent as a sign of its own, as some systems write it.
    ["qui,quoi,taxe,donne\u0301e", { exporter: "qui", product: "quoi", value: "donnée", duties: "taxe" }],
  ])("in other scripts: %s", async (header, columns) => {
    const text = `${header}\nCHN,8507,3,1200\nCAN,0101,0,300\n`;
    expect(figures(await readTrade(own(text, columns)))).toEqual(["CHN 8507 1200 3", "CAN 0101 300 0"]);
  });

  it("a name in another script that is not there is missing", async () => {
    const text = "国家,商品,金额\nCHN,8507,1200\n";
    const error = await readRefusal(own(text, { exporter: "国家", product: "商品", value: "总额" }));
    expect([error.code, error.place.line]).toEqual(["missing-column", 1]);
  });

  it("a name as it is written goes before one that only resembles it", async () => {
    const text = "partner,hs,Value (%),value\nCHN,8507,9,1200\n";
    const columns = { exporter: "partner", product: "hs", value: "value" };
    expect(figures(await readTrade(own(text, columns)))).toEqual(["CHN 8507 1200 "]);
  });

  it.each(["partner,hs,value,value", "partner,hs,VALUE,Value ($)"])(
    "a name for two columns is refused: %s",
    async (header) => {
      const columns = { exporter: "partner", product: "hs", value: "value" };
      const error = await readRefusal(own(`${header}\nCHN,8507,1,2\n`, columns));
      expect([error.code, error.place]).toEqual(["conflicting-columns", { line: 1, column: "value" }]);
      expect(error.advice).toContain("column 3 and column 4");
    },
  );

  it("a file of an office has no option for its separator", async () => {
    const error = await readRefusal({
      source: { text: "t;i;j;k;v;q\n2023;156;842;850760;1;\n" },
      format: "baci",
    });
    expect(error.code).toBe("wrong-delimiter");
    expect(error.advice).not.toContain("Set delimiter");
  });
});
