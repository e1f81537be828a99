export { type ErrorCode, errorCodes } from "./internal/errorCodes.js";
export { TariffError, type TariffErrorDetails } from "./internal/TariffError.js";
export * from "./models/world/index.js";
