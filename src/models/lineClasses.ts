import type { PartnerCode } from "../economies/partner.js";
import type { Decimal } from "../exact/decimal.js";
import type { CompiledStep } from "../policy/rates/compileSteps.js";
import { pairOutcome, type StepOutcome } from "../policy/rates/foldSteps.js";
import { type DutyTree, dutyTree } from "../policy/rates/linear/dutyTree.js";
import type { EvaluationOnDay } from "../policy/rates/readQuery.js";
import type { Baseline, ProductCode } from "../trade/baseline.js";
import { flowColumns } from "../trade/columns/flowColumns.js";

/** Lines that meet the same steps with the same rates: one fold answers for all of them. */
export interface LineClasses {
  /** The class of each pair of partners and each product that trade; -1 for the pairs that no step reaches. */
  readonly pairClass: Int32Array;
  /** For each class of pairs, the class of each product. */
  readonly productClass: readonly Int32Array[];
  /** For each class of pairs, the duties of each class of products. */
  readonly trees: readonly (readonly DutyTree[])[];
  /** Top steps that meet some line. */
  readonly met: ReadonlySet<string>;
  /** Top steps that reach some pair, or why not. */
  readonly reached: ReadonlyMap<string, StepOutcome>;
}

const flat = (steps: readonly CompiledStep[]): readonly CompiledStep[] =>
  steps.flatMap((each) => [each, ...flat(each.first), ...flat(each.rest)]);

const compiled = /* @__PURE__ */ new WeakMap<
  readonly CompiledStep[],
  WeakMap<Baseline, Map<string, LineClasses>>
>();

/** Which lines of a baseline meet which steps; found out once for each policy, baseline and day. */
export function lineClasses(
  baseline: Baseline,
  steps: readonly CompiledStep[],
  when: EvaluationOnDay,
): LineClasses {
  const ofPolicy = compiled.get(steps) ?? new WeakMap<Baseline, Map<string, LineClasses>>();
  compiled.set(steps, ofPolicy);
  const ofBaseline = ofPolicy.get(baseline) ?? new Map<string, LineClasses>();
  ofPolicy.set(baseline, ofBaseline);
  const key = JSON.stringify(when);
  const classes = ofBaseline.get(key) ?? findClasses(baseline, steps, when);
  ofBaseline.set(key, classes);
  return classes;
}

function findClasses(baseline: Baseline, steps: readonly CompiledStep[], when: EvaluationOnDay): LineClasses {
  const { importers, exporters, products } = baseline;
  const columns = flowColumns(baseline);
  const width = exporters.length;
  const pairClass = new Int32Array(importers.length * width).fill(-2);
  const candidates: (readonly CompiledStep[])[] = [];
  const traded: Uint8Array[] = [];
  const known = new Map<string, number>();
  const reached = new Map<string, StepOutcome>();
  const all = flat(steps);
  for (let flow = 0; flow < columns.length; flow++) {
    const pair = (columns.importer[flow] as number) * width + (columns.exporter[flow] as number);
    let at = pairClass[pair] as number;
    if (at === -2) {
      const partners = {
        importer: importers[columns.importer[flow] as number] as PartnerCode,
        exporter: exporters[columns.exporter[flow] as number] as PartnerCode,
      };
      const found = stepsOf(steps, { ...partners, on: when.on, statuses: when.statuses }, reached);
      const key = found.map((step) => all.indexOf(step)).join();
      at = found.length === 0 ? -1 : (known.get(key) ?? candidates.length);
      if (at === candidates.length) {
        known.set(key, at);
        candidates.push(found);
        traded.push(new Uint8Array(products.length));
      }
      pairClass[pair] = at;
    }
    if (at >= 0) (traded[at] as Uint8Array)[columns.product[flow] as number] = 1;
  }
  const met = new Set<string>();
  const rates = new Map<CompiledStep, StepRates>();
  const classes = candidates.map((found, at) =>
    classify(found, products, traded[at] as Uint8Array, rates, steps, met),
  );
  return {
    pairClass,
    productClass: classes.map(({ classOf }) => classOf),
    trees: classes.map(({ trees }) => trees),
    met,
    reached,
  };
}

