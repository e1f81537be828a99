export { balancedWorld } from "./balancedWorld.js";
export { calibrateWorld, type WorldData } from "./calibrateWorld.js";
export {
  ignatenko2025CompletePassThrough,
  ignatenko2025EatonKortum,
  ignatenko2025InputOutput,
  ignatenko2025PartialPassThrough,
} from "./presets.js";
export type { SquareMatrix } from "./readMatrix.js";
export type { WorldClosure } from "./readScenario.js";
export type { WorldTariff, WorldTariffs } from "./readTariffs.js";
export { recalibrateWorld } from "./recalibrateWorld.js";
export type { World } from "./World.js";
export type {
  DeficitRule,
  EconomyOutcome,
  RevenueUse,
  WorldEquilibrium,
  WorldOutcome,
} from "./WorldOutcome.js";
export type { MarketingTargets, WorldParameters } from "./WorldParameters.js";
export { type WorldScenario, worldEquilibrium } from "./worldEquilibrium.js";
