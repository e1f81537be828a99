import type { DecimalText } from "../exact/decimal.js";
import type { IsoDate } from "../internal/isoDate.js";

/**
 * One line of an entry.
 *
 * @category Entries
 */
export interface EntryLine {
  /** A name of its own in the entry. */
  readonly id: string;
  /** The customs value in the currency of the entry, or an amount in another currency. */
  readonly value: DecimalText | { readonly amount: DecimalText; readonly currency: string };
  /** The code of the good; only measures that go by products ask for it. */
  readonly product?: string;
  /** Where the good originates, as an ISO 3166 code of three letters; only measures that go by origin ask for it. */
  readonly origin?: string;
  /** Quantities by unit, `{ kg: "1250", "kg of drained weight": "900" }`; see {@link DutyFacts}. */
  readonly quantities?: Readonly<Record<string, DecimalText>>;
  /** Values of parts, `{ "the case": "6300" }`, in the currency of the entry. */
  readonly values?: Readonly<Record<string, DecimalText>>;
  /** Amounts that rates refer to by name, `{ EA: "14.20" }`, in the currency of the entry. */
  readonly referred?: Readonly<Record<string, DecimalText>>;
  /** Amounts that some taxes count and the customs value does not, `{ "freight inside": "300" }`. */
  readonly additions?: Readonly<Record<string, DecimalText>>;
  /** Codes of the programmes that are claimed, `["KR"]`; of several the first for which a measure has a rate counts. */
  readonly claims?: readonly string[];
  /** Facts of the line, by name: they stand before those of the entry. */
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * One customs entry.
 *
 * @category Entries
 */
export interface Entry {
  /** A name of its own. */
  readonly id: string;
  /** The day that rates, seasons and the order of quotas go by. */
  readonly day: IsoDate;
  /** The currency in which everything is charged. */
  readonly currency: string;
  /** Facts of the shipment, by name: `{ arrivesBy: "vessel", type: "formal" }`. */
  readonly facts?: Readonly<Record<string, string>>;
  /** The lines. */
  readonly lines: readonly EntryLine[];
}
