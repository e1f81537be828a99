import { Decimal, type DecimalText, divide, readDecimal, writeDecimal } from "../exact/decimal.js";
import { type Money, writeMoney } from "../exact/money.js";
import { type PercentChange, writePercentChange } from "../exact/rate.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type Baseline, requireBaseline } from "../trade/baseline.js";
import { tradeBetween } from "../trade/tradeBetween.js";
import { chinaRussiaTrade } from "./chinaRussiaTrade.js";
import { januaryClaims } from "./januaryClaims.js";

/**
 * What part of its US sales China loses, and which growth of China-Russia trade to measure it against.
 *
 * @category Claims
 */
export interface TradeToReplaceSalesOptions {
  /** US imports, from which China's sales are taken. */
  readonly baseline: Baseline;
  /** The part of its US sales that China loses, 0 to 1. */
  readonly shareLost: DecimalText;
  /** Growth from 2021 to 2023 as the article implies it, or as official totals first published have it. */
  readonly growth: "article" | "official";
}

/**
 * How much larger China-Russia trade would have to be.
 *
 * @category Claims
 */
export interface ReplacedSales {
  /** China's lost sales, at the customs value of the baseline. */
  readonly lostSales: Money;
  /** Lost sales over China-Russia trade in 2023: how much larger that trade would have to be. */
  readonly increaseNeeded: PercentChange;
  /** What China-Russia trade would have to be: the trade of 2023 plus the lost sales. */
  readonly tradeNeeded: Money;
  /** The lost sales in years of the average growth from 2021 to 2023, in dollars a year. */
  readonly yearsOfGrowth: DecimalText;
  /** That growth, dollars a year. */
  readonly growthPerYear: Money;
}

/**
 * How much larger China-Russia trade would have to be to absorb what China might lose of its US sales.
 *
 * **Formula**: lost = share x US imports from China; increase = lost / trade of 2023; years = lost / ((trade of 2023 -
 * trade of 2021) / 2). The trade of 2021 that the article implies is trade of 2023 / 1.64, at most; the years are then
 * an upper bound, as growth was at least that.
 *
 * **Result**: exact, in the dollars of the data.
 *
 * **Leaves out**: prices between 2023 and 2024 (amounts of both years are set side by side as they are), whether Russia
 * would want the goods, and China's sales elsewhere. It is a yardstick, not a forecast.
 *
 * **Source**: [The article], [China-Russia trade], {@link januaryClaims}, {@link chinaRussiaTrade}, the baseline.
 *
 * @throws `out-of-range` for a share outside 0 to 1, `unknown-flow` for data without China or the
 * United States, `currency-mismatch` for data not in dollars, `not-defined`,
 * `not-a-decimal`, `missing-key`, `unknown-key`, `wrong-type`.
 * @example A tenth of its US sales
 * ```ts
 * import { tradeToReplaceSales } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const result = tradeToReplaceSales({ baseline: usImports2024, shareLost: "0.1", growth: "article" });
 * result.lostSales.amount; // => "42942583500"
 * result.increaseNeeded.slice(0, 5); // => "17.89"
 * result.yearsOfGrowth.slice(0, 4); // => "0.91"
 * ```
 * @category Claims
 */
export function tradeToReplaceSales(options: TradeToReplaceSalesOptions): ReplacedSales {
  const { baseline, shareLost, growth } = readOptions(options, "", ["baseline", "shareLost", "growth"]);
  requireBaseline(baseline, "baseline");
  const share = readDecimal(shareLost, "shareLost");
  if (share.lt(0) || share.gt(1)) {
    throw new TariffError({
      code: "out-of-range",
      path: "shareLost",
      received: shareLost,
      advice: "Give a share from 0 to 1.",
    });
  }
  if (growth !== "article" && growth !== "official") {
    throw new TariffError({
      code: "wrong-type",
      path: "growth",
      received: growth,
      advice: 'Name "article" or "official".',
    });
  }
  if (!baseline.exporters.includes("CHN") || !baseline.importers.includes("USA")) {
    throw new TariffError({
      code: "unknown-flow",
      path: "baseline",
      received: baseline.id,
      advice: "Use data that list China as an exporter and the United States as an importer.",
    });
  }
  if (baseline.currency !== "USD") {
    throw new TariffError({
      code: "currency-mismatch",
      path: "baseline.currency",
      received: baseline.currency,
      advice: "Use data in US dollars: China-Russia trade is counted in them.",
    });
  }
  const { firstToSecond: sold } = tradeBetween({ baseline, first: "CHN", second: "USA" });
  const lost = share.times(sold.amount);
  const [trade2021, trade2023] = growth === "article" ? articleTrade() : officialTrade();
  const perYear = trade2023.minus(trade2021).div(2);
  const money = (amount: Decimal) => writeMoney(amount, baseline.currency, baseline.priceYear);
  return deepFreeze({
    lostSales: money(lost),
    increaseNeeded: writePercentChange(divide(lost, trade2023, "trade2023")),
    tradeNeeded: money(lost.plus(trade2023)),
    yearsOfGrowth: writeDecimal(divide(lost, perYear, "growth")),
    growthPerYear: money(perYear.toDecimalPlaces(2)),
  });
}

/** Trade of 2021 (at most) and 2023 as the article has them, in dollars. */
function articleTrade(): [Decimal, Decimal] {
  const trade2023 = new Decimal(januaryClaims.chinaRussiaTrade2023.value.amount);
  const growth = new Decimal(januaryClaims.chinaRussiaGrowth.value.replace(" percent", "")).div(100);
  return [trade2023.div(growth.plus(1)), trade2023];
}

/** Trade of 2021 and 2023 in official totals, in dollars. */
function officialTrade(): [Decimal, Decimal] {
  const total = (year: number) =>
    new Decimal(chinaRussiaTrade.find((row) => row.year === year)?.totalUsdBillion ?? 0).times(1e9);
  return [total(2021), total(2023)];
}
