import { deepFreeze } from "../internal/deepFreeze.js";
import type { NorthAmericanClaims } from "./lawFacts.js";
import { claimsBy } from "./unpack.js";

/**
 * The share of United States imports from Canada and Mexico that claimed the North American preference in 2024, by
 * heading of the Harmonized System.
 *
 * **Unit**: a share of the customs value, 0 to 1.
 *
 * **Leaves out**: that claims rose from March 2025 on, when they first freed goods from the border rates: before, a good
 * that was free anyway was hardly ever claimed for.
 *
 * **Source**: [Claims by month], US Census Bureau, imports for consumption 2024 by programme claimed.
 * @example Cattle from Canada
 * ```ts
 * import { northAmericanClaims2024 } from "tariff-whatif/law";
 *
 * const { CAN } = northAmericanClaims2024;
 * typeof CAN === "string" ? CAN : CAN.byProduct["0102"]; // => "0.9821"
 * ```
 * @category Law
 */
export const northAmericanClaims2024: NorthAmericanClaims = /* @__PURE__ */ deepFreeze({
  CAN: { byProduct: claimsBy("CAN") },
  MEX: { byProduct: claimsBy("MEX") },
});
