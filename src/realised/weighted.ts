import { Decimal, divide } from "../exact/decimal.js";
import { TariffError } from "../internal/TariffError.js";

/** The average of the rates of groups, each duties over value, in the weights given. */
export function weighted(
  weights: readonly Decimal[],
  duties: readonly Decimal[],
  values: readonly Decimal[],
  names: readonly string[],
): Decimal {
  const zero = new Decimal(0);
  const sum = weights.reduce((all, weight, group) => {
    if (weight.isZero()) return all;
    const [duty, value] = [duties[group] as Decimal, values[group] as Decimal];
    if (value.isZero()) {
      throw new TariffError({
        code: "unknown-flow",
        path: `steps.composition.customsValue.${names[group]}`,
        received: `${weight}`,
        advice: "The baseline has no trade of this group: join it with another.",
      });
    }
    return all.plus(divide(weight.times(duty), value, "baseline"));
  }, zero);
  return divide(
    sum,
    weights.reduce((all, weight) => all.plus(weight), zero),
    "steps.composition.customsValue",
  );
}
