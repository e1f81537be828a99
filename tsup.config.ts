import { mkdir, rm, writeFile } from "node:fs/promises";
import { defineConfig } from "tsup";
import { bundleBrowser } from "./test/tools/build/bundleBrowser.js";
import { bundleCli } from "./test/tools/build/bundleCli.js";
import { joinRooms } from "./test/tools/build/joinRooms.js";
import { jsonSchemas } from "./test/tools/build/jsonSchemas.js";

/**
 * TypeScript to JavaScript, file by file; then the files of a room are joined; the command line is one file by itself, and so is
 * what a page without a bundler loads.
 */
export default defineConfig({
  entry: ["src/**/*.ts", "!src/cli/**"],
  bundle: false,
  format: "esm",
  outDir: "dist/files",
  outExtension: () => ({ js: ".js" }),
  target: "node20",
  platform: "neutral",
  sourcemap: false,
  clean: ["dist"],
  silent: true,
  onSuccess: async () => {
    await joinRooms("dist/files");
    await rm("dist/files", { recursive: true });
    await bundleCli();
    await bundleBrowser();
    await mkdir("dist/schemas", { recursive: true });
    for (const [name, schema] of Object.entries(jsonSchemas())) {
      await writeFile(`dist/schemas/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
    }
  },
});
