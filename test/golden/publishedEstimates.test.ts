import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../house/sources.js";
import { describeShared, readSharedJson } from "../support/sharedCases.js";
import { countOf, type Estimate, nameOf, shownBy } from "../tools/published/estimates.js";
import { renderGuide } from "../tools/published/render.js";
import { treatments } from "../tools/published/treatments.js";

const page = join(root, "docs/guides/beside-published-estimates.md");

describeShared("published estimates beside ours", () => {
  const { estimates } = readSharedJson<{ estimates: Estimate[] }>("figures/published-estimates.json");

  it("treats every estimate, each once, and nothing else", () => {
    expect(Object.keys(treatments).sort()).toEqual(estimates.map(nameOf).sort());
  });

  it.each(estimates.map((estimate) => [nameOf(estimate), estimate] as const))(
    "shows every number of %s",
    (name, estimate) => {
      const shown = treatments[name]?.parts.map(({ pick }) => shownBy(pick)) ?? [];
      expect(shown.reduce((sum, count) => sum + count, 0)).toBe(countOf(estimate));
    },
  );

  it("is the page in docs/guides; UPDATE=1 rewrites it", () => {
    const rendered = renderGuide(estimates);
    if (process.env.UPDATE === "1") writeFileSync(page, rendered);
    expect(readFileSync(page, "utf8")).toBe(rendered);
  });
});
