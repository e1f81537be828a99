/** fast-check with fewer examples, and always the same ones: a mistake that was noticed once is noticed again. */
import * as all from "fast-check";
import { mutatedRooms } from "./rooms.js";

export * from "fast-check";

// Rooms of small numbers live on their properties: they say how many runs they need.
const mostRuns = mutatedRooms[process.env.MUTATED_ROOM ?? ""]?.runs ?? 8;

export const assert = ((property: never, parameters: all.Parameters<unknown> = {}) =>
  all.assert(property, {
    ...parameters,
    seed: 1,
    numRuns: Math.min(parameters.numRuns ?? mostRuns, mostRuns),
  })) as typeof all.assert;

export default { ...all, assert };
