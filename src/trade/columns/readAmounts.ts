import type { DecimalText } from "../../exact/decimal.js";
import { requireList } from "../../internal/numericColumns.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { readAmount } from "../readAmount.js";
import { type AmountColumn, columnFromTexts, widest } from "./amountColumn.js";
import type { AmountColumnInput } from "./amountColumnInput.js";

const mostPlaces = 60;

/** Copies a column of amounts that are not negative. */
export function readAmounts(
  value: AmountColumnInput,
  path: string,
  length: number | undefined,
  most: number,
): AmountColumn {
  const given = Array.isArray(value) ? value.length : undefined;
  if (given === undefined) return readScaled(value as Scaled, path, length, most);
  requireList(value as readonly string[], path, length);
  requireLength(given, path, most);
  return columnFromTexts(
    Array.from(value as readonly DecimalText[], (text, row) => readAmount(text, `${path}[${row}]`)),
  );
}

type Scaled = Exclude<AmountColumnInput, readonly DecimalText[]>;

function readScaled(value: Scaled, path: string, length: number | undefined, most: number): AmountColumn {
  const { values, places } = readOptions(value, path, ["values", "places"]);
  if (!Number.isInteger(places) || places < 0 || places > mostPlaces) {
    throw new TariffError({
      code: typeof places === "number" ? "out-of-range" : "wrong-type",
      path: `${path}.places`,
      received: places,
      advice: `Give the decimal places of the integers, from 0 to ${mostPlaces}.`,
    });
  }
  const list = requireList<number | bigint>(values as ArrayLike<number | bigint>, `${path}.values`, length);
  requireLength(list.length, path, most);
  const refuse = (row: number): never => {
    throw new TariffError({
      code: ["number", "bigint"].includes(typeof list[row]) ? "out-of-range" : "wrong-type",
      path: `${path}.values[${row}]`,
      received: list[row],
      advice: `Give whole numbers from 0 to ${widest}, or wide integers (bigint) beyond; state the scale in places.`,
    });
  };
  if (typeof list[0] === "bigint") {
    const wide = Array.from(list as ArrayLike<bigint>);
    const bad = wide.findIndex((amount) => typeof amount !== "bigint" || amount < 0n || amount >= 10n ** 90n);
    if (bad !== -1) refuse(bad);
    const small = wide.every((amount) => amount <= BigInt(widest));
    return { places, values: small ? Float64Array.from(wide, Number) : wide };
  }
  const column = new Float64Array(list.length);
  for (let row = 0; row < column.length; row++) {
    const amount = list[row] as number;
    if (!(Number.isInteger(amount) && amount >= 0 && amount <= widest)) refuse(row);
    column[row] = amount;
  }
  return { places, values: column };
}

function requireLength(length: number, path: string, most: number): void {
  if (length > 0 && length <= most) return;
  throw new TariffError({
    code: length === 0 ? "empty" : "too-long",
    path,
    received: length,
    advice: length === 0 ? "Give at least 1." : `Pass at most ${most} flows.`,
  });
}
