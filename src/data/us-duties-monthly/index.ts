/**
 * United States imports and calculated duties by month from January 2024 to August 2025.
 *
 * @module tariff-whatif/data/us-duties-monthly
 */

import type { DecimalText } from "../../exact/decimal.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import * as figures from "./figures.js";

/**
 * What entered in a month, and the duties calculated on it.
 *
 * @category Data
 */
export interface MonthOfDuties {
  /** The month, as year-month. */
  readonly month: string;
  /** Customs value, US dollars. */
  readonly customsValue: DecimalText;
  /** Calculated duties, US dollars. */
  readonly duties: DecimalText;
  /** The same by group of industries: NAICS codes of three digits, joined as in `us-lines-2024`. */
  readonly byGroup: Readonly<
    Record<string, { readonly customsValue: DecimalText; readonly duties: DecimalText }>
  >;
}

const text = (value: number): DecimalText => `${value}`;

function monthOf([month, ...cells]: readonly (string | number)[]): MonthOfDuties {
  const sums = [0, 0];
  const byGroup = Object.fromEntries(
    figures.groups.map((group, at) => {
      const [value, duties] = cells.slice(2 * at, 2 * at + 2) as [number, number];
      sums[0]! += value;
      sums[1]! += duties;
      return [group, { customsValue: text(value), duties: text(duties) }];
    }),
  );
  return { month: month as string, customsValue: text(sums[0]!), duties: text(sums[1]!), byGroup };
}

/**
 * Customs value and calculated duties of United States imports for consumption, by month and group of industries.
 *
 * **Unit**: US dollars of the month.
 *
 * **Leaves out**: partners; refunds. Calculated duties are what the entries state, not cash received.
 *
 * **Source**: [DataWeb 2026], US International Trade Commission, DataWeb, query of January 2026; public domain.
 * @example The effective rate of April 2025
 * ```ts
 * import { usDutiesMonthly } from "tariff-whatif/data/us-duties-monthly";
 *
 * const april = usDutiesMonthly.find(({ month }) => month === "2025-04");
 * (100 * Number(april?.duties) / Number(april?.customsValue)).toFixed(2); // => "7.07"
 * ```
 * @category Data
 */
export const usDutiesMonthly: readonly MonthOfDuties[] = /* @__PURE__ */ deepFreeze(
  figures.months.map(monthOf),
);

/**
 * The share of imports from Canada and Mexico, in the weights of 2024, that claimed the North American preference in each
 * month from January 2025 to February 2026.
 *
 * **Unit**: a share, 0 to 1.
 *
 * **Leaves out**: products. The record breaks in July 2025 (Canada from 0.58 to 0.87 in one month): before, a good that
 * was free anyway was hardly counted as a claim.
 *
 * **Source**: [Claims by month], US Census Bureau by programme claimed, compiled by the Yale Budget Lab's tariff rate
 * tracker (MIT).
 * @example Canada before and after the break
 * ```ts
 * import { northAmericanClaimsMonthly } from "tariff-whatif/data/us-duties-monthly";
 *
 * const canada = (month: string) => northAmericanClaimsMonthly.find((row) => row.month === month)?.CAN;
 * [canada("2025-06"), canada("2025-07")]; // => ["0.5768", "0.8677"]
 * ```
 * @category Data
 */
export const northAmericanClaimsMonthly: readonly {
  readonly month: string;
  readonly CAN: DecimalText;
  readonly MEX: DecimalText;
}[] = /* @__PURE__ */ deepFreeze(
  [...new Set(figures.claims.map(([month]) => month as string))].map((month) => {
    const of = (partner: string) =>
      (figures.claims.find((row) => row[0] === month && row[1] === partner)?.[2] ?? "0") as DecimalText;
    return { month, CAN: of("CAN"), MEX: of("MEX") };
  }),
);
