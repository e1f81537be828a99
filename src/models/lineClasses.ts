import type { PartnerCode } from "../economies/partner.js";
import type { Decimal } from "../exact/decimal.js";
import type { CompiledStep } from "../policy/rates/compileSteps.js";
import { pairOutcome, type StepOutcome } from "../policy/rates/foldSteps.js";
import { type DutyTree, dutyTree } from "../policy/rates/linear/dutyTree.js";
import type { EvaluationOnDay } from "../policy/rates/readQuery.js";
import type { Baseline } from "../trade/baseline.js";
import { flowColumns } from "../trade/columns/flowColumns.js";
import { RatesOfSteps } from "./stepRates.js";

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

/** Which lines of a baseline meet which steps. */
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
  const rates = new RatesOfSteps(products);
  const classes = candidates.map((found, at) => classify(found, rates, traded[at] as Uint8Array, steps, met));
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

/** The rates that a class of products meets, the last step first. */
interface Met {
  readonly compiled: CompiledStep;
  readonly rate: Decimal;
  readonly before: Met | undefined;
}

/** Products fall apart step by step: two stay together as long as they have the same rates. */
export function classify(
  found: readonly CompiledStep[],
  ratesOfSteps: RatesOfSteps,
  traded: Uint8Array,
  top: readonly CompiledStep[],
  met: Set<string>,
): { readonly classOf: Int32Array; readonly trees: readonly DutyTree[] } {
  const classOf = new Int32Array(traded.length).fill(-1);
  let count = 0;
  for (let product = 0; product < traded.length; product++) {
    if (traded[product] !== 1) continue;
    classOf[product] = 0;
    count++;
  }
  const given: (Met | undefined)[] = [undefined];
  for (const compiled of found) {
    const { common, rates, others, otherRates, refused } = ratesOfSteps.of(compiled);
    for (const { product, ask } of refused) if (traded[product] === 1) ask();
    const before = given.slice();
    if (common !== -1) {
      for (let each = 0; each < given.length; each++) {
        given[each] = { compiled, rate: rates[common] as Decimal, before: before[each] };
      }
    }
    const next = new Map<number, number>();
    let [apart, rated] = [0, 0];
    // Products that follow one another mostly go the same way.
    let [lastKey, target] = [-1, 0];
    for (let each = 0; each < others.length; each++) {
      const product = others[each] as number;
      const old = classOf[product] as number;
      if (old === -1) continue;
      apart++;
      const position = otherRates[each] as number;
      if (position !== -1) rated++;
      const key = old * (rates.length + 1) + position + 1;
      if (key !== lastKey) {
        lastKey = key;
        const known = next.get(key);
        target = known ?? given.length;
        if (known === undefined) {
          next.set(key, target);
          const rate = rates[position];
          given.push(rate === undefined ? before[old] : { compiled, rate, before: before[old] });
        }
      }
      classOf[product] = target;
    }
    const reaches = rated > 0 || (common !== -1 && apart < count);
    if (reaches && top.includes(compiled)) met.add(compiled.step.id);
  }
  const topSteps = found.filter((compiled) => top.includes(compiled));
  return compact(classOf, given, topSteps);
}

/** Numbers the classes that products are left in, and works out the duties of each. */
function compact(
  classOf: Int32Array,
  given: readonly (Met | undefined)[],
  steps: readonly CompiledStep[],
): { readonly classOf: Int32Array; readonly trees: readonly DutyTree[] } {
  const numbered = new Int32Array(given.length).fill(-1);
  const trees: DutyTree[] = [];
  for (let product = 0; product < classOf.length; product++) {
    const old = classOf[product] as number;
    if (old === -1) continue;
    if (numbered[old] === -1) {
      const rates = new Map<CompiledStep, Decimal>();
      for (let each = given[old]; each !== undefined; each = each.before) rates.set(each.compiled, each.rate);
      numbered[old] = trees.push(dutyTree(steps, (step) => rates.get(step))) - 1;
    }
    classOf[product] = numbered[old] as number;
  }
  return { classOf, trees };
}
