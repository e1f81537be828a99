import type { PartnerCode } from "../../../economies/partner.js";
import type { SourceCard } from "../../../trade/source.js";
import type { SectorFlows, SectorShares } from "../calibration/SectorData.js";

/**
 * Figures of a world of sectors with what its labels mean: the bundled `world-sectors-2011`, or your own in the same
 * shape.
 *
 * @category Sectors
 */
export interface SectorFigures {
  /** Name of the data set. */
  readonly id: string;
  /** Its line for people. */
  readonly title: string;
  /** The year of the accounts. */
  readonly year?: number;
  /** Currency of the accounts, an ISO 4217 code. */
  readonly currency: string;
  /** The year of whose prices they are. */
  readonly priceYear: number;
  /** The unit of the accounts in that currency. */
  readonly unit: "one" | "thousand" | "million";
  /** Labels of the economies. */
  readonly economies: readonly string[];
  /** The partner that each label stands for, none twice; `"ROW"` for all that are not listed. */
  readonly partners: readonly string[];
  /** Labels of the sectors. */
  readonly sectors: readonly string[];
  /** Names of the sectors, for people. */
  readonly sectorNames?: readonly string[];
  /** Divisions and sections of ISIC Rev. 3. */
  readonly isicRev3?: readonly string[];
  /** Labels of the sectors whose output is goods: tariffs of a scenario fall on these. */
  readonly goods: readonly string[];
  /** Trade elasticity of each sector, above 0. */
  readonly tradeElasticities: readonly number[];
  /** The accounts, in money or as shares. */
  readonly accounts: SectorFlows | SectorShares;
  /** Sectors by HS chapter or heading: the longest prefix of a code counts; shares of one prefix add up to 1. */
  readonly hsShares: readonly { readonly hs: string; readonly sector: string; readonly share: number }[];
  /** Where the figures come from. */
  readonly sources: readonly SourceCard[];
}

/** The figures with partners as codes, places by code, and shares by prefix. */
export interface SectorPlaces {
  readonly partners: readonly PartnerCode[];
  /** The place of the economy that a partner falls into; undefined where the figures have no rest of the world. */
  readonly placeOf: (partner: PartnerCode) => number | undefined;
  /** The sectors of a code with their shares; undefined where no prefix has any. */
  readonly sectorsOf: (
    product: string,
  ) => readonly { readonly sector: string; readonly share: number }[] | undefined;
}
