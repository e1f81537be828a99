import { deepFreeze } from "../internal/deepFreeze.js";

/**
 * Official totals of goods trade between China and Russia, both directions.
 *
 * **Unit**: billion US dollars of the year.
 *
 * **Leaves out**: services; trade through third countries. The total of 2021 was later revised: the growth of 29.3 %
 * reported for 2022 implies 147.15. The split of 2021 and 2023 by direction is not among the figures.
 *
 * **Source**: [China-Russia trade], General Administration of Customs of China, through the press; facts.
 *
 * @example The record was passed a year later
 * ```ts
 * import { chinaRussiaTrade } from "tariff-whatif";
 *
 * chinaRussiaTrade.find((row) => row.year === 2023)?.totalUsdBillion; // => "240.11"
 * chinaRussiaTrade.find((row) => row.year === 2024)?.totalUsdBillion; // => "244.81"
 * ```
 * @category Claims
 */
export const chinaRussiaTrade = /* @__PURE__ */ deepFreeze([
  { year: 2020, totalUsdBillion: "107.76", confidence: "one source" },
  { year: 2021, totalUsdBillion: "146.887", revisedUsdBillion: "147.15", confidence: "two sources" },
  { year: 2022, totalUsdBillion: "190.27", confidence: "two sources" },
  { year: 2023, totalUsdBillion: "240.11", confidence: "three sources" },
  { year: 2024, totalUsdBillion: "244.81", confidence: "three sources" },
] as const);
