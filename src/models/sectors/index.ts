export { calibrateSectors } from "./calibration/calibrateSectors.js";
export type { NumberBlock } from "./calibration/readBlock.js";
export type { SectorData, SectorFlows, SectorShares } from "./calibration/SectorData.js";
export type { SectorWorld } from "./calibration/SectorWorld.js";
export type { SectorTariffChange } from "./readSectorScenario.js";
export type {
  FirstOrderPart,
  FirstOrderWelfare,
  SectorEconomyOutcome,
  SectorEquilibrium,
  SectorOfEconomy,
} from "./solver/SectorOutcome.js";
export type { SectorTariff, SectorTariffs } from "./solver/SectorTariffs.js";
export { type SectorScenario, sectorEquilibrium } from "./solver/sectorEquilibrium.js";
