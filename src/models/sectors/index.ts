export { calibrateSectors } from "./calibration/calibrateSectors.js";
export type { NumberBlock } from "./calibration/readBlock.js";
export type { SectorData, SectorFlows, SectorShares } from "./calibration/SectorData.js";
export type { SectorWorld } from "./calibration/SectorWorld.js";
export type { SectorTariffChange } from "./readSectorScenario.js";
export type { SectorAssumptions } from "./scenario/SectorAssumptions.js";
export type { SectorFigures } from "./scenario/SectorFigures.js";
export { type SectoralEquilibriumOutcome, sectoralEquilibrium } from "./scenario/sectoralEquilibrium.js";
export { type SectorsEvaluatorOptions, sectorsEvaluator } from "./scenario/sectorsEvaluator.js";
export {
  type TariffsBySector,
  type TariffsBySectorOptions,
  tariffsBySector,
} from "./scenario/tariffsBySector.js";
export type {
  FirstOrderPart,
  FirstOrderWelfare,
  SectorEconomyOutcome,
  SectorEquilibrium,
  SectorOfEconomy,
} from "./solver/SectorOutcome.js";
export type { SectorTariff, SectorTariffs } from "./solver/SectorTariffs.js";
export { type SectorScenario, sectorEquilibrium } from "./solver/sectorEquilibrium.js";
export {
  type BestSectorTariffs,
  type BestSectorTariffsOptions,
  bestSectorTariffs,
} from "./strategy/bestSectorTariffs.js";
export type { SectorBloc } from "./strategy/players.js";
export {
  type RetaliationListOptions,
  type RetaliationRow,
  retaliationList,
} from "./strategy/retaliationList.js";
export {
  type SectorAgreement,
  type SectorAgreementOptions,
  sectorAgreement,
} from "./strategy/sectorAgreement.js";
export { type SectorNash, type SectorNashOptions, sectorNash } from "./strategy/sectorNash.js";
export {
  type SectorNashFormula,
  type SectorNashFormulaOptions,
  sectorNashFormula,
} from "./strategy/sectorNashFormula.js";
