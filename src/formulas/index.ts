export * from "./gsim/index.js";
export * from "./passThrough/index.js";
export * from "./revenue/index.js";
export * from "./smart/index.js";
