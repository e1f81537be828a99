import type { DecimalText } from "../exact/decimal.js";
import { writeDecimal } from "../exact/decimal.js";
import {
  compareFractions,
  dividedBy,
  isZero,
  readFraction,
  times,
  writeFraction,
} from "../exact/fraction.js";
import { type Rate, readRate } from "../exact/rate.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { readAmount } from "./readEntry.js";
import { type RoundTo, readRoundTo, roundTo } from "./rounding.js";
import { writeRounded } from "./writeAmount.js";

/**
 * What {@link drawback} needs.
 *
 * @category Entries
 */
export interface DrawbackOptions {
  /** The duty that was paid on all units imported. */
  readonly paid: DecimalText;
  /** The units imported. */
  readonly imported: DecimalText;
  /** Of these, the units exported. */
  readonly exported: DecimalText;
  /** The share that comes back: `"99%"` in the United States. */
  readonly share: Rate;
  /** How the amount is rounded: down, where a claim above the share is not paid. */
  readonly rounding: RoundTo;
}

/**
 * A refund.
 *
 * @category Entries
 */
export interface Drawback {
  /** Before rounding: a decimal, or a ratio where no decimal states it. */
  readonly exact: string;
  /** The amount that comes back. */
  readonly amount: string;
}

/** A share of nothing to all. */
export function readRefundShare(share: Rate, path: string) {
  const value = readFraction(writeDecimal(readRate(share, path)), path);
  if (value.numerator >= 0n && value.numerator <= value.denominator) return value;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: share,
    advice: "Give a share from 0% to 100%.",
  });
}

/**
 * The duty that comes back when imported goods are exported again.
 *
 * **Formula**: amount = share x paid x exported / imported, rounded.
 *
 * **Unit**: the currency of the duty paid.
 *
 * **Leaves out**: who may claim, until when, and on which proof.
 *
 * **Source**: [Customs statutes], [Customs regulations], 19 USC 1313; 19 CFR 191.51(b), by which no more than 99 %
 * comes back.
 * @throws `out-of-range` for amounts below zero, more exported than imported, a share beyond 0 to 100 %;
 * `division-by-zero`, `not-a-decimal`, `not-a-rate`, `rate-below-minus-100`, `unknown-rounding`, `missing-key`,
 * `unknown-key`, `wrong-type`.
 * @example 640 of 1,000 units
 * ```ts
 * import { drawback } from "tariff-whatif/entry";
 *
 * drawback({
 *   paid: "4217.50",
 *   imported: "1000",
 *   exported: "640",
 *   share: "99%",
 *   rounding: { to: "0.01", mode: "towards-zero" },
 * }); // => { exact: "2672.208", amount: "2672.20" }
 * ```
 * @category Entries
 */
export function drawback(options: DrawbackOptions): Drawback {
  const given = readOptions(options, "", ["paid", "imported", "exported", "share", "rounding"]);
  const imported = readAmount(given.imported, "imported");
  const exported = readAmount(given.exported, "exported");
  if (isZero(imported) || compareFractions(exported, imported) > 0) {
    throw new TariffError({
      code: isZero(imported) ? "division-by-zero" : "out-of-range",
      path: isZero(imported) ? "imported" : "exported",
      received: isZero(imported) ? given.imported : given.exported,
      advice: "Give units imported above zero, and no more units exported than imported.",
    });
  }
  const rounding = readRoundTo(given.rounding, "rounding");
  const share = readRefundShare(given.share, "share");
  const exact = times(times(share, readAmount(given.paid, "paid")), dividedBy(exported, imported));
  return deepFreeze({
    exact: writeFraction(exact),
    amount: writeRounded(roundTo(exact, rounding), rounding),
  });
}
