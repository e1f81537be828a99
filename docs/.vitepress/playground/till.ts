import type { Scenario } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { completeByStage } from "tariff-whatif/parameters";
import { consumerPrices } from "tariff-whatif/prices";
import { drawBars } from "./bars";
import type { Figure } from "./figure";

/** What a scenario costs at the till, in words and charts. Loaded when its tab is opened: the tables weigh something. */
export interface Till {
  readonly sentence: string;
  readonly figures: readonly Figure[];
}

const dollars = (value: number): string => `USD ${Math.round(value).toLocaleString("en-GB")}`;
const caption =
  "US imports of 2024 by chapter on the consumption of 2023 (BEA tables); the tariff is passed on in full, margins stay in dollars, nobody buys anything else.";

/** Prices and households under a scenario. */
export function tillOf(scenario: Scenario<never>): Till {
  const { prices } = consumerPrices({
    baseline: usImports2024,
    scenario,
    assumptions: {
      tables: usPrices2023,
      margins: "dollars",
      passThrough: { ...completeByStage.values, source: completeByStage.source },
      domesticFollowers: { share: 0, source: "chosen on the playground" },
      substitution: "none",
    },
  });
  const { allItemsPercent, corePercent, averageHousehold, tenths, lines } = prices;
  const ranked = [...lines].filter(({ percent }) => percent > 1e-9).sort((a, b) => b.percent - a.percent);
  const ten = ranked.slice(0, 10);
  const figure = (
    title: string,
    file: string,
    columns: readonly [string, string],
    bars: readonly { name: string; value: number; label: string }[],
    all = bars,
  ): Figure => ({
    title,
    caption,
    file,
    columns,
    summary: `${title}: ${bars.map(({ name, label }) => `${name} ${label}`).join("; ") || "nothing"}.`,
    rows: all.map(({ name, value }) => [name, value]),
    draw: (width) => drawBars(bars, width),
  });
  const item = ({ title, percent }: (typeof lines)[number]) => ({
    name: title,
    value: percent,
    label: `+${percent.toFixed(1)}%`,
  });
  return {
    sentence: `Prices of all that consumers buy ${allItemsPercent < 0 ? "change" : "rise"} by ${allItemsPercent.toFixed(2)}%, without food and energy by ${corePercent.toFixed(2)}%. The average household pays ${dollars(averageHousehold?.cost ?? 0)} a year more.`,
    figures: [
      figure(
        "What a household pays more a year, by tenth of income",
        "by-tenth",
        ["tenth of households", "USD a year"],
        tenths.map(({ tenth, cost }) => ({ name: `${tenth}`, value: cost, label: dollars(cost) })),
      ),
      figure(
        "What rises most in price",
        "at-the-till",
        ["what consumers buy", "change of price, %"],
        ten.map(item),
        ranked.map(item),
      ),
    ],
  };
}
