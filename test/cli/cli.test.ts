import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { januaryScenarios } from "tariff-whatif";
import { afterAll, describe, expect, it } from "vitest";
import { cli } from "./runCli.js";

const folder = mkdtempSync(join(tmpdir(), "cli-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const start = (await cli(["init"])).out;
const good = file("good.json", start);
const partial = [
  ["importDemandElasticity", "-1"],
  ["substitutionElasticity", "3"],
  ["exportSupplyElasticity", "infinite"],
].flatMap(([name, value]) => ["--assume", `${name}=${value}`]);

describe("run", () => {
  it("gives the figures of the article's scenarios, quietly", async () => {
    const { code, out, err } = await cli([
      "run",
      "@china-10",
      "@china-mexico-canada",
      "--model",
      "accounting",
      "--places",
      "4",
    ]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("USD 42.9426 billion");
    expect(out).toContain("USD 271.7257 billion");
    expect(out).toContain("imports of the United States");
  });

  it("reads stdin and writes JSON with every digit", async () => {
    const { code, out } = await cli(
      ["run", "-", "--model", "accounting", "--format", "json"],
      JSON.stringify(januaryScenarios.china10),
    );
    expect(code).toBe(0);
    const rows = (JSON.parse(out) as { rows: { indicator: string; level: unknown }[] }).rows;
    expect(rows.find(({ indicator }) => indicator === "additionalDuties")?.level).toMatchObject({
      amount: "42942583500",
    });
  });

  it("breaks down, in CSV and in Markdown", async () => {
    const csv = await cli([
      "run",
      "@china-10",
      "--model",
      "accounting",
      "--by",
      "exporter,exporter/chapter",
      "--format",
      "csv",
    ]);
    expect(csv.out).toMatch(/^scenario,model,dimension,key,name,indicator,scope,level,unit/);
    expect(csv.out).toContain(",exporter/chapter,CHN/85,");
    const markdown = await cli([
      "run",
      "@china-10",
      "--model",
      "accounting",
      "--by",
      "exporter",
      "--format",
      "markdown",
      "--indicator",
      "additionalDuties",
    ]);
    expect(markdown.out).toMatch(/\| China +\| USD 42\.94 billion \|/);
  });

  it("closes open parameters, and says which are open", async () => {
    const open = await cli(["run", good, "--model", "accounting"]);
    expect([open.code, open.out]).toEqual([2, ""]);
    expect(open.err).toContain("--set carRate=10%");
    expect((await cli(["run", good, "--model", "accounting", "--set", "carRate=25%"])).out).toContain(
      "USD 16.88 billion",
    );
    const slip = await cli(["run", good, "--model", "accounting", "--set", "carrate=25%"]);
    expect([slip.code, slip.err]).toEqual([
      2,
      "--set carrate: no scenario has this parameter; there are carRate.\n",
    ]);
  });

  it("takes assumptions for the partial model and the world, and has none of its own", async () => {
    const none = await cli(["run", "@china-10", "--model", "partial"]);
    expect([none.code, none.out]).toEqual([2, ""]);
    expect(none.err).toContain("no default");
    const { code, out } = await cli(["run", "@china-10", "--model", "partial", ...partial]);
    expect(code).toBe(0);
    expect(out).toContain("substitutionElasticity = 3");
    const world = [
      ["parameters", "ignatenko2025CompletePassThrough"],
      ["revenueUse", "incomeTaxRelief"],
      ["deficits", "fixedToWorldIncome"],
      ["weights", "us-imports-2024"],
    ].flatMap(([name, value]) => ["--assume", `${name}=${value}`]);
    expect((await cli(["run", "@china-10", "--model", "world", ...world])).out).toContain("China 10%");
  });
});

describe("sweep, seek and explain", () => {
  const duties = ["--model", "accounting", "--parameter", "carRate", "--indicator", "additionalDuties"];

  it("sweeps one parameter", async () => {
    const { out } = await cli(["sweep", good, ...duties, "--values", "0%,10%,25%", "--format", "csv"]);
    const [head, ...rows] = out.trimEnd().split("\r\n");
    expect(head).toBe(
      "carRate,scenario,model,dimension,key,name,indicator,scope,level,unit,difference,differenceUnit,percentChange,title,period",
    );
    // Read alone, a row still says what its number is: of what trade, in what unit, over what time.
    expect(rows[1]).toBe(
      '10%,my-scenario,accounting,all,all,All trade,additionalDuties,imports of the United States,7418635500,USD of 2024,7418635500,USD of 2024,,"20% on EU steel, and a rate not yet known on its cars (carRate 10%)",a year of trade as in us-imports-2024',
    );
    expect(rows).toHaveLength(3);
  });

  it("seeks the value that reaches a target", async () => {
    const words = [
      ...duties,
      "--between",
      "0%,100%",
      "--target",
      "10000000000 USD of 2024",
      "--tolerance",
      "1",
    ];
    const { code, out } = await cli(["seek", good, ...words, "--format", "json"]);
    expect(code).toBe(0);
    expect(Number.parseFloat((JSON.parse(out) as { value: string }).value)).toBeCloseTo(14.0915981, 6);
  });

  it("a question without an answer is exit code 1", async () => {
    const words = [
      ...duties,
      "--between",
      "0%,1%",
      "--target",
      "10000000000 USD of 2024",
      "--tolerance",
      "1",
    ];
    const { code, out, err } = await cli(["seek", good, ...words]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/\[[a-z-]+\]\n$/);
  });

  it("explains a rate", async () => {
    const words = ["--importer", "USA", "--exporter", "CHN", "--product", "8703", "--base", "mfn=2.5%"];
    expect((await cli(["explain", "@china-10", ...words])).out).toContain("Result: 12.5%");
  });
});

describe("validate", () => {
  it("takes what init writes", async () => {
    const path = join(folder, "new.json");
    expect((await cli(["init", path])).code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(start);
    expect(await cli(["validate", path])).toEqual({ code: 0, out: `${path}: a valid scenario.\n`, err: "" });
    const again = await cli(["init", path]);
    expect([again.code, again.err]).toEqual([2, `${path}: it exists already.\n`]);
  });

  it("tells all three mistakes, each with line and column", async () => {
    const bad = file(
      "bad.json",
      start
        .replace('"20%"', '"20"')
        .replace('"72"', '"7x"')
        .replace('"operator": "add"', '"operater": "add"'),
    );
    const { code, out, err } = await cli(["validate", bad]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/bad\.json:\d+:\d+ /);
    const three = file(
      "three.json",
      start
        .replace('"20%"', '"20"')
        .replace('"72"', '"7x"')
        .replace('"dates": {}', '"dates": { "effective": "2025-02-30" }'),
    );
    const lines = (await cli(["validate", three])).err.trimEnd().split("\n");
    const text = readFileSync(three, "utf8").split("\n");
    expect(lines.map((line) => /\[([a-z-]+)\]$/.exec(line)?.[1])).toEqual([
      "not-a-rate",
      "not-an-hs-code",
      "not-a-date",
    ]);
    for (const [index, wrong] of ['"20"', '"7x"', '"2025-02-30"'].entries()) {
      const [, line, column] = /three\.json:(\d+):(\d+) /.exec(lines[index] as string) ?? [];
      expect(text[Number(line) - 1]?.slice(Number(column) - 1)).toMatch(new RegExp(`^(\\[)?${wrong}`));
    }
  });

  it.each([
    ["text that is not JSON", "{ id: 1 }", /broken\.json:1:3 JSON: /],
    ["a key that stands twice", '{ "id": "a",\n  "id": "b" }', /broken\.json:2:3 "id" stands twice/],
    ["a key that nothing reads", start.replace('"title"', '"titel"'), /broken\.json:4:3 titel: /],
  ])("finds %s", async (_, text, message) => {
    const { code, err } = await cli(["validate", file("broken.json", text)]);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  it("knows a policy and a baseline", async () => {
    const policy = file("policy.json", '{ "id": "none", "title": "No change", "steps": [] }');
    expect((await cli(["validate", policy])).out).toContain("a valid policy");
    const baseline = file("baseline.json", '{ "flows": [] }');
    expect((await cli(["validate", baseline])).err).toContain("id: Add this key");
  });
});

describe("what cannot be carried out is exit code 2 and one line", () => {
  it.each([
    ["a missing file", () => ["validate", join(folder, "none.json")], "there is no such file"],
    ["a directory", () => ["validate", folder], "it is a directory"],
    ["a binary file", () => ["validate", file("a.bin", new Uint8Array([0x7b, 0, 1]))], "binary"],
    [
      "text in another encoding",
      () => ["validate", file("latin.json", new Uint8Array([0x7b, 0xe9]))],
      "UTF-8",
    ],
    ["stdin that closes", () => ["run", "-", "--model", "accounting"], "stdin: it is empty"],
    ["an unknown model", () => ["run", "@china-10", "--model", "magic"], "accounting, partial, world"],
    ["an unknown scenario", () => ["run", "@china-11", "--model", "accounting"], "@china-10"],
    ["an unknown format", () => ["run", "@china-10", "--model", "accounting", "--format", "xml"], "markdown"],
    ["an unknown option", () => ["run", "@china-10", "--modell", "accounting"], "--modell"],
    ["an unknown command", () => ["fly"], "fly"],
  ])("%s", async (_, words, message) => {
    const { code, out, err } = await cli(words());
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err).toMatch(/^[^\n]+\n$/);
  });

  it("help and version are answers", async () => {
    expect(await cli(["--version"])).toEqual({ code: 0, out: "1.2.3\n", err: "" });
    const { code, out } = await cli(["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("Exit codes");
  });
});
