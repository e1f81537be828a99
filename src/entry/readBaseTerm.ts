import { isRecord } from "../internal/isRecord.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { BaseTerm } from "./measure.js";
import { oneOf } from "./oneOf.js";
import { readName } from "./readRecord.js";

/** Reads a part of a base. */
export function readBaseTerm(term: BaseTerm, path: string): BaseTerm {
  if (!isRecord(term)) return oneOf<"customs value">(term as "customs value", ["customs value"], path);
  const [key = ""] = Object.keys(term);
  const known = ["chargeOf", "valueOf", "addition"] as const;
  const name = oneOf(key as (typeof known)[number], known, path);
  const given = readOptions(
    term as Readonly<Record<string, unknown>>,
    path,
    [name],
    name === "valueOf" ? ["less"] : [],
  );
  readName(given[name], `${path}.${name}`);
  if (given.less !== undefined && given.less !== true) {
    throw new TariffError({
      code: "wrong-type",
      path: `${path}.less`,
      received: given.less,
      advice: "Write true, or leave the key out.",
    });
  }
  return term;
}
