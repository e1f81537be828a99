import type { DiversionGain, FlowResult, OriginResult } from "./marketResults.js";

/** Adds up the flows by origin. */
export function byOrigin(flows: readonly FlowResult[]): OriginResult[] {
  const sums = new Map<string, { -readonly [K in keyof OriginResult]: OriginResult[K] }>();
  for (const flow of flows) {
    let sum = sums.get(flow.origin);
    if (sum === undefined) {
      sum = {
        origin: flow.origin,
        customsValueBefore: 0,
        customsValueAfter: 0,
        dutiesBefore: 0,
        dutiesAfter: 0,
        revenueChange: 0,
        tradeCreation: 0,
        tradeDiversion: 0,
        priceEffect: 0,
        exporterSurplusChange: 0,
      };
      sums.set(flow.origin, sum);
    }
    sum.customsValueBefore += flow.customsValueBefore;
    sum.customsValueAfter += flow.customsValueAfter;
    sum.dutiesBefore += flow.dutiesBefore;
    sum.dutiesAfter += flow.dutiesAfter;
    sum.revenueChange += flow.revenueChange;
    sum.tradeCreation += flow.tradeCreation;
    sum.tradeDiversion += flow.tradeDiversion;
    sum.priceEffect += flow.priceEffect;
    sum.exporterSurplusChange += flow.exporterSurplusChange;
  }
  return [...sums.values()];
}

/** Who gains by substitution, largest first; the shares are of all gains and add up to 1. */
export function diversionGains(origins: readonly OriginResult[]): DiversionGain[] {
  const gainers = origins.filter(({ tradeDiversion }) => tradeDiversion > 0);
  const all = gainers.reduce((sum, { tradeDiversion }) => sum + tradeDiversion, 0);
  return gainers
    .map(({ origin, tradeDiversion }) => ({ origin, amount: tradeDiversion, share: tradeDiversion / all }))
    .sort((a, b) => b.amount - a.amount);
}
