import { type Decimal, type DecimalText, readDecimal } from "../exact/decimal.js";
import { type Rate, readRate, writeRate } from "../exact/rate.js";
import { TariffError } from "../internal/TariffError.js";
import { mapValues } from "../policy/language/mapValues.js";
import { mapConditions } from "../policy/language/readConditions.js";
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
  refuseAmounts(steps);
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

/** An answer in proportion to an amount per unit is in the currency of the aggressor: nobody can say what it would be. */
function refuseAmounts(steps: readonly Step[]): void {
  for (const step of steps) {
    if ("duty" in step && step.duty !== undefined) {
      throw new TariffError({
        code: "wrong-type",
        path: `steps.${step.id}.duty`,
        received: step.duty,
        advice:
          "Write the answer to amounts per unit as steps of its own: only rates are answered in proportion.",
      });
    }
    if (step.operator !== "split") continue;
    refuseAmounts(step.first);
    refuseAmounts(step.rest);
  }
}

/** A condition compares a rate that is scaled, so its limits are scaled too; those on facts stay as they are. */
function scaleConditions(steps: readonly Step[], share: Decimal): readonly Step[] {
  const scaled = (rate: Rate) => scaledRate(readRate(rate, "when"), share, "when");
  return steps.map((step): Step => {
    const own: Step = mapConditions(step, (one) =>
      "fact" in one
        ? one
        : {
            authority: one.authority,
            ...(one.above === undefined ? {} : { above: scaled(one.above) }),
            ...(one.atLeast === undefined ? {} : { atLeast: scaled(one.atLeast) }),
            ...(one.below === undefined ? {} : { below: scaled(one.below) }),
            ...(one.atMost === undefined ? {} : { atMost: scaled(one.atMost) }),
          },
    );
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
