import type { DecimalText } from "../../exact/decimal.js";
import type { ProductCode } from "../../trade/baseline.js";
import { amountCell, type NumberForm } from "../amountCell.js";
import { productCell } from "../productCell.js";
import type { RowSink } from "../rowSink.js";

/** Reads the codes of goods in a column; undefined, and told, where a cell holds none. */
export function productReader(
  column: string,
  sink: RowSink,
): (cell: string, line: number) => ProductCode | undefined {
  const products = new Map<string, ProductCode>();
  return (cell, line) => {
    const known = products.get(cell);
    if (known !== undefined) return known;
    const read = productCell(cell);
    const place = { line, column };
    switch (read.kind) {
      case "code":
        products.set(cell, read.code);
        return read.code;
      case "total":
        sink.fail("total-row", place, cell, `Leave line ${line} out: it stands for all goods.`);
        return undefined;
      case "lost-zero":
        sink.fail(
          "leading-zero-lost",
          place,
          cell,
          `Save the column of codes as text: "${cell}" has ${cell.trim().length} digits and seems to be "${read.code}" without its leading zero.`,
        );
        return undefined;
      case "spreadsheet":
        sink.fail(
          "bad-code",
          place,
          cell,
          `Take the codes from the source again and save them as text: "${cell}" is no code, its digits are lost.`,
        );
        return undefined;
      default:
        sink.fail("bad-code", place, cell, `Write an HS code of 2, 4, 6, 8 or 10 digits in line ${line}.`);
        return undefined;
    }
  };
}

/** Large numbers as spreadsheets show them in narrow columns: digits behind the sixth or third are gone. */
const spreadsheet = /^\s*\d[.,]\d+E\+\d\d+\s*$/;

/** Whether fewer digits are written than the whole number has. */
function isRounded(cell: string): boolean {
  const [mantissa = "", power = ""] = cell.trim().split("E+");
  return mantissa.length - 1 <= Number(power);
}

/** Reads amounts that are not negative; undefined, and told, where a cell holds none. */
export function amountReader(
  numbers: NumberForm,
  sink: RowSink,
): (cell: string, column: string, line: number) => DecimalText | undefined {
  return (cell, column, line) => {
    const value = amountCell(cell, numbers);
    if (spreadsheet.test(cell) && value !== undefined && isRounded(cell))
      sink.warn(
        "digits-may-be-lost",
        { line, column },
        `Amounts such as "${cell.trim()}" are as a spreadsheet shows them: save the column as numbers with all their digits.`,
      );
    if (value === undefined) {
      sink.fail(
        cell.trim() === "" ? "missing-value" : "bad-number",
        { line, column },
        cell,
        cell.trim() === ""
          ? `Give a number in line ${line}, or leave the line out.`
          : `Write a number in line ${line}, such as "1234.50".`,
      );
    } else if (value.startsWith("-")) {
      sink.fail(
        "negative-value",
        { line, column },
        cell,
        `Correct line ${line}: trade and duties are not negative; corrections of earlier years do not belong here.`,
      );
      return undefined;
    }
    return value;
  };
}
