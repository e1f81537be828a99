export { checkTradeClaim, type TradeClaimCheck } from "./checkTradeClaim.js";
export { chinaRussiaTrade } from "./chinaRussiaTrade.js";
export type { Claim, ClaimCommon, ClaimStrength } from "./claim.js";
export { januaryClaims } from "./januaryClaims.js";
export { januaryScenarios } from "./januaryScenarios.js";
export {
  type ReplacedSales,
  type TradeToReplaceSalesOptions,
  tradeToReplaceSales,
} from "./tradeToReplaceSales.js";
