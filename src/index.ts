export { type ErrorCode, errorCodes } from "./internal/errorCodes.js";
export { TariffError, type TariffErrorDetails } from "./internal/TariffError.js";
export * from "./models/gsim/index.js";
export * from "./models/partial/index.js";
export * from "./models/passThrough/index.js";
export * from "./models/presets/index.js";
export * from "./models/revenue/index.js";
