import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { cli } from "./runCli.js";

const folder = mkdtempSync(join(tmpdir(), "cli-figures-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const text = `country,hs10,val,dut
CHN,8507600010,2436201333,314058450
CHN,8507600020,13219910483,779959730
CAN,0101210010,809426,0
`;
const columns = ["--columns", "partner=country,product=hs10,value=val,duties=dut"];
const about = ["--economies", "iso-alpha-3", "--importer", "USA", "--year", "2024", "--currency", "USD"];
const run = ["run", "@china-10", "--model", "accounting", "--indicator", "additionalDuties"];
const csv = (baseline: string) => [...run, "--format", "csv", "--baseline", baseline, ...columns, ...about];
// 10 percent of 2,436,201,333 + 13,219,910,483.
const added = "1565611181.6";

describe("run on a CSV file", () => {
  it.each([
    ["plain", "lines.csv", text],
    ["gzipped", "lines.csv.gz", gzipSync(text)],
  ])("counts lines of a %s file, and writes nothing else", async (_, name, content) => {
    const { code, out, err } = await cli(csv(file(name, content)));
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`,additionalDuties,imports of the United States,${added},`);
  });

  it("reads it from stdin", async () => {
    const { code, out } = await cli(csv("-"), gzipSync(text));
    expect(code).toBe(0);
    expect(out).toContain(`,${added},`);
  });

  it("takes another delimiter, and adds rows of one flow up where that is asked for", async () => {
    const semicolons = `${text}CHN,8507600010,1000000000,0\n`.replaceAll(",", ";");
    const name = file("repeated.csv", semicolons);
    const refused = await cli([...csv(name), "--delimiter", ";"]);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/repeated\.csv:5/);
    const words = [...csv(name), "--delimiter", ";", "--repeated-flows", "add"];
    expect((await cli(words)).out).toContain(",1665611181.6,");
  });

  it("takes a file as a spreadsheet of another country saves it", async () => {
    const written = "Länder;hs10;Wert;dut\nCHN;8507600010;1.200,50;1,25\n";
    const rest = ["--columns", "partner=Länder,product=hs10,value=Wert,duties=dut", ...about];
    const signs = ["--delimiter", ";", "--decimal", ","];
    const latin = file("latin.csv", Buffer.from(written, "latin1"));
    const wide = file("wide.csv", Buffer.from(`\ufeff${written}`, "utf16le"));
    for (const [name, encoding] of [
      [latin, "windows-1252"],
      [wide, "utf-16le"],
    ] as const) {
      const words = [...run, "--format", "csv", "--baseline", name, ...rest, ...signs];
      expect((await cli(words)).code).toBe(1);
      const { out, err } = await cli([...words, "--encoding", encoding]);
      expect([err, out.includes(",120.05,")]).toEqual(["", true]);
    }
    const { code, err } = await cli([...run, "--decimal", ","]);
    expect([code, err]).toEqual([2, expect.stringContaining("--decimal")]);
  });

  it("breaks down by code and takes the working of a number of it", async () => {
    const name = file("lines.csv", text);
    const rest = ["--baseline", name, ...columns, ...about];
    const { out } = await cli([...run, "--by", "product", "--format", "csv", ...rest]);
    expect(out).toContain("8507600020");
    const words = ["--dimension", "exporter", "--key", "CHN", "--indicator", "additionalDuties"];
    const working = await cli(["working", "@china-10", "--model", "accounting", ...words, ...rest]);
    expect(working.out).toContain("additional duties = duties after - duties before");
  });

  it("says where a row is wrong: exit code 1, with file, line and column", async () => {
    const { code, out, err } = await cli(csv(file("wrong.csv", text.replace("CAN", "CAX"))));
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^wrong\.csv:4:country|wrong\.csv:4:country/);
    expect(err).toContain("[unknown-partner]");
  });

  it("says that a file is cut off, and gives no answer", async () => {
    const { code, out, err } = await cli(csv(file("cut.csv.gz", gzipSync(text).subarray(0, 60))));
    expect([code, out]).toEqual([1, ""]);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it.each([
    ["no file", [...run, ...columns, ...about], /--columns: name the CSV file/],
    ["no columns", [...run, ...about], /--economies: .*--columns/],
    [
      "a column that is none",
      [...csv("x.csv"), "--columns", "partner=a,value=b,colour=c"],
      /--columns colour/,
    ],
    ["no column of values", [...csv("x.csv"), "--columns", "partner=a"], /which column is the value/],
    ["a missing file", csv(join(folder, "none.csv")), /there is no such file/],
    ["a folder", csv(folder), /it is a directory/],
    ["a year in words", [...csv("x.csv"), "--year", "MMXX"], /--year MMXX/],
    [
      "no importer",
      [...run, "--baseline", "x.csv", ...columns, ...about.slice(0, 2), ...about.slice(4)],
      /--importer: no column says who imports/,
    ],
  ])("%s is exit code 2 and one line", async (_, words, line) => {
    const { code, out, err } = await cli(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(line);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});
