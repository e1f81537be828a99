import { requireBounded } from "../../../internal/listBounds.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { Named } from "../../../trade/tables/priceTables.js";
import { requireWord } from "./requireWord.js";

/** Copies a list of codes with names; each code stands once. */
export function readNamed(list: readonly Named[], path: string): readonly Named[] {
  requireBounded(list, "economies", path);
  const seen = new Set<string>();
  return Array.from(list, (entry, at) => {
    const { code, name } = readOptions(entry, `${path}[${at}]`, ["code", "name"]);
    requireWord(code, `${path}[${at}].code`);
    requireWord(name, `${path}[${at}].name`);
    refuseTwice(seen, code, `${path}[${at}].code`);
    return { code, name };
  });
}

/** Refuses a code that stood before, and remembers it. */
export function refuseTwice(seen: Set<string>, code: string, path: string): void {
  if (!seen.has(code)) {
    seen.add(code);
    return;
  }
  throw new TariffError({
    code: "duplicate-id",
    path,
    received: code,
    advice: "Give each entry a code of its own.",
  });
}
