import { deepFreeze } from "../../internal/deepFreeze.js";
import { TariffError } from "../../internal/TariffError.js";
import { readSmart } from "./readSmart.js";
import type { SmartOptions, SmartResult } from "./smartTypes.js";

/**
 * The World Bank's SMART model: the linear formulae of trade creation and diversion for one product.
 *
 * **Formula**: with M the imports of an origin, dt its change of rate, em the import demand, es the export supply and s the
 * substitution elasticity:
 *
 * - tradeCreation = M em dt/(1 + t0)/(1 - em/es); the last factor is 1 for infinite supply.
 * - tradeDiversion = MB MN x/(MB + MN + MB x), x = -s r, r = dt/(1 + t0), between an origin B whose rate changes and N,
 *   all origins whose rate does not, which share the opposite amount in proportion to their imports. Several origins B
 *   are each set against N, as if the others kept their rate.
 *
 * **Result**: by origin, in the currency of `customsValue`; the diversion adds up to 0. Creation is counted here where the tariff changes, not spread over
 * the composite as in `solveMarkets`.
 *
 * **Leaves out**: diversion between two origins that both change, welfare, and everything beyond first order: where the
 * formulae would make imports negative it throws.
 *
 * **Source**: [SMART], S. Laird and A. Yeats, "The UNCTAD Trade Policy Simulation Model", UNCTAD Discussion Paper 19,
 * 1986; the WITS SMART user's manual.
 *
 * @throws TariffError when an elasticity has the wrong sign, a list the wrong length, a rate no unit (`not-a-rate`) or no
 * price left (`rate-below-minus-100`, `price-not-positive`), or imports would be negative.
 *
 * @example Ten points on one of two origins
 * ```ts
 * import { smart } from "tariff-whatif/formulas";
 *
 * const { byOrigin } = smart({
 *   origin: ["CHN", "ROW"],
 *   customsValue: [100, 300],
 *   rateBefore: ["3%", "3%"],
 *   rateAfter: ["13%", "3%"],
 *   importDemandElasticity: -1.2,
 *   substitutionElasticity: 1.5,
 *   exportSupplyElasticity: "infinite",
 * });
 * byOrigin.map(({ customsValueAfter }) => customsValueAfter.toFixed(3)); // => ["77.015", "311.335"]
 * ```
 * @category Partial equilibrium
 */
export function smart(options: SmartOptions): SmartResult {
  const { origin, value, rateBefore, rateAfter, demand, sigma, inverseSupply } = readSmart(options);
  const change = rateAfter.map((rate, j) => (rate - rateBefore[j]!) / (1 + rateBefore[j]!));
  const others = value.reduce((sum, amount, j) => (change[j] === 0 ? sum + amount : sum), 0);
  const away = value.map((amount, j) => {
    const pull = -sigma * change[j]!;
    const whole = amount + others + amount * pull;
    return change[j] === 0 || others === 0 ? 0 : whole > 0 ? (amount * others * pull) / whole : -Infinity;
  });
  const drawn = away.reduce((sum, amount) => sum + amount, 0);
  const byOrigin = origin.map((name, j) => {
    const before = value[j]!;
    const tradeCreation = (before * demand * change[j]!) / (1 - demand * inverseSupply) + 0;
    const tradeDiversion = change[j] === 0 ? 0 - (others > 0 ? (drawn * before) / others : 0) : away[j]!;
    const customsValueAfter = before + tradeCreation + tradeDiversion;
    if (!(customsValueAfter >= 0 && customsValueAfter < Infinity)) {
      throw new TariffError({
        code: "negative-imports",
        path: `rateAfter[${j}]`,
        received: options.rateAfter[j],
        advice: "This change is too large for linear formulae; use solveMarkets, which is exact.",
      });
    }
    return {
      origin: name,
      customsValueBefore: before,
      customsValueAfter,
      tradeCreation,
      tradeDiversion,
      dutiesBefore: before * rateBefore[j]!,
      dutiesAfter: customsValueAfter * rateAfter[j]!,
    };
  });
  return deepFreeze({
    byOrigin,
    tradeCreation: byOrigin.reduce((sum, row) => sum + row.tradeCreation, 0),
    revenueChange: byOrigin.reduce((sum, row) => sum + row.dutiesAfter - row.dutiesBefore, 0),
  });
}
