import { requireFinite } from "../../internal/requireFinite.js";
import { TariffError } from "../../internal/TariffError.js";
import { highestFraction } from "../readTariffFraction.js";
import type { SectorCore } from "./solver/core.js";
import { readTariffs } from "./solver/readTariffs.js";
import type { SectorTariffs } from "./solver/SectorTariffs.js";

/**
 * The tariffs of a scenario, and how they meet those of the data.
 *
 * @category Sectors
 */
export interface SectorTariffChange {
  /** The tariffs, as fractions of customs value (0.25 for 25 %) or as rates such as "25%". */
  readonly tariffs: SectorTariffs;
  /**
   * `"total"`: they take the place of the tariffs of the data on the trade they name, which else keeps its own;
   * `"additional"`: they come on top.
   */
  readonly tariffsAre: "total" | "additional";
}

/** The tariffs after a change: sector, importer, exporter. */
export function tariffsAfter(
  core: SectorCore,
  { tariffs, tariffsAre }: SectorTariffChange,
  path = "",
): Float64Array {
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (tariffsAre !== "total" && tariffsAre !== "additional") {
    throw new TariffError({
      code: typeof tariffsAre === "string" ? "out-of-range" : "wrong-type",
      path: at("tariffsAre"),
      received: tariffsAre,
      advice:
        'Say "total" where they replace the tariffs of the data, or "additional" where they come on top.',
    });
  }
  const after = Float64Array.from(core.tariff);
  const additional = tariffsAre === "additional";
  readTariffs(core, tariffs, at("tariffs"), (index, tariff) => {
    after[index] = additional ? core.tariff[index]! + tariff : tariff;
    if (after[index]! > -1 && after[index]! <= 2 * highestFraction) return;
    throw new TariffError({
      code: "rate-below-minus-100",
      path: at("tariffs"),
      received: after[index],
      advice: "With the tariff of the data the rate must stay above -1 (-100 %).",
    });
  });
  return after;
}

/** Checks how exactly a solution is wanted; 1e-12 where nothing is said. */
export function readTolerance(value = 1e-12): number {
  requireFinite(value, "tolerance");
  if (value >= 1e-13 && value <= 0.01) return value;
  throw new TariffError({
    code: value < 1e-13 ? "unreachable-tolerance" : "out-of-range",
    path: "tolerance",
    received: value,
    advice: "Pass a tolerance from 1e-13, which float64 can still reach, to 0.01.",
  });
}
