import { requireList } from "../../internal/numericColumns.js";
import { TariffError } from "../../internal/TariffError.js";
import { type IndexColumn, indexColumn } from "./flowColumns.js";

/** Copies a column of positions in a list of that many codes. */
export function readIndex(
  value: ArrayLike<number>,
  path: string,
  length: number | undefined,
  codes: number,
): IndexColumn {
  const list = requireList(value, path, length);
  const column = indexColumn(list.length, codes);
  for (let row = 0; row < column.length; row++) {
    const at = list[row] as number;
    if (!Number.isInteger(at) || at < 0 || at >= codes) {
      throw new TariffError({
        code: typeof at === "number" ? "out-of-range" : "wrong-type",
        path: `${path}[${row}]`,
        received: at,
        advice: `Give a position from 0 to ${codes - 1}.`,
      });
    }
    column[row] = at;
  }
  return column;
}
