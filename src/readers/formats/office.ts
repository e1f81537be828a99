import type { PartnerCode } from "../../economies/partner.js";
import type { DecimalText } from "../../exact/decimal.js";
import type { ProductCode } from "../../trade/baseline.js";
import { amountCell, type NumberForm } from "../amountCell.js";
import { type PartnerCell, type PartnerSystem, partnerReader } from "../partnerCell.js";
import { productCell } from "../productCell.js";
import type { Place } from "../readError.js";
import type { RowSink } from "../rowSink.js";
import type { TradeRow } from "../tradeRow.js";

/** What the formats of offices can be asked for. */
export interface OfficeSettings {
  /** Rows of this importer only. */
  readonly importer: PartnerCode | undefined;
  /** Rows of this year only. */
  readonly year: number | undefined;
  /** Codes with so many digits; the most detailed level of the file where undefined. */
  readonly digits: number | undefined;
}

const floatEnd = /(?<=^\d+)\.0$/;

/** What offices have in common: who trades, in what, how much; whatever is left out says why. */
export class OfficeRows {
  private readonly partnerOf: (cell: string) => PartnerCell;
  private readonly pending = new Map<number, TradeRow[]>();

  constructor(
    private readonly sink: RowSink,
    private readonly settings: OfficeSettings,
    system: PartnerSystem,
  ) {
    this.partnerOf = partnerReader(system);
  }

  /** The exporter; undefined where the row is left out. Codes that a library took for floats end in `.0`. */
  exporter(given: string, at: Place): PartnerCode | undefined {
    const cell = given.replace(floatEnd, "");
    const found = this.partnerOf(cell);
    if ("partner" in found) return found.partner;
    if ("unknown" in found) this.unknown(found.unknown, cell, at);
    else this.sink.skip(at, "total" in found ? "total-partner" : found.skip, cell);
    return undefined;
  }

  /** The importer; groups and the world only where they are asked for. */
  importer(given: string, at: Place): PartnerCode | undefined {
    const cell = given.replace(floatEnd, "");
    const found = this.partnerOf(cell);
    const wanted = this.settings.importer;
    if (
      "skip" in found &&
      found.skip === "partner-group" &&
      wanted === "EU27" &&
      /^(EU27_2020|EUN|97|0003)$/.test(cell)
    )
      return wanted;
    if (!("partner" in found)) {
      if ("unknown" in found) this.unknown(found.unknown, cell, at);
      else this.sink.skip(at, "importer-group", cell);
      return undefined;
    }
    if (wanted === undefined || wanted === found.partner) return found.partner;
    this.sink.skip(at, "other-importer", cell);
    return undefined;
  }

  private unknown(near: string, cell: string, at: Place): void {
    this.sink.fail(
      "unknown-partner",
      at,
      cell,
      `${near}Look at the partner ${JSON.stringify(cell)}: the format has no such code.`,
    );
  }

  /** The product; undefined where the row is left out or wrong. A lost zero is put back and said. */
  product(cell: string, at: Place): ProductCode | undefined {
    const read = productCell(cell.replace(floatEnd, ""));
    if (read.kind === "code") return read.code;
    if (read.kind === "lost-zero") {
      this.sink.warn(
        "leading-zero-restored",
        at,
        `"${cell}" is read as ${read.code}: codes of this format have an even number of digits, and it has lost its leading zero.`,
      );
      return read.code;
    }
    if (read.kind === "total") this.sink.skip(at, "total-product", cell);
    else if (/^[0-9A-Z]{6}$/i.test(cell.trim())) this.sink.skip(at, "special-code", cell);
    else
      this.sink.fail(
        "bad-code",
        at,
        cell,
        `Look at the code ${JSON.stringify(cell)}: it is no code of goods.`,
      );
    return undefined;
  }

  /** Whether a row is of the Harmonized System; codes of another classification look like its own. */
  ofHs(classification: string, at: Place): boolean {
    if (isHs(classification)) return true;
    this.sink.fail(
      "bad-code",
      at,
      classification,
      `Ask for goods by the Harmonized System: this row is in ${classification}, whose codes mean other goods.`,
    );
    return false;
  }

  /** Whether a row is of the year asked for. */
  ofYear(year: number, at: Place): boolean {
    if (this.settings.year === undefined || this.settings.year === year) return true;
    this.sink.skip(at, "other-period", String(year));
    return false;
  }

  /** An amount; null where the cell says that there is none; undefined, and told, where it is wrong. */
  amount(cell: string | null | undefined, form: NumberForm, at: Place): DecimalText | null | undefined {
    const text = (cell ?? "").trim();
    if (text === "" || text === "-" || /^(NA|null|n\/a)$/i.test(text)) return null;
    const value = amountCell(text, form);
    if (value === undefined) {
      this.sink.fail("bad-number", at, cell, `Look at ${JSON.stringify(cell)}: it is no number.`);
      return undefined;
    }
    if (!value.startsWith("-")) return value;
    this.sink.fail(
      "negative-value",
      at,
      cell,
      "Look at this row: trade, duties and quantities are not negative.",
    );
    return undefined;
  }

  /** A row whose code may be coarser than others of the file: one level is kept. */
  leveled(row: TradeRow): void {
    const { digits } = this.settings;
    const own = row.product.length;
    if (digits !== undefined) {
      if (own === digits) this.sink.row(row);
      else this.sink.skip(row.at, own < digits ? "coarser-level" : "other-level", row.product);
      return;
    }
    const level = this.pending.get(own);
    if (level === undefined) this.pending.set(own, [row]);
    else level.push(row);
  }

  /** Hands out the most detailed level of the file, and names the others as left out; what only they hold is told. */
  finish(): void {
    const deepest = Math.max(...this.pending.keys());
    const held = new Set<string>();
    const coarser = [...this.pending.keys()].filter((digits) => digits < deepest);
    for (const row of coarser.length === 0 ? [] : (this.pending.get(deepest) as TradeRow[]))
      for (const digits of coarser) held.add(heldBy(row, digits));
    for (const [digits, rows] of this.pending) {
      for (const row of rows) {
        if (digits === deepest) {
          this.sink.row(row);
          continue;
        }
        this.sink.skip(row.at, "coarser-level", row.product);
        if (!held.has(heldBy(row, digits)))
          this.sink.warn(
            "coarser-without-detail",
            row.at,
            `Rows of ${deepest} digits are read, and these of a coarser level have none of them below: their trade is left out, ${row.product} of ${row.exporter} first.`,
          );
      }
    }
    this.pending.clear();
  }
}

const heldBy = ({ importer, exporter, year, period, product }: TradeRow, digits: number): string =>
  `${importer} ${exporter} ${period ?? year} ${product.slice(0, digits)}`;

/** Whether a letter of a classification is one of the Harmonized System; files that name none are of it. */
const isHs = (classification: string): boolean => classification === "" || /^H/i.test(classification);

/** Numbers as offices write them: a point, no thousands. */
export const plainNumbers: NumberForm = { decimal: ".", thousands: false, shift: 0 };
export const inThousands: NumberForm = { ...plainNumbers, shift: 3 };
export const withCommas: NumberForm = { ...plainNumbers, thousands: true };
