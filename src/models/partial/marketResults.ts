import type { SolverReport } from "../../numerics/solverReport.js";
import type { MarketAssumptions } from "./marketInputs.js";
import type { MarketTotals } from "./marketTotals.js";

/**
 * The result for one product from one origin. `quantity`, `producerPrice` and `tariffInclusivePrice` are ratios to the
 * baseline; the rest is money in the currency of the flows, but for the two rates, which are fractions: 0.25 for 25 %.
 *
 * @category Partial equilibrium
 */
export interface FlowResult {
  /** The product of the row. */
  readonly product: string;
  /** The origin of the row. */
  readonly origin: string;
  /** Baseline rate as a fraction; duties over customs value where duties were passed. */
  readonly rateBefore: number;
  /** Scenario rate as a fraction. */
  readonly rateAfter: number;
  /** Quantity imported, as a ratio to the baseline; 1 is unchanged. */
  readonly quantity: number;
  /** What the exporter gets for a unit, before duty, as a ratio to the baseline. */
  readonly producerPrice: number;
  /** What the importer pays for a unit, with duty, as a ratio to the baseline. */
  readonly tariffInclusivePrice: number;
  /** Baseline customs value, as it was passed. */
  readonly customsValueBefore: number;
  /** Customs value in the scenario: quantity at the new producer price. */
  readonly customsValueAfter: number;
  /** Baseline duties; a subsidy is below 0. */
  readonly dutiesBefore: number;
  /** Duties in the scenario. */
  readonly dutiesAfter: number;
  /** Duties after less duties before. */
  readonly revenueChange: number;
  /** Change of the quantity, at the baseline producer price, through the composite. */
  readonly tradeCreation: number;
  /** Change of the quantity, at the baseline producer price, through substitution; above 0 for a gain. */
  readonly tradeDiversion: number;
  /** Change of the customs value because the producer price moved. */
  readonly priceEffect: number;
  /** Gain of the producers in the origin on this flow; 0 where supply is infinite. */
  readonly exporterSurplusChange: number;
}

/**
 * The domestic variety of a product; `quantity` and `price` are ratios to the baseline, the rest is money in the
 * currency of the flows.
 *
 * @category Partial equilibrium
 */
export interface DomesticResult {
  /** Quantity sold, as a ratio to the baseline. */
  readonly quantity: number;
  /** Price, which bears no duty, as a ratio to the baseline. */
  readonly price: number;
  /** Baseline spending on it, as it was passed. */
  readonly expenditureBefore: number;
  /** Spending on it in the scenario. */
  readonly expenditureAfter: number;
  /** Gain of its producers; 0 where supply is infinite. */
  readonly producerSurplusChange: number;
}

/**
 * The result for one product; `compositePrice` and `compositeQuantity` are ratios to the baseline.
 *
 * @category Partial equilibrium
 */
export interface ProductResult extends MarketTotals {
  /** The product. */
  readonly product: string;
  /** Price index over all varieties with duty, as a ratio to the baseline; above 1 where buyers pay more. */
  readonly compositePrice: number;
  /** Quantity of the composite, as a ratio to the baseline. */
  readonly compositeQuantity: number;
  /** The domestic variety; absent where none was passed. */
  readonly domestic?: DomesticResult;
}

/**
 * The result for one origin, added up over its products; money in the currency of the flows.
 *
 * @category Partial equilibrium
 */
export interface OriginResult {
  /** The origin. */
  readonly origin: string;
  /** Baseline customs value. */
  readonly customsValueBefore: number;
  /** Customs value in the scenario. */
  readonly customsValueAfter: number;
  /** Baseline duties. */
  readonly dutiesBefore: number;
  /** Duties in the scenario. */
  readonly dutiesAfter: number;
  /** Duties after less duties before. */
  readonly revenueChange: number;
  /** Change of the quantities, at baseline producer prices, through the composites. */
  readonly tradeCreation: number;
  /** Change of the quantities, at baseline producer prices, through substitution; above 0 for a gain. */
  readonly tradeDiversion: number;
  /** Change of the customs value because producer prices moved. */
  readonly priceEffect: number;
  /** Gain of the producers in the origin on these flows; 0 where supply is infinite. */
  readonly exporterSurplusChange: number;
}

/**
 * An origin that gains by substitution.
 *
 * @category Partial equilibrium
 */
export interface DiversionGain {
  /** The origin. */
  readonly origin: string;
  /** Its `tradeDiversion`, above 0, in the currency of the flows. */
  readonly amount: number;
  /** Its share of the gains of all that gain, 0 to 1. */
  readonly share: number;
}

/**
 * The answer of {@link solveMarkets}.
 *
 * @category Partial equilibrium
 */
export interface SolveMarketsResult {
  /** Sums over all products. */
  readonly totals: MarketTotals;
  /** One for each row of the flows, in their order. */
  readonly flows: readonly FlowResult[];
  /** In order of first appearance. */
  readonly byOrigin: readonly OriginResult[];
  /** In order of first appearance. */
  readonly byProduct: readonly ProductResult[];
  /** The origins that gain by substitution, largest first, with their share of all such gains. */
  readonly diversionGains: readonly DiversionGain[];
  /** How well the equations are met. */
  readonly solver: SolverReport;
  /** The elasticities, as they were passed. */
  readonly assumptions: MarketAssumptions;
}
