import type { DecimalText } from "../exact/decimal.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { type IsoDate, readDate } from "../internal/isoDate.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { EntryMeasure } from "./measure.js";
import { readTexts } from "./readRecord.js";

interface Period {
  /** The first day. */
  readonly from: IsoDate;
  readonly least: DecimalText;
  readonly greatest: DecimalText;
  /** An informal entry that is filed electronically. */
  readonly informal?: DecimalText;
  readonly law: string;
}

/** The amounts by fiscal year. Where no fee for informal entries was found with a source, none stands. */
const periods: readonly Period[] = [
  { from: "2011-10-01", least: "25.00", greatest: "485.00", law: "19 CFR 24.23(b)" },
  { from: "2018-01-01", least: "25.67", greatest: "497.99", law: "82 FR 50523" },
  { from: "2018-10-01", least: "26.22", greatest: "508.70", informal: "2.10", law: "83 FR 37509" },
  { from: "2019-10-01", least: "26.79", greatest: "519.76", law: "19 CFR 24.23(b), fiscal year 2020" },
  {
    from: "2020-10-01",
    least: "27.23",
    greatest: "528.33",
    informal: "2.18",
    law: "19 CFR 24.23(b), fiscal year 2021",
  },
  { from: "2021-10-01", least: "27.75", greatest: "538.40", informal: "2.22", law: "CSMS 48938836" },
  { from: "2022-10-01", least: "29.66", greatest: "575.35", law: "19 CFR 24.23(b), fiscal year 2023" },
  { from: "2023-10-01", least: "31.67", greatest: "614.35", informal: "2.53", law: "88 FR 48900" },
  { from: "2024-10-01", least: "32.71", greatest: "634.62", informal: "2.62", law: "CSMS 61572319" },
  { from: "2025-10-01", least: "33.58", greatest: "651.50", informal: "2.69", law: "90 FR 34665" },
];

/** The first day after the last period. */
const end: IsoDate = "2026-10-01";

/**
 * What {@link merchandiseProcessingFee} needs.
 *
 * @category Entries
 */
export interface ProcessingFeeOptions {
  /** The day of the entry. */
  readonly day: IsoDate;
  /** `"formal"`, or `"informal"` for one that is filed electronically and not prepared by customs. */
  readonly entry: "formal" | "informal";
  /** Programmes whose claim frees a line from the fee (19 CFR 24.23(c)), such as `["KR", "S"]`; the caller states them. */
  readonly exemptClaims: readonly string[];
}

/**
 * The merchandise processing fee of the United States as a measure: 0.3464 % of the value between a least and a
 * greatest amount, once an entry; a fixed amount on an informal entry.
 *
 * **Unit**: United States dollars of the fiscal year that the day lies in; an entry in another currency needs the rate.
 *
 * **Leaves out**: the surcharge on paper entries, entries that customs prepare, express consignments, and agreements
 * under which the value that qualifies is worked out within a line.
 *
 * **Source**: [Customs regulations], 19 CFR 24.23; 82 FR 50523, 83 FR 37509, 88 FR 48900, 90 FR 34665; CSMS 48938836,
 * 61572319. The amounts of the fiscal years 2020, 2021 and 2023 as brokers quote them.
 * @throws `unknown-rate` for a day outside 1 October 2011 to 30 September 2026 and for an informal entry of a year whose
 * amount is not known, `not-a-date`, `wrong-type`, `missing-key`, `unknown-key`, `empty`, `too-long`.
 * @example A day apart
 * ```ts
 * import { merchandiseProcessingFee } from "tariff-whatif/entry";
 *
 * const of = (day: "2024-09-30" | "2024-10-01") =>
 *   merchandiseProcessingFee({ day, entry: "formal", exemptClaims: [] }).greatest;
 * [of("2024-09-30"), of("2024-10-01")]; // => ["614.35", "634.62"]
 * ```
 * @category Entries
 */
export function merchandiseProcessingFee(options: ProcessingFeeOptions): EntryMeasure {
  const { day, entry, exemptClaims } = readOptions(options, "", ["day", "entry", "exemptClaims"]);
  readDate(day, "day");
  const claims = readTexts(exemptClaims, "exemptClaims");
  if (entry !== "formal" && entry !== "informal") {
    throw new TariffError({
      code: "wrong-type",
      path: "entry",
      received: entry,
      advice: 'Write "formal" or "informal".',
    });
  }
  const period = day < end ? periods.findLast(({ from }) => from <= day) : undefined;
  const amount = period?.informal;
  if (period === undefined || (entry === "informal" && amount === undefined)) {
    throw new TariffError({
      code: "unknown-rate",
      path: period === undefined ? "day" : "entry",
      received: period === undefined ? day : entry,
      advice: "State the fee of that year as a measure of your own: it is not known here.",
    });
  }
  const measure = {
    authority: "mpf",
    kind: "fee",
    per: "entry",
    law: period.law,
    exemptClaims: claims,
  } as const;
  const dollars = { currency: "USD" } as const;
  if (entry === "informal") return deepFreeze({ ...measure, ...dollars, amount: amount as DecimalText });
  const { least, greatest } = period;
  const rate = { rate: "0.3464%", base: ["customs value"] } as const;
  return deepFreeze({ ...measure, ...rate, least, greatest, ...dollars });
}
