import { type Decimal, type DecimalText, readDecimal } from "../exact/decimal.js";
import { type Rate, readRate, writeRate } from "../exact/rate.js";
import { TariffError } from "../internal/TariffError.js";
import { mapValues } from "../policy/language/mapValues.js";
import type { Step } from "../policy/language/step.js";

/** Steps with every rate, those of conditions too, times a share; shares inside them stay as they are. */
export function scaleRates(steps: readonly Step[], given: DecimalText): readonly Step[] {
  const share = readDecimal(given, "rule.share");
  if (share.lt(0)) {
    throw new TariffError({
      code: "out-of-range",
      path: "rule.share",
      received: given,
      advice: "Give a share of zero or more; 1 is like for like.",
    });
  }
  const scaled = mapValues(steps, (value, kind, path) => {
    if (kind === "share") return value;
    if (typeof value === "string") return scaledRate(readRate(value, path), share, path);
    throw new TariffError({
      code: "open-parameters",
      path,
      received: value.parameter,
      advice: "Bind the open rate first: a proportion of it cannot be written down.",
    });
  });
  return scaleConditions(scaled, share);
}

/** A condition compares a rate that is scaled, so its threshold is scaled too. */
function scaleConditions(steps: readonly Step[], share: Decimal): readonly Step[] {
  return steps.map((step): Step => {
    const { when } = step;
    const scaled = (above: Rate) => scaledRate(readRate(above, "when.above"), share, "when.above");
    const own: Step = when === undefined ? step : { ...step, when: { ...when, above: scaled(when.above) } };
    if (own.operator !== "split") return own;
    return { ...own, first: scaleConditions(own.first, share), rest: scaleConditions(own.rest, share) };
  });
}

/** Places kept of a rate in proportion, as of a quotient: few enough to be read back. */
const placesKept = 24;

function scaledRate(rate: Decimal, share: Decimal, path: string): Rate {
  const scaled = writeRate(rate.times(share).toDecimalPlaces(placesKept));
  readRate(scaled, path);
  return scaled;
}
