import type { SectorCore } from "./core.js";
import type { SectorSpace } from "./space.js";

/**
 * The part of the shares that tariffs decide: π ((1 + t') / (1 + t))^-θ, and the same net of duty, with each factor taken
 * to the power `part` (1 is the scenario itself).
 */
export function fillShares(core: SectorCore, space: SectorSpace, tariff: Float64Array, part: number): void {
  const { n, s, share, elasticity } = core;
  const { gross, net, dutied } = space;
  const before = core.tariff;
  const size = n * n;
  for (let k = 0; k < s; k++) {
    const exponent = -elasticity[k]!;
    let lastFactor = 1;
    let lastPower = 1;
    for (let i = 0; i < n; i++) {
      const from = k * size + i * n;
      let charged = 0;
      for (let q = from; q < from + n; q++) {
        let duty = 1 + before[q]!;
        let value = share[q]!;
        if (tariff[q] !== before[q] && value > 0) {
          let factor = (1 + tariff[q]!) / duty;
          if (part !== 1) factor **= part;
          if (factor !== lastFactor) {
            lastFactor = factor;
            lastPower = factor ** exponent;
          }
          duty *= factor;
          value *= lastPower;
        }
        if (duty !== 1) charged = 1;
        gross[q] = value;
        net[q] = value / duty;
      }
      dutied[k * n + i] = charged;
    }
  }
}
