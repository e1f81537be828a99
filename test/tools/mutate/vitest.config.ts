import { defineConfig } from "vitest/config";
import base from "../../../vitest.config.js";
import { mutatedRooms } from "./rooms.js";

const room = mutatedRooms[process.env.MUTATED_ROOM ?? ""];

/** The tests of one room: those of the house, the examples and the packed package kill no mutant of a formula. */
export default defineConfig({
  resolve: base.resolve ?? {},
  test: {
    include: [...(room?.tests ?? [])],
    testTimeout: 60_000,
    // A mutant is switched on while the modules stay loaded.
    isolate: false,
  },
});
