/**
 * What does the law give, and what was collected? The effective rate of some months on the trade of 2024, beside the
 * duties of the month, and the way from one to the other.
 *
 *   npm run example -- predicted-and-realised
 *   npm run example -- predicted-and-realised 2025-09 266000000000 30000000000
 *
 * The second form takes a month of yours: its customs value and its duties in dollars.
 */
import { roundRate } from "tariff-whatif";
import { northAmericanClaimsMonthly, usDutiesMonthly } from "tariff-whatif/data/us-duties-monthly";
import { usLines2024, usLines2024Claims, usLines2024Groups } from "tariff-whatif/data/us-lines-2024";
import { amitiReddingWeinstein2019, boehm2023ShortRun, witsSmart } from "tariff-whatif/parameters";
import { claimsAtTotal, type Month, predictedBesideRealised } from "tariff-whatif/realised";

const [month, customsValue, duties] = process.argv.slice(3);
const asked =
  month === undefined
    ? usDutiesMonthly.filter((one) => ["2024-06", "2025-04", "2025-08"].includes(one.month))
    : [{ month, customsValue, duties, byGroup: undefined }];
const rounding = { places: 2, rounding: "half-even" } as const;

for (const { byGroup, ...one } of asked) {
  // Claims of the month itself, where they are recorded in a way that can be compared: from July 2025 on.
  const recorded = northAmericanClaimsMonthly.find(
    (row) => row.month === one.month && row.month >= "2025-07",
  );
  const answer = predictedBesideRealised({
    baseline: usLines2024,
    month: one.month as Month,
    realised: { customsValue: one.customsValue as `${number}`, duties: one.duties as `${number}` },
    confidence: "two sources",
    // Of articles that are part metal: a third each, for want of figures.
    metalShares: { steel: "0.333333", aluminum: "0.333333", copper: "0.333333" },
    northAmericanClaims: usLines2024Claims,
    steps: {
      exemptionLists: "on",
      daysInForce: "on",
      // Two weeks to a month by sea, for the 63 % that comes by sea.
      goodsInTransit: [
        { exporter: "CHN", share: "0.315", days: 14 },
        { exporter: "CHN", share: "0.315", days: 30 },
      ],
      claims:
        recorded === undefined
          ? "off"
          : claimsAtTotal({
              baseline: usLines2024,
              claims: usLines2024Claims,
              totals: { CAN: recorded.CAN, MEX: recorded.MEX },
            }),
      composition:
        byGroup === undefined
          ? "off"
          : {
              groupOf: usLines2024Groups,
              customsValue: Object.fromEntries(
                Object.entries(byGroup).map(([group, { customsValue: value }]) => [group, value]),
              ),
            },
      reaction: {
        substitutionElasticity: boehm2023ShortRun.values.tradeElasticity,
        importDemandElasticity: -amitiReddingWeinstein2019.values.importElasticity,
        exportSupplyElasticity: witsSmart.values.exportSupplyElasticity,
      },
    },
  });
  const { predicted, realised, asWritten, steps, unexplained } = answer;
  console.log(
    `${one.month}: predicted ${roundRate(predicted, rounding)}, realised ${roundRate(realised, rounding)}`,
  );
  console.log(`  as written        ${roundRate(asWritten, rounding).padStart(8)}`);
  for (const { step, taken, change } of steps) {
    const text = taken ? `${Number.parseFloat(change).toFixed(2)}pp` : "off";
    console.log(`  ${step.padEnd(17)} ${text.padStart(8)}`);
  }
  console.log(`  unexplained       ${`${Number.parseFloat(unexplained).toFixed(2)}pp`.padStart(8)}`);
}
