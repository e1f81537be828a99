/** Refuses a release that lacks what npm or a reader needs; `npm publish` runs it first. */
import { readFileSync } from "node:fs";
import { unready } from "./unready.js";

const missing = unready(
  JSON.parse(readFileSync("package.json", "utf8")),
  readFileSync("CHANGELOG.md", "utf8"),
);
for (const sentence of missing) console.error(sentence);
if (missing.length > 0) process.exitCode = 1;
