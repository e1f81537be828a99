import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cli } from "./runCli.js";

const folder = mkdtempSync(join(tmpdir(), "outside-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const start = (await cli(["init"])).out;
const good = file("good.json", start);
const eu = ["@eu", "--model", "accounting", "--parameter", "euRate", "--indicator", "additionalDuties"];
const run = ["run", "@china-10", "--model", "accounting"];
const seek = ["seek", ...eu, "--target", "1000000000 USD of 2024"];

describe("an option that cannot be carried out is exit code 2, and is named", () => {
  it.each([
    ["--by", [...run, "--by", "foo"]],
    ["--places ", [...run, "--places", ""]],
    ["--places abc", [...run, "--places", "abc", "--format", "csv"]],
    ["--money-in bilion", [...run, "--money-in", "bilion"]],
    ["--against", [...run, "--against", "foo"]],
    ["--show", [...run, "--show", "foo"]],
    ["--indicator", [...run, "--indicator", "dutes"]],
    ["--indicator dutes", [...run, "--indicator", "dutes", "--format", "csv"]],
    ["--set carRate", ["run", good, "--model", "accounting", "--set", "carRate=0.1"]],
    ["--assume substitutionElasticity", [...partial("abc")]],
    ["--parameter", ["sweep", ...eu.with(4, "eurate"), "--values", "1%"]],
    ["--values", ["sweep", ...eu, "--values", "1%,2"]],
    ["--key ZZZ", ["sweep", ...eu, "--values", "1%", "--dimension", "exporter", "--key", "ZZZ"]],
    ["--dimension exportr", ["sweep", ...eu, "--values", "1%", "--dimension", "exportr"]],
    ["--between", [...seek, "--between", "9%,1%", "--tolerance", "1"]],
    ["--tolerance", [...seek, "--between", "0%,9%", "--tolerance", "x"]],
    ["--target", [...seek.with(-1, "12%"), "--between", "0%,9%", "--tolerance", "1"]],
    ["--exporter", ["explain", "@china-10", "--importer", "USA", "--exporter", "XX", "--product", "01"]],
    ["--on", ["explain", "@china-10", ..."--importer USA --exporter CHN --product 01 --on x".split(" ")]],
    ["--economies", [...run, ...csvOf("a.csv", "country,val\nCHN,1\n"), "--economies", "iso"]],
    ["--columns", [...run, "--baseline", file("b.csv", "country,val\nCHN,1\n")]],
  ])("%s", async (option, words) => {
    const { code, out, err } = await cli(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^\S.*\n$/);
    expect(err).toContain(option);
  });

  it("but a question without an answer is exit code 1", async () => {
    const words = [...seek.with(-1, "9000000000000 USD of 2024"), "--between", "0%,9%", "--tolerance", "1"];
    expect((await cli(words)).code).toBe(1);
  });
});

function partial(substitution: string): readonly string[] {
  const values = ["importDemandElasticity=-1", "exportSupplyElasticity=infinite"];
  const all = [...values, `substitutionElasticity=${substitution}`];
  return ["run", "@china-10", "--model", "partial", ...all.flatMap((one) => ["--assume", one])];
}

function csvOf(name: string, text: string): readonly string[] {
  const said = ["--importer", "USA", "--year", "2024", "--currency", "USD"];
  return ["--baseline", file(name, text), "--columns", "partner=country,value=val", ...said];
}

describe("a number is what it says in every format", () => {
  it("run: CSV has the period beside unit and scope, and the indicators asked for alone", async () => {
    const { out } = await cli([...run, "--format", "csv", "--indicator", "effectiveRate"]);
    expect(out.trimEnd().split("\r\n")).toEqual([
      "scenario,model,dimension,key,name,indicator,scope,level,unit,difference,differenceUnit,percentChange,title,period",
      expect.stringMatching(
        /,effectiveRate,imports of the United States,3\.66\d+,%,.*,a year of trade as in us/,
      ),
    ]);
    const json = JSON.parse((await cli([...run, "--format", "json", "--indicator", "duties"])).out);
    expect(json.rows.map(({ indicator }: { indicator: string }) => indicator)).toEqual(["duties"]);
  });

  it("sweep and seek of one partner name the partner, the trade and the time", async () => {
    const one = ["--dimension", "exporter", "--key", "EU27"];
    const sweep = ["sweep", ...eu, "--values", "10%", ...one];
    expect((await cli(sweep)).out).toContain("additionalDuties of exporter EU27");
    const found = [...seek, "--between", "0%,9%", "--tolerance", "1", ...one];
    expect((await cli(found)).out).toContain("additionalDuties of exporter EU27");
    const said = {
      model: "accounting",
      key: "EU27",
      name: "European Union (27)",
      scope: "exports to the United States",
      period: "a year of trade as in us-imports-2024",
    };
    expect(JSON.parse((await cli([...sweep, "--format", "json"])).out)[0]).toMatchObject(said);
    expect(JSON.parse((await cli([...found, "--format", "json"])).out)).toMatchObject(said);
    expect((await cli([...found, "--format", "csv"])).out).toMatch(
      /1000000000(\.\d+)?,USD of 2024,.*,a year of/,
    );
  });

  it("the values of a parameter with a title stand in the table of a sweep alone", async () => {
    expect((await cli(["sweep", ...eu, "--values", "10%,20%"])).out).not.toContain("(not stated) = 10%");
  });
});

describe("files that nobody meant", () => {
  it("one that cannot be read does not silence the others", async () => {
    const bad = file("bad.json", start.replace('"20%"', '"20"'));
    const { code, err } = await cli(["validate", bad, join(folder, "none.json"), good]);
    expect(code).toBe(2);
    expect(err).toContain("bad.json:19:15 ");
    expect(err).toContain("none.json: there is no such file");
  });

  it("a key that stands twice hides no other mistake", async () => {
    const both = start.replace('"20%"', '"20"').replace('"id": "cars"', '"id": "cars", "id": "cars"');
    const { err } = await cli(["validate", file("both.json", both)]);
    expect(err).toMatch(/\[not-a-rate\]\n.*"id" stands twice/);
  });

  it("one that nests without end is told in a line", async () => {
    const { code, err } = await cli(["validate", file("deep.json", "[".repeat(100_000))]);
    expect([code, err]).toEqual([1, expect.stringMatching(/deep\.json:1:1 JSON: it nests too deeply.*\n$/)]);
  });

  it("lines end as they end on any machine", async () => {
    for (const end of ["\r\n", "\r"]) {
      const text = start.replaceAll(/^ *\/\/.*\n/gm, "").replace('"20%"', '"20"');
      const line = text.slice(0, text.indexOf('"20"')).split("\n").length;
      const { err } = await cli(["validate", file("ends.json", text.replaceAll("\n", end))]);
      expect(err).toMatch(new RegExp(`ends\\.json:${line}:15 `));
    }
  });

  it("a scenario whose key evaluate is misspelled is told how it was read", async () => {
    const { err } = await cli(["validate", file("e.json", start.replace('"evaluate"', '"evalute"'))]);
    expect(err).toContain('it was read as a policy: it has no key "evaluate". --as scenario');
  });

  it("stdin is read once, and two scenarios of one name are told apart", async () => {
    const twice = await cli(["run", "-", "-", "--model", "accounting", "--set", "carRate=1%"], start);
    expect([twice.code, twice.err]).toEqual([2, expect.stringContaining("stdin: it is read once")]);
    const copy = file("copy.json", start);
    const same = await cli(["run", good, copy, "--model", "accounting", "--set", "carRate=1%"]);
    expect(same.code).toBe(2);
    expect(same.err).toContain(`copy.json: its id "my-scenario" is that of ${good}`);
  });

  it("columns that are empty or binary are exit code 2, as other files are", async () => {
    for (const text of ["", "a\0b\n"]) {
      const { code } = await cli([...run, ...csvOf("x.csv", text), "--economies", "iso-alpha-3"]);
      expect(code).toBe(2);
    }
  });
});

describe.runIf(existsSync("/dev/full"))("where nothing can be written", () => {
  it("a full disk takes one line and exit code 2", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", "init"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([2, "stdout: it cannot be written (ENOSPC).\n"]);
  });
});
