import type { SectorWorld } from "../calibration/SectorWorld.js";
import type { Crossing, SectorCore } from "./core.js";
import type { SectorEconomyOutcome, SectorOfEconomy } from "./SectorOutcome.js";
import { logConsumerPrices, type Solution } from "./solution.js";

const change = (after: number, before: number): number | null =>
  before > 0 ? 100 * (after / before - 1) : null;

/** Sums across the border by economy and sector, from customs values by sector, importer and exporter. */
function abroad(core: SectorCore, value: (at: number, importer: number, sector: number) => number): Crossing {
  const { n, s } = core;
  const imports = new Float64Array(n * s);
  const exports = new Float64Array(n * s);
  for (let k = 0; k < s; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (i === j) continue;
        const flow = value((k * n + i) * n + j, i, k);
        imports[i * s + k]! += flow;
        exports[j * s + k]! += flow;
      }
    }
  }
  return { imports, exports };
}

/** What happens to each economy, sector by sector, and to world trade. */
export function reportEconomies(
  world: SectorWorld,
  core: SectorCore,
  solution: Solution,
): { readonly economies: readonly SectorEconomyOutcome[]; readonly worldTradePercent: number } {
  const { n, s } = core;
  core.crossing ??= abroad(
    core,
    (at, i, k) => (core.share[at]! * core.spending[i * s + k]!) / (1 + core.tariff[at]!),
  );
  const before = core.crossing;
  const after = abroad(core, (at) => solution.trade[at]!);
  const sum = (values: Float64Array, i: number) => {
    let total = 0;
    for (let k = 0; k < s; k++) total += values[i * s + k]!;
    return total;
  };
  const economies = world.economies.map((economy, i): SectorEconomyOutcome => {
    const wage = Math.exp(solution.logWage[i]!);
    const valueAdded = core.valueAdded[i]! * wage;
    const revenue = solution.revenue[i]!;
    const finalUse = valueAdded + revenue + core.deficit[i]!;
    const prices = logConsumerPrices(core, solution.logPrice, i);
    const sectors = world.sectors.map((sector, k): SectorOfEconomy => {
      const at = i * s + k;
      const [sold, soldBefore] = [solution.sales[at]!, core.output[at]!];
      const bought = core.spending[at]! > 0;
      return Object.freeze({
        sector,
        outputPercent: change(sold, soldBefore),
        quantityPercent: change(sold / Math.exp(solution.logCost[at]!), soldBefore),
        employmentPercent: change(sold / wage, soldBefore),
        producerPricePercent: soldBefore > 0 ? 100 * Math.expm1(solution.logCost[at]!) : null,
        pricePercent: bought ? 100 * Math.expm1(solution.logPrice[at]!) : null,
        levels: Object.freeze({
          output: sold,
          expenditure: solution.spending[at]!,
          exports: after.exports[at]!,
          imports: after.imports[at]!,
          tariffRevenue: solution.spending[at]! * (1 - solution.netShare[at]!),
        }),
      });
    });
    const [imports, exports] = [sum(after.imports, i), sum(after.exports, i)];
    return Object.freeze({
      economy,
      welfarePercent: 100 * Math.expm1(Math.log(finalUse / core.income[i]!) - prices),
      realWagePercent: 100 * Math.expm1(solution.logWage[i]! - prices),
      wagePercent: 100 * Math.expm1(solution.logWage[i]!),
      consumerPricesPercent: 100 * Math.expm1(prices),
      importsPercent: change(imports, sum(before.imports, i)),
      exportsPercent: change(exports, sum(before.exports, i)),
      levels: Object.freeze({
        finalUse,
        valueAdded,
        imports,
        exports,
        tariffRevenue: revenue,
        tariffRevenueBefore: core.revenue[i]!,
      }),
      sectors: Object.freeze(sectors),
    });
  });
  let [tradeBefore, tradeAfter] = [0, 0];
  for (let q = 0; q < n * s; q++) {
    tradeBefore += before.imports[q]!;
    tradeAfter += after.imports[q]!;
  }
  return { economies: Object.freeze(economies), worldTradePercent: change(tradeAfter, tradeBefore) ?? 0 };
}
