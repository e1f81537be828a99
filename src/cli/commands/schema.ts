import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Host } from "../Host.js";
import { UsageError } from "../UsageError.js";

const kinds = ["scenario", "policy", "baseline", "comparison"];

/** `schema`: the JSON Schema that comes with the package, for an editor or another program. */
export async function schema(kind: string, host: Host): Promise<void> {
  if (!kinds.includes(kind)) throw new UsageError(`${kind}: name one of ${kinds.join(", ")}.`);
  const place = createRequire(import.meta.url).resolve(`tariff-whatif/schemas/${kind}.json`);
  host.out(await readFile(place, "utf8"));
}
