import { readNumbers, readRates } from "../../internal/numericColumns.js";
import { TariffError } from "../../internal/TariffError.js";
import type { MarketFlows } from "./marketInputs.js";

/** Reads the baseline duties from amounts or from rates, and gives both. */
export function readBaselineDuties(flows: MarketFlows, value: Float64Array) {
  const { dutiesBefore, rateBefore } = flows;
  if ((dutiesBefore === undefined) === (rateBefore === undefined)) {
    throw new TariffError({
      code: dutiesBefore === undefined ? "missing-key" : "conflicting-keys",
      path: "flows.rateBefore",
      received: rateBefore,
      advice: "Give the baseline duties as dutiesBefore or as rateBefore, and only one of them.",
    });
  }
  if (rateBefore !== undefined) {
    const rates = readRates(rateBefore, "flows.rateBefore", value.length);
    return { duties: value.map((amount, row) => amount * rates[row]! + 0), rateBefore: rates };
  }
  const duties = readNumbers(dutiesBefore ?? [], "flows.dutiesBefore", value.length, 0);
  const rates = value.map((amount, row) => {
    const duty = duties[row]!;
    if (duty === 0) return 0;
    if (amount > 0) return duty / amount;
    throw new TariffError({
      code: "division-by-zero",
      path: `flows.dutiesBefore[${row}]`,
      received: duty,
      advice: "Remove the duties of a flow whose customs value is 0.",
    });
  });
  return { duties, rateBefore: rates };
}
