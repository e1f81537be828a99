import type { SectorCore } from "./core.js";
import type { SectorSpace } from "./space.js";

/**
 * The part of the shares that tariffs decide: π ((1 + t') / (1 + t))^-θ, and the same net of duty, with each factor taken
 * to the power `fraction` (1 is the scenario itself); of all importers, or of some of them where the rest stays as it is.
 */
export function fillShares(
  core: SectorCore,
  space: SectorSpace,
  tariff: Float64Array,
  fraction: number,
  importers?: readonly number[],
): void {
  const { n, s } = core;
  for (let k = 0; k < s; k++) {
    if (importers) for (const i of importers) fillRow(core, space, tariff, fraction, k, i);
    else for (let i = 0; i < n; i++) fillRow(core, space, tariff, fraction, k, i);
  }
}

function fillRow(
  { n, share, elasticity, tariff: before }: SectorCore,
  { gross, net }: SectorSpace,
  tariff: Float64Array,
  fraction: number,
  k: number,
  i: number,
): void {
  const exponent = -elasticity[k]!;
  const from = (k * n + i) * n;
  let lastFactor = 1;
  let lastPower = 1;
  for (let q = from; q < from + n; q++) {
    let duty = 1 + before[q]!;
    let value = share[q]!;
    if (tariff[q] !== before[q] && value > 0) {
      const after = 1 + tariff[q]!;
      let factor = after / duty;
      if (fraction !== 1) factor **= fraction;
      if (factor !== lastFactor) {
        lastFactor = factor;
        lastPower = factor ** exponent;
      }
      duty = fraction === 1 ? after : duty * factor;
      value *= lastPower;
    }
    gross[q] = value;
    net[q] = value / duty;
  }
}
