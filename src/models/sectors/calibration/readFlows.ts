import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { SectorParts } from "./parts.js";
import { readBlock } from "./readBlock.js";
import type { SectorFlows } from "./SectorData.js";

/** What is left of a purchase or a sale, as a share of it, that rounding may have made negative. */
const rounding = 1e-6;

/** Shares, value added, final use and deficits from accounts in money. */
export function readFlows(
  flows: SectorFlows,
  economies: readonly string[],
  sectors: readonly string[],
  elasticity: Float64Array,
  tariff: Float64Array,
): SectorParts {
  const path = "accounts";
  readOptions(flows, path, ["valuation", "trade", "inputs"]);
  if (flows.valuation !== "customsValue" && flows.valuation !== "dutyPaid") {
    throw new TariffError({
      code: typeof flows.valuation === "string" ? "out-of-range" : "wrong-type",
      path: `${path}.valuation`,
      received: flows.valuation,
      advice: 'Say "customsValue" (before duty) or "dutyPaid" (what the importer pays).',
    });
  }
  const n = economies.length;
  const s = sectors.length;
  const trade = readBlock(flows.trade, [n, n, s], `${path}.trade`, 0, "Pass a flow at or above 0.");
  const links = flows.inputs !== "none";
  const inputs =
    flows.inputs === "none"
      ? new Float64Array(0)
      : readBlock(flows.inputs, [n, s, s], `${path}.inputs`, 0, "Pass a purchase at or above 0.");
  const share = new Float64Array(n * n * s);
  const spending = new Float64Array(n * s);
  const output = new Float64Array(n * s);
  const deficit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < s; k++) {
        const flow = trade[(j * n + i) * s + k]!;
        const at = (k * n + i) * n + j;
        const duty = 1 + tariff[at]!;
        const paid = flows.valuation === "dutyPaid" ? flow : flow * duty;
        const sold = paid / duty;
        share[at] = paid;
        spending[i * s + k]! += paid;
        output[j * s + k]! += sold;
        if (i !== j) {
          deficit[i]! += sold;
          deficit[j]! -= sold;
        }
      }
    }
  }
  for (let k = 0; k < s; k++) {
    for (let i = 0; i < n; i++) {
      const total = spending[i * s + k]!;
      if (total > 0) for (let j = 0; j < n; j++) share[(k * n + i) * n + j]! /= total;
    }
  }
  const valueAddedShare = new Float64Array(n * s).fill(1);
  const inputShare = new Float64Array(links ? n * s * s : 0);
  const consumption = Float64Array.from(spending);
  const valueAdded = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < s; k++) {
      const sold = output[i * s + k]!;
      let bought = 0;
      for (let h = 0; links && h < s; h++) {
        const input = inputs[(i * s + h) * s + k]!;
        bought += input;
        consumption[i * s + h]! -= input;
        if (sold > 0) inputShare[(i * s + k) * s + h] = input / sold;
      }
      // Not above the value of its sales: a sector that only loses has no cost that the model could explain.
      if (bought > sold * (1 + rounding) || (sold > 0 && !(bought < sold)))
        throw contradiction(
          `${path}.inputs[${i}]`,
          bought,
          `The sector ${sectors[k]} of ${economies[i]} buys more than it sells (${sold}); value added must be above 0.`,
        );
      if (sold > 0) valueAddedShare[i * s + k] = 1 - bought / sold;
      valueAdded[i]! += sold - bought;
    }
    let total = 0;
    for (let k = 0; k < s; k++) {
      const left = consumption[i * s + k]!;
      if (left < -rounding * spending[i * s + k]!)
        throw contradiction(
          `${path}.inputs[${i}][${k}]`,
          left,
          `${economies[i]} uses more of ${sectors[k]} as input than it buys (${spending[i * s + k]}).`,
        );
      consumption[i * s + k] = Math.max(0, left);
      total += Math.max(0, left);
    }
    for (let k = 0; k < s; k++) consumption[i * s + k]! /= total > 0 ? total : 1;
  }
  return {
    economies,
    sectors,
    elasticity,
    links,
    share,
    tariff,
    valueAddedShare,
    inputShare,
    consumption,
    valueAdded,
    deficit,
    spending,
  };
}

function contradiction(path: string, received: number, advice: string): TariffError {
  return new TariffError({ code: "shares-do-not-add-up", path, received, advice });
}
