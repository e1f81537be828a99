import { requireYear } from "../../exact/money.js";
import { requireBounded } from "../../internal/listBounds.js";
import { requireList } from "../../internal/numericColumns.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { requireText } from "../../internal/requireText.js";
import { TariffError } from "../../internal/TariffError.js";
import type { BeaTable } from "./beaTable.js";

/** Checks a table that a caller may have made by hand. */
export function requireBeaTable(table: BeaTable, path: string): void {
  const { year, rows, columns, amounts } = readOptions(table, path, ["year", "rows", "columns", "amounts"]);
  requireYear(year, `${path}.year`);
  for (const [side, list] of [
    ["rows", rows],
    ["columns", columns],
  ] as const) {
    requireBounded(list, "sideBySide", `${path}.${side}`);
    const seen = new Set<string>();
    for (const [at, each] of Array.from(list).entries()) {
      const here = `${path}.${side}[${at}]`;
      const { code, name } = readOptions(each, here, ["code", "name"]);
      requireText(name, `${here}.name`);
      if (seen.has(requireText(code, `${here}.code`)))
        throw new TariffError({
          code: "duplicate-id",
          path: `${here}.code`,
          received: code,
          advice: "Give each code once.",
        });
      seen.add(code);
    }
  }
  requireList(amounts, `${path}.amounts`, rows.length);
  for (const [row, line] of Array.from(amounts).entries()) {
    requireList(line, `${path}.amounts[${row}]`, columns.length);
    for (const [column, amount] of Array.from(line).entries()) {
      if (amount !== null) requireFinite(amount, `${path}.amounts[${row}][${column}]`);
    }
  }
}
