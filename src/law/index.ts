/**
 * Law as data: rules and dated measures, each step with its source.
 *
 * ```text
 * a rule of law (plain data) ── definePolicy ── bind ── appliedRate, explainRate
 * ```
 *
 * @module tariff-whatif/law
 */
export { usStackingRule } from "./usStackingRule.js";
export { usStackingRuleMarch2025 } from "./usStackingRuleMarch2025.js";
