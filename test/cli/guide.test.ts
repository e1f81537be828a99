import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { cli } from "./runCli.js";

const folder = mkdtempSync(join(tmpdir(), "guide-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, "lines.csv.gz"),
  gzipSync("country,hs10,val,dut\nCHN,8703230190,100,5\nMEX,8703230190,200,0\n"),
);

/** Every command of the guide, in order: what one writes the next ones read. */
const commands = [...readFileSync("docs/guides/command-line.md", "utf8").matchAll(/```text\n([\s\S]*?)```/g)]
  .flatMap(([, block = ""]) => block.replaceAll("\\\n", " ").split("\n"))
  .filter((line) => line.startsWith("npx tariff-whatif "));

describe("the guide to the command line", () => {
  it("has commands", () => expect(commands.length).toBeGreaterThan(8));

  it.each(commands)("%s", async (line) => {
    const words = line
      .replace(/ >.*/, "")
      .split(/\s+/)
      .slice(2)
      .map((word) => (/^(my\.json|lines\.csv\.gz)$/.test(word) ? join(folder, word) : word));
    expect((await cli(words)).code).toBe(0);
  });
});
