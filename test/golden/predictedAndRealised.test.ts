import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../house/sources.js";
import { renderPage } from "../tools/realised/render.js";

const page = join(root, "docs/guides/predicted-and-realised.md");

it("the page predicted-and-realised is what is computed; UPDATE=1 rewrites it", { timeout: 300_000 }, () => {
  const rendered = renderPage();
  if (process.env.UPDATE === "1") writeFileSync(page, rendered);
  expect(readFileSync(page, "utf8")).toBe(rendered);
});
