import { type Fraction, isZero, plus, writeFraction, zero } from "../exact/fraction.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { askingIn } from "./askingIn.js";
import type { LineState } from "./baseOf.js";
import { chargeEntry, sumOverLines } from "./chargeEntry.js";
import { type Assessment, chargeLine, type OpenCharge } from "./chargeLine.js";
import type { Entry } from "./entry.js";
import { type ExchangeRate, readExchange } from "./exchange.js";
import { inCurrency } from "./inCurrency.js";
import type { ChargeKind, EntryMeasure } from "./measure.js";
import { balancesOf, openQuotas, type Quota, unitsOf } from "./quotas.js";
import { isKnown, type Range, sumRanges } from "./range.js";
import { requireKnownClaims, requireKnownLines, whyNot } from "./reaches.js";
import { readEntry } from "./readEntry.js";
import { type ReadMeasure, readMeasures } from "./readMeasures.js";
import { readList } from "./readRecord.js";
import { type EntryRounding, type ReadRounding, readRounding } from "./rounding.js";
import type { Charge, EntrySheet } from "./sheet.js";
import { sheetAmount, sheetShare } from "./writeAmount.js";

/**
 * What {@link assessEntries} needs.
 *
 * @category Entries
 */
export interface AssessEntriesOptions {
  /** The entries in order of arrival; their days do not go back. */
  readonly entries: readonly Entry[];
  /** What is charged, in the order in which it is worked out. */
  readonly measures: readonly EntryMeasure[];
  /** How the authority rounds; see {@link roundingRules}. */
  readonly rounding: EntryRounding;
  /** The quotas that the measures name, with what is left before the first entry. */
  readonly quotas?: readonly Quota[];
  /** Rates between the currency of the entries and those of values and rates, where they differ. */
  readonly exchange?: readonly ExchangeRate[];
}

const kinds: readonly ChargeKind[] = ["duty", "excise", "tax", "fee"];

/** Key by key: an entry has many charges, and an object that is spread takes several times as long. */
function written(open: OpenCharge): Charge {
  const { line, part, rate, base, exact, measure } = open;
  const { rounding, law } = measure;
  const last = line === undefined && rounding.sum !== undefined ? rounding.sum : rounding.amount;
  const charge: { -readonly [Key in keyof Charge]: Charge[Key] } = {
    authority: open.authority,
    kind: open.kind,
    amount: sheetAmount(open.amount, last),
    notes: open.notes,
  };
  if (line !== undefined) charge.line = line;
  if (law !== undefined) charge.law = law;
  if (part !== undefined) charge.part = part;
  if (rate !== undefined) charge.rate = rate;
  if (base !== undefined) charge.base = base;
  if (isKnown(exact)) charge.exact = writeFraction(exact.least);
  return charge;
}

function chargeMeasures(measures: readonly ReadMeasure[], about: Assessment) {
  const states: readonly LineState[] = about.entry.lines.map((line) => ({
    line,
    charged: new Map(),
    carried: new Map(),
  }));
  const charges: OpenCharge[] = [];
  const notCharged: { authority: string; why: string }[] = [];
  for (const measure of measures) {
    const reached = states.filter(({ line }) => whyNot(measure, line) === undefined);
    if (reached.length === 0) {
      const why = whyNot(measure, (states[0] as LineState).line) as string;
      notCharged.push({ authority: measure.authority, why });
    } else if (measure.per === "entry") charges.push(chargeEntry(measure, reached, about));
    else {
      const made = reached.flatMap((state) => chargeLine(measure, state, about));
      charges.push(...(measure.rounding.sum === undefined ? made : [sumOverLines(measure, made)]));
    }
  }
  return { charges, notCharged };
}

