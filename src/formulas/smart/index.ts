export { smart } from "./smart.js";
export type { SmartOptions, SmartOrigin, SmartResult } from "./smartTypes.js";
