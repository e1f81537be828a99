import type { SolverReport } from "../../../numerics/solverReport.js";

/**
 * What happens to one sector of one economy. Keys that end in `Percent` are changes from the baseline in percent; null
 * where the baseline has none of it. Values are in the numéraire (world value added keeps its value).
 *
 * @category Sectors
 */
export interface SectorOfEconomy {
  /** Label of the sector. */
  readonly sector: string;
  /** Value of sales before duty. */
  readonly outputPercent: number | null;
  /** Quantity of sales: value over the price that the sector asks. */
  readonly quantityPercent: number | null;
  /** People employed: labour income of the sector over the wage; below 0 where jobs are lost. */
  readonly employmentPercent: number | null;
  /** What the sector asks for its goods. */
  readonly producerPricePercent: number | null;
  /** What buyers pay for the sector's goods from everywhere, duty included. */
  readonly pricePercent: number | null;
  /** Values of the scenario in the unit of the data. */
  readonly levels: {
    /** Sales before duty, own trade included. */
    readonly output: number;
    /** Spending, duty included, for final use and inputs. */
    readonly expenditure: number;
    /** Sales across the border before duty. */
    readonly exports: number;
    /** Purchases across the border before duty. */
    readonly imports: number;
    /** Duties collected on the sector. */
    readonly tariffRevenue: number;
  };
}

/**
 * A part of the first-order change of welfare, percent of income of the baseline.
 *
 * @category Sectors
 */
export interface FirstOrderPart {
  /** Label of the partner or of the sector. */
  readonly of: string;
  /** Gain from what is sold becoming dearer against what is bought. */
  readonly termsOfTradePercent: number;
  /** Gain from more imports where the baseline charges a duty. */
  readonly volumeOfTradePercent: number;
}

/**
 * The change of welfare to the first order, as Caliendo and Parro print it: not the exact change.
 *
 * @category Sectors
 */
export interface FirstOrderWelfare {
  /** The sum of the two parts, percent. */
  readonly welfarePercent: number;
  /** Terms of trade, percent. */
  readonly termsOfTradePercent: number;
  /** Volume of trade, percent; zero where the baseline has no duties. */
  readonly volumeOfTradePercent: number;
  /** Both parts by partner: every other economy. */
  readonly byPartner: readonly FirstOrderPart[];
  /** Both parts by sector. */
  readonly bySector: readonly FirstOrderPart[];
}

/**
 * What happens to one economy. Keys that end in `Percent` are changes from the baseline in percent (1.5 is 1.5 %).
 *
 * @category Sectors
 */
export interface SectorEconomyOutcome {
  /** Label of the economy. */
  readonly economy: string;
  /** Welfare, exact: final use over consumer prices; a gain is above 0. */
  readonly welfarePercent: number;
  /** Wage over consumer prices. */
  readonly realWagePercent: number;
  /** Wage in the numéraire. */
  readonly wagePercent: number;
  /** Price of final use, duty included, in the numéraire. */
  readonly consumerPricesPercent: number;
  /** Value of purchases across the border before duty; null where there are none. */
  readonly importsPercent: number | null;
  /** Value of sales across the border before duty; null where there are none. */
  readonly exportsPercent: number | null;
  /** Values of the scenario in the unit of the data. */
  readonly levels: {
    /** Final use: value added, duties and deficit. */
    readonly finalUse: number;
    /** Value added. */
    readonly valueAdded: number;
    /** Purchases across the border before duty. */
    readonly imports: number;
    /** Sales across the border before duty. */
    readonly exports: number;
    /** Duties collected. */
    readonly tariffRevenue: number;
    /** Duties collected in the baseline. */
    readonly tariffRevenueBefore: number;
  };
  /** Sector by sector. */
  readonly sectors: readonly SectorOfEconomy[];
}

/**
 * An equilibrium of a world of sectors, with the proof that it is one.
 *
 * @category Sectors
 */
export interface SectorEquilibrium extends SolverReport {
  /** One entry for each economy, in the order of the world. */
  readonly economies: readonly SectorEconomyOutcome[];
  /** Change of all trade across borders before duty, percent. */
  readonly worldTradePercent: number;
  /** What the residual was to reach. */
  readonly tolerance: number;
  /** What the model does not know. */
  readonly leavesOut: readonly string[];
  /** The change of welfare to the first order, in the order of the economies; made when it is first read. */
  readonly firstOrder: readonly FirstOrderWelfare[];
  /** Customs value of trade by exporter, importer and sector, own trade included; made when it is first read. */
  readonly trade: readonly (readonly (readonly number[])[])[];
}
