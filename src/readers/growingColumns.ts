import type { PartnerCode } from "../economies/partner.js";
import type { DecimalText } from "../exact/decimal.js";
import { TariffError } from "../internal/TariffError.js";
import type { ProductCode } from "../trade/baseline.js";
import { type AmountColumn, columnFromTexts } from "../trade/columns/amountColumn.js";
import { Positions } from "../trade/columns/positions.js";
import type { BaselineColumnsInput } from "../trade/defineBaselineColumns.js";
import { GrowingIndex } from "./growingIndex.js";
import type { ReadWarning } from "./report.js";
import type { TradeRow } from "./tradeRow.js";

const blockSize = 1 << 16;

/** A column of amounts that grows: texts of one block, scaled integers of those before. */
class GrowingAmounts {
  private texts: DecimalText[] = [];
  private readonly blocks: AmountColumn[] = [];
  length = 0;

  add(text: DecimalText): void {
    this.length++;
    this.texts.push(text);
    if (this.texts.length < blockSize) return;
    this.blocks.push(columnFromTexts(this.texts));
    this.texts = [];
  }

  finish(): AmountColumn {
    if (this.texts.length > 0) this.blocks.push(columnFromTexts(this.texts));
    this.texts = [];
    const places = this.blocks.reduce((most, block) => Math.max(most, block.places), 0);
    const isSmall = this.blocks.every(
      ({ values, places: own }) =>
        values instanceof Float64Array && values.every((value) => value * 10 ** (places - own) <= 2 ** 52),
    );
    if (!isSmall) {
      const wide = this.blocks.flatMap(({ values, places: own }) =>
        Array.from(
          values as ArrayLike<number | bigint>,
          (value) => BigInt(value) * 10n ** BigInt(places - own),
        ),
      );
      return { places, values: wide };
    }
    const values = new Float64Array(this.length);
    let at = 0;
    for (const block of this.blocks) {
      const factor = 10 ** (places - block.places);
      for (let row = 0; row < block.values.length; row++)
        values[at++] = (block.values[row] as number) * factor;
    }
    return { places, values };
  }
}

/** Rows of files as the columns of a baseline. */
export class GrowingColumns {
  private readonly importers = new Positions<PartnerCode>();
  private readonly exporters = new Positions<PartnerCode>();
  private readonly products = new Positions<ProductCode>();
  private readonly importer = new GrowingIndex();
  private readonly exporter = new GrowingIndex();
  private readonly product = new GrowingIndex();
  private readonly value = new GrowingAmounts();
  private duties: GrowingAmounts | null | undefined;
  private readonly quantities = new Map<string, { flows: GrowingIndex; amounts: GrowingAmounts }>();
  private readonly strange = new Map<string, { at: TradeRow["at"]; rows: number }>();
  private year = 0;
  private currency = "";

  /** Takes a row; `unit` is the unit this package knows, if it knows it. */
  add(row: TradeRow, unit: string | undefined): void {
    if (this.value.length === 0) {
      [this.year, this.currency] = [row.year, row.currency];
      this.duties = row.duties === null ? null : new GrowingAmounts();
    }
    if (row.year !== this.year) {
      throw new TariffError({
        code: "several-years",
        path: "file.year",
        received: row.year,
        advice: `Name one year of the file: it has ${this.year} and ${row.year}, which one baseline does not hold.`,
      });
    }
    this.importer.add(this.importers.of(row.importer));
    this.exporter.add(this.exporters.of(row.exporter));
    this.product.add(this.products.of(row.product));
    if (row.quantity !== null) this.addQuantity(row, unit);
    this.value.add(row.value);
    this.addDuties(row);
  }

  private addDuties({ duties, at }: TradeRow): void {
    if (this.duties instanceof GrowingAmounts && duties !== null) {
      this.duties.add(duties);
      return;
    }
    if (this.duties === null && duties === null) return;
    throw new TariffError({
      code: "missing-value",
      path: "file",
      received: at.line ?? at.row,
      advice:
        "Give the duties of every row, or read the file without them: some rows have duties and some have none.",
    });
  }

  private addQuantity({ quantity, unit: written, at }: TradeRow, unit: string | undefined): void {
    if (unit === undefined) {
      const name = written ?? "";
      const known = this.strange.get(name) ?? { at, rows: 0 };
      known.rows++;
      this.strange.set(name, known);
      return;
    }
    const store = this.quantities.get(unit) ?? { flows: new GrowingIndex(), amounts: new GrowingAmounts() };
    this.quantities.set(unit, store);
    store.flows.add(this.value.length);
    store.amounts.add(quantity as DecimalText);
  }

  /** What to know of the quantities. */
  warnings(): ReadWarning[] {
    return [...this.strange].map(([unit, { at, rows }]) => ({
      code: "unknown-unit" as const,
      at,
      rows,
      note: `Quantities in ${JSON.stringify(unit)} are left out: this package knows no such unit.`,
    }));
  }

  /** The columns of all rows. */
  finish(file: string): Pick<BaselineColumnsInput, "year" | "currency"> & {
    readonly flows: Pick<BaselineColumnsInput, "importers" | "exporters" | "products" | "columns">;
  } {
    if (this.value.length === 0) {
      throw new TariffError({
        code: "no-rows",
        path: "file",
        received: file,
        advice: "Look at the report of readTrade: all rows of the file were left out.",
      });
    }
    return {
      year: this.year,
      currency: this.currency,
      flows: {
        importers: this.importers.codes(),
        exporters: this.exporters.codes(),
        products: this.products.codes(),
        columns: {
          importer: this.importer.finish(),
          exporter: this.exporter.finish(),
          product: this.product.finish(),
          customsValue: this.value.finish() as { values: Float64Array; places: number },
          ...(this.duties instanceof GrowingAmounts
            ? { duties: this.duties.finish() as { values: Float64Array; places: number } }
            : {}),
          ...(this.quantities.size === 0
            ? {}
            : {
                quantities: [...this.quantities].map(([unit, { flows, amounts }]) => ({
                  unit,
                  flows: flows.finish(),
                  amounts: amounts.finish() as { values: Float64Array; places: number },
                })),
              }),
        },
      },
    };
  }
}
