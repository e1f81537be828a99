import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import base from "../../../vitest.config.js";
import { joinedSource } from "./joinedSource.js";
import { mutatedRooms } from "./rooms.js";

const room = mutatedRooms[process.env.MUTATED_ROOM ?? ""];
// One folder for each process that runs tests, in the copy of the project that goes when all is done.
const joined = resolve(`joined-${process.env.STRYKER_MUTATOR_WORKER ?? 0}`);
const fewRuns = resolve("test/tools/mutate/fewRuns.ts");

/** As the room names them, the quickest first: the first test that fails ends the run of a mistake. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const patterns = (room?.tests ?? []).map(
      (glob) =>
        new RegExp(`/${glob.replaceAll(".", "\\.").replaceAll("**/", "(.+/)?").replaceAll("*", "[^/]*")}$`),
    );
    const place = ({ moduleId }: TestSpecification) =>
      patterns.findIndex((pattern) => pattern.test(moduleId));
    return [...files].sort(
      (one, other) => place(one) - place(other) || one.moduleId.localeCompare(other.moduleId),
    );
  }
}

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
    sequence: { sequencer: InOrder },
    // Loaded as they are: there is nothing left to resolve in them.
    server: { deps: { external: [/\/joined-\d+\//] } },
  },
});
