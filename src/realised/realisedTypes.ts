import type { DecimalText } from "../exact/decimal.js";
import type { PercentagePoints, Rate } from "../exact/rate.js";
import type { SupplyElasticity } from "../internal/elasticities.js";
import type { IsoDate } from "../internal/isoDate.js";
import type { MetalShares, NorthAmericanClaims } from "../law/lawFacts.js";
import type { Baseline } from "../trade/baseline.js";

/**
 * A month, as year-month: `"2025-04"`.
 *
 * @category Realised
 */
export type Month = `${number}-${number}`;

/**
 * Goods of one exporter that were under way for some days when they entered.
 *
 * @category Realised
 */
export interface GoodsUnderWay {
  /** The exporter, as the baseline names it. */
  readonly exporter: string;
  /** The share of its trade, 0 to 1; what is not named was not under way. */
  readonly share: DecimalText;
  /** How many days it took, 0 to 365. */
  readonly days: number;
}

/**
 * What entered in a month by group of goods, and the group of each product of the baseline.
 *
 * @category Realised
 */
export interface Composition {
  /** The group of each product, by its code in the baseline. */
  readonly groupOf: Readonly<Record<string, string>>;
  /** Customs value of the month by group. */
  readonly customsValue: Readonly<Record<string, DecimalText>>;
}

/**
 * How buyers and sellers react, as in {@link tariff-whatif!solveMarkets}: one value for all goods.
 *
 * @category Realised
 */
export interface Reaction {
  /** Between the origins of one product, above 0. */
  readonly substitutionElasticity: number;
  /** Of a product as a whole, below 0. */
  readonly importDemandElasticity: number;
  /** Of each origin, above 0 or `"infinite"`. */
  readonly exportSupplyElasticity: SupplyElasticity;
}

/**
 * The steps from the law as it is written to what was collected, in this order; each can be `"off"`.
 *
 * @category Realised
 */
export interface RealisedSteps {
  /** Lists of goods that are free of a measure: `"off"` charges those goods like all others. */
  readonly exemptionLists: "on" | "off";
  /** Every day of the month with its own law: `"off"` takes the law of the last day for all days. */
  readonly daysInForce: "on" | "off";
  /** Goods that were loaded before a measure began, where the law has a clause for them. */
  readonly goodsInTransit: readonly GoodsUnderWay[] | "off";
  /** Claims of the North American preference in that month; `"off"` leaves those of the year of the baseline. */
  readonly claims: NorthAmericanClaims | "off";
  /** The groups of goods in the shares of the month; `"off"` leaves those of the year of the baseline. */
  readonly composition: Composition | "off";
  /** Less is bought of what became dearer, by the partial model. */
  readonly reaction: Reaction | "off";
}

/**
 * What {@link predictedBesideRealised} needs.
 *
 * @category Realised
 */
export interface PredictedBesideRealisedOptions {
  /** United States imports of one year with the duties on them, as fine as the law tells goods apart. */
  readonly baseline: Baseline;
  /** The month. */
  readonly month: Month;
  /** What entered in that month, and the duties on it; the currency does not matter. */
  readonly realised: {
    /** Customs value. */
    readonly customsValue: DecimalText;
    /** Duties. */
    readonly duties: DecimalText;
  };
  /** Measures that two independent sources mention, or any that one mentions. */
  readonly confidence: "two sources" | "any";
  /** The share of each metal in articles on which a duty falls on the metal alone. */
  readonly metalShares: MetalShares;
  /** Claims of the North American preference in the year of the baseline. */
  readonly northAmericanClaims: NorthAmericanClaims;
  /** The steps. */
  readonly steps: RealisedSteps;
}

/**
 * One step from the law as it is written towards what was collected.
 *
 * @category Realised
 */
export interface RealisedStep {
  /** Which. */
  readonly step: keyof RealisedSteps;
  /** Whether it was taken. */
  readonly taken: boolean;
  /** The effective rate after it. */
  readonly rate: Rate;
  /** What it changes; 0 where it was not taken. */
  readonly change: PercentagePoints;
}

/**
 * The effective rate that a law gives in a month beside the one that was collected, and the way from one to the other.
 *
 * @category Realised
 */
export interface PredictedAndRealised {
  /** The month. */
  readonly month: Month;
  /** Its first day. */
  readonly from: IsoDate;
  /** Its last day. */
  readonly to: IsoDate;
  /** Duties over value in the baseline. */
  readonly baselineRate: Rate;
  /** What the law in force gives on the trade of the baseline: the average over the days, with lists of exemptions. */
  readonly predicted: Rate;
  /** Duties over value in the month. */
  readonly realised: Rate;
  /** Predicted less realised. */
  readonly gap: PercentagePoints;
  /** Where the steps begin: the law of the last day for all days, without lists of exemptions. */
  readonly asWritten: Rate;
  /** The steps: `asWritten`, all changes and `unexplained` add up to `realised`. */
  readonly steps: readonly RealisedStep[];
  /** What is left: realised less the rate after the last step. */
  readonly unexplained: PercentagePoints;
}
