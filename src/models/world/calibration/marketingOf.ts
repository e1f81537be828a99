import { TariffError } from "../../../internal/TariffError.js";
import { marketingShares } from "./marketingShares.js";
import type { WorldParameters } from "./WorldParameters.js";

/** The marketing share of each economy under the parameters; `trade` is without own trade. */
export function marketingOf(
  parameters: WorldParameters,
  economies: readonly string[],
  trade: Float64Array,
  gdp: Float64Array,
): Float64Array {
  const { marketingCosts } = parameters;
  const n = economies.length;
  if (marketingCosts === "none") return new Float64Array(n);
  if (!("economy" in marketingCosts)) return Float64Array.from(marketingCosts);
  const at = economies.indexOf(marketingCosts.economy);
  if (at < 0) {
    throw new TariffError({
      code: "not-in-world",
      path: "parameters.marketingCosts.economy",
      received: marketingCosts.economy,
      advice: "Name an economy of this world, or pass one share for each economy.",
    });
  }
  const { others, economy } = marketingShares(trade, gdp, at, marketingCosts);
  const shares = new Float64Array(n).fill(others);
  shares[at] = economy;
  return shares;
}
