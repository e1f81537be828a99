import type { Assessment } from "./chargeLine.js";
import { exemptionOf, whyNot } from "./reaches.js";
import type { ReadEntry, ReadLine } from "./readEntry.js";
import type { ReadMeasure } from "./readMeasures.js";

/** The lines of all entries of a day that draw on a quota: some measure that names it reaches them, and no claim frees them. */
export const askingIn = (
  entries: readonly ReadEntry[],
  measures: readonly ReadMeasure[],
): Assessment["asking"] => {
  const draws = (measure: ReadMeasure, quota: string, line: ReadLine) =>
    measure.rate?.is === "quota" &&
    measure.rate.quota === quota &&
    whyNot(measure, line) === undefined &&
    exemptionOf(measure, line) === undefined &&
    !line.claims.some((claim) => measure.preferences.has(claim));
  return (quota, day) =>
    entries
      .filter((entry) => entry.day === day)
      .flatMap(({ lines }) => lines)
      .filter((line) => measures.some((measure) => draws(measure, quota, line)));
};