function assess(measures: readonly ReadMeasure[], about: Assessment, rounding: ReadRounding): EntrySheet {
  const { entry } = about;
  const own = measures.map((measure) => inCurrency(measure, entry.currency, about.convert));
  const { charges, notCharged } = chargeMeasures(own, about);
  const value = entry.lines.reduce<Fraction>((sum, line) => plus(sum, line.value), zero);
  const sumOf = (wanted: readonly OpenCharge[]): Range => sumRanges(wanted.map(({ amount }) => amount));
  const byKind = kinds.flatMap((kind) => {
    const wanted = charges.filter((charge) => charge.kind === kind);
    return wanted.length === 0 ? [] : [[kind, sheetAmount(sumOf(wanted), rounding.amount)]];
  });
  const total = sumOf(charges);
  const duty = sumOf(charges.filter(({ kind }) => kind === "duty"));
  return {
    id: entry.id,
    day: entry.day,
    currency: entry.currency,
    lines: entry.lines.map(({ id, product, value: of }) => ({
      id,
      ...(product === undefined ? {} : { product }),
      value: writeFraction(of),
    })),
    charges: charges.map(written),
    notCharged,
    unknown: charges.flatMap(({ line, authority, unknown }) =>
      unknown.map((what) => ({ ...(line === undefined ? {} : { line }), authority, what })),
    ),
    totals: Object.fromEntries(byKind),
    total: sheetAmount(total, rounding.amount),
    value: writeFraction(value),
    ...(isZero(value)
      ? {}
      : { shareOfValue: { duty: sheetShare(duty, value), total: sheetShare(total, value) } }),
    balances: balancesOf(about.quotas),
    balanceUnits: unitsOf(about.quotas),
  };
}

/**
 * Many customs entries, in order of arrival: each to the cent, with what they leave of the quotas.
 *
 * **Formula**: charge = round(rate on base), measure by measure in their order; a base may count what measures before
 * it charged. A line within a quota pays the lower rate, what goes above it the higher; value and quantities are split
 * by quantity.
 *
 * **Result**: one sheet for each entry; see {@link assessEntry}. `balances` is what the quotas hold after the entry.
 *
 * **Leaves out**: which measures apply. The caller states them, or takes them from law.
 *
 * @throws What {@link assessEntry} throws, and `dates-out-of-order` where an entry comes before the one above it.
 * @example The last kilos of a quota
 * ```ts
 * import { assessEntries, roundingRules } from "tariff-whatif/entry";
 *
 * const beef = (id: string, kg: `${number}`, value: `${number}`) => ({
 *   id, day: "2025-03-03", currency: "USD", lines: [{ id: "1", value, quantities: { kg } }],
 * } as const);
 * const rate = { quota: "beef", within: "2.9¢/kg", over: "30.5¢/kg + 8.5%" };
 * const sheets = assessEntries({
 *   entries: [beef("A", "6500", "16250"), beef("B", "5000", "9000")],
 *   measures: [{ authority: "mfn", kind: "duty", per: "line", rate, base: ["customs value"] }],
 *   rounding: roundingRules.unitedStates,
 *   quotas: [{ id: "beef", unit: "kg", balance: "10000", sameDay: "in-order" }],
 * });
 * sheets.map(({ total, balances }) => [total, balances.beef]);
 * // => [[{ exactly: "188.50" }, "3500"], [{ exactly: "788.50" }, "0"]]
 * ```
 * @category Entries
 */
export function assessEntries(options: AssessEntriesOptions): readonly EntrySheet[] {
  const given = readOptions(options, "", ["entries", "measures", "rounding"], ["quotas", "exchange"]);
  return deepFreeze(assessAll(given, "entries"));
}

/** The same, not frozen; `path` is where the entries stand, or the one entry. */
export function assessAll(options: AssessEntriesOptions, path: "entries" | "entry"): readonly EntrySheet[] {
  const rounding = readRounding(options.rounding, "rounding");
  const convert = readExchange(options.exchange, "exchange");
  const measures = readMeasures(options.measures, "measures", rounding);
  const quotas = openQuotas(options.quotas, "quotas");
  const entries = readList(options.entries, path).map((entry, at) =>
    readEntry(entry, path === "entry" ? path : `${path}[${at}]`, convert, rounding),
  );
  entries.forEach((entry, at) => {
    const before = entries[at - 1];
    if (before !== undefined && before.day > entry.day) {
      throw new TariffError({
        code: "dates-out-of-order",
        path: `${entry.path}.day`,
        received: entry.day,
        advice: "Give the entries in order of arrival: quotas are drawn on in that order.",
      });
    }
    requireKnownClaims(entry.lines, measures);
  });
  requireKnownLines(
    entries.flatMap(({ lines }) => lines),
    measures,
  );
  const asking = askingIn(entries, measures);
  return entries.map((entry) => assess(measures, { entry, convert, quotas, asking }, rounding));
}
