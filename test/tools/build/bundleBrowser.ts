import { readFile } from "node:fs/promises";
import { build } from "esbuild";

/**
 * What the one file for a page without a bundler holds: the way from a scenario to a table, formulas and uncertainty, the
 * world model, and the figures they start from. Law, readers, SQL, prices and sectors bring data or code of the
 * same size again; who needs them has a bundler.
 */
export const inTheBrowserFile = [
  "tariff-whatif",
  "tariff-whatif/formulas",
  "tariff-whatif/parameters",
  "tariff-whatif/uncertainty",
  "tariff-whatif/world",
  "tariff-whatif/data/us-imports-2024",
  "tariff-whatif/data/world-2023",
] as const;

/** Writes it from what stands in dist, decimal.js included, so that a page makes one request. */
export async function bundleBrowser(): Promise<void> {
  const { name, version } = JSON.parse(await readFile("package.json", "utf8")) as Record<string, string>;
  await build({
    stdin: {
      contents: inTheBrowserFile.map((entry) => `export * from "${entry}";`).join("\n"),
      resolveDir: process.cwd(),
    },
    outfile: "dist/browser/tariff-whatif.min.js",
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    // The paths of tsconfig.json lead to the sources; here the built package is meant.
    tsconfigRaw: {},
    banner: {
      js: `/*! ${name} ${version}, MIT; with decimal.js, zod, d3-random, pure-rand: THIRD-PARTY-LICENCES.txt */`,
    },
  });
}
