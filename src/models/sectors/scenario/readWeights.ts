import { TariffError } from "../../../internal/TariffError.js";
import type { Baseline } from "../../../trade/baseline.js";
import type { SectorAssumptions } from "./SectorAssumptions.js";

/** The trade that weights rates: the baseline's, or none. */
export function readWeights(weights: SectorAssumptions["weights"], baseline: Baseline): Baseline | "none" {
  if (weights === "baseline") return baseline;
  if (weights === "none") return weights;
  throw new TariffError({
    code: typeof weights === "string" ? "out-of-range" : "wrong-type",
    path: "assumptions.weights",
    received: weights,
    advice:
      'Say "baseline" where its trade weights rates by product, or "none" where no step tells products apart.',
  });
}
