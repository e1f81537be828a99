import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSrc, root } from "./sources.js";

const keys = new Set(
  [...readFileSync(join(root, "docs/REFERENCES.md"), "utf8").matchAll(/\*\*([^*]+)\*\*:/g)].map(
    ([, key]) => key,
  ),
);

/** The text of each **Source** in a file, its lines joined. */
const cited = (text: string): string[] =>
  [...text.matchAll(/\*\*Source\*\*: ((?:.*\n)(?:\s*\* (?!@|\*\*|```).+\n)*)/g)].map(([, lines]) =>
    (lines as string).replaceAll(/\n\s*\* /g, " "),
  );

describe("docstrings cite", () => {
  const all = readSrc().flatMap(({ path, text }) => cited(text).map((source) => [path, source] as const));

  it("sources", () => {
    expect(all.length).toBeGreaterThan(50);
  });

  it.each(all)("by a key of the references, in %s", (_, source) => {
    const found = [...source.matchAll(/\[([^\]]+)\]/g)].map(([, key]) => key as string);
    // Some point to the docstring that has the source.
    expect(found.length > 0 || source.includes("{@link")).toBe(true);
    expect(found.filter((key) => !keys.has(key))).toEqual([]);
  });
});
