import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { addTotals } from "./addTotals.js";
import { byOrigin, diversionGains } from "./byOrigin.js";
import { copyAssumptions } from "./copyAssumptions.js";
import { domesticResult, flowResults } from "./flowResults.js";
import type { SolveMarketsOptions } from "./marketInputs.js";
import type { ProductResult, SolveMarketsResult } from "./marketResults.js";
import { readElasticities } from "./readElasticities.js";
import { readMarket } from "./readMarket.js";
import { createState, solveMarketState } from "./solveMarketState.js";

/**
 * What a change of duty rates does to the imports of one economy when buyers and foreign sellers react.
 *
 * **Formula**: for each product, demand for the composite is Q = P^epsilon, the origins inside it are imperfect
 * substitutes with elasticity sigma, and origin j supplies along p*_j = q_j^(1/eta_j), all as ratios to the baseline:
 *
 * - p_j = p*_j (1 + t1_j)/(1 + t0_j), P = (sum s_j p_j^(1 - sigma))^(1/(1 - sigma)), q_j = P^epsilon (p_j/P)^(-sigma),
 *   with s_j the baseline shares of spending at tariff-inclusive prices; solved exactly, not linearised.
 * - With V_j the baseline customs value: tradeCreation_j = V_j (Q - 1), tradeDiversion_j = V_j (q_j - Q) and
 *   priceEffect_j = V_j q_j (p*_j - 1). The first two add up to the change of the quantity at baseline prices, all
 *   three to the change of the customs value. Weighted by spending, the domestic variety
 *   included, the diversion of a product is 0 to first order; in customs values it need not add up to 0.
 * - consumerSurplusChange = -E (P^(1 + epsilon) - 1)/(1 + epsilon), E ln(1/P) at epsilon = -1, with E the spending.
 * - welfareChange = consumerSurplusChange + revenueChange + domesticSurplusChange.
 * - termsOfTradeGain = sum over foreign flows of V_j (1 - p*_j) q_j: what the importer saves on the goods it still
 *   buys. efficiencyLoss = termsOfTradeGain - welfareChange; it is never below 0 when the baseline is free trade.
 *
 * Rates are plain numbers here, as fractions: 0.25 for 25 %.
 *
 * **Result**: totals, flows in the order of the rows, by origin, by product, and who gains the diverted trade. Money is
 * in the currency and period of the baseline; prices and quantities are ratios to it. `solver` carries the residual
 * over all equations. Computed in float64.
 *
 * **Leaves out**: substitution between products, other markets of the exporters, incomes, wages, exchange rates, and
 * retaliation. `exporterSurplusChange` is what foreign producers gain on these flows only.
 *
 * **Source**: [Armington 1969], P. S. Armington, "A Theory of Demand for Products Distinguished by Place of
 * Production", IMF Staff Papers 16(1), 1969; the two-level isoelastic form is standard in one-market trade policy
 * analysis.
 *
 * @throws TariffError when an elasticity has the wrong sign, a column the wrong length, a product no imports, a rate is
 * -100 % or less or above 10 (a fraction is wanted: 0.25 for 25 %), a row comes twice, or the equations are not met.
 *
 * @example Two origins, one of which gets a tariff of 25 %
 * ```ts
 * import { solveMarkets } from "tariff-whatif";
 *
 * const result = solveMarkets({
 *   flows: {
 *     product: ["steel", "steel"],
 *     origin: ["CAN", "JPN"],
 *     customsValue: [60, 40],
 *     rateBefore: [0, 0],
 *     rateAfter: [0.25, 0],
 *   },
 *   assumptions: { substitutionElasticity: 3, importDemandElasticity: -1, exportSupplyElasticity: "infinite" },
 * });
 * result.byProduct[0]?.compositePrice.toFixed(4); // => "1.1294"
 * result.totals.dutiesAfter.toFixed(2); // => "9.80"
 * result.totals.welfareChange.toFixed(2); // => "-2.37"
 * result.diversionGains[0]?.origin; // => "JPN"
 * ```
 * @category Partial equilibrium
 */
export function solveMarkets(options: SolveMarketsOptions): SolveMarketsResult {
  const { flows, domestic, assumptions } = readOptions(options, "", ["flows", "assumptions"], ["domestic"]);
  const market = readMarket(flows, domestic);
  const elasticities = readElasticities(market, assumptions);
  const state = createState(market);
  solveMarketState(market, elasticities, state);
  const byProduct = market.products.map((product, p): ProductResult => {
    const own = domesticResult(market, elasticities, state, p);
    return {
      product,
      compositePrice: Math.exp(state.logPrice[p]!),
      compositeQuantity: Math.exp(elasticities.demand[p]! * state.logPrice[p]!),
      ...addTotals(market, elasticities, state, p, p + 1),
      ...(own === undefined ? {} : { domestic: own }),
    };
  });
  const rows = flowResults(flows, market, elasticities, state);
  const origins = byOrigin(rows);
  return deepFreeze({
    totals: addTotals(market, elasticities, state),
    flows: rows,
    byOrigin: origins,
    byProduct,
    diversionGains: diversionGains(origins),
    solver: { converged: true, residual: state.residual, iterations: state.iterations },
    assumptions: copyAssumptions(assumptions),
  });
}
