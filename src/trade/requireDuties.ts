import type { Decimal } from "../exact/decimal.js";
import { TariffError } from "../internal/TariffError.js";
import { amountsOf, type Baseline } from "./baseline.js";

/** The duties of every flow; an error for data that have none. */
export function requireDuties(baseline: Baseline, path: string): readonly Decimal[] {
  const { duties } = amountsOf(baseline);
  if (duties !== null) return duties;
  throw new TariffError({
    code: "no-duties",
    path,
    received: baseline.id,
    advice: "Use a baseline whose flows carry the duties collected, such as us-imports-2024.",
  });
}
