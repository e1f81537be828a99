import { Decimal, divide } from "../exact/decimal.js";
import { type Money, writeMoney } from "../exact/money.js";
import { type PercentChange, writePercentChange } from "../exact/rate.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { chinaRussiaTrade } from "./chinaRussiaTrade.js";
import { januaryClaims } from "./januaryClaims.js";

/**
 * What the article's sentence on China-Russia trade implies, and whether official totals bear it out.
 *
 * @category Claims
 */
export interface TradeClaimCheck {
  /** Trade in 2021 can have been no more than this if 2023 was $240bn and the growth more than 64 %. */
  readonly trade2021AtMost: Money<"USD">;
  /** The growth per year, compounded over two years, that the claim implies; at least this. */
  readonly annualGrowthAtLeast: PercentChange;
  /** The exchange rate that the two amounts imply, US dollars for a pound. */
  readonly usdPerGbp: string;
  /** The growth from 2021 to 2023 in official totals: lowest and highest reading. */
  readonly officialGrowth: readonly [PercentChange, PercentChange];
  /** Whether the official totals reach the growth claimed. */
  readonly verdict: "supported" | "contradicted";
  /** Whether 2023 was the highest year of the series up to then. */
  readonly recordIn2023: boolean;
  /** The year in which the series passed 2023; null where it has not. */
  readonly passedIn: number | null;
}

/**
 * Computes with the $240bn sentence: what it implies, and what official totals say to it.
 *
 * **Formula**: trade in 2021 <= trade in 2023 / 1.64; growth per year >= sqrt(1.64) - 1; dollars per pound = 240 / 191;
 * official growth = total 2023 / total 2021 - 1, with the total of 2021 as first published and as revised.
 *
 * **Result**: the official totals give 63.2 to 63.5 percent, so "more than 64%" is contradicted for total trade.
 *
 * **Leaves out**: rounding in the article: $240bn may be anything from 239.5 to 240.5. Even 240.5 over the lower
 * official total of 2021 gives 63.7 percent.
 *
 * **Source**: [The article], [China-Russia trade], {@link januaryClaims}, {@link chinaRussiaTrade}.
 *
 * @example The verdict
 * ```ts
 * import { checkTradeClaim } from "tariff-whatif";
 *
 * const check = checkTradeClaim();
 * check.verdict; // => "contradicted"
 * check.usdPerGbp.slice(0, 6); // => "1.2565"
 * check.annualGrowthAtLeast.slice(0, 5); // => "28.06"
 * ```
 * @category Claims
 */
export function checkTradeClaim(): TradeClaimCheck {
  const dollars = new Decimal(januaryClaims.chinaRussiaTrade2023.value.amount);
  const pounds = new Decimal(januaryClaims.chinaRussiaTrade2023Sterling.value.amount);
  const claimed = new Decimal(januaryClaims.chinaRussiaGrowth.value.replace(" percent", "")).div(100);
  const total = (year: number) =>
    new Decimal(chinaRussiaTrade.find((row) => row.year === year)?.totalUsdBillion ?? 0);
  const revised2021 = new Decimal(chinaRussiaTrade[1].revisedUsdBillion);
  const growth = (from: Decimal) => divide(total(2023), from, "2021").minus(1);
  const [low, high] = [growth(revised2021), growth(total(2021))];
  const earlier = chinaRussiaTrade.filter((row) => row.year < 2023);
  return deepFreeze({
    trade2021AtMost: writeMoney(dollars.div(claimed.plus(1)).toDecimalPlaces(2), "USD", 2021),
    annualGrowthAtLeast: writePercentChange(claimed.plus(1).sqrt().minus(1).toDecimalPlaces(24)),
    usdPerGbp: divide(dollars, pounds, "GBP").toFixed(),
    officialGrowth: [writePercentChange(low), writePercentChange(high)],
    verdict: high.gt(claimed) ? "supported" : "contradicted",
    recordIn2023: earlier.every((row) => total(2023).gt(row.totalUsdBillion)),
    passedIn:
      chinaRussiaTrade.find((row) => row.year > 2023 && total(2023).lt(row.totalUsdBillion))?.year ?? null,
  });
}
