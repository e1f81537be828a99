import { TariffError } from "../../../internal/TariffError.js";
import type { MarketingTargets } from "./WorldParameters.js";

/**
 * Two marketing shares, one for the economy named and one for all others, from two aggregate equations. In the
 * two-bloc world (trade among the others counts as their own) own trade is r = (E - imports) / (E - imports + exports) of a bloc's sales; each target is the
 * average share over the bloc's sales at home and abroad. E moves with the shares, so r and the shares are solved
 * together by Newton with differences; both equations are nearly linear.
 */
export function marketingShares(
  trade: Float64Array,
  gdp: Float64Array,
  at: number,
  targets: MarketingTargets,
): { readonly others: number; readonly economy: number } {
  const n = gdp.length;
  let toEconomy = 0;
  let fromEconomy = 0;
  let gdpOthers = 0;
  let amongOthers = 0;
  for (let k = 0; k < n; k++) {
    if (k === at) continue;
    for (let i = 0; i < n; i++) if (i !== at) amongOthers += trade[k * n + i]!;
    toEconomy += trade[k * n + at]!;
    fromEconomy += trade[at * n + k]!;
    gdpOthers += gdp[k]!;
  }
  const gdpEconomy = gdp[at]!;
  const gaps = (others: number, economy: number): [number, number] => {
    const e1 = gdpOthers + (1 - others) * (fromEconomy + amongOthers * others - toEconomy * (1 - economy));
    const e2 = gdpEconomy + (1 - economy) * (toEconomy - fromEconomy * (1 - others));
    const r1 = (e1 - fromEconomy) / (e1 - fromEconomy + toEconomy);
    const r2 = (e2 - toEconomy) / (e2 - toEconomy + fromEconomy);
    return [
      (1 - r1) * economy + r1 * others - targets.othersShare,
      r2 * economy + (1 - r2) * others - targets.economyShare,
    ];
  };
  let x = targets.othersShare;
  let y = targets.economyShare;
  const h = 1e-6;
  for (let k = 0; k < 50; k++) {
    const [f, g] = gaps(x, y);
    const [fx, gx] = gaps(x + h, y);
    const [fy, gy] = gaps(x, y + h);
    const a = (fx - f) / h;
    const b = (fy - f) / h;
    const c = (gx - g) / h;
    const d = (gy - g) / h;
    const determinant = a * d - b * c;
    const dx = (f * d - g * b) / determinant;
    const dy = (g * a - f * c) / determinant;
    x -= dx;
    y -= dy;
    if (!(Math.abs(dx) + Math.abs(dy) > 1e-15)) break;
  }
  const [f, g] = gaps(x, y);
  if (Math.abs(f) + Math.abs(g) < 1e-13 && x >= 0 && x < 1 && y >= 0 && y < 1)
    return { others: x, economy: y };
  throw new TariffError({
    code: "out-of-range",
    path: "parameters.marketingCosts",
    received: targets,
    advice:
      "No marketing shares from 0 to 1 give these averages; pass other targets or one share for each economy.",
  });
}
