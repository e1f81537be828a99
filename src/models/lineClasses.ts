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

/** Finds out which lines of a baseline meet which steps. */
export function lineClasses(
  baseline: Baseline,
  steps: readonly CompiledStep[],
  when: EvaluationOnDay,
): LineClasses {
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
  const values = new Map<CompiledStep, Map<number, Decimal | undefined>>();
  const classes = candidates.map((found, at) =>
    classify(found, products, traded[at] as Uint8Array, values, steps, met),
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
function stepsOf(
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

function classify(
  found: readonly CompiledStep[],
  products: readonly ProductCode[],
  traded: Uint8Array,
  values: Map<CompiledStep, Map<number, Decimal | undefined>>,
  top: readonly CompiledStep[],
  met: Set<string>,
): { readonly classOf: Int32Array; readonly trees: readonly DutyTree[] } {
  // Products fall apart step by step: two stay together as long as they have the same values.
  const classOf = new Int32Array(products.length).fill(-1);
  for (let product = 0; product < products.length; product++) if (traded[product] === 1) classOf[product] = 0;
  let given: ReadonlyMap<CompiledStep, Decimal>[] = [new Map()];
  for (const compiled of found) {
    const known = values.get(compiled) ?? new Map<number, Decimal | undefined>();
    values.set(compiled, known);
    const next = new Map<string, number>();
    const nextGiven: ReadonlyMap<CompiledStep, Decimal>[] = [];
    for (let product = 0; product < products.length; product++) {
      const before = classOf[product] as number;
      if (before === -1) continue;
      let value: Decimal | undefined;
      if (known.has(product)) value = known.get(product);
      else {
        const code = products[product] as ProductCode;
        value = compiled.covers(code) ? compiled.valueFor(code) : undefined;
        known.set(product, value);
      }
      const key = value === undefined ? `${before}` : `${before} ${value.toString()}`;
      let at = next.get(key);
      if (at === undefined) {
        at = nextGiven.length;
        next.set(key, at);
        const old = given[before] as ReadonlyMap<CompiledStep, Decimal>;
        nextGiven.push(value === undefined ? old : new Map([...old, [compiled, value]]));
        if (value !== undefined && top.includes(compiled)) met.add(compiled.step.id);
      }
      classOf[product] = at;
    }
    given = nextGiven;
  }
  const steps = found.filter((compiled) => top.includes(compiled));
  return { classOf, trees: given.map((own) => dutyTree(steps, (step) => own.get(step))) };
}
