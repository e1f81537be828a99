import { readOptions } from "../../internal/readOptions.js";
import { addTotals } from "./addTotals.js";
import { replaceRates } from "./market.js";
import type { DomesticVarieties, MarketAssumptions, MarketFlows } from "./marketInputs.js";
import type { MarketTotals } from "./marketTotals.js";
import { productOutcome } from "./productOutcome.js";
import { readElasticities } from "./readElasticities.js";
import { readMarket } from "./readMarket.js";
import { createState, solveMarketState } from "./solveMarketState.js";

/**
 * Reads a market once and returns a function that gives only its totals, equal to those of `solveMarkets`, for
 * assumptions and perhaps other scenario rates, one for each row. For thousands of draws: it keeps the logarithms of
 * the tariffs and one workspace, so that a draw that changes only elasticities costs a few exponentials a row. Rates
 * once passed stay until others are passed.
 */
export function prepareTotals(options: {
  readonly flows: MarketFlows;
  readonly domestic?: DomesticVarieties;
}): (assumptions: MarketAssumptions, rateAfter?: ArrayLike<number>) => MarketTotals {
  const { flows, domestic } = readOptions(options, "", ["flows"], ["domestic"]);
  const market = readMarket(flows, domestic);
  const state = createState(market);
  return (assumptions, rateAfter) => {
    if (rateAfter !== undefined) replaceRates(market, rateAfter);
    const elasticities = readElasticities(market, assumptions);
    solveMarketState(market, elasticities, state);
    return addTotals(market.products.map((_, p) => productOutcome(market, elasticities, state, p)));
  };
}
