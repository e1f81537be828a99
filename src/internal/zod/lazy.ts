import { createRequire } from "node:module";
import type { Zod } from "./static.js";

let loaded: Zod | undefined;

/** zod for Node itself: loaded at the first value to check, because loading it takes longer than all else here. */
export function loadZod(): Zod {
  loaded ??= createRequire(import.meta.url)("zod/mini") as Zod;
  return loaded;
}
