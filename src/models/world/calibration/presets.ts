import { deepFreeze } from "../../../internal/deepFreeze.js";
import type { WorldParameters } from "./WorldParameters.js";

const tradeElasticity = 4;
const main: WorldParameters = {
  tradeElasticity,
  labourSupplyElasticity: 0.5,
  scaleElasticity: 0.67 / tradeElasticity,
  tariffPassThrough: 1,
  marketingCosts: { economy: "USA", economyShare: 0.26, othersShare: 0.12 },
  valueAddedShare: 1,
  numeraire: "consumerPrices",
};

/**
 * Parameters of the main case: trade elasticity 4, marketing costs in the destination, complete pass-through.
 *
 * **Source**: [Ignatenko, Macedoni, Lashkaripour and Simonovska 2025], Ignatenko, Macedoni, Lashkaripour, Simonovska,
 * "Making America Great Again? The Economic Impacts of Liberation Day Tariffs", Journal of International Economics,
 * 2025.
 *
 * @example The trade elasticity of the main case
 * ```ts
 * import { ignatenko2025CompletePassThrough } from "tariff-whatif/world";
 *
 * ignatenko2025CompletePassThrough.tradeElasticity; // => 4
 * ```
 * @category World model
 */
export const ignatenko2025CompletePassThrough: WorldParameters = deepFreeze({ ...main });

/**
 * The main case with a quarter of a tariff reaching the price at the border.
 *
 * **Source**: see {@link ignatenko2025CompletePassThrough}.
 *
 * @example The pass-through of this case
 * ```ts
 * import { ignatenko2025PartialPassThrough } from "tariff-whatif/world";
 *
 * ignatenko2025PartialPassThrough.tariffPassThrough; // => 0.25
 * ```
 * @category World model
 */
export const ignatenko2025PartialPassThrough: WorldParameters = deepFreeze({
  ...main,
  tariffPassThrough: 0.25,
});

/**
 * The Eaton-Kortum (or Armington) case: no marketing costs, so the tariff exponent is one.
 *
 * **Source**: see {@link ignatenko2025CompletePassThrough}.
 *
 * @example No marketing costs
 * ```ts
 * import { ignatenko2025EatonKortum } from "tariff-whatif/world";
 *
 * ignatenko2025EatonKortum.marketingCosts; // => "none"
 * ```
 * @category World model
 */
export const ignatenko2025EatonKortum: WorldParameters = deepFreeze({ ...main, marketingCosts: "none" });

/**
 * The main case with roundabout input-output links: value added is 49 % of cost, and world wages are the numéraire.
 *
 * **Source**: see {@link ignatenko2025CompletePassThrough}.
 *
 * @example The value-added share of this case
 * ```ts
 * import { ignatenko2025InputOutput } from "tariff-whatif/world";
 *
 * ignatenko2025InputOutput.valueAddedShare; // => 0.49
 * ```
 * @category World model
 */
export const ignatenko2025InputOutput: WorldParameters = deepFreeze({
  ...main,
  valueAddedShare: 0.49,
  numeraire: "wages",
});
