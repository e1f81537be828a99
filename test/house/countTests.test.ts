import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "count-"));
const report = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const good = report("good.json", '{ "numPassedTests": 1700, "numFailedTests": 0 }');
const bad = report("bad.json", '{ "numPassedTests": 1699, "numFailedTests": 1 }');
const torn = report("torn.json", '{ "numPassedTests": 17');
const absent = join(folder, "absent.json");

/** The last line and the exit code. */
const count = (...words: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, ["test/tools/ci/countTests.mjs", ...words], {
    encoding: "utf8",
  });
  return [stdout.trim().split("\n").at(-1), status];
};

describe("the count at the end of .ci/run", () => {
  it("passes where all ran and passed", () =>
    expect(count("0", `${good}:1700`)).toEqual(["1700 passed, 0 failed", 0]));
  it("adds the reports up", () =>
    expect(count("0", `${good}:1`, `${good}:1`)).toEqual(["3400 passed, 0 failed", 0]));
  it.each([
    ["a failed test", ["1", `${bad}:1`], "1699 passed, 1 failed"],
    ["a failed step without a failed test", ["1", `${good}:1`], "1700 passed, 1 failed"],
    ["a report that was not written", ["0", `${absent}:1`], "0 passed, 1 failed"],
    ["a report that broke off", ["0", `${torn}:1`], "0 passed, 1 failed"],
    ["fewer tests than the floor", ["0", `${good}:1701`], "1700 passed, 1 failed"],
    ["a report without a floor", ["0", good], "1700 passed, 1 failed"],
    ["no report", ["0"], "0 passed, 1 failed"],
  ])("fails after %s", (_, words, line) => expect(count(...words)).toEqual([line, 1]));
});
