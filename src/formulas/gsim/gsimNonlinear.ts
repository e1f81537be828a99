import { integralOfExponential } from "../../numerics/integralOfExponential.js";
import type { GsimOptions } from "./gsimInputs.js";
import { gsimReport } from "./gsimReport.js";
import type { GsimResult } from "./gsimResult.js";
import { readGsim } from "./readGsim.js";
import { solveWorldPrices } from "./solveWorldPrices.js";

/**
 * The GSIM model with its isoelastic curves kept as they are: the world prices that clear every exporter's market.
 *
 * **Formula**: as ratios to the baseline, importer v pays p_rv = P_r (1 + t1)/(1 + t0) for the goods of r; its composite
 * costs C_v = (sum_r theta_rv p_rv^(1 - Es))^(1/(1 - Es)), it buys m_rv = C_v^Em (p_rv/C_v)^(-Es), and exporter r
 * supplies P_r^Ex = sum_v phi_rv m_rv, with theta the spending and phi the sales shares of the baseline. Newton's
 * method in logarithms with a step that is halved until the largest excess falls.
 * consumerSurplusChange = -spending (C^(1 + Em) - 1)/(1 + Em), producerSurplusChange = sales (P^(1 + Ex) - 1)/(1 + Ex).
 *
 * Rates are plain numbers here, as fractions: 0.25 for 25 %.
 *
 * **Result**: as `gsimLinear`; `solver` carries the largest excess supply, in logarithms, and the steps taken.
 *
 * **Leaves out**: other industries, incomes and exchange rates.
 *
 * **Source**: [GSIM], J. Francois and H. K. Hall, "Global Simulation Analysis of Industry-Level Trade Policy", 2003,
 * whose linear model is the first-order form of this one.
 *
 * @throws TariffError when a matrix is not square, a rate is -100 % or less or above 10 (a fraction is wanted: 0.25 for
 * 25 %), an elasticity has the wrong sign, or the prices were not found.
 *
 * @example Two regions, one of which drops its tariff
 * ```ts
 * import { gsimNonlinear } from "tariff-whatif/formulas";
 *
 * const { regions } = gsimNonlinear({
 *   regions: ["A", "B"],
 *   trade: [
 *     [50, 100],
 *     [100, 50],
 *   ],
 *   rateBefore: [
 *     [0, 0.2],
 *     [0, 0],
 *   ],
 *   rateAfter: [
 *     [0, 0],
 *     [0, 0],
 *   ],
 *   importDemandElasticity: -1.25,
 *   substitutionElasticity: 5,
 *   exportSupplyElasticity: 1.5,
 * });
 * regions.map(({ worldPriceChange }) => worldPriceChange.toFixed(4)); // => ["0.0683", "-0.0097"]
 * ```
 * @category GSIM
 */
export function gsimNonlinear(options: GsimOptions): GsimResult {
  const world = readGsim(options);
  const { sales, spending, demand, inverseSupply } = world;
  const { logPrice, demandAt, iterations, residual } = solveWorldPrices(world);
  return gsimReport(world, {
    worldPriceChange: logPrice.map(Math.expm1),
    outputChange: demandAt.logOutput.map(Math.expm1),
    compositePriceChange: demandAt.logComposite.map(Math.expm1),
    quantityChange: demandAt.logQuantity.map((row) => row.map(Math.expm1)),
    consumerSurplusChange: demandAt.logComposite.map(
      (c, v) => -spending[v]! * integralOfExponential(1 + demand[v]!, c) + 0,
    ),
    producerSurplusChange: sales.map((value, r) => {
      const u = inverseSupply[r]!;
      return (value * Math.expm1(logPrice[r]! + demandAt.logOutput[r]!) * u) / (1 + u) + 0;
    }),
    solver: { converged: true, residual, iterations },
  });
}
