import type { Decimal } from "../exact/decimal.js";
import { type BaseUnit, type QuantityUnit, unitsOfQuantity } from "../goods/units.js";
import { TariffError } from "../internal/TariffError.js";
import type { CompoundDuty, Step } from "../policy/language/step.js";
import type { CompiledStep } from "../policy/rates/compileSteps.js";
import { nothingSaid, type Shipment } from "../policy/rates/shipment.js";
import type { Baseline } from "../trade/baseline.js";
import { scaledDecimal } from "../trade/columns/amountColumn.js";
import { flowColumns, type QuantityStore } from "../trade/columns/flowColumns.js";

/**
 * What a flow of a baseline says of its goods: the quantities of the year, and the currency of its value. A duty per unit on
 * them is its ad valorem equivalent at the unit value of the flow. Asked for only where a step counts units.
 */
export function yearOfGoods(baseline: Baseline, steps: readonly CompiledStep[]): (flow: number) => Shipment {
  if (!countsUnits(steps)) return () => nothingSaid;
  const { currency, exporters, products, columns } = baseline;
  const stores = flowColumns(baseline).quantities.map((store) => ({
    ...unitOf(store),
    rowOf: rowOf(store),
    store,
  }));
  const facts = new Map<string, string>();
  return (flow) => {
    const goods = `${exporters[columns.exporter[flow] ?? 0]}, ${products[columns.product[flow] ?? 0]}`;
    const quantities = new Map<BaseUnit, Decimal>();
    for (const { base, factor, rowOf: of, store } of stores) {
      const row = of(flow);
      if (row === undefined) continue;
      const { values, places } = store.amounts;
      const quantity = scaledDecimal(values[row] as number | bigint, places).times(factor);
      const other = quantities.get(base);
      if (other !== undefined && !other.eq(quantity)) throw twoQuantities(goods, base);
      quantities.set(base, quantity);
    }
    return { facts, quantities, currency, year: { baseline: baseline.id, goods } };
  };
}

const countsUnits = (steps: readonly CompiledStep[]): boolean =>
  steps.some(
    ({ step, quota, first, rest }) =>
      quota !== null || chargesAmounts(step) || countsUnits(first) || countsUnits(rest),
  );

/** The duties of several parts of a step. */
export function dutiesOf(step: Step): readonly CompoundDuty[] {
  if (!("duty" in step) || step.duty === undefined) return [];
  return "sum" in step.duty ? [step.duty] : (Object.values(step.duty.byProduct) as CompoundDuty[]);
}

/** Whether a step charges an amount of money for a unit of goods. */
export function chargesAmounts(step: Step): boolean {
  return dutiesOf(step).some(({ sum, least = [], greatest = [] }) =>
    [...sum, ...least, ...greatest].some((part) => typeof part !== "string"),
  );
}

const unitOf = ({ unit }: QuantityStore) => unitsOfQuantity[unit as QuantityUnit];

/** The row of a flow among the quantities of a unit. */
function rowOf({ flows }: QuantityStore): (flow: number) => number | undefined {
  if (flows === null) return (flow) => flow;
  const rows = new Map(Array.from(flows, (flow, row) => [flow, row]));
  return (flow) => rows.get(flow);
}

const twoQuantities = (goods: string, base: string) =>
  new TariffError({
    code: "conflicting-keys",
    path: "baseline.columns.quantities",
    received: goods,
    advice: `Give one quantity counted in ${base} for each flow: two contradict one another.`,
  });

/** A line for each step that charges amounts per unit: what such a duty is in a model that works with rates. */
export function unitNotes(
  steps: readonly Step[],
  baseline: Baseline,
  idle: ReadonlyMap<string, unknown>,
): readonly string[] {
  const inside = (step: Step): boolean =>
    chargesAmounts(step) || (step.operator === "split" && [...step.first, ...step.rest].some(inside));
  return steps
    .filter((step) => !idle.has(step.id) && inside(step))
    .map(
      ({ id }) =>
        `Step ${id} charges amounts per unit: here they are the ad valorem equivalent at the unit values of ${baseline.id}, which stays as it is when prices change.`,
    );
}
