import { TariffError } from "../../internal/TariffError.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Baseline } from "../../trade/baseline.js";
import { columnNumbers } from "../../trade/columns/amountColumn.js";
import { dutiableColumns } from "../../trade/requireDuties.js";
import { dutiesByForm } from "../dutiesByForm.js";
import type { FlowDuties } from "../flowDuties.js";
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
  const { changed, idle } = dutiesByForm(baseline, scenario);
  const { value, duties, positions, ...columns } = columnsOf(baseline);
  const rateAfter = Float64Array.from(positions);
  for (let row = 0; row < rateAfter.length; row++) {
    const flow = positions[row] as number;
    const after = changed.get(flow);
    const rate = (after === undefined ? (duties[flow] as number) : Number(after)) / (value[flow] as number);
    requirePossible(rate, () => `${columns.origin[row]}, ${columns.product[row]}`);
    rateAfter[row] = rate;
  }
  return { flows: { ...columns, rateAfter }, positions, idle };
}

/** What of the columns no scenario changes. */
interface FixedColumns extends Omit<MarketFlows, "rateAfter" | "rateBefore"> {
  /** Customs values and duties of all flows of the baseline. */
  readonly value: Float64Array;
  readonly duties: Float64Array;
  readonly positions: readonly number[];
}

const known = /* @__PURE__ */ new WeakMap<Baseline, FixedColumns>();

/** Read from the baseline once: a sweep asks for them at every point. */
function columnsOf(baseline: Baseline): FixedColumns {
  const columns = known.get(baseline) ?? readColumns(baseline);
  known.set(baseline, columns);
  return columns;
}

function readColumns(baseline: Baseline): FixedColumns {
  const { importers, exporters, products, columns } = baseline;
  const dutiable = dutiableColumns(baseline, "baseline");
  const [value, duties] = [columnNumbers(dutiable.customsValue), columnNumbers(dutiable.duties)];
  const lost = value.findIndex((amount, flow) => amount === 0 && duties[flow] !== 0);
  if (lost !== -1) {
    throw new TariffError({
      code: "division-by-zero",
      path: `baseline.columns.duties[${lost}]`,
      received: duties[lost],
      advice: "Remove the duties of a flow whose customs value is 0: this model would lose them.",
    });
  }
  const positions = Array.from(value.keys()).filter((flow) => (value[flow] as number) > 0);
  const label = (flow: number) => {
    const product = products[columns.product[flow] ?? 0] ?? "total";
    return importers.length === 1 ? product : `${importers[columns.importer[flow] ?? 0]}/${product}`;
  };
  return {
    value,
    duties,
    positions,
    product: positions.map(label),
    origin: positions.map((flow) => exporters[columns.exporter[flow] ?? 0] ?? "ROW"),
    customsValue: positions.map((flow) => value[flow] as number),
    dutiesBefore: positions.map((flow) => duties[flow] as number),
  };
}

/** Refuses a rate that leaves no price, and one beyond what the market model takes, in the terms of the scenario. */
function requirePossible(rate: number, where: () => string): void {
  if (rate > -1 && rate <= 10) return;
  throw new TariffError({
    code: rate > -1 ? "out-of-range" : "price-not-positive",
    path: "scenario.steps",
    received: `${(100 * rate).toPrecision(6)}% on ${where()}`,
    advice: "Change the steps so that every rate lies above -100% and does not exceed 1000%.",
  });
}
