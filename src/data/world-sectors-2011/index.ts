import { deepFreeze } from "../../internal/deepFreeze.js";
import type { SourceCard } from "../../trade/source.js";
import * as figures from "./figures.js";

/**
 * What a bundled world of sectors holds: the accounts that `calibrateSectors` takes, and what the labels mean.
 *
 * @category Data
 */
export interface WorldSectorFigures {
  /** Name of the data set. */
  readonly id: string;
  /** Its line for people. */
  readonly title: string;
  /** The year of the flows. */
  readonly year: number;
  /** Currency of the flows. */
  readonly currency: string;
  /** The year of whose prices the flows are. */
  readonly priceYear: number;
  /** The unit of the flows in that currency. */
  readonly unit: "million";
  /** Labels of the economies. */
  readonly economies: readonly string[];
  /** The partner of this package that each label stands for, in the order of the economies. */
  readonly partners: readonly string[];
  /** Labels of the sectors. */
  readonly sectors: readonly string[];
  /** Names of the sectors, in their order. */
  readonly sectorNames: readonly string[];
  /** Divisions (numbers) and sections (letters) of ISIC Rev. 3, in the order of the sectors. */
  readonly isicRev3: readonly string[];
  /** Labels of the sectors whose output is goods: tariffs fall on these. */
  readonly goods: readonly string[];
  /** Trade elasticity of each sector, above 0. */
  readonly tradeElasticities: readonly number[];
  /** Trade (exporter, importer, sector) and inputs (economy, sector of the input, sector that uses it), row-major. */
  readonly accounts: {
    /** There are no duties in these flows. */
    readonly valuation: "customsValue";
    /** Sales of each exporter to each importer by sector, own trade included. */
    readonly trade: readonly number[];
    /** What the sectors of each economy buy from each sector, home and abroad together. */
    readonly inputs: readonly number[];
  };
  /**
   * The sectors of goods by HS chapter and, where a heading differs from its chapter, by heading: the longest prefix of
   * a code counts, and the shares of one prefix add up to 1.
   */
  readonly hsShares: readonly {
    /** HS chapter (two digits) or heading (four). */
    readonly hs: string;
    /** Label of the sector. */
    readonly sector: string;
    /** Share (0 to 1) of the sector in United States imports of 2024 under this code. */
    readonly share: number;
  }[];
  /** Where the figures come from. */
  readonly sources: readonly SourceCard[];
}

/**
 * The world of 2011 as 16 economies and 24 sectors that buy from one another: trade, inputs and, by what is left, final
 * use and value added.
 *
 * **Unit**: US dollars, whole millions, prices of 2011. The accounts close exactly: sales = inputs + value added, purchases =
 * inputs + final use.
 *
 * **Leaves out**: changes in inventories; tariffs (the flows have none); Croatia apart from the rest of the world, and
 * the members of the European Union without the United Kingdom apart from one another (`EU26`). Value added holds taxes
 * on products and transport margins.
 *
 * **Source**: [Timmer, Dietzenbacher, Los, Stehrer and de Vries 2015], World Input-Output Database, release 2013,
 * year 2011 (Timmer, Dietzenbacher, Los, Stehrer, de Vries 2015; CC BY 4.0), aggregated, output computed afresh
 * without inventories; elasticities of Caliendo and Parro 2015 by the nearest sector.
 *
 * @example Economies and sectors
 * ```ts
 * import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
 *
 * worldSectors2011.economies.length; // => 16
 * worldSectors2011.sectors.length; // => 24
 * worldSectors2011.goods.length; // => 15
 * ```
 * @category Data
 */
export const worldSectors2011: WorldSectorFigures = /* @__PURE__ */ deepFreeze({
  id: "world-sectors-2011",
  title: "World trade and inputs by sector, 2011",
  year: 2011,
  currency: "USD",
  priceYear: 2011,
  unit: "million" as const,
  economies: figures.economies,
  partners: figures.economies.map((label) => (label === "EU26" ? "EU27" : label)),
  sectors: figures.sectors,
  sectorNames: figures.names,
  isicRev3: figures.divisions,
  goods: figures.goods,
  tradeElasticities: figures.tradeElasticities,
  accounts: { valuation: "customsValue" as const, trade: figures.trade, inputs: figures.inputs },
  hsShares: figures.hsShares.map(([hs, sector, part]) => ({
    hs: String(hs),
    sector: figures.sectors[Number(sector)] ?? "",
    share: Number(part) / 1e4,
  })),
  sources: [
    {
      id: "wiod-2011",
      title: "World Input-Output Tables, release 2013: year 2011, aggregated to 16 economies and 24 sectors",
      publisher: "World Input-Output Database, University of Groningen",
      licence: "CC BY 4.0",
      note: "USD million; inventories left out and negative investment set to zero, output computed afresh; value added holds taxes and transport margins; EU26 is the European Union of 2011 without the United Kingdom.",
    },
    {
      id: "caliendo-parro-elasticities",
      title: "Trade elasticities by sector, carried over to the nearest sector",
      publisher: "Caliendo and Parro, Review of Economic Studies 82(1), 2015",
      licence: "facts",
      note: "8.22 for services, as in their data.",
    },
    {
      id: "hs-to-sectors",
      title:
        "HS codes to sectors: import concordance HS10 to NAICS, NAICS groups to sectors by what they make",
      publisher: "US Census Bureau; US Bureau of Economic Analysis",
      licence: "public domain",
      note: "Codes that fall into several sectors are divided by United States imports of 2024; special provisions (chapters 98 and 99) have no sector; medical goods count as other manufacturing.",
    },
  ],
});
