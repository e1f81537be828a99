export { usStackingRule } from "./usStackingRule.js";
export { usStackingRuleMarch2025 } from "./usStackingRuleMarch2025.js";
