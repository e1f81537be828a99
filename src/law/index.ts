export { usStackingRule } from "./usStackingRule.js";
