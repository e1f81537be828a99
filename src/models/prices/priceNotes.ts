import type { Baseline } from "../../trade/baseline.js";
import type { PriceTables } from "../../trade/tables/priceTables.js";
import type { Assumption } from "../outcome.js";
import type { PriceAssumptions } from "./priceAssumptions.js";
import type { PriceCoverage } from "./priceOutcome.js";

/** What the model does not take into account. */
export const leavesOut = ({
  tables,
  substitution,
  domesticFollowers,
}: PriceAssumptions): readonly string[] => [
  "Savings, wages, transfers and the use of the revenue: only what households buy.",
  "Exchange rates, retaliation, and tariffs on goods that the tables put under no commodity.",
  "Quantities at the border stay as they are: duties are counted on the trade of the baseline.",
  ...(substitution === "none" ? ["Substitution: everybody buys the same as before."] : []),
  ...(domesticFollowers.share === 0
    ? ["Domestic producers who raise their prices with those of imports."]
    : []),
  ...(tables.households === null ? ["Households: the tables have none."] : []),
  ...(tables.households !== null && tables.households.income === null
    ? ["Cost as a share of income: the tables have no income by tenth."]
    : []),
];

/** What was assumed, with its source. */
export function assumptionList(assumptions: PriceAssumptions): readonly Assumption[] {
  const { tables, margins, passThrough, domesticFollowers, substitution, path } = assumptions;
  const chosen = "chosen by the user: there is no default";
  return [
    { name: "Tables of consumer prices", value: tables.id, source: tables.title },
    { name: "Trade margins stay the same in", value: margins, source: chosen },
    ...(["border", "wholesale", "retail"] as const).map((stage) => ({
      name: `Pass-through, ${stage}`,
      value: String(passThrough[stage]),
      source: passThrough.source,
    })),
    {
      name: "Share of domestic producers who follow import prices",
      value: String(domesticFollowers.share),
      source: domesticFollowers.source,
    },
    ...(substitution === "none"
      ? [{ name: "Substitution", value: "none", source: chosen }]
      : [
          {
            name: "Substitution between origins",
            value: String(substitution.betweenOrigins),
            source: substitution.source,
          },
          {
            name: "Substitution between lines of consumption",
            value: String(substitution.betweenCategories),
            source: substitution.source,
          },
        ]),
    ...(path === undefined
      ? []
      : [{ name: "Path over months", value: path.shares.join(", "), source: path.source }]),
  ];
}

const inPercent = (share: number): string => `${(share * 100).toFixed(2)} %`;

/** How much of the trade reached the tables, and how precisely. */
export function coverageNotes(
  { withoutCommodity, divided, additionalDuties, dutiesWithoutCommodity }: PriceCoverage,
  baseline: Baseline,
  tables: PriceTables,
): readonly string[] {
  const codes = baseline.products.reduce((most, code) => Math.max(most, code.length), 0);
  const lost = additionalDuties === 0 ? 0 : dutiesWithoutCommodity / additionalDuties;
  return [
    `${inPercent(withoutCommodity)} of the imports of ${tables.economy} in ${baseline.id} belong to no commodity of ${tables.id} and carry no tariff here; ${inPercent(lost)} of the additional duties are on such goods.`,
    divided === 0
      ? `Lines of up to ${codes} digits: each belongs to one commodity.`
      : `Codes of up to ${codes} digits: ${inPercent(divided)} of the imports stand under codes that are coarser than the concordance and were divided among commodities in the proportions of its source year. Finer lines would answer without this loss.`,
    ...(baseline.priceYear === tables.priceYear
      ? []
      : [
          `Duties are of ${baseline.priceYear}, tables of ${tables.priceYear}: rates were carried over, amounts are of ${tables.priceYear}.`,
        ]),
  ];
}
