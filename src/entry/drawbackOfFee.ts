import type { DecimalText } from "../exact/decimal.js";
import { dividedBy, isZero, plus, times, writeFraction, zero } from "../exact/fraction.js";
import type { Rate } from "../exact/rate.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { readRefundShare } from "./drawback.js";
import { readAmount } from "./readEntry.js";
import { readList, readName } from "./readRecord.js";
import { type RoundTo, readRoundTo, roundTo } from "./rounding.js";
import { writeRounded } from "./writeAmount.js";

/**
 * What {@link drawbackOfFee} needs.
 *
 * @category Entries
 */
export interface DrawbackOfFeeOptions {
  /** The fee that was paid on the entry. */
  readonly fee: DecimalText;
  /** The lines with their value and units. */
  readonly lines: readonly {
    /** A name of its own. */
    readonly id: string;
    /** The customs value. */
    readonly value: DecimalText;
    /** The units imported. */
    readonly units: DecimalText;
  }[];
  /** The share that comes back: `"99%"` in the United States. */
  readonly share: Rate;
  /** How each stage is rounded: to four places in the example of the regulation. */
  readonly rounding: RoundTo;
}

/**
 * What of a fee comes back on a line.
 *
 * @category Entries
 */
export interface FeeDrawback {
  /** The line. */
  readonly id: string;
  /** The line's value over the value of the entry, rounded. */
  readonly shareOfValue: string;
  /** The line's part of the fee. */
  readonly fee: string;
  /** What comes back of it. */
  readonly drawback: string;
  /** The same for each unit. */
  readonly perUnit: string;
}

/**
 * What of a fee on an entry comes back, line by line and unit by unit.
 *
 * **Formula**: share of value = value of the line / value of the entry; fee = fee x share of value; drawback = share x
 * fee; per unit = drawback / units. Each stage is rounded before the next.
 *
 * **Unit**: the currency of the fee.
 *
 * **Source**: [Customs regulations], 19 CFR 190.51(b)(2), with its example.
 * @throws `division-by-zero` where nothing has a value or a line has no units, `duplicate-id`, `out-of-range`, `empty`,
 * `too-long`, `not-a-decimal`, `not-a-rate`, `rate-below-minus-100`, `unknown-rounding`, `missing-key`, `unknown-key`,
 * `wrong-type`.
 * @example The first line of the regulation's example
 * ```ts
 * import { drawbackOfFee } from "tariff-whatif/entry";
 *
 * const [line] = drawbackOfFee({
 *   fee: "485",
 *   lines: [
 *     { id: "1", value: "50000", units: "5000" },
 *     { id: "2", value: "290000", units: "16000" },
 *   ],
 *   share: "99%",
 *   rounding: { to: "0.0001", mode: "half-away-from-zero" },
 * });
 * line?.drawback; // => "70.6301"
 * ```
 * @category Entries
 */
export function drawbackOfFee(options: DrawbackOfFeeOptions): readonly FeeDrawback[] {
  const given = readOptions(options, "", ["fee", "lines", "share", "rounding"]);
  const rounding = readRoundTo(given.rounding, "rounding");
  const share = readRefundShare(given.share, "share");
  const fee = readAmount(given.fee, "fee");
  const seen = new Set<string>();
  const lines = readList(given.lines, "lines").map((line, at) => {
    const path = `lines[${at}]`;
    const { id, value, units } = readOptions(line, path, ["id", "value", "units"]);
    const read = {
      id: readName(id, `${path}.id`),
      value: readAmount(value, `${path}.value`),
      units: readAmount(units, `${path}.units`),
    };
    if (isZero(read.units) || seen.has(id)) {
      throw new TariffError({
        code: seen.has(id) ? "duplicate-id" : "division-by-zero",
        path: seen.has(id) ? `${path}.id` : `${path}.units`,
        received: seen.has(id) ? id : units,
        advice: "Give each line an id of its own and units above zero.",
      });
    }
    seen.add(id);
    return read;
  });
  const all = lines.reduce((sum, { value }) => plus(sum, value), zero);
  if (isZero(all)) {
    throw new TariffError({
      code: "division-by-zero",
      path: "lines",
      received: writeFraction(all),
      advice: "Give lines that have a value: the fee is shared out by it.",
    });
  }
  const write = (amount: Parameters<typeof writeRounded>[0]) => writeRounded(amount, rounding);
  return deepFreeze(
    lines.map(({ id, value, units }) => {
      const shareOfValue = roundTo(dividedBy(value, all), rounding);
      const part = roundTo(times(fee, shareOfValue), rounding);
      const back = roundTo(times(share, part), rounding);
      return {
        id,
        shareOfValue: write(shareOfValue),
        fee: write(part),
        drawback: write(back),
        perUnit: write(roundTo(dividedBy(back, units), rounding)),
      };
    }),
  );
}
