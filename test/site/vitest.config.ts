import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import base from "../../vitest.config.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The tests of the built site, in a browser: `npm run test:site`. */
export default defineConfig({
  root: here("../.."),
  resolve: base.resolve ?? {},
  test: {
    include: ["test/site/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: here("../.generated/site-report.json") }]],
  },
});
