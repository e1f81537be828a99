/**
 * "A record $240bn (£191bn) in 2023, up more than 64% since 2021": what the sentence on China-Russia trade implies,
 * whether official totals bear it out, and what it would mean if Russia were to take what the United States does not.
 *
 *   npm run example -- the-240-billion
 */
import {
  checkTradeClaim,
  chinaRussiaTrade,
  type DecimalText,
  formatQuantity,
  januaryClaims,
  toMarkdown,
  tradeBetween,
  tradeToReplaceSales,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";

const format = { moneyIn: "billion", places: 1, rounding: "half-even" } as const;
const { chinaRussiaTrade2023, chinaRussiaGrowth } = januaryClaims;

// 1. What the sentence implies.
const check = checkTradeClaim();
console.log(`Claim: ${chinaRussiaTrade2023.words} in 2023, ${chinaRussiaGrowth.words}\n`);
console.log(`- so trade in 2021 was at most ${formatQuantity(check.trade2021AtMost, format)},`);
console.log(`- grew by at least ${formatQuantity(check.annualGrowthAtLeast, format)} a year,`);
console.log(`- and a pound was ${Number(check.usdPerGbp).toFixed(4)} dollars.\n`);

// 2. Official totals.
console.log("Official totals, both directions\n");
console.log(
  toMarkdown(
    chinaRussiaTrade.map((row) => ({
      year: String(row.year),
      "USD billion": row.totalUsdBillion,
      read: row.confidence,
    })),
  ),
);
const [low, high] = check.officialGrowth;
console.log(`Growth 2021-2023: ${formatQuantity(low, format)} to ${formatQuantity(high, format)}.`);
console.log(`"More than 64%" is ${check.verdict} for total trade.`);
console.log(
  `A record in 2023: ${check.recordIn2023 ? "yes" : "no"}; passed in ${check.passedIn ?? "no later year"}.`,
);
const baci = tradeBetween({ baseline: world2023, first: "CHN", second: "RUS" });
console.log(`Cross-check, CEPII BACI 2023: ${formatQuantity(baci.total, format)}.\n`);

// 3. What if China lost part of its US sales?
console.log("If China lost part of its sales to the United States, and Russia were to absorb it\n");
const shares: DecimalText[] = ["0.05", "0.1", "0.25", "0.5", "1"];
console.log(
  toMarkdown(
    shares.map((shareLost) => {
      const result = tradeToReplaceSales({ baseline: usImports2024, shareLost, growth: "article" });
      return {
        "share lost": `${Number(shareLost) * 100}%`,
        "lost sales": formatQuantity(result.lostSales, format),
        "China-Russia trade would have to grow by": formatQuantity(result.increaseNeeded, format),
        "years of its 2021-2023 growth, at most": Number(result.yearsOfGrowth).toFixed(1),
      };
    }),
  ),
);
console.log(
  "A yardstick, not a forecast: it leaves out prices, what Russia would want, and China's sales elsewhere.",
);
