import type { DutyComponent, DutyKind } from "./dutyExpression.js";
import type { BoundedSum } from "./readSum.js";

const isZero = (component: DutyComponent): boolean =>
  "amount" in component
    ? component.amount === "0"
    : "byReference" in component
      ? false
      : component.adValorem === "0%";

/** A set is valued as one article. */
const whole = "the entire set";

/** What a sum is, and whether it charges what "Free" charges. */
export function kindOf({ components, least, greatest }: BoundedSum): {
  readonly kind: DutyKind;
  readonly sameAs?: "free";
} {
  const bounded = least !== undefined || greatest !== undefined;
  if (bounded || components.some((component) => "amount" in component && component.less !== undefined))
    return { kind: "alternative" };
  const free = components.every(isZero) ? { sameAs: "free" as const } : {};
  const parts = components.some((component) => "of" in component && component.of !== whole);
  if (parts) return { kind: "byParts", ...free };
  if (components.length > 1) return { kind: "compound", ...free };
  const [only] = components as readonly [DutyComponent];
  if ("byReference" in only) return { kind: "byReference" };
  return { kind: "amount" in only ? "specific" : "adValorem", ...free };
}
