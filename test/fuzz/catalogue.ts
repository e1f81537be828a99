import { entryPoints } from "../support/entryPoints.js";
import { type Call, moreCalls } from "./moreCalls.js";

/** Every public function with valid arguments, in a fixed order. */
export const catalogue: readonly Call[] = [
  ...entryPoints.map(({ name, run, args }) => ({ name, run, args: () => args().map(({ value }) => value) })),
  ...moreCalls,
];
