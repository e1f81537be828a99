import { Decimal, divide } from "../../exact/decimal.js";
import { writeMoney } from "../../exact/money.js";
import { writePercentagePoints, writeRate } from "../../exact/rate.js";
import type { Scenario } from "../../scenario/scenario.js";
import { amountsOf, type Baseline } from "../../trade/baseline.js";
import { requireDuties } from "../../trade/requireDuties.js";
import { type Breakdown, breakdownOf } from "../breakdown.js";
import { type FlowPart, flowContributions } from "../flowContributions.js";
import { flowDuties } from "../flowDuties.js";
import type { OutcomeRow, Quantity } from "../outcome.js";
import { overPeriod, type WorkingParts, workingValue } from "../working.js";
import { writeValue } from "../writeValue.js";

/** How a number of the accounting model came about: sums of flows, and the duty of each. */
export function accountingWorking(
  baseline: Baseline,
  scenario: Scenario,
  rowsBy: (by: Breakdown) => readonly OutcomeRow[],
  row: OutcomeRow,
): WorkingParts {
  const { dimension, key, indicator } = row;
  const { keys, groupOf } = breakdownOf(baseline, dimension);
  const group = keys.indexOf(key);
  const { customsValue } = amountsOf(baseline);
  const duties = requireDuties(baseline, "baseline");
  const { changed } = flowDuties(baseline, scenario);
  const { currency, priceYear } = baseline;
  const money = (amount: Decimal) => writeMoney(amount, currency, priceYear);
  const rate = (duty: Decimal, value: Decimal) =>
    writeRate(value.isZero() ? value : divide(duty, value, key));
  const own = rowsBy(dimension).filter((each) => each.key === key);
  const rowOf = (name: string) => own.find((each) => each.indicator === name) as OutcomeRow;
  const [value, paid] = [rowOf("customsValue"), rowOf("duties")];
  const whole = new Decimal((value.after as { amount: string }).amount);
  const isRate = indicator === "effectiveRate";
  const parts: FlowPart[] = [];
  customsValue.forEach((worth, at) => {
    if (groupOf[at] !== group) return;
    const before = duties[at] as Decimal;
    const after = changed.get(at) ?? before;
    const difference = after.minus(before);
    const [from, to]: [Quantity, Quantity] =
      indicator === "customsValue"
        ? [money(worth), money(worth)]
        : isRate
          ? [rate(before, worth), rate(after, worth)]
          : indicator === "duties"
            ? [money(before), money(after)]
            : [money(new Decimal(0)), money(difference)];
    const contribution =
      indicator === "customsValue" || whole.isZero()
        ? new Decimal(0)
        : isRate
          ? divide(difference, whole, key)
          : difference;
    parts.push({ at, before: from, after: to, contribution });
  });
  const values = [
    workingValue(
      "customs value",
      value.after,
      "sum of the customs values of the flows; the scenario leaves it as it is",
    ),
    workingValue("duties before", paid.before, "sum of the duties of the flows in the baseline"),
    workingValue("duties after", paid.after, "sum of the duties of the flows after all steps"),
    workingValue("additional duties", rowOf("additionalDuties").after, "duties after - duties before"),
    { name: "flows", value: String(parts.length), meaning: "flows of the baseline in this group" },
  ];
  const equal = `${writeValue(row.after)} = `;
  const formulas: Readonly<Record<string, readonly [formula: string, withValues: string]>> = {
    customsValue: [
      "customs value = sum of the flows' customs values",
      `${equal}sum of ${parts.length} flows`,
    ],
    duties: [
      "duties after = duties before + additional duties",
      `${equal}${writeValue(paid.before)} + ${writeValue(rowOf("additionalDuties").after)}`,
    ],
    additionalDuties: [
      "additional duties = duties after - duties before",
      `${equal}${writeValue(paid.after)} - ${writeValue(paid.before)}`,
    ],
    effectiveRate: [
      "effective rate = duties after / customs value",
      `${equal}${writeValue(paid.after)} / ${writeValue(value.after)}`,
    ],
  };
  const [formula, withValues] = formulas[indicator] as readonly [string, string];
  return {
    formula: indicator === "customsValue" ? formula : formula + overPeriod(scenario),
    withValues,
    values,
    ...flowContributions(baseline, scenario, parts, (part) =>
      isRate ? writePercentagePoints(part) : money(part),
    ),
    equations: [],
    residual: null,
  };
}
