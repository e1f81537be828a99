import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listFiles, readSource, root } from "./sources.js";

const folder = mkdtempSync(join(tmpdir(), "pictures-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  const words = ["--import", "tsx", "examples/run.ts", "pictures", folder];
  const drawn = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  expect([drawn.status, drawn.stderr]).toEqual([0, ""]);
});

const committed = listFiles("docs/pictures");
const pages = ["README.md", ...listFiles("docs").filter((path) => /^docs\/(guides\/)?[^/]+\.md$/.test(path))];
const shown = pages.flatMap((path) =>
  [...readSource(path).text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = "", target = ""]) => ({
    path,
    alt,
    target: join(dirname(path), target),
  })),
);
const unescaped = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");

describe("the pictures of README and guides", () => {
  it("are those that npm run example -- pictures draws", () => {
    expect(readdirSync(folder).sort()).toEqual(committed.map((path) => basename(path)));
    const changed = committed.filter(
      (path) => readSource(path).text !== readFileSync(join(folder, basename(path)), "utf8"),
    );
    expect(changed).toEqual([]);
  });

  it("are each shown, one of them near the top of the README", () => {
    expect(committed.filter((path) => !shown.some(({ target }) => target === path))).toEqual([]);
    const { text } = readSource("README.md");
    expect(text.slice(0, text.indexOf("![")).split("\n").length).toBeLessThan(15);
  });

  it("have the text alternative of the picture, and clip no label", () => {
    expect(shown.length).toBeGreaterThan(0);
    for (const { path, alt, target } of shown) {
      const svg = readSource(target).text;
      const [, label = ""] = /<svg [^>]*aria-label="([^"]+)"/.exec(svg) ?? [];
      expect(alt, `${path}: ${target}`).toBe(unescaped(label));
      expect(svg, target).not.toContain("…");
    }
  });
});
