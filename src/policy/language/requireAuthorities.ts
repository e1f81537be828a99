import { TariffError } from "../../internal/TariffError.js";
import type { Policy } from "./policy.js";
import { conditionsOf } from "./readConditions.js";
import type { Step } from "./step.js";

/**
 * Refuses a step that takes, floors, caps, scales or asks for an authority that nobody charges: most often a slip of
 * the pen, which would change the answer without a word.
 */
export function requireAuthorities(policy: Policy<string>, charged: Iterable<string>, path: string): void {
  const known = new Set<string>(charged);
  const collect = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if ("authority" in step && step.operator !== "capTotalAt") known.add(step.authority);
      if (step.operator !== "split") continue;
      collect(step.first);
      collect(step.rest);
    }
  };
  collect(policy.steps);
  const check = (steps: readonly Step[]): void => {
    for (const step of steps) {
      const named = [
        ...("of" in step ? step.of : []),
        ...conditionsOf(step.when).flatMap((one) => ("authority" in one ? [one.authority] : [])),
        ...("base" in step ? (step.base ?? []) : []).flatMap((term) =>
          typeof term === "string" ? [] : [term.chargeOf],
        ),
      ];
      const unknown = named.find((authority) => !known.has(authority));
      if (unknown !== undefined) {
        throw new TariffError({
          code: "unknown-authority",
          path: `${path}.${step.id}`,
          received: unknown,
          advice: `Name an authority that is charged: ${[...known].join(", ") || "there is none"}. What data already charge is "baseline"; elsewhere give its rate in base, "0%" where there is none.`,
        });
      }
      if (step.operator !== "split") continue;
      check(step.first);
      check(step.rest);
    }
  };
  check(policy.steps);
}
