export type { GsimOptions } from "./gsimInputs.js";
export { gsimLinear } from "./gsimLinear.js";
export { gsimNonlinear } from "./gsimNonlinear.js";
export type { GsimRegion, GsimResult } from "./gsimResult.js";
