import { readRates } from "../../internal/numericColumns.js";
import { readOptions } from "../../internal/readOptions.js";
import { addTotals } from "./addTotals.js";
import { lumpRows } from "./lumpRows.js";
import type { Market } from "./market.js";
import type { DomesticVarieties, MarketAssumptions, MarketFlows } from "./marketInputs.js";
import type { MarketTotals } from "./marketTotals.js";
import { readElasticities } from "./readElasticities.js";
import { readMarket } from "./readMarket.js";
import { createState, type MarketState, solveMarketState } from "./solveMarketState.js";

/**
 * Reads a market once and returns a function that gives only its totals, equal to those of `solveMarkets` but for the
 * last digits, for assumptions and perhaps other scenario rates of the rows of `open`, in their order. For thousands of
 * draws: rows that meet the same shock are one row, the logarithms of the tariffs are kept, and one workspace serves all.
 * Rates once passed stay until others are passed.
 */
export function prepareTotals(options: {
  readonly flows: MarketFlows;
  readonly domestic?: DomesticVarieties;
  readonly open?: readonly number[];
}): (assumptions: MarketAssumptions, rateAfter?: ArrayLike<number>) => MarketTotals {
  const { flows, domestic, open = [] } = readOptions(options, "", ["flows"], ["domestic", "open"]);
  const market = readMarket(flows, domestic);
  const whole = prepared(market, open);
  const lumped = prepared(lumpRows(market, new Set(open)), open);
  return (assumptions, rateAfter) => {
    if (rateAfter !== undefined) {
      const rates = readRates(rateAfter, "rateAfter", open.length);
      for (const each of [whole, lumped]) each.replaceRates(rates);
    }
    // A supply elasticity for each row tells rows apart that meet the same shock.
    const { market, state } = Array.isArray(assumptions?.exportSupplyElasticity) ? whole : lumped;
    const elasticities = readElasticities(market, assumptions);
    solveMarketState(market, elasticities, state);
    return addTotals(market, elasticities, state);
  };
}

interface Prepared {
  readonly market: Market;
  readonly state: MarketState;
  readonly replaceRates: (rates: ArrayLike<number>) => void;
}

function prepared(market: Market, open: readonly number[]): Prepared {
  const rowOfFlow = new Map(Array.from(market.rowOf, (flow, r) => [flow, r] as const));
  const rows = open.map((flow) => rowOfFlow.get(flow) as number);
  return {
    market,
    state: createState(market),
    replaceRates: (rates) => {
      rows.forEach((r, at) => {
        const [before, after] = [market.rateBefore[r]!, rates[at]!];
        market.rateAfter[r] = after;
        market.logTariff[r] = Math.log1p((after - before) / (1 + before));
      });
    },
  };
}
