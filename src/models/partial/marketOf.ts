import { TariffError } from "../../internal/TariffError.js";
import type { Scenario } from "../../scenario/scenario.js";
import { amountsOf, type Baseline } from "../../trade/baseline.js";
import { requireDuties } from "../../trade/requireDuties.js";
import { type FlowDuties, flowDuties } from "../flowDuties.js";
import type { MarketFlows } from "./marketInputs.js";

/** The flows of a baseline as markets: one for each product of each importer. */
export interface BaselineMarkets {
  readonly flows: MarketFlows;
  /** The position in the baseline of each row; flows without value are left out. */
  readonly positions: readonly number[];
  /** Steps that met no trade. */
  readonly idle: FlowDuties["idle"];
}

/** Puts a baseline and the rates of a scenario into the columns of the market model. */
export function marketOf(baseline: Baseline, scenario: Scenario<never>): BaselineMarkets {
  const { changed, idle } = flowDuties(baseline, scenario);
  const { importers, exporters, products, columns } = baseline;
  const value = amountsOf(baseline).customsValue.map(Number);
  const duties = requireDuties(baseline, "baseline").map(Number);
  const lost = value.findIndex((amount, flow) => amount === 0 && duties[flow] !== 0);
  if (lost !== -1) {
    throw new TariffError({
      code: "division-by-zero",
      path: `baseline.columns.duties[${lost}]`,
      received: duties[lost],
      advice: "Remove the duties of a flow whose customs value is 0: this model would lose them.",
    });
  }
  const positions = value.flatMap((amount, flow) => (amount > 0 ? [flow] : []));
  const label = (flow: number) => {
    const product = products[columns.product[flow] ?? 0] ?? "total";
    return importers.length === 1 ? product : `${importers[columns.importer[flow] ?? 0]}/${product}`;
  };
  const after = (flow: number) => {
    const rate = Number(changed.get(flow) ?? (duties[flow] as number)) / (value[flow] as number);
    requirePossible(rate, `${exporters[columns.exporter[flow] ?? 0]}, ${label(flow)}`);
    return rate;
  };
  return {
    flows: {
      product: positions.map(label),
      origin: positions.map((flow) => exporters[columns.exporter[flow] ?? 0] ?? "ROW"),
      customsValue: positions.map((flow) => value[flow] as number),
      dutiesBefore: positions.map((flow) => duties[flow] as number),
      rateAfter: positions.map(after),
    },
    positions,
    idle,
  };
}

/** Refuses a rate that leaves no price, and one beyond what the market model takes, in the terms of the scenario. */
function requirePossible(rate: number, where: string): void {
  if (rate > -1 && rate <= 10) return;
  throw new TariffError({
    code: rate > -1 ? "out-of-range" : "price-not-positive",
    path: "scenario.steps",
    received: `${(100 * rate).toPrecision(6)}% on ${where}`,
    advice: "Change the steps so that every rate lies above -100% and does not exceed 1000%.",
  });
}
