import { accounting, januaryScenarios, workingMarkdown, workingOf, workingText } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { describe, expect, it } from "vitest";
import { coloursFor } from "../../src/cli/colours.js";
import { cli } from "./runCli.js";

const which = ["--dimension", "exporter", "--key", "CHN", "--indicator", "additionalDuties"];
const words = ["working", "@china-10", "--model", "accounting", ...which];
const outcome = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
const working = workingOf(outcome, { dimension: "exporter", key: "CHN", indicator: "additionalDuties" });

describe("working", () => {
  it("writes the working of a number as text, Markdown and JSON", async () => {
    expect(await cli(words)).toEqual({ code: 0, out: workingText(working), err: "" });
    const markdown = await cli([...words, "--format", "markdown"]);
    expect(markdown.out.trimEnd()).toBe(workingMarkdown(working).trimEnd());
    expect(JSON.parse((await cli([...words, "--format", "json"])).out)).toEqual(
      JSON.parse(JSON.stringify(working)),
    );
  });

  it("has a working of a solved model, with its equations", async () => {
    const { code, out } = await cli([
      "working",
      "@china-10",
      "--model",
      "partial",
      ...["importDemandElasticity=-1", "substitutionElasticity=3", "exportSupplyElasticity=infinite"].flatMap(
        (each) => ["--assume", each],
      ),
      ...["--dimension", "all", "--key", "all", "--indicator", "additionalDuties"],
    ]);
    expect(code).toBe(0);
    expect(out).toContain("substitutionElasticity");
  });

  it("a number that the outcome does not have or another format is exit code 2", async () => {
    const none = await cli([...words.slice(0, -1), "happiness"]);
    expect([none.code, none.out]).toEqual([2, ""]);
    expect(none.err).toContain("additionalDuties");
    expect((await cli([...words, "--format", "csv"])).code).toBe(2);
    expect((await cli(words.slice(0, -2))).code).toBe(2);
  });
});

describe("colours", () => {
  const run = ["run", "@china-10", "--model", "accounting"];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is looked for.
  const plain = (text: string) => text.replaceAll(/\u001b\[\d+m/g, "");

  it("set off heads and errors, and change no word", async () => {
    for (const asked of [
      run,
      words,
      ["explain", "@china-10", "--importer", "USA", "--exporter", "CHN", "--product", "85"],
    ]) {
      const [bare, coloured] = [await cli(asked), await cli(asked, "", true)];
      expect(coloured.out).not.toBe(bare.out);
      expect(plain(coloured.out)).toBe(bare.out);
      expect(plain(bare.out)).toBe(bare.out);
    }
    const wrong = ["validate", "-"];
    const [bare, coloured] = [await cli(wrong, '{"id": 1}'), await cli(wrong, '{"id": 1}', true)];
    expect(coloured.err).not.toBe(bare.err);
    expect(plain(coloured.err)).toBe(bare.err);
  });

  it.each(["csv", "json", "markdown"])("never in %s, which programs read", async (format) => {
    const asked = [...run, "--format", format];
    expect(await cli(asked, "", true)).toEqual(await cli(asked));
  });

  it("on a terminal only, and NO_COLOR is heard", () => {
    expect(coloursFor({ isTTY: true }, {})).toBe(true);
    expect(coloursFor({}, {})).toBe(false);
    expect(coloursFor({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
    expect(coloursFor({ isTTY: true }, { NO_COLOR: "" })).toBe(true);
    expect(coloursFor({ isTTY: true }, { TERM: "dumb" })).toBe(false);
  });
});
