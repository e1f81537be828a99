import type { SectorTariffs } from "../solver/SectorTariffs.js";
import type { SectorFigures } from "./SectorFigures.js";

/**
 * What {@link sectoralEquilibrium} assumes.
 *
 * @category Sectors
 */
export interface SectorAssumptions {
  /** The world of sectors, for example the bundled `world-sectors-2011`. */
  readonly figures: SectorFigures;
  /** Tariffs of the figures, as fractions of customs value; `"none"` where they have none. */
  readonly baselineTariffs: SectorTariffs | "none";
  /** What happens to deficits: as in the data, fixed in units of world value added, or removed before anything else. */
  readonly deficits: "ofTheData" | "removed";
  /**
   * `"baseline"`: the trade of the baseline weights rates that differ by product; `"none"` where no step tells products
   * apart.
   */
  readonly weights: "baseline" | "none";
}
