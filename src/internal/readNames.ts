import { requireList } from "./numericColumns.js";
import { TariffError } from "./TariffError.js";

/** Copies a list of texts that are not empty. */
export function readNames(names: readonly string[], path: string, length?: number): readonly string[] {
  const list = requireList(names, path, length);
  for (let row = 0; row < list.length; row++) {
    if (typeof list[row] === "string" && list[row] !== "") continue;
    throw new TariffError({
      code: "wrong-type",
      path: `${path}[${row}]`,
      received: list[row],
      advice: "Pass a text that is not empty.",
    });
  }
  return Array.from(list);
}
