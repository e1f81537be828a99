import { expect, it } from "vitest";
import { listFiles, readSource } from "./sources.js";

const pages = listFiles("docs").filter((path) => path.endsWith(".md") && !path.startsWith("docs/api/"));

it.each(pages)("%s begins with its title as front matter", (path) => {
  expect(readSource(path).text).toMatch(/^---\ntitle: \S.*\n(?:[a-z]+: .*\n)*---\n\n(?:<div .*>\n\n)?# \S/);
});
