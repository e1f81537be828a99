import type { PartnerCode } from "../../economies/partner.js";
import { decimalText } from "../../exact/scaled.js";
import type { ProductCode } from "../../trade/baseline.js";
import type { YearAndPeriod } from "../formats/readPeriod.js";
import type { TradeRow } from "../tradeRow.js";
import type { CellTable } from "./cellTable.js";

/** What the texts of the columns of codes mean; a column that the file does not have has one meaning, that of all rows. */
export interface PlainTables {
  readonly importer: CellTable<PartnerCode>;
  readonly exporter: CellTable<PartnerCode>;
  readonly product: CellTable<ProductCode>;
  readonly unit: CellTable<string>;
  readonly when: CellTable<YearAndPeriod>;
}

/** Numbers of the texts of each row: importer, exporter, product, unit, time. */
export type PlainCodes = [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** Amounts as whole numbers of their own last decimal place. */
export interface PlainAmounts {
  units: Float64Array;
  places: Uint8Array;
}

const noAmounts = (): PlainAmounts => ({ units: new Float64Array(0), places: new Uint8Array(0) });

/**
 * The plain rows of one piece of a file as columns, written over by those of the next: codes as the numbers of their
 * texts, amounts as whole numbers. A row becomes an object where one is asked for.
 */
export class PlainRows {
  length = 0;
  line = new Uint32Array(0);
  readonly codes = [0, 1, 2, 3, 4].map(() => new Uint32Array(0)) as PlainCodes;
  /** Value, duties and quantity; the quantity of a row without one is no number. */
  readonly amounts: readonly [PlainAmounts, PlainAmounts, PlainAmounts] = [
    noAmounts(),
    noAmounts(),
    noAmounts(),
  ];

  constructor(
    readonly tables: PlainTables,
    readonly currency: string,
    readonly hasDuties: boolean,
    readonly hasQuantity: boolean,
  ) {}

  /** Empties the columns, and makes room for so many rows. */
  clear(rows: number): void {
    this.length = 0;
    if (rows <= this.line.length) return;
    this.line = new Uint32Array(rows);
    for (let role = 0; role < this.codes.length; role++) this.codes[role] = new Uint32Array(rows);
    for (const column of this.amounts) {
      column.units = new Float64Array(rows);
      column.places = new Uint8Array(rows);
    }
    if (!this.hasQuantity) this.amounts[2].units.fill(Number.NaN);
  }

  /** The unit of the quantity of a row as the file writes it; undefined where it has no quantity. */
  unitOf(row: number): string | undefined {
    if (Number.isNaN(this.amounts[2].units[row])) return undefined;
    return this.tables.unit.meanings[this.codes[3][row] as number];
  }

  /** One of the rows as an object. */
  row(row: number): TradeRow {
    const { importer, exporter, product, when } = this.tables;
    const [to, from, what, , at] = this.codes;
    const { year, period } = when.meanings[at[row] as number] as YearAndPeriod;
    const unit = this.unitOf(row);
    return {
      at: { line: this.line[row] as number },
      importer: importer.meanings[to[row] as number] as PartnerCode,
      exporter: exporter.meanings[from[row] as number] as PartnerCode,
      product: product.meanings[what[row] as number] as ProductCode,
      year,
      period,
      value: textOf(this.amounts[0], row),
      currency: this.currency,
      duties: this.hasDuties ? textOf(this.amounts[1], row) : null,
      quantity: unit === undefined ? null : textOf(this.amounts[2], row),
      unit: unit ?? null,
    };
  }
}

const textOf = ({ units, places }: PlainAmounts, row: number) =>
  decimalText(units[row] as number, places[row] as number);

/** Some of the plain rows of a piece, one after the other. */
export interface PlainSlice {
  readonly plain: PlainRows;
  readonly from: number;
  readonly to: number;
}

/** Rows in the order of the file: objects, or columns where their cells are plain. */
export type RowPart = TradeRow[] | PlainSlice;
