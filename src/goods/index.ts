export { chapterOf } from "./chapterOf.js";
export type { Concordance, ConcordanceSplit } from "./concordance/commodities.js";
export type { HsConcordance, HsEdition } from "./concordance/concordance.js";
export {
  type Correspondence,
  type CorrespondenceOptions,
  correspondingCodes,
} from "./concordance/correspondingCodes.js";
export { type EndUse, type EndUseOptions, endUsesOf } from "./concordance/endUsesOf.js";
export { type ConvertQuantityOptions, convertQuantity } from "./convertQuantity.js";
export type { HsCode } from "./hsCode.js";
export { longestPrefixOf } from "./longestPrefixOf.js";
export { parseHsCode } from "./parseHsCode.js";
export { sectionOf } from "./sectionOf.js";
export { type BaseUnit, type QuantityUnit, type UnitOfQuantity, unitsOfQuantity } from "./units.js";
