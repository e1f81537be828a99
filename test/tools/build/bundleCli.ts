import { chmod } from "node:fs/promises";
import { build } from "esbuild";

/**
 * Bundles the command line into one file with the packages it stands on, so that the library depends on none of them. Of
 * the library itself nothing is copied: the command imports it as every user does.
 */
export async function bundleCli(): Promise<void> {
  await build({
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli/main.js",
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minify: true,
    legalComments: "none",
    // The main file of jsonc-parser loads its parts in a way that no bundler follows.
    mainFields: ["module", "main"],
    external: ["tariff-whatif", "tariff-whatif/*"],
    // The paths of tsconfig.json lead to the sources; here the built package is meant.
    tsconfigRaw: {},
    banner: {
      js: '#!/usr/bin/env node\nimport{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);',
    },
  });
  await chmod("dist/cli/main.js", 0o755);
}
