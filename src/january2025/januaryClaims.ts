import type { Money } from "../exact/money.js";
import type { PercentChange, Rate } from "../exact/rate.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import type { IsoDate } from "../internal/isoDate.js";
import type { Claim } from "./claim.js";

/** Where a claim stands, and the words that carry it. */
const at = (subject: string, where: string, words: string) => ({ subject, where, words });

const threats = "the passage on the tariffs threatened";
const trade = "the passage on trade between China and Russia";

/**
 * What the article of 23 January 2025 states, each claim with the strength it has there and its place.
 *
 * **Unit**: rates as {@link Rate}, money as {@link Money}, relative changes in percent.
 *
 * **Leaves out**: everything the article does not state: a rate or a date for the European Union, a rate for Russia.
 * Those are `unspecified` and have no value at all.
 *
 * **Source**: [The article], the news article of 23 January 2025 on which the project starts; places by subject, as
 * its paragraphs carry no numbers.
 *
 * @example What is said of the European Union
 * ```ts
 * import { januaryClaims } from "tariff-whatif";
 *
 * januaryClaims.chinaRate.value; // => "10%"
 * januaryClaims.europeanUnionRate.strength; // => "unspecified"
 * "value" in januaryClaims.europeanUnionRate; // => false
 * ```
 * @category Claims
 */
export const januaryClaims = /* @__PURE__ */ deepFreeze({
  chinaRate: {
    id: "china-rate",
    ...at("US tariff on Chinese-made goods", threats, "10%"),
    strength: "exactly",
    value: "10%" as Rate,
  },
  chinaDate: {
    id: "china-date",
    ...at("First day of the tariff on Chinese-made goods", threats, "as soon as 1 February"),
    strength: "atLeast",
    value: "2025-02-01" as IsoDate,
  },
  mexicoRate: {
    id: "mexico-rate",
    ...at("US tariff on goods from Mexico", threats, "25%"),
    strength: "exactly",
    value: "25%" as Rate,
  },
  canadaRate: {
    id: "canada-rate",
    ...at("US tariff on goods from Canada", threats, "25%"),
    strength: "exactly",
    value: "25%" as Rate,
  },
  europeanUnionRate: {
    id: "european-union-rate",
    ...at("US tariff on goods from the European Union", threats, "going to be in for tariffs"),
    strength: "unspecified",
  },
  europeanUnionDate: {
    id: "european-union-date",
    ...at("First day of a tariff on the European Union", threats, "going to be in for tariffs"),
    strength: "unspecified",
  },
  russiaRate: {
    id: "russia-rate",
    ...at("US tariff on goods from Russia", "the passage on Russia", "big trouble"),
    strength: "unspecified",
  },
  chinaRussiaTrade2023: {
    id: "china-russia-trade-2023",
    ...at("China-Russia trade in 2023, both directions", trade, "a record $240bn"),
    strength: "about",
    value: { amount: "240000000000", currency: "USD", priceYear: 2023 } as Money<"USD">,
  },
  chinaRussiaTrade2023Sterling: {
    id: "china-russia-trade-2023-sterling",
    ...at("The same in pounds", trade, "£191bn"),
    strength: "about",
    value: { amount: "191000000000", currency: "GBP", priceYear: 2023 } as Money<"GBP">,
  },
  chinaRussiaGrowth: {
    id: "china-russia-growth",
    ...at("Growth of China-Russia trade from 2021 to 2023", trade, "up more than 64% since 2021"),
    strength: "atLeast",
    value: "64 percent" as PercentChange,
  },
  noWinners: {
    id: "no-winners",
    ...at("Who gains from a trade war", "the passage on Beijing's answer", "no winners"),
    strength: "exactly",
    value: "nobody",
  },
} as const satisfies Readonly<Record<string, Claim<unknown>>>);
