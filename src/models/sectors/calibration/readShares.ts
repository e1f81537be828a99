import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { SectorParts } from "./parts.js";
import { readBlock } from "./readBlock.js";
import type { SectorShares } from "./SectorData.js";

/** How far shares of one whole may be from it, for rounding in the data. */
const rounding = 1e-6;

/** Input tables hold a few purchases just below zero, where by-products or second-hand goods are sold back. */
const lowestInput = -0.01;

/** Checks accounts that are given as shares. */
export function readShares(
  shares: SectorShares,
  economies: readonly string[],
  sectors: readonly string[],
  elasticity: Float64Array,
  tariff: Float64Array,
): SectorParts {
  const path = "accounts";
  readOptions(shares, path, [
    "expenditureShares",
    "valueAddedShares",
    "inputShares",
    "consumptionShares",
    "valueAdded",
    "deficits",
  ]);
  const n = economies.length;
  const s = sectors.length;
  const read = (key: keyof SectorShares, sizes: readonly number[], lowest: number): Float64Array =>
    readBlock(shares[key] as Float64Array, sizes, `${path}.${key}`, lowest, "Pass a share from 0 to 1.");
  const given = read("expenditureShares", [n, n, s], 0);
  const valueAddedShare = read("valueAddedShares", [n, s], 0);
  const links = shares.inputShares !== "none";
  const inputs = links ? read("inputShares", [n, s, s], lowestInput) : new Float64Array(0);
  const consumption = read("consumptionShares", [n, s], 0);
  const valueAdded = read("valueAdded", [n], 0);
  const deficit = read("deficits", [n], Number.NEGATIVE_INFINITY);
  const share = new Float64Array(n * n * s);
  const inputShare = new Float64Array(inputs.length);
  for (let i = 0; i < n; i++) {
    let consumed = 0;
    for (let k = 0; k < s; k++) {
      const label = `${sectors[k]} in ${economies[i]}`;
      consumed += consumption[i * s + k]!;
      let supplied = 0;
      for (let j = 0; j < n; j++) {
        const part = given[(j * n + i) * s + k]!;
        share[(k * n + i) * n + j] = part;
        supplied += part;
      }
      // A sector that an economy does not buy at all has no suppliers; calibrateSectors checks that nobody wants it.
      if (supplied !== 0) requireWhole(supplied, `${path}.expenditureShares`, `suppliers of ${label}`);
      let cost = valueAddedShare[i * s + k]!;
      for (let h = 0; links && h < s; h++) {
        const part = inputs[(i * s + h) * s + k]!;
        inputShare[(i * s + k) * s + h] = part;
        cost += part;
      }
      const key = links ? "inputShares" : "valueAddedShares";
      requireWhole(cost, `${path}.${key}[${i}]`, `value added and inputs of ${label}`);
      if (!(valueAddedShare[i * s + k]! > 0)) {
        throw new TariffError({
          code: "out-of-range",
          path: `${path}.valueAddedShares[${i}][${k}]`,
          received: valueAddedShare[i * s + k],
          advice: "Pass a share above 0: prices have no level in a sector without value added.",
        });
      }
    }
    requireWhole(consumed, `${path}.consumptionShares[${i}]`, `final use of ${economies[i]}`);
  }
  return {
    economies,
    sectors,
    elasticity,
    links,
    share,
    tariff,
    valueAddedShare,
    inputShare,
    consumption,
    valueAdded,
    deficit,
    spending: undefined,
  };
}

function requireWhole(sum: number, path: string, of: string): void {
  if (Math.abs(sum - 1) <= rounding) return;
  throw new TariffError({
    code: "shares-do-not-add-up",
    path,
    received: sum,
    advice: `Make the shares (${of}) add up to 1.`,
  });
}
