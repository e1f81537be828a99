import { Decimal } from "../../exact/decimal.js";
import { readRate } from "../../exact/rate.js";
import type { ProductCode } from "../../trade/baseline.js";
import type { Policy } from "../language/policy.js";
import type { ByProduct, OpenValue, ProductScope, Step } from "../language/step.js";
import { prepareProducts } from "./productTable.js";
import { isSuccessorOf } from "./refuseSuccessive.js";

/** The values of open parameters, by name: what a compiled policy leaves to each question. */
export type Slots = ReadonlyMap<string, Decimal>;

/** A step with its numbers read and its prefixes prepared. */
export interface CompiledStep {
  readonly step: Step;
  /** Whether its product scope covers a product. */
  readonly covers: (product: ProductCode) => boolean;
  /** Its rate or share for a product, as a fraction; nothing where a table has no prefix of it or a slot is empty. */
  readonly valueFor: (product: ProductCode, slots?: Slots) => Decimal | undefined;
  /** The rate that the authority of its condition must exceed. */
  readonly above: Decimal | null;
  /** The steps whose rates come before or after its own, never beside it. */
  readonly successive: readonly CompiledStep[];
  readonly first: readonly CompiledStep[];
  readonly rest: readonly CompiledStep[];
}

const compiled = /* @__PURE__ */ new WeakMap<Policy<string>, readonly CompiledStep[]>();

/** The steps of a policy, compiled once; open parameters are slots that a question fills. */
export function compileSteps(policy: Policy<string>): readonly CompiledStep[] {
  let known = compiled.get(policy);
  if (!known) {
    known = policy.steps.map(compile);
    findSuccessors(flatten(known));
    compiled.set(policy, known);
  }
  return known;
}

const flatten = (steps: readonly CompiledStep[]): readonly CompiledStep[] =>
  steps.flatMap((each) => [each, ...flatten(each.first), ...flatten(each.rest)]);

/** Only steps that share a measure are compared, so that a schedule of thousands costs nothing. */
function findSuccessors(all: readonly CompiledStep[]): void {
  const measures = new Map<string, CompiledStep[]>();
  for (const each of all) {
    if (each.step.measure === undefined) continue;
    const known = measures.get(each.step.measure);
    if (known) known.push(each);
    else measures.set(each.step.measure, [each]);
  }
  for (const group of measures.values()) {
    for (const each of group) {
      const found = group.filter((other) => isSuccessorOf(each.step, other.step));
      (each.successive as CompiledStep[]).push(...found);
    }
  }
}

/** What does not depend on the policy around a step: binding one parameter keeps the other steps, and so their tables. */
const prepared = /* @__PURE__ */ new WeakMap<Step, Pick<CompiledStep, "covers" | "valueFor" | "above">>();

function prepare(step: Step): Pick<CompiledStep, "covers" | "valueFor" | "above"> {
  let known = prepared.get(step);
  if (!known) {
    const value = step.operator === "scale" || step.operator === "split" ? step.share : step.rate;
    known = {
      covers: prepareScope(step.products, `steps.${step.id}.products`),
      valueFor: prepareValue(value as string | OpenValue | ByProduct<Given>, `steps.${step.id}.byProduct`),
      above: step.when === undefined ? null : readRate(step.when.above, "when.above"),
    };
    prepared.set(step, known);
  }
  return known;
}

function compile(step: Step): CompiledStep {
  return {
    step,
    ...prepare(step),
    successive: [],
    first: step.operator === "split" ? step.first.map(compile) : [],
    rest: step.operator === "split" ? step.rest.map(compile) : [],
  };
}

function prepareScope(scope: ProductScope, path: string): CompiledStep["covers"] {
  if (scope === "all") return () => true;
  const except = "allBut" in scope;
  const table = prepareProducts(except ? scope.allBut : scope, path);
  return (product) => (table(product) === undefined) === except;
}

type Given = string | OpenValue;

function prepareValue(value: Given | ByProduct<Given>, path: string): CompiledStep["valueFor"] {
  if (typeof value === "string") {
    const read = toFraction(value);
    return () => read;
  }
  if ("parameter" in value) {
    const name = value.parameter as string;
    return (_, slots) => slots?.get(name);
  }
  const table = prepareProducts(Object.keys(value.byProduct), path);
  const values = new Map(
    Object.entries(value.byProduct).map(([prefix, given]) => [
      prefix,
      typeof given === "string" ? toFraction(given) : (given.parameter as string),
    ]),
  );
  return (product, slots) => {
    const prefix = table(product);
    const found = prefix === undefined ? undefined : values.get(prefix);
    return typeof found === "string" ? slots?.get(found) : found;
  };
}

const toFraction = (text: string): Decimal =>
  text.endsWith("%") ? readRate(text, "rate") : new Decimal(text);
