export type { DatedMeasure, DatedRate } from "./datedMeasure.js";
export { datedMeasures } from "./datedMeasures.js";
export { type DaysOfChangeOptions, daysOfChange } from "./daysOfChange.js";
export type { MetalShares, NorthAmericanClaims } from "./lawFacts.js";
export { type LawOnOptions, lawOn } from "./lawOn.js";
export { type MeasuresForOptions, measuresFor } from "./measuresFor.js";
export { northAmericanClaims2024 } from "./northAmericanClaims2024.js";
export { usStackingRule } from "./usStackingRule.js";
export { usStackingRuleMarch2025 } from "./usStackingRuleMarch2025.js";
