import { northAmericanClaimsMonthly, usDutiesMonthly } from "tariff-whatif/data/us-duties-monthly";
import { usLines2024, usLines2024Claims, usLines2024Groups } from "tariff-whatif/data/us-lines-2024";
import { amitiReddingWeinstein2019, boehm2023ShortRun, witsSmart } from "tariff-whatif/parameters";
import {
  claimsAtTotal,
  type GoodsUnderWay,
  type PredictedAndRealised,
  type PredictedBesideRealisedOptions,
  predictedBesideRealised,
  type Reaction,
} from "tariff-whatif/realised";

/** What a month is asked with, where it differs from the page's own choice. */
export interface Asked {
  readonly metalShares?: PredictedBesideRealisedOptions["metalShares"];
  readonly substitutionElasticity?: number;
  /** The month whose record of claims is taken. */
  readonly claimsOf?: string | "off";
  readonly goodsInTransit?: readonly GoodsUnderWay[] | "off";
}

/** Nobody published how much of an article on several lists is which metal: a third each, and the extremes beside. */
export const thirds = { steel: "0.333333", aluminum: "0.333333", copper: "0.333333" } as const;

/**
 * Two weeks and a month by container vessel from Asia (US Department of Commerce), half each; 63 % of freight with
 * China goes by vessel (Bureau of Transportation Statistics, 2022). Nothing is assumed of other partners.
 */
export const fromChina: readonly GoodsUnderWay[] = [
  { exporter: "CHN", share: "0.315", days: 14 },
  { exporter: "CHN", share: "0.315", days: 30 },
];

export const reaction: Reaction = {
  substitutionElasticity: boehm2023ShortRun.values.tradeElasticity,
  importDemandElasticity: -amitiReddingWeinstein2019.values.importElasticity,
  exportSupplyElasticity: witsSmart.values.exportSupplyElasticity,
};

/** The record of claims that stands for a month: none before March 2025, that of July until June, then its own. */
export function recordOf(month: string): string | "off" {
  if (month < "2025-03") return "off";
  return month < "2025-07" ? "2025-07" : month;
}

const claimsOf = (record: string | "off") => {
  const row = northAmericanClaimsMonthly.find(({ month }) => month === record);
  if (row === undefined) return "off";
  const { CAN, MEX } = row;
  return claimsAtTotal({ baseline: usLines2024, claims: usLines2024Claims, totals: { CAN, MEX } });
};

/** One month of the page. */
export function monthOf(month: string, asked: Asked = {}): PredictedAndRealised {
  const found = usDutiesMonthly.find((one) => one.month === month);
  if (found === undefined) throw new Error(`no duties of ${month}`);
  const { customsValue, duties, byGroup } = found;
  return predictedBesideRealised({
    baseline: usLines2024,
    month: month as `${number}-${number}`,
    realised: { customsValue, duties },
    confidence: "two sources",
    metalShares: asked.metalShares ?? thirds,
    northAmericanClaims: usLines2024Claims,
    steps: {
      exemptionLists: "on",
      daysInForce: "on",
      goodsInTransit: asked.goodsInTransit ?? fromChina,
      claims: claimsOf(asked.claimsOf ?? recordOf(month)),
      composition: {
        groupOf: usLines2024Groups,
        customsValue: Object.fromEntries(
          Object.entries(byGroup).map(([group, one]) => [group, one.customsValue]),
        ),
      },
      reaction: {
        ...reaction,
        substitutionElasticity: asked.substitutionElasticity ?? reaction.substitutionElasticity,
      },
    },
  });
}
