import { createRequire } from "node:module";
import type * as z from "zod";

let loaded: typeof z | undefined;

/** zod for Node itself: loaded at the first value to check, because loading it takes longer than all else here. */
export function loadZod(): typeof z {
  loaded ??= createRequire(import.meta.url)("zod") as typeof z;
  return loaded;
}
