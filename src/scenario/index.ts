export { type BindValues, type Bound, bind, type ParameterValue } from "./bind.js";
export {
  type CombineOptions,
  combineScenarios,
  type OpenParametersOf,
  type OpenSharesOf,
} from "./combineScenarios.js";
export { defineScenario } from "./defineScenario.js";
export { type OverlayOptions, overlayScenario } from "./overlayScenario.js";
export { parseScenario } from "./parseScenario.js";
export { renameScenario } from "./renameScenario.js";
export { requireClosed } from "./requireClosed.js";
export { type RetaliateOptions, type RetaliationRule, retaliate } from "./retaliate.js";
export type { Scenario, ScenarioInput } from "./scenario.js";
export { type ScenarioDifference, scenarioDifference } from "./scenarioDifference.js";
