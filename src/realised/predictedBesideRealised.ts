import { Decimal, divide } from "../exact/decimal.js";
import { writePercentagePoints, writeRate } from "../exact/rate.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { type Baseline, requireBaseline } from "../trade/baseline.js";
import { afterReaction } from "./afterReaction.js";
import { lawOfTrade, valueByGroup } from "./lawOfTrade.js";
import type { LawWanted } from "./lawParts.js";
import { readMonth } from "./readMonth.js";
import { groupsOf, readRealised, readSteps, valuesOf } from "./readSteps.js";
import type {
  PredictedAndRealised,
  PredictedBesideRealisedOptions,
  RealisedStep,
  RealisedSteps,
} from "./realisedTypes.js";
import { weighted } from "./weighted.js";
import { requireUnitedStates, yearOf } from "./yearOf.js";

/**
 * The effective rate that the law of the United States gives in a month on the trade of a year, beside the rate that was
 * collected, and the way from one to the other in steps.
 *
 * **Formula**: ordinary duties of a flow = its duties in the year - what the law of that year added on an average day, at
 * least 0; where less was paid than the law added, the difference stays relieved. Predicted = (ordinary duties + what the law
 * of the month adds, averaged over its days - relief) / customs value. The steps change the law or the trade one after the
 * other: lists of exemptions, days in force, goods in transit, claims of the North American preference, shares of groups of
 * goods, reaction of buyers. Asked for in another order they would be worth other amounts.
 *
 * **Result**: rates, and changes in percentage points, exact but for the reaction, which is solved in float64.
 * `asWritten` + all changes + `unexplained` = `realised`; `predicted` does not depend on which steps are taken.
 *
 * **Leaves out**: whatever `lawOn` leaves out; trade that moved between partners and goods for other reasons than price,
 * such as entries brought forward; errors of classification and evasion. They are in `unexplained`.
 *
 * @throws `not-defined`, `no-duties`, `mixed-scopes` for trade of another importer, `finer-than-baseline` where
 * the law tells apart what the data hold as one total, `out-of-range`, `not-a-date`, `not-a-decimal`, `division-by-zero`,
 * `unknown-flow`, `shares-do-not-add-up`, `empty`, `missing-key`, `unknown-key`, `wrong-type`, and what the partial
 * model throws.
 * @example The law and the duties of April 2025
 * ```ts
 * import { roundRate } from "tariff-whatif";
 * import { usDutiesMonthly } from "tariff-whatif/data/us-duties-monthly";
 * import { usLines2024, usLines2024Claims } from "tariff-whatif/data/us-lines-2024";
 * import { predictedBesideRealised } from "tariff-whatif/realised";
 *
 * const { customsValue, duties } = usDutiesMonthly.find(({ month }) => month === "2025-04")!;
 * const april = predictedBesideRealised({
 *   baseline: usLines2024,
 *   month: "2025-04",
 *   realised: { customsValue, duties },
 *   confidence: "two sources",
 *   metalShares: { steel: "0.3", aluminum: "0.3", copper: "0.3" },
 *   northAmericanClaims: usLines2024Claims,
 *   steps: {
 *     exemptionLists: "on",
 *     daysInForce: "on",
 *     goodsInTransit: [{ exporter: "CHN", share: "0.6", days: 30 }],
 *     claims: "off",
 *     composition: "off",
 *     reaction: "off",
 *   },
 * });
 * const one = { places: 1, rounding: "half-even" } as const;
 * [april.predicted, april.steps[2]!.rate, april.realised].map((rate) => roundRate(rate, one)); // => ["22%", "16.8%", "7.1%"]
 * ```
 * @category Realised
 */
export function predictedBesideRealised(options: PredictedBesideRealisedOptions): PredictedAndRealised {
  const { baseline, month, realised, steps, ...facts } = readOptions(options, "", [
    "baseline",
    "month",
    "realised",
    "confidence",
    "metalShares",
    "northAmericanClaims",
    "steps",
  ]);
  requireBaseline(baseline, "baseline");
  requireUnitedStates(baseline);
  const { from, to } = readMonth(month);
  const collected = readRealised(realised);
  const taken = readSteps(steps, baseline);
  const { own, partsOf } = yearOf(baseline, facts);
  const whole = {
    from,
    to,
    exemptionLists: "applied",
    shipments: [],
    claims: undefined,
  } as const satisfies LawWanted;
  const { names, groupOf } = groupsOf(baseline, taken.composition);
  const trade = lawOfTrade(own, groupOf, names.length);
  const values = valueByGroup(baseline, groupOf, names.length);
  const total = values.reduce((sum, value) => sum.plus(value), new Decimal(0));
  const plain = (wanted: LawWanted): Decimal => {
    const parts = partsOf(wanted);
    const days = (parts[0]?.spells ?? []).reduce((sum, spell) => sum + spell.days, 0);
    const duties = trade.byGroup(parts).reduce((sum, one) => sum.plus(one), new Decimal(0));
    return divide(duties, total.times(days), "baseline");
  };

  const predicted = plain(whole);
  let wanted: LawWanted = { ...whole, from: to, exemptionLists: "left-aside" };
  const asWritten = plain(wanted);
  let rate = asWritten;
  const rows: RealisedStep[] = [];
  const step = (name: keyof RealisedSteps, reached: () => Decimal): void => {
    const isTaken = taken[name] !== "off";
    const after = isTaken ? reached() : rate;
    const change = writePercentagePoints(after.minus(rate));
    rows.push({ step: name, taken: isTaken, rate: writeRate(after), change });
    rate = after;
  };
  const lawStep = (name: keyof RealisedSteps, change: () => Partial<LawWanted>): void =>
    step(name, () => {
      wanted = { ...wanted, ...change() };
      return plain(wanted);
    });
  lawStep("exemptionLists", () => ({ exemptionLists: "applied" }));
  lawStep("daysInForce", () => ({ from }));
  lawStep("goodsInTransit", () => ({
    shipments: taken.goodsInTransit === "off" ? [] : taken.goodsInTransit,
  }));
  lawStep("claims", () => ({ claims: taken.claims === "off" ? undefined : taken.claims }));
  const { composition, reaction } = taken;
  const weights = composition === "off" ? undefined : valuesOf(composition, names);
  step("composition", () => {
    const parts = partsOf(wanted);
    const days = (parts[0]?.spells ?? []).reduce((sum, spell) => sum + spell.days, 0);
    return weighted(
      weights ?? values,
      trade.byGroup(parts),
      values.map((value) => value.times(days)),
      names,
    );
  });
  step("reaction", () => {
    if (reaction === "off") return rate;
    const after = afterReaction(baseline, trade.byFlow(partsOf(wanted)), reaction, groupOf, names.length);
    const [bought, paid] = [after.values, after.duties].map((list) => list.map((one) => new Decimal(one)));
    return weighted(weights ?? bought ?? [], paid ?? [], bought ?? [], names);
  });
  const collectedRate = divide(collected.duties, collected.customsValue, "realised.customsValue");
  return deepFreeze({
    month,
    from,
    to,
    baselineRate: writeRate(divide(dutiesOf(baseline), total, "baseline")),
    predicted: writeRate(predicted),
    realised: writeRate(collectedRate),
    gap: writePercentagePoints(predicted.minus(collectedRate)),
    asWritten: writeRate(asWritten),
    steps: rows,
    unexplained: writePercentagePoints(collectedRate.minus(rate)),
  });
}

const dutiesOf = ({ columns }: Baseline): Decimal =>
  (columns.duties ?? []).reduce((sum, amount) => sum.plus(amount), new Decimal(0));
