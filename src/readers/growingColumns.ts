import type { PartnerCode } from "../economies/partner.js";
import { findUnit } from "../goods/findUnit.js";
import type { QuantityUnit } from "../goods/units.js";
import { TariffError } from "../internal/TariffError.js";
import type { ProductCode } from "../trade/baseline.js";
import { Positions } from "../trade/columns/positions.js";
import type { BaselineColumnsInput } from "../trade/defineBaselineColumns.js";
import type { YearAndPeriod } from "./formats/readPeriod.js";
import { GrowingAmounts } from "./growingAmounts.js";
import { GrowingIndex } from "./growingIndex.js";
import type { PlainSlice } from "./plain/plainRows.js";
import { Renumbered } from "./renumbered.js";
import type { ReadWarning } from "./report.js";
import type { TradeRow } from "./tradeRow.js";

const isMonth = (period: string | null): boolean => period !== null && /^\d{4}-\d{2}$/.test(period);

/** Rows of files as the columns of a baseline. */
export class GrowingColumns {
  private readonly importers = new Renumbered(new Positions<PartnerCode>());
  private readonly exporters = new Renumbered(new Positions<PartnerCode>());
  private readonly products = new Renumbered(new Positions<ProductCode>());
  private readonly importer = new GrowingIndex();
  private readonly exporter = new GrowingIndex();
  private readonly product = new GrowingIndex();
  private readonly value = new GrowingAmounts();
  private duties: GrowingAmounts | null | undefined;
  private readonly quantities = new Map<string, { flows: GrowingIndex; amounts: GrowingAmounts }>();
  private readonly strange = new Map<string, { at: TradeRow["at"]; rows: number }>();
  private readonly unitsWritten = new Map<string, QuantityUnit | undefined>();
  private readonly periods = new Set<string | null>();
  private firstAt: TradeRow["at"] = {};
  private period: string | null | undefined;
  private year = 0;
  private currency = "";

  /** Takes a row. */
  add(row: TradeRow): void {
    this.requireYear(row.year, row.currency, row.duties !== null);
    if (row.period !== this.period) this.addPeriod(row.period, row.at);
    this.importer.add(this.importers.positions.of(row.importer));
    this.exporter.add(this.exporters.positions.of(row.exporter));
    this.product.add(this.products.positions.of(row.product));
    if (row.quantity !== null) this.quantitiesIn(row.unit, row.at)?.add(row.quantity);
    this.value.add(row.value);
    this.addDuties(row);
  }

  /** Takes rows that are columns. */
  addPlain({ plain, from, to }: PlainSlice): void {
    const { tables, codes, amounts, currency, hasDuties } = plain;
    const [importer, exporter, product, , when] = codes;
    const [value, duties, quantity] = amounts;
    let time = -1;
    for (let row = from; row < to; row++) {
      if (when[row] !== time) {
        time = when[row] as number;
        const { year, period } = tables.when.meanings[time] as YearAndPeriod;
        this.requireYear(year, currency, hasDuties);
        if (period !== this.period) this.addPeriod(period, { line: plain.line[row] as number });
      }
      this.importer.add(this.importers.of(importer[row] as number, tables.importer.meanings));
      this.exporter.add(this.exporters.of(exporter[row] as number, tables.exporter.meanings));
      this.product.add(this.products.of(product[row] as number, tables.product.meanings));
      const unit = plain.unitOf(row);
      if (unit !== undefined) {
        const place = { line: plain.line[row] as number };
        this.quantitiesIn(unit, place)?.addUnits(
          quantity.units[row] as number,
          quantity.places[row] as number,
        );
      }
      this.value.addUnits(value.units[row] as number, value.places[row] as number);
      if (hasDuties) this.duties?.addUnits(duties.units[row] as number, duties.places[row] as number);
    }
  }

  private requireYear(year: number, currency: string, hasDuties: boolean): void {
    if (this.value.length === 0) {
      [this.year, this.currency] = [year, currency];
      this.duties = hasDuties ? new GrowingAmounts() : null;
    }
    if (year === this.year) return;
    throw new TariffError({
      code: "several-years",
      path: "file.year",
      received: year,
      advice: `Name one year of the file: it has ${this.year} and ${year}, which one baseline does not hold.`,
    });
  }

  /** A year, or a part of it that holds months, stands alone: with anything else some months would count twice. */
  private addPeriod(period: string | null, at: TradeRow["at"]): void {
    this.period = period;
    if (this.periods.has(period)) return;
    if (this.periods.size === 0) this.firstAt = at;
    this.periods.add(period);
    if (this.periods.size === 1 || [...this.periods].every(isMonth)) return;
    throw new TariffError({
      code: "mixed-periods",
      path: "file",
      received: [...this.periods].map((each) => each ?? String(this.year)).join(", "),
      advice: `Leave the rows of the year or those of its parts out: ${at.line === undefined ? "row" : "line"} ${at.line ?? at.row} has ${period ?? this.year}, rows above have ${[...this.periods][0] ?? this.year}.`,
    });
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

  /** The quantities in a unit, with the next flow among them; undefined, and counted, for a unit this package does not know. */
  private quantitiesIn(name: string | null, at: TradeRow["at"]): GrowingAmounts | undefined {
    const written = name ?? "";
    let unit = this.unitsWritten.get(written);
    if (unit === undefined && !this.unitsWritten.has(written)) {
      unit = findUnit(written);
      this.unitsWritten.set(written, unit);
    }
    if (unit === undefined) {
      const known = this.strange.get(written) ?? { at, rows: 0 };
      known.rows++;
      this.strange.set(written, known);
      return undefined;
    }
    const store = this.quantities.get(unit) ?? { flows: new GrowingIndex(), amounts: new GrowingAmounts() };
    this.quantities.set(unit, store);
    store.flows.add(this.value.length);
    return store.amounts;
  }

  /** What to know of the months and the quantities. */
  warnings(): ReadWarning[] {
    const months = [...this.periods].every(isMonth) ? this.periods.size : 12;
    const part: ReadWarning = {
      code: "part-of-a-year",
      at: this.firstAt,
      rows: this.value.length,
      note: `The figures cover ${months} of the 12 months of ${this.year} only.`,
    };
    const strange = [...this.strange].map(([unit, { at, rows }]) => ({
      code: "unknown-unit" as const,
      at,
      rows,
      note: `Quantities in ${JSON.stringify(unit)} are left out: this package knows no such unit.`,
    }));
    return months < 12 ? [part, ...strange] : strange;
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
        importers: this.importers.positions.codes(),
        exporters: this.exporters.positions.codes(),
        products: this.products.positions.codes(),
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
