import { defineConfig, type Options } from "tsup";

/** One output file per source file, so that a bundler takes only what is imported. */
const shared = {
  entry: ["src/**/*.ts"],
  bundle: false,
  target: "node20",
  platform: "neutral",
  sourcemap: false,
  clean: true,
} satisfies Options;

export default defineConfig([
  { ...shared, format: "esm", outDir: "dist/esm", outExtension: () => ({ js: ".js" }) },
  {
    ...shared,
    // The lazy loader reads import.meta; package.json gives CommonJS the static one.
    entry: [...shared.entry, "!src/internal/zod/lazy.ts"],
    format: "cjs",
    outDir: "dist/cjs",
    outExtension: () => ({ js: ".js" }),
    onSuccess: async () => {
      const { writeFile } = await import("node:fs/promises");
      await writeFile("dist/cjs/package.json", '{ "type": "commonjs" }\n');
    },
  },
]);
