import type { SectorTariffs } from "../solver/SectorTariffs.js";
import type { NumberBlock } from "./readBlock.js";

/**
 * Accounts of the world in money: everything else follows. Final use is what purchases leave after inputs, value added
 * what sales leave after inputs.
 *
 * @category Sectors
 */
export interface SectorFlows {
  /**
   * `"customsValue"`: the flows are before duty; `"dutyPaid"`: they are what the importer pays, duty included. Without
   * tariffs in the data both are the same.
   */
  readonly valuation: "customsValue" | "dutyPaid";
  /** Trade by exporter, importer and sector, own trade included; at or above 0. */
  readonly trade: NumberBlock;
  /**
   * What each economy's sectors buy: economy, sector of the input, sector that uses it, in the unit of `trade`, duty
   * included; `"none"` for sectors that make everything from labour alone.
   */
  readonly inputs: NumberBlock | "none";
}

/**
 * Accounts of the world as shares, which need not be an equilibrium: the baseline is solved from them.
 *
 * @category Sectors
 */
export interface SectorShares {
  /** Share of each exporter in what an importer spends on a sector, duty included: exporter, importer, sector. */
  readonly expenditureShares: NumberBlock;
  /** Share of value added in the cost of a sector: economy, sector; above 0 and up to 1. */
  readonly valueAddedShares: NumberBlock;
  /**
   * Share of each input in the cost of a sector: economy, sector of the input, sector that uses it; at or above -0.01, since
   * tables hold a few purchases just below zero; `"none"` without links.
   */
  readonly inputShares: NumberBlock | "none";
  /** Share of each sector in final use: economy, sector. */
  readonly consumptionShares: NumberBlock;
  /** Value added of each economy, above 0. */
  readonly valueAdded: NumberBlock;
  /** What each economy spends beyond its income; the sum must be zero. */
  readonly deficits: NumberBlock;
}

/**
 * What {@link calibrateSectors} needs.
 *
 * @category Sectors
 */
export interface SectorData {
  /** Labels of the economies, at least two, none twice. */
  readonly economies: readonly string[];
  /** Labels of the sectors, at least one, none twice. */
  readonly sectors: readonly string[];
  /** The accounts, in money or as shares. */
  readonly accounts: SectorFlows | SectorShares;
  /** Trade elasticity θ of each sector, above 0 and up to 200; σ - 1 in models that name the elasticity of substitution. */
  readonly tradeElasticities: NumberBlock;
  /** Tariffs of the data, as fractions of customs value; `"none"` where it has none. */
  readonly tariffs: SectorTariffs | "none";
  /**
   * `"ofTheData"` keeps what each economy spends beyond its income, fixed in units of world value added; `"removed"`
   * makes the baseline the same world with balanced trade, so that the end of deficits is no part of any result.
   */
  readonly deficits: "ofTheData" | "removed";
}
