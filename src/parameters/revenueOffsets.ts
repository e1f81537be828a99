import { preset } from "./preset.js";

/**
 * Congressional Budget Office: an income and payroll tax offset of 0.21, the lower end.
 *
 * @example Read the value
 * ```ts
 * import { cboRevenueOffsetLow } from "tariff-whatif/parameters";
 *
 * cboRevenueOffsetLow.values.incomeAndPayrollOffset; // => 0.21
 * ```
 * @category Presets
 */
export const cboRevenueOffsetLow = preset({
  id: "cboRevenueOffsetLow",
  values: { incomeAndPayrollOffset: 0.21 },
  source: "Congressional Budget Office",
  confidence: "two sources",
  note: "The lower end of the published range, 0.21 to 0.25.",
});

/**
 * Congressional Budget Office: an income and payroll tax offset of 0.25, the upper end.
 *
 * @example Read the value
 * ```ts
 * import { cboRevenueOffsetHigh } from "tariff-whatif/parameters";
 *
 * cboRevenueOffsetHigh.values.incomeAndPayrollOffset; // => 0.25
 * ```
 * @category Presets
 */
export const cboRevenueOffsetHigh = preset({
  id: "cboRevenueOffsetHigh",
  values: { incomeAndPayrollOffset: 0.25 },
  source: "Congressional Budget Office",
  confidence: "two sources",
  note: "The upper end of the published range, 0.21 to 0.25.",
});

/**
 * The Budget Lab at Yale: an offset of 0.23 and non-compliance of 0.1.
 *
 * @example Read the value
 * ```ts
 * import { yaleBudgetLabRevenueOffsets } from "tariff-whatif/parameters";
 *
 * yaleBudgetLabRevenueOffsets.values.incomeAndPayrollOffset; // => 0.23
 * ```
 * @category Presets
 */
export const yaleBudgetLabRevenueOffsets = preset({
  id: "yaleBudgetLabRevenueOffsets",
  values: { incomeAndPayrollOffset: 0.23, nonComplianceShare: 0.1 },
  source: "The Budget Lab at Yale",
  confidence: "single source",
  note: "Both are wanted by conventionalRevenue and can be spread into its options.",
});
