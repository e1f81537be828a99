import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { add } from "../support/steps.js";
import { cli } from "./runCli.js";

const folder = mkdtempSync(join(tmpdir(), "remarks-"));
afterAll(() => rmSync(folder, { recursive: true }));

const winter = { seasons: [{ from: "12-01", to: "03-31" }] } as const;
const file = (id: string, evaluate: object, parameters: object, ...steps: object[]): string => {
  const path = join(folder, `${id}.json`);
  const scenario = { id, title: id, evaluate: { statuses: "any-status", ...evaluate }, parameters, steps };
  writeFileSync(path, JSON.stringify(scenario));
  return path;
};
const rate = { rate: { kind: "rate", title: "the rate" } };
const open = { exporters: ["CHN"], rate: { parameter: "rate" } as never } as const;
const words = ["--model", "accounting", "--parameter", "rate", "--indicator", "additionalDuties"];
const seasonal = "is in force for 121 days of every year";

describe("what the numbers of the command line rest on", () => {
  it("stands below a sweep and a search too, for people alone", async () => {
    const path = file("open", { on: "2025-12-15" }, rate, add("winter", { ...open, dates: winter }));
    const sweep = ["sweep", path, ...words, "--values", "10%,20%"];
    const swept = (await cli(sweep)).out;
    expect(swept).toContain(seasonal);
    expect(swept).toContain("imports of the United States, a year of trade as in us-imports-2024");
    expect((await cli([...sweep, "--format", "csv"])).out).not.toContain(seasonal);
    const between = ["--between", "0%,100%", "--tolerance", "1", "--target", "42942583500 USD of 2024"];
    const sought = await cli(["seek", path, ...words, ...between]);
    expect(sought.out).toContain(seasonal);
    expect(JSON.parse((await cli([...sweep, "--format", "json"])).out)).toHaveLength(2);
  });

  it("says of which scenario a note holds, where it does not hold for all", async () => {
    const step = add("winter", { exporters: ["CHN"], dates: winter });
    const day = file("day", { on: "2025-12-15" }, {}, step);
    const year = file("year", { over: { from: "2025-01-01", to: "2025-12-31" } }, {}, step);
    const { out } = await cli(["run", day, year, "--model", "accounting"]);
    expect(out).toContain(`- day: Step winter ${seasonal}`);
    expect(out).toContain("- year: Duties are the average of the 365 days");
    expect((await cli(["run", day, "--model", "accounting"])).out).toContain(`- Step winter ${seasonal}`);
  });

  it("names the indicators where one is misspelled", async () => {
    const { code, err } = await cli(["run", "@china-10", "--model", "accounting", "--indicator", "dutes"]);
    expect(code).toBe(2);
    expect(err).toContain(
      '--indicator: Did you mean "duties"? Name one of customsValue, duties, additionalDuties, effectiveRate.',
    );
  });
});

describe("seek", () => {
  it("prints every rate that reaches the target: revenue rises and falls again", async () => {
    const path = file("hump", { on: "any-date" }, rate, add("china", open));
    const partial = [
      "substitutionElasticity=4",
      "importDemandElasticity=-1",
      "exportSupplyElasticity=infinite",
    ];
    const { out } = await cli([
      ...[
        "seek",
        path,
        "--model",
        "partial",
        ...words.slice(2),
        ...partial.flatMap((one) => ["--assume", one]),
      ],
      ...["--between", "0%,300%", "--tolerance", "1000", "--target", "20000000000 USD of 2024"],
    ]);
    const rows = out.split("\n").filter((line) => line.includes("USD 20.00 billion"));
    expect(rows).toHaveLength(2);
    const [low, high] = rows.map((line) => Number.parseFloat(line)) as [number, number];
    expect(low).toBeLessThan(high);
  });
});
