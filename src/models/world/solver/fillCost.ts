import type { WorldArrays } from "../calibration/worldArrays.js";
import type { Shock } from "./Shock.js";

/**
 * λ times the tariff part of cost, rows exporters, and the part of it that is duty, for the entries that carry a
 * tariff. Every tariff factor is taken to the power `power`: 1 is the scenario itself.
 */
export function fillCost(
  arrays: WorldArrays,
  shock: Shock,
  power: number,
  cost: Float64Array,
  wedge: Float64Array,
): void {
  const { n, exponent, share, tradeElasticity } = arrays;
  const { rowStart, importer, tariff } = shock;
  cost.set(share);
  let lastTariff = 0;
  let lastExponent = 0;
  let shrink = 1;
  let dutyShare = 0;
  for (let j = 0; j < n; j++) {
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) {
      const i = importer[q]!;
      const t = tariff[q]!;
      if (t !== lastTariff || exponent[i] !== lastExponent) {
        lastTariff = t;
        lastExponent = exponent[i]!;
        const log = power * Math.log1p(t);
        shrink = Math.exp(-tradeElasticity * lastExponent * log);
        dutyShare = -Math.expm1(-log);
      }
      const here = j * n + i;
      cost[here]! *= shrink;
      wedge[q] = cost[here]! * dutyShare;
    }
  }
}
