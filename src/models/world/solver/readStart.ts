import { requireFinite } from "../../../internal/requireFinite.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import type { WorldOutcome } from "./WorldOutcome.js";

/** Turns the ratios of an earlier outcome into the solver's unknowns. */
export function readStart(arrays: WorldArrays, start: WorldOutcome): Float64Array {
  const { n, valueAddedShare, scaleElasticity } = arrays;
  const state = new Float64Array(2 * n);
  const log = (key: keyof WorldOutcome["ratios"], i: number) => {
    const list: unknown = start?.ratios?.[key];
    const path = `start.ratios.${key}`;
    if (!Array.isArray(list) || list.length !== n) {
      throw new TariffError({
        code: "wrong-type",
        path,
        received: list,
        advice: "Pass an outcome of the same world, unchanged.",
      });
    }
    const value = requireFinite(list[i], `${path}[${i}]`);
    if (value > 0) return Math.log(value);
    throw new TariffError({
      code: "out-of-range",
      path: `${path}[${i}]`,
      received: value,
      advice: "Pass an outcome of the same world, unchanged.",
    });
  };
  for (let i = 0; i < n; i++) {
    const w = log("wage", i);
    const p = log("price", i);
    state[i] =
      valueAddedShare * w +
      (1 - valueAddedShare) * p -
      scaleElasticity * ((1 - valueAddedShare) * (w - p) + log("employment", i));
    state[n + i] = log("expenditure", i);
  }
  return state;
}
