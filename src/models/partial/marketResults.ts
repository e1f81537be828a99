import type { SolverReport } from "../../internal/solverReport.js";
import type { MarketAssumptions } from "./marketInputs.js";
import type { MarketTotals } from "./marketTotals.js";

/**
 * The result for one product from one origin. `quantity`, `producerPrice` and `tariffInclusivePrice` are ratios to the
 * baseline; the rest is money, but for the two rates.
 *
 * @category Partial equilibrium
 */
export interface FlowResult {
  readonly product: string;
  readonly origin: string;
  readonly rateBefore: number;
  readonly rateAfter: number;
  readonly quantity: number;
  readonly producerPrice: number;
  readonly tariffInclusivePrice: number;
  readonly customsValueBefore: number;
  readonly customsValueAfter: number;
  readonly dutiesBefore: number;
  readonly dutiesAfter: number;
  readonly revenueChange: number;
  readonly tradeCreation: number;
  readonly tradeDiversion: number;
  readonly priceEffect: number;
  readonly exporterSurplusChange: number;
}

/**
 * The domestic variety of a product; `quantity` and `price` are ratios to the baseline.
 *
 * @category Partial equilibrium
 */
export interface DomesticResult {
  readonly quantity: number;
  readonly price: number;
  readonly expenditureBefore: number;
  readonly expenditureAfter: number;
  readonly producerSurplusChange: number;
}

/**
 * The result for one product; `compositePrice` and `compositeQuantity` are ratios to the baseline.
 *
 * @category Partial equilibrium
 */
export interface ProductResult extends MarketTotals {
  readonly product: string;
  readonly compositePrice: number;
  readonly compositeQuantity: number;
  readonly domestic?: DomesticResult;
}

/**
 * The result for one origin, over its products.
 *
 * @category Partial equilibrium
 */
export interface OriginResult {
  readonly origin: string;
  readonly customsValueBefore: number;
  readonly customsValueAfter: number;
  readonly dutiesBefore: number;
  readonly dutiesAfter: number;
  readonly revenueChange: number;
  readonly tradeCreation: number;
  readonly tradeDiversion: number;
  readonly priceEffect: number;
  readonly exporterSurplusChange: number;
}

/**
 * The answer of {@link solveMarkets}.
 *
 * @category Partial equilibrium
 */
export interface SolveMarketsResult {
  readonly totals: MarketTotals;
  /** One for each row of the flows, in their order. */
  readonly flows: readonly FlowResult[];
  /** In order of first appearance. */
  readonly byOrigin: readonly OriginResult[];
  /** In order of first appearance. */
  readonly byProduct: readonly ProductResult[];
  /** The origins that gain by substitution, largest first, with their share of all such gains. */
  readonly diversionGains: readonly {
    readonly origin: string;
    readonly amount: number;
    readonly share: number;
  }[];
  readonly solver: SolverReport;
  readonly assumptions: MarketAssumptions;
}
