import type { DecimalText } from "../exact/decimal.js";

/** How a number may be written in a cell. */
export interface NumberForm {
  /** The sign between whole and fraction. */
  readonly decimal: "." | ",";
  /** Whether thousands may be parted, by the other sign or by blanks. */
  readonly thousands: boolean;
  /** Powers of ten to multiply by: 3 where the file counts in thousands. */
  readonly shift: number;
}

const number = /^(-?)0*(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const grouped = { ".": /^-?\d{1,3}(,\d{3})+(\.\d+)?$/, ",": /^-?\d{1,3}(\.\d{3})+(,\d+)?$/ } as const;
const spaced = /^-?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d+)?$/;

/** Whether a text is a whole number of up to 18 digits as it would be written again. */
function isPlain(cell: string): boolean {
  const { length } = cell;
  if (length === 0 || length > 18 || (length > 1 && cell.charCodeAt(0) === 48)) return false;
  for (let at = 0; at < length; at++) {
    const sign = cell.charCodeAt(at);
    if (sign < 48 || sign > 57) return false;
  }
  return true;
}

/** The decimal text of a cell, exactly; undefined where it is no number. */
export function amountCell(cell: string, { decimal, thousands, shift }: NumberForm): DecimalText | undefined {
  if (shift === 0 && isPlain(cell)) return cell as DecimalText;
  let text = cell.trim();
  if (thousands && grouped[decimal].test(text)) text = text.replaceAll(decimal === "." ? "," : ".", "");
  if (thousands && spaced.test(text)) text = text.replace(/[ \u00a0\u202f]/g, "");
  if (decimal === ",") {
    if (text.includes(".")) return undefined;
    text = text.replace(",", ".");
  }
  const parts = number.exec(text);
  if (parts === null || text.length > 80) return undefined;
  const [, sign = "", whole = "", places = "", power = "0"] = parts;
  return shifted(sign, whole, places, Number(power) + shift);
}

function shifted(sign: string, whole: string, places: string, power: number): DecimalText | undefined {
  const digits = whole + places;
  const point = whole.length + power;
  if (Math.abs(power) > 60) return undefined;
  const [left, right] =
    point <= 0
      ? ["0", "0".repeat(-point) + digits]
      : point >= digits.length
        ? [digits + "0".repeat(point - digits.length), ""]
        : [digits.slice(0, point), digits.slice(point)];
  const integer = left.replace(/^0+(?=\d)/, "");
  const fraction = right.replace(/0+$/, "");
  const text = fraction === "" ? integer : `${integer}.${fraction}`;
  return (text === "0" ? text : sign + text) as DecimalText;
}
