import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { SlowestFirst } from "./test/support/slowestFirst.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^tariff-whatif\/data\/(.*)$/, replacement: `${here("./src/data")}/$1/index.ts` },
      { find: /^tariff-whatif\/(world|sectors|prices)$/, replacement: `${here("./src/models")}/$1/index.ts` },
      { find: /^tariff-whatif\/([a-z]+)$/, replacement: `${here("./src")}/$1/index.ts` },
      { find: /^tariff-whatif$/, replacement: here("./src/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // The built site has its own command, because it is built first: npm run test:site.
    exclude: ["test/site/**", "test/.generated/**", "node_modules/**"],
    // A test left alone with .only would leave out all others.
    allowOnly: false,
    // One for each of the two cores that the time limit of the suite is stated for.
    maxWorkers: 2,
    // A worker loads the package once for all its files: half of the time was loading. No test may leave anything changed.
    isolate: false,
    sequence: { sequencer: SlowestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The JSON report is what .ci/run counts.
    reporters: ["default", ["json", { outputFile: here("./test/.generated/report.json") }]],
  },
});
