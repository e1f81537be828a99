import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";
import base from "../../vitest.config.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The tests of the built site, in a browser: `npm run test:site`. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  defineConfig({
    root: here("../.."),
    test: {
      include: ["test/site/*.test.ts"],
      reporters: ["default", ["json", { outputFile: here("../.generated/site-report.json") }]],
    },
  }),
);
