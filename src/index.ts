export * from "./economies/index.js";
export * from "./exact/index.js";
export * from "./goods/index.js";
export { type ErrorCode, errorCodes } from "./internal/errorCodes.js";
export { TariffError, type TariffErrorDetails } from "./internal/TariffError.js";
export * from "./trade/index.js";
