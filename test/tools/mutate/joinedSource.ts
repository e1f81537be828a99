import { readdirSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { buildSync } from "esbuild";
import type { Plugin } from "vitest/config";

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith(".generated"))
    .map((path) => resolve(folder, path));

/** What tests load of the source: the rooms by their names, and a few files by their paths. */
function entriesOf(): Set<string> {
  const entries = new Set(
    filesOf("src").filter((path) => path.endsWith("index.ts") && !path.includes("/cli/")),
  );
  for (const path of filesOf("test")) {
    if (path.includes("/cli/")) continue;
    for (const [, found] of readFileSync(path, "utf8").matchAll(/from "((?:\.\.\/)+src\/[^"]+)\.js"/g)) {
      entries.add(`${resolve(path, "..", found as string)}.ts`);
    }
  }
  return entries;
}

/**
 * Joins `src` into some files in a folder, and lets the tests load these. Each mistake runs in a new thread, which would
 * otherwise ask for some four hundred modules one by one: two seconds, where the tests themselves take a tenth of one.
 */
export function joinedSource(folder: string): Plugin {
  const entries = entriesOf();
  buildSync({
    entryPoints: [...entries],
    outdir: folder,
    // Said, because the process that runs the tests moved into the copy of the project.
    absWorkingDir: resolve("."),
    outbase: resolve("."),
    bundle: true,
    splitting: true,
    format: "esm",
    target: "node20",
    platform: "node",
    logLevel: "error",
  });
  return {
    name: "joined-source",
    enforce: "pre",
    async resolveId(source, importer) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      if (found === null || !entries.has(found.id)) return null;
      return resolve(folder, relative(".", found.id)).replace(/\.ts$/, ".js");
    },
  };
}
