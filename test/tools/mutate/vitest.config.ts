import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import base from "../../../vitest.config.js";
import { joinedSource } from "./joinedSource.js";
import { mutatedRooms } from "./rooms.js";

const room = mutatedRooms[process.env.MUTATED_ROOM ?? ""];
// One folder for each process that runs tests, in the copy of the project that goes when all is done.
const joined = resolve(`joined-${process.env.STRYKER_MUTATOR_WORKER ?? 0}`);
const fewRuns = resolve("test/tools/mutate/fewRuns.ts");

/** The tests of one room: those of the house, the examples and the packed package kill no mutant of a formula. */
export default defineConfig({
  plugins: [
    joinedSource(joined),
    {
      name: "few-runs",
      enforce: "pre",
      resolveId: (source, importer) => (source === "fast-check" && importer !== fewRuns ? fewRuns : null),
    },
  ],
  resolve: base.resolve ?? {},
  test: {
    include: [...(room?.tests ?? [])],
    testTimeout: 60_000,
    // A mutant is switched on while the modules stay loaded.
    isolate: false,
    // Loaded as they are: there is nothing left to resolve in them.
    server: { deps: { external: [/\/joined-\d+\//] } },
  },
});
