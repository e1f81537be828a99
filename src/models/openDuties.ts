import type { PartnerCode } from "../economies/partner.js";
import { Decimal, divide } from "../exact/decimal.js";
import { openParametersOf } from "../policy/language/openParametersOf.js";
import type { Step } from "../policy/language/step.js";
import { type CompiledStep, compileSteps, type Slots } from "../policy/rates/compileSteps.js";
import { foldSteps, pairOutcome } from "../policy/rates/foldSteps.js";
import { totalOf } from "../policy/rates/readQuery.js";
import { spellsOf } from "../policy/rates/spellsOf.js";
import type { Scenario } from "../scenario/scenario.js";
import { amountsOf, type Baseline, type ProductCode } from "../trade/baseline.js";
import { requireDuties } from "../trade/requireDuties.js";
import { yearOfGoods } from "./yearOfGoods.js";

/** The flows that open parameters reach, and their duties as a function of the values: compiled once, asked often. */
export interface OpenDuties {
  /** Positions in the baseline. */
  readonly flows: readonly number[];
  /** Duties of those flows over their customs value, in their order; the array belongs to the caller until the next call. */
  readonly ratesAt: (values: Readonly<Record<string, number>>) => Float64Array;
}

/** A day of the question with its weight, one for a question about a day. */
interface Moment {
  readonly on: Scenario["evaluate"]["on"] & string;
  readonly weight: number;
}

/** The steps that reach one flow at one moment. */
interface Reach {
  readonly flow: number;
  readonly product: ProductCode;
  readonly context: { readonly importer: PartnerCode; readonly exporter: PartnerCode };
  readonly moments: readonly (Moment & { readonly steps: readonly CompiledStep[] })[];
}

const one = /* @__PURE__ */ new Decimal(1);

/** Compiles the reach of the open parameters of a scenario on a baseline. */
export function openDuties(baseline: Baseline, scenario: Scenario<string>): OpenDuties {
  const names = scenario.openParameters;
  const reached = names.length === 0 ? [] : reachOf(baseline, scenario);
  const { customsValue } = amountsOf(baseline);
  const duties = requireDuties(baseline, "baseline");
  const goodsOf = yearOfGoods(baseline, compileSteps(scenario));
  const rateAt = (reach: Reach, slots: Slots): number => {
    const value = customsValue[reach.flow] as Decimal;
    const { statuses } = scenario.evaluate;
    return reach.moments.reduce((sum, { on, weight, steps }) => {
      const state = new Map([["baseline", duties[reach.flow] as Decimal]]);
      const context = {
        ...reach.context,
        product: reach.product,
        on,
        statuses,
        slots,
        shipment: goodsOf(reach.flow),
      };
      foldSteps(steps, value, state, context);
      return sum + weight * Number(divide(totalOf(state, value, "scenario.steps"), value, "scenario.steps"));
    }, 0);
  };
  const slotsOf = (entries: readonly (readonly [string, Decimal])[]): Slots => new Map(entries);
  const zero = slotsOf(names.map((name) => [name, new Decimal(0)]));
  // Where nothing but sums and products with constants follows, a rate is a straight line in each parameter.
  const lines = reached.map((reach) => {
    if (!reach.moments.every(({ steps }) => isStraight(steps))) return undefined;
    const start = rateAt(reach, zero);
    return {
      start,
      slopes: names.map(
        (name) =>
          rateAt(reach, slotsOf(names.map((each) => [each, each === name ? one : new Decimal(0)]))) - start,
      ),
    };
  });
  const rates = new Float64Array(reached.length);
  return {
    flows: reached.map(({ flow }) => flow),
    ratesAt: (values) => {
      let slots: Slots | undefined;
      for (const [row, line] of lines.entries()) {
        if (line === undefined) {
          slots ??= slotsOf(names.map((name) => [name, new Decimal(values[name] as number)]));
          rates[row] = rateAt(reached[row] as Reach, slots);
          continue;
        }
        let rate = line.start;
        for (let at = 0; at < names.length; at++) {
          rate += (line.slopes[at] as number) * (values[names[at] as string] as number);
        }
        rates[row] = rate;
      }
      return rates;
    },
  };
}

/** The flows with value that a step with an open parameter reaches, each with all steps that reach it. */
function reachOf(baseline: Baseline, scenario: Scenario<string>): readonly Reach[] {
  const { importers, exporters, products, columns } = baseline;
  const { customsValue } = amountsOf(baseline);
  const compiled = compileSteps(scenario);
  const isOpen = new Map(compiled.map(({ step }) => [step, openParametersOf([step]).length > 0]));
  const moments = momentsOf(scenario);
  const pairs = new Map<string, Reach["moments"]>();
  const found: Reach[] = [];
  columns.exporter.forEach((exporterAt, flow) => {
    if (!(customsValue[flow] as Decimal).gt(0)) return;
    const importerAt = columns.importer[flow] ?? 0;
    const context = { importer: importers[importerAt], exporter: exporters[exporterAt] } as Reach["context"];
    const key = `${importerAt}/${exporterAt}`;
    const known =
      pairs.get(key) ??
      moments.map((moment) => ({
        ...moment,
        steps: compiled.filter(
          (each) =>
            pairOutcome(each, { ...context, on: moment.on, statuses: scenario.evaluate.statuses }) ===
            "applied",
        ),
      }));
    pairs.set(key, known);
    if (!known.some(({ steps }) => steps.some(({ step }) => isOpen.get(step)))) return;
    const product = products[columns.product[flow] ?? 0] as ProductCode;
    const narrowed = known.map((moment) => ({
      ...moment,
      steps: moment.steps.filter((each) => each.covers(product)),
    }));
    if (!narrowed.some(({ steps }) => steps.some(({ step }) => isOpen.get(step)))) return;
    found.push({ flow, product, context, moments: narrowed });
  });
  return found;
}

function momentsOf({ steps, evaluate }: Scenario<string>): readonly Moment[] {
  if (evaluate.over === undefined) return [{ on: evaluate.on, weight: 1 }];
  const spells = spellsOf(steps, evaluate.over);
  const total = spells.reduce((sum, { days }) => sum + days, 0);
  return spells.map(({ on, days }) => ({ on, weight: days / total }));
}

const bent: readonly string[] = ["raiseTotalTo", "capTotalAt", "swissFormula"];

/**
 * Whether duties are linear in open rates: no floor, ceiling, condition, least or greatest, and nothing that would multiply
 * one open value by another (an open share, a duty on a duty).
 */
function isStraight(steps: readonly CompiledStep[]): boolean {
  return steps.every(({ step, first, rest }) => {
    if (step.when !== undefined || bent.includes(step.operator)) return false;
    if ("base" in step || "duty" in step) return false;
    if ("share" in step && isOpenShare(step)) return false;
    return isStraight(first) && isStraight(rest);
  });
}

const isOpenShare = (step: Extract<Step, { share: unknown }>): boolean =>
  openParametersOf([step.operator === "split" ? { ...step, first: [], rest: [] } : step]).length > 0;
