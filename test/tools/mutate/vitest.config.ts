import { defineConfig } from "vitest/config";
import base from "../../../vitest.config.js";

/** The tests that look at numbers: those of the house, the examples and the packed package kill no mutant of a formula. */
export default defineConfig({
  resolve: base.resolve ?? {},
  test: {
    include: [
      "test/{exact,policy,compare,numerics,published,oracle}/**/*.test.ts",
      "test/formulas/**/*.test.ts",
      "test/models/{accounting,partial,world}/**/*.test.ts",
    ],
    testTimeout: 60_000,
  },
});
