import { TariffError } from "../../internal/TariffError.js";
import { solveLinear } from "../../numerics/solveLinear.js";
import { logCesPrice } from "./logCesPrice.js";
import type { GsimWorld } from "./readGsim.js";

/** Demand at given world prices, in logarithms of ratios to the baseline. */
export interface WorldDemand {
  readonly logComposite: Float64Array;
  readonly logOutput: Float64Array;
  /** By exporter and importer. */
  readonly logQuantity: readonly Float64Array[];
  /** ln P - u ln(output) by exporter, relative to the larger of 1 and u. */
  readonly excess: Float64Array;
}

/** Newton's method on the logarithms of the world prices, with halved steps where a full one would not help. */
export function solveWorldPrices(world: GsimWorld) {
  let logPrice: Float64Array = new Float64Array(world.regions.length);
  let demandAt = demandAtPrices(world, logPrice);
  let residual = largest(demandAt.excess);
  let iterations = 0;
  while (residual > 1e-15 && iterations < 200) {
    const step = solveLinear(slopes(world, logPrice, demandAt), demandAt.excess);
    iterations++;
    let found = false;
    for (let part = 1; part > 1e-6 && !found; part /= 2) {
      const trial = logPrice.map((value, r) => value - part * step[r]!);
      const there = demandAtPrices(world, trial);
      const left = largest(there.excess);
      if (!(left < residual)) continue;
      logPrice = trial;
      demandAt = there;
      residual = left;
      found = true;
    }
    if (!found) break;
  }
  if (residual <= 1e-11) return { logPrice, demandAt, residual, iterations };
  throw new TariffError({
    code: "not-converged",
    path: "",
    received: residual,
    advice: "The world prices were not found; check for rates or elasticities of extreme size.",
  });
}

function demandAtPrices(world: GsimWorld, logPrice: Float64Array): WorldDemand {
  const { tariffChange, spendingShare, salesShare, demand, substitution, inverseSupply } = world;
  const logPaid = tariffChange.map((row, r) => row.map((change) => logPrice[r]! + Math.log1p(change)));
  const logComposite = demand.map((_, v) =>
    logCesPrice(
      spendingShare.map((row) => row[v]!),
      logPaid.map((row) => row[v]!),
      substitution[v]!,
    ),
  );
  const logQuantity = logPaid.map((row) =>
    row.map((paid, v) => demand[v]! * logComposite[v]! - substitution[v]! * (paid - logComposite[v]!) + 0),
  );
  const logOutput = Float64Array.from(logQuantity, (row, r) =>
    Math.log1p(row.reduce((sum, value, v) => sum + salesShare[r]![v]! * Math.expm1(value), 0)),
  );
  const excess = logPrice.map(
    (price, r) => (price - inverseSupply[r]! * logOutput[r]!) / Math.max(1, inverseSupply[r]!),
  );
  return { logComposite, logOutput, logQuantity, excess };
}

/** The derivative of each excess by each log price. */
function slopes(world: GsimWorld, logPrice: Float64Array, at: WorldDemand): Float64Array[] {
  const { tariffChange, spendingShare, salesShare, demand, substitution, inverseSupply } = world;
  const spent = spendingShare.map((row, s) =>
    row.map((share, v) => {
      const relative = logPrice[s]! + Math.log1p(tariffChange[s]![v]!) - at.logComposite[v]!;
      return share * Math.exp((1 - substitution[v]!) * relative);
    }),
  );
  return at.logQuantity.map((row, r) => {
    const u = inverseSupply[r]!;
    const sold = row.map((value, v) => salesShare[r]![v]! * Math.exp(value - at.logOutput[r]!));
    return Float64Array.from(row, (_, s) => {
      let response = 0;
      sold.forEach((weight, v) => {
        const own = s === r ? substitution[v]! : 0;
        response += weight * ((demand[v]! + substitution[v]!) * spent[s]![v]! - own);
      });
      return ((s === r ? 1 : 0) - u * response) / Math.max(1, u);
    });
  });
}

function largest(values: Float64Array): number {
  return Math.max(...values.map(Math.abs));
}
