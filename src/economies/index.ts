export type { IsoDate } from "../internal/isoDate.js";
export type { EconomyCodeSystem } from "./codeSystems.js";
export type { Economy, EconomyCode } from "./economy.js";
export { type EconomyCodeOptions, findEconomy } from "./findEconomy.js";
export type { GroupCode } from "./groups.js";
export { membersOf } from "./membersOf.js";
export type { PartnerCode } from "./partner.js";
export { partnerName } from "./partnerName.js";
