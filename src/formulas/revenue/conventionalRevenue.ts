import { readYear } from "../../internal/dayNumber.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { requireList } from "../../internal/numericColumns.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { requireShare } from "../../internal/requireShare.js";
import { TariffError } from "../../internal/TariffError.js";
import type { ConventionalRevenueOptions, ConventionalRevenueResult } from "./conventionalRevenueTypes.js";
import { yearsInForce } from "./yearsInForce.js";

/**
 * A budget path of tariff revenue: a full year's change in duties carried forward, weighted by the days in force, less
 * what is not collected and less what other taxes lose.
 *
 * **Formula**: gross of year y = annualRevenue × growth from baseYear to y × weight of y (see `yearsInForce`);
 * nonCompliance = gross × nonComplianceShare; customsRevenue = gross - nonCompliance; offset = customsRevenue ×
 * incomeAndPayrollOffset, because what goes to duties is no longer wages and profits; net = customsRevenue - offset.
 *
 * **Result**: one entry for each year, and totals, in the currency of `annualRevenue`; nothing is discounted.
 *
 * **Leaves out**: how buyers react, unless `annualRevenue` has it, as that of `solveMarkets` does; effects on the
 * size of the economy; retaliation; interest.
 *
 * **Source**: [Income and payroll tax offset], the income and payroll tax offset is a convention of the Congressional
 * Budget Office and the Joint Committee on Taxation; values with their source are among the presets.
 *
 * @throws TariffError when a share lies outside 0 to 1, growth is -100 % or less or above 100 %, the years or dates do not fit, or the
 * steps of a policy are not in force on the same days (`conflicting-dates`).
 *
 * @example Ten fiscal years of a tariff from 1 February 2025
 * ```ts
 * import { conventionalRevenue } from "tariff-whatif/formulas";
 * import { yaleBudgetLabRevenueOffsets } from "tariff-whatif/parameters";
 *
 * const { years, totals } = conventionalRevenue({
 *   annualRevenue: 100,
 *   baseYear: 2025,
 *   firstYear: 2025,
 *   lastYear: 2034,
 *   yearKind: "us-fiscal",
 *   schedule: [{ from: "2025-02-01", share: 1 }],
 *   growth: 0.04,
 *   ...yaleBudgetLabRevenueOffsets.values,
 * });
 * years[0]?.gross.toFixed(2); // => "66.30"
 * totals.net.toFixed(1); // => "808.7"
 * ```
 * @category Revenue
 */
export function conventionalRevenue(options: ConventionalRevenueOptions): ConventionalRevenueResult {
  readOptions(options, "", [
    "annualRevenue",
    "baseYear",
    "firstYear",
    "lastYear",
    "yearKind",
    "schedule",
    "growth",
    "nonComplianceShare",
    "incomeAndPayrollOffset",
  ]);
  const annual = requireFinite(options.annualRevenue, "annualRevenue");
  const baseYear = readYear(options.baseYear, "baseYear");
  const lost = requireShare(options.nonComplianceShare, "nonComplianceShare");
  const offsetShare = requireShare(options.incomeAndPayrollOffset, "incomeAndPayrollOffset");
  const { firstYear, lastYear, yearKind, schedule } = options;
  const inForce = yearsInForce({ firstYear, lastYear, yearKind, schedule });
  if (baseYear > firstYear) {
    throw new TariffError({
      code: "dates-out-of-order",
      path: "baseYear",
      received: baseYear,
      advice: "Pass the year that annualRevenue is for; it may not lie after firstYear.",
    });
  }
  const growth = readGrowth(options.growth, lastYear - baseYear);
  const levels = [1];
  for (const rate of growth) levels.push(levels[levels.length - 1]! * (1 + rate));
  const years = inForce.map(({ year, days, weight }) => {
    const gross = annual * levels[year - baseYear]! * weight;
    const nonCompliance = gross * lost;
    const customsRevenue = gross - nonCompliance;
    const offset = customsRevenue * offsetShare;
    return { year, days, weight, gross, nonCompliance, customsRevenue, offset, net: customsRevenue - offset };
  });
  const total = (key: "gross" | "nonCompliance" | "customsRevenue" | "offset" | "net") =>
    requireFinite(
      years.reduce((sum, entry) => sum + entry[key], 0),
      `totals.${key}`,
    );
  return deepFreeze({
    years,
    totals: {
      gross: total("gross"),
      nonCompliance: total("nonCompliance"),
      customsRevenue: total("customsRevenue"),
      offset: total("offset"),
      net: total("net"),
    },
  });
}

/** Nothing doubles year after year: 4 is meant as percent. */
const mostGrowth = 1;

function readGrowth(growth: number | readonly number[], years: number): readonly number[] {
  const read = (value: unknown, path: string) => {
    const rate = requireFinite(value, path);
    if (rate > -1 && rate <= mostGrowth) return rate;
    throw new TariffError({
      code: "out-of-range",
      path,
      received: value,
      advice: "Pass growth above -1 and at most 1 (100 %), as a fraction: 0.04 is 4 % a year.",
    });
  };
  if (typeof growth === "number") return new Array<number>(years).fill(read(growth, "growth"));
  return Array.from(requireList(growth, "growth", years), (rate, k) => read(rate, `growth[${k}]`));
}
