import { mapValues } from "./mapValues.js";
import type { Step } from "./step.js";

/** The parameters that steps leave open, those in tables and splits too, in the order in which they first stand. */
export function openParametersOf(steps: readonly Step[]): readonly string[] {
  const names = new Set<string>();
  mapValues(steps, (value) => {
    if (typeof value !== "string") names.add(value.parameter);
    return value;
  });
  return [...names];
}
