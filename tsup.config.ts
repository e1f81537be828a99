import { readdir, readFile, writeFile } from "node:fs/promises";
import { posix } from "node:path";
import { build } from "esbuild";
import { defineConfig, type Options } from "tsup";

/** One output file per source file, so that a bundler takes only what is imported. */
const shared = {
  entry: ["src/**/*.ts"],
  bundle: false,
  target: "node20",
  platform: "neutral",
  sourcemap: false,
  clean: true,
  silent: true,
} satisfies Options;

/** d3-random is ES modules only, which older versions of Node 20 cannot require: CommonJS gets a copy with its licence. */
async function copyDistributions(folder: string) {
  const licence = await readFile("node_modules/d3-random/LICENSE", "utf8");
  await build({
    stdin: { contents: 'export * from "d3-random";', resolveDir: "." },
    bundle: true,
    format: "cjs",
    outfile: `${folder}/internal/d3-random.js`,
    banner: { js: `/*! d3-random\n${licence}*/` },
    logLevel: "error",
  });
}

/**
 * Marks the folder as CommonJS. From there Node no longer sees the "#zod" of the package's own package.json, so the
 * files name the loader itself.
 */
async function finishCommonJs() {
  const folder = "dist/cjs";
  await writeFile(`${folder}/package.json`, '{ "type": "commonjs" }\n');
  await copyDistributions(folder);
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith(".js")) continue;
    const path = `${folder}/${name}`;
    const text = await readFile(path, "utf8");
    const to = (file: string) => {
      const direct = posix.relative(posix.dirname(path.replaceAll("\\", "/")), `${folder}/internal/${file}`);
      return `"${direct.startsWith(".") ? direct : `./${direct}`}"`;
    };
    const own = text.replaceAll('"#zod"', to("zod/static.js")).replaceAll('"d3-random"', to("d3-random.js"));
    if (own !== text) await writeFile(path, own);
  }
}

export default defineConfig([
  { ...shared, format: "esm", outDir: "dist/esm", outExtension: () => ({ js: ".js" }) },
  {
    ...shared,
    // The lazy loader reads import.meta, which CommonJS does not have.
    entry: [...shared.entry, "!src/internal/zod/lazy.ts"],
    format: "cjs",
    outDir: "dist/cjs",
    outExtension: () => ({ js: ".js" }),
    onSuccess: finishCommonJs,
  },
  {
    // For Node itself, which takes a fifth of a millisecond for each file: the same modules in a few files.
    ...shared,
    entry: [
      "src/index.ts",
      "src/{formulas,law,parameters,uncertainty}/index.ts",
      "src/models/{prices,world}/index.ts",
      "src/data/*/index.ts",
    ],
    bundle: true,
    splitting: true,
    external: ["#zod"],
    format: "esm",
    outDir: "dist/node",
    outExtension: () => ({ js: ".js" }),
  },
]);