type Pair = Parameters<typeof pairOutcome>[1];

/** The steps, nested ones behind their own, that apply to a pair of partners. */
export function stepsOf(
  steps: readonly CompiledStep[],
  pair: Pair,
  reached: Map<string, StepOutcome> | undefined,
): readonly CompiledStep[] {
  return steps.flatMap((compiled) => {
    const outcome = pairOutcome(compiled, pair);
    // A step that is not in force where it would meet trade is told apart from one that meets none.
    if (outcome !== "other-importer" && outcome !== "other-exporter") reached?.set(compiled.step.id, outcome);
    if (outcome !== "applied") return [];
    return [
      compiled,
      ...stepsOf(compiled.first, pair, undefined),
      ...stepsOf(compiled.rest, pair, undefined),
    ];
  });
}

/** The rate or share of a step for each product that was asked for: a position in `rates`; -1 where it has none. */
export interface StepRates {
  readonly at: Int32Array;
  readonly rates: Decimal[];
}

const unknown = -2;

function ratesOf(
  { covers, valueFor }: CompiledStep,
  products: readonly ProductCode[],
  traded: Uint8Array,
  { at, rates }: StepRates,
): void {
  // Equal rates are one, whatever prefix they were written for: a rate is looked up as it is first, then as it is written.
  const known = new Map<Decimal | string, number>();
  rates.forEach((rate, position) => {
    known.set(rate, position).set(rate.toString(), position);
  });
  for (let product = 0; product < products.length; product++) {
    if (traded[product] !== 1 || at[product] !== unknown) continue;
    const code = products[product] as ProductCode;
    const rate = covers(code) ? valueFor(code) : undefined;
    if (rate === undefined) {
      at[product] = -1;
      continue;
    }
    let position = known.get(rate);
    if (position === undefined) {
      const written = rate.toString();
      position = known.get(written) ?? rates.push(rate) - 1;
      known.set(rate, position).set(written, position);
    }
    at[product] = position;
  }
}

export function classify(
  found: readonly CompiledStep[],
  products: readonly ProductCode[],
  traded: Uint8Array,
  known: Map<CompiledStep, StepRates>,
  top: readonly CompiledStep[],
  met: Set<string>,
): { readonly classOf: Int32Array; readonly trees: readonly DutyTree[] } {
  // Products fall apart step by step: two stay together as long as they have the same rates.
  const classOf = new Int32Array(products.length).fill(-1);
  for (let product = 0; product < products.length; product++) if (traded[product] === 1) classOf[product] = 0;
  let given: ReadonlyMap<CompiledStep, Decimal>[] = [new Map()];
  for (const compiled of found) {
    const own = known.get(compiled) ?? { at: new Int32Array(products.length).fill(unknown), rates: [] };
    known.set(compiled, own);
    ratesOf(compiled, products, traded, own);
    const width = own.rates.length + 1;
    const next = new Map<number, number>();
    const nextGiven: ReadonlyMap<CompiledStep, Decimal>[] = [];
    let [lastKey, last] = [-1, 0];
    for (let product = 0; product < products.length; product++) {
      const before = classOf[product] as number;
      if (before === -1) continue;
      const position = own.at[product] as number;
      const key = before * width + position + 1;
      if (key !== lastKey) {
        lastKey = key;
        last = next.get(key) ?? nextGiven.length;
        if (last === nextGiven.length) {
          next.set(key, last);
          const old = given[before] as ReadonlyMap<CompiledStep, Decimal>;
          nextGiven.push(
            position === -1 ? old : new Map([...old, [compiled, own.rates[position] as Decimal]]),
          );
          if (position !== -1 && top.includes(compiled)) met.add(compiled.step.id);
        }
      }
      classOf[product] = last;
    }
    given = nextGiven;
  }
  const steps = found.filter((compiled) => top.includes(compiled));
  return { classOf, trees: given.map((rates) => dutyTree(steps, (step) => rates.get(step))) };
}
