import { solveLinear } from "../../numerics/solveLinear.js";
import type { GsimOptions } from "./gsimInputs.js";
import { gsimReport } from "./gsimReport.js";
import type { GsimResult } from "./gsimResult.js";
import { readGsim } from "./readGsim.js";

/**
 * The linear GSIM model of Francois and Hall: one industry, all importers and exporters at once, by one linear solve.
 *
 * **Formula**: with theta the spending shares of importer v at tariff-inclusive prices, phi the sales shares of exporter
 * r, T = 1 + t, dT = T1/T0 - 1 and P the relative change of world prices:
 *
 * - dM_vr = N_vrr (P_r + dT_vr) + sum over s other than r of N_vrs (P_s + dT_vs), with N_vrr = theta_vr Em - (1 -
 *   theta_vr) Es and N_vrs = theta_vs (Em + Es);
 * - the world market of each exporter clears: Ex_r P_r = sum_v phi_rv dM_vr.
 * - internalPriceChange = (1 + P_r) T1/T0 - 1, compositePriceChange C_v = sum_r theta_vr internalPriceChange_vr,
 *   trade after = M (1 + dM)(1 + P).
 * - consumerSurplusChange = spending (Em C^2 sign(C)/2 - C), producerSurplusChange = sales (P + Ex P^2/2), as the
 *   authors give them. For a price rise the second-order term of the consumer surplus has the other sign than the
 *   surplus under a demand curve; `gsimNonlinear` has the exact one.
 *
 * Rates are plain numbers here, as fractions: 0.25 for 25 %.
 *
 * **Result**: one entry for each region and matrices of exporters by importers; changes of prices and quantities as
 * fractions, money in the currency of `trade`.
 *
 * **Leaves out**: everything beyond first order in the quantities: for changes of a few percent it is close, for large
 * tariffs use `gsimNonlinear`. Other industries, incomes and exchange rates stay as they are.
 *
 * **Source**: [GSIM], J. Francois and H. K. Hall, "Global Simulation Analysis of Industry-Level Trade Policy", 2003.
 *
 * @throws TariffError when a matrix is not square, a rate is -100 % or less or above 10 (a fraction is wanted: 0.25 for
 * 25 %), an elasticity has the wrong sign, or the equations are singular.
 *
 * @example Two regions, one of which drops its tariff
 * ```ts
 * import { gsimLinear } from "tariff-whatif/formulas";
 *
 * const { regions } = gsimLinear({
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
 * regions.map(({ worldPriceChange }) => worldPriceChange.toFixed(4)); // => ["0.0565", "-0.0112"]
 * ```
 * @category GSIM
 */
export function gsimLinear(options: GsimOptions): GsimResult {
  const world = readGsim(options);
  const { regions, tariffChange, spendingShare, salesShare, spending, sales } = world;
  const { demand, substitution, inverseSupply } = world;
  const importers = [...regions.keys()];
  const response = (v: number, r: number, s: number) =>
    spendingShare[s]![v]! * (demand[v]! + substitution[v]!) - (r === s ? substitution[v]! : 0);
  const sold = (r: number, term: (v: number) => number) =>
    importers.reduce((sum, v) => sum + salesShare[r]![v]! * term(v), 0);

  const matrix = importers.map((r) =>
    importers.map((s) => (r === s ? 1 : 0) - inverseSupply[r]! * sold(r, (v) => response(v, r, s))),
  );
  const byTariffs = (r: number, v: number) =>
    importers.reduce((sum, s) => sum + response(v, r, s) * tariffChange[s]![v]!, 0);
  const right = importers.map((r) => inverseSupply[r]! * sold(r, (v) => byTariffs(r, v)) + 0);
  const price = solveLinear(matrix, right);

  const quantityChange = importers.map((r) =>
    importers.map((v) =>
      importers.reduce((sum, s) => sum + response(v, r, s) * (price[s]! + tariffChange[s]![v]!), 0),
    ),
  );
  const outputChange = importers.map((r) => sold(r, (v) => quantityChange[r]![v]!));
  const compositePriceChange = importers.map((v) =>
    importers.reduce((sum, r) => {
      const change = tariffChange[r]![v]!;
      return sum + spendingShare[r]![v]! * (price[r]! + change + price[r]! * change);
    }, 0),
  );
  const residual = Math.max(
    ...importers.map(
      (r) => Math.abs(price[r]! - inverseSupply[r]! * outputChange[r]!) / Math.max(1, inverseSupply[r]!),
    ),
  );
  return gsimReport(world, {
    worldPriceChange: price,
    outputChange,
    compositePriceChange,
    quantityChange,
    consumerSurplusChange: compositePriceChange.map(
      (c, v) => spending[v]! * ((demand[v]! * c * Math.abs(c)) / 2 - c) + 0,
    ),
    producerSurplusChange: importers.map(
      (r) => sales[r]! * (price[r]! + (price[r]! * outputChange[r]!) / 2) + 0,
    ),
    solver: { converged: true, residual, iterations: 1 },
  });
}
