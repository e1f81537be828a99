import type { CellTable } from "./cellTable.js";
import type { PlainAmounts, PlainRows } from "./plainRows.js";

/** What a field of a line holds: the first five are codes, the next three amounts. */
export const role = {
  importer: 0,
  exporter: 1,
  product: 2,
  unit: 3,
  when: 4,
  value: 5,
  duties: 6,
  quantity: 7,
  none: 8,
} as const;

/** How the lines are written. */
export interface PlainForm {
  /** The role of each field. */
  readonly roles: readonly number[];
  readonly delimiter: string;
  readonly decimal: "." | ",";
  /** Powers of ten to multiply value and duties by. */
  readonly shift: number;
}

/** Digits that a double holds, with one to spare. */
const [mostDigits, mostUnits] = [15, 1e15];
const [zero, nine, carriageReturn] = [48, 57, 13];

/**
 * Reads plain lines from their bytes into columns, without a text or an object for any of them. A plain line has the
 * fields of the header, codes that are known or can be read, and amounts in digits with at most one point. Whatever else
 * a line may be, sound or wrong, is left to the careful reader: this one never decides that a line is wrong.
 */
export class PlainReader {
  private readonly delimiter: number;
  private readonly decimal: number;
  private readonly tables: readonly CellTable<unknown>[];

  constructor(
    readonly rows: PlainRows,
    private readonly form: PlainForm,
    /** Looks at a row as a whole once its cells are read, and counts it. */
    private readonly accepts: (row: number) => boolean,
  ) {
    const { importer, exporter, product, unit, when } = rows.tables;
    this.tables = [importer, exporter, product, unit, when];
    this.delimiter = form.delimiter.charCodeAt(0);
    this.decimal = form.decimal === form.delimiter ? -1 : form.decimal.charCodeAt(0);
  }

  /** Makes room for the rows of a piece of so many bytes. */
  clear(bytes: number): void {
    this.rows.clear(Math.ceil(bytes / this.form.roles.length));
  }

  /**
   * Reads lines of UTF-8 from a byte on up to the first that is not plain, or has no end; gives the byte it begins on.
   * `line` is the number of the first.
   */
  read(bytes: Uint8Array, from: number, line: number, lineEnd: number): number {
    const { rows, delimiter } = this;
    const { roles } = this.form;
    const [stop, last] = [bytes.lastIndexOf(lineEnd) + 1, roles.length - 1];
    let begin = from;
    for (let here = line; begin < stop; here++) {
      let at = begin;
      for (let field = 0; field <= last; field++) {
        const kind = roles[field] as number;
        if (kind === role.none) {
          for (let sign = bytes[at]; sign !== delimiter && sign !== lineEnd; sign = bytes[++at]);
        } else {
          at = kind < role.value ? this.readCode(bytes, at, lineEnd, kind) : this.readAmount(bytes, at, kind);
          if (at === -1) return begin;
        }
        if (field < last) {
          if (bytes[at] !== delimiter) return begin;
        } else if (bytes[at] !== lineEnd) {
          if (bytes[at] !== carriageReturn || bytes[++at] !== lineEnd) return begin;
        }
        at++;
      }
      rows.line[rows.length] = here;
      if (!this.accepts(rows.length)) return begin;
      rows.length++;
      begin = at;
    }
    return begin;
  }

  /** Where the code ends; -1 where it is not plain. */
  private readCode(bytes: Uint8Array, from: number, lineEnd: number, kind: number): number {
    const { rows, delimiter } = this;
    let [at, hash] = [from, 0];
    for (;;) {
      const sign = bytes[at] as number;
      if (sign === delimiter || sign === lineEnd) break;
      if (sign === carriageReturn && bytes[at + 1] === lineEnd) break;
      hash = Math.imul(hash ^ sign, 0x01000193);
      at++;
    }
    const number = this.tables[kind]?.of(hash, bytes, from, at) as number;
    if (number === -1) return -1;
    (rows.codes[kind] as Uint32Array)[rows.length] = number;
    return at;
  }

  /** Where the amount ends; -1 where it is not plain. */
  private readAmount(bytes: Uint8Array, from: number, kind: number): number {
    let [at, units, places] = [from, 0, 0];
    let sign = bytes[at] as number;
    for (; sign >= zero && sign <= nine; sign = bytes[++at] as number) units = 10 * units + sign - zero;
    let digits = at - from;
    if (digits === 0) {
      if (kind !== role.quantity) return -1;
      units = Number.NaN;
    } else if (sign === this.decimal) {
      const point = at;
      sign = bytes[++at] as number;
      for (; sign >= zero && sign <= nine; sign = bytes[++at] as number) units = 10 * units + sign - zero;
      places = at - point - 1;
      digits += places;
      for (; places > 0 && units % 10 === 0; places--) units /= 10;
    }
    if (digits > mostDigits) return -1;
    if (this.form.shift > 0 && kind !== role.quantity) {
      places -= this.form.shift;
      for (; places < 0; places++) units *= 10;
      if (units > mostUnits) return -1;
    }
    const column = this.rows.amounts[kind - role.value] as PlainAmounts;
    column.units[this.rows.length] = units;
    column.places[this.rows.length] = places;
    return at;
  }
}
