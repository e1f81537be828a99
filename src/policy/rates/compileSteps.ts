import { Decimal, writeDecimal } from "../../exact/decimal.js";
import { quotient } from "../../exact/quotient.js";
import { readRate } from "../../exact/rate.js";
import type { QuantityUnit } from "../../goods/units.js";
import type { ProductCode } from "../../trade/baseline.js";
import type { Policy } from "../language/policy.js";
import type {
  ByProduct,
  CompoundDuty,
  OpenValue,
  ProductScope,
  RateCondition,
  Step,
} from "../language/step.js";
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
  /** Its duty of several parts for a product, where it has one. */
  readonly dutyFor: (product: ProductCode) => CompoundDuty | undefined;
  /** Whether it charges or changes anything for a product that it covers. */
  readonly hasValue: (product: ProductCode, slots?: Slots) => boolean;
  /** The quota whose share depends on the quantity of the question. */
  readonly quota: { readonly amount: Decimal; readonly unit: QuantityUnit } | null;
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

type Prepared = Omit<CompiledStep, "step" | "successive" | "first" | "rest">;

/** What does not depend on the policy around a step: binding one parameter keeps the other steps, and so their tables. */
const prepared = /* @__PURE__ */ new WeakMap<Step, Prepared>();

function prepare(step: Step): Prepared {
  let known = prepared.get(step);
  if (!known) {
    const valueFor = prepareValue(givenValue(step), `steps.${step.id}.byProduct`);
    const dutyFor = prepareDuty(step);
    const quota = quotaOf(step);
    known = {
      covers: prepareScope(step.products, `steps.${step.id}.products`),
      valueFor,
      dutyFor,
      quota,
      hasValue: (product, slots) =>
        quota !== null || valueFor(product, slots) !== undefined || dutyFor(product) !== undefined,
      above: aboveOf(step),
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

/** The rate or share of a step; nothing where it charges a duty of several parts, or what a question's quota leaves. */
function givenValue(step: Step): Given | ByProduct<Given> | undefined {
  const value = "share" in step ? step.share : step.rate;
  if (typeof value !== "object" || !("quota" in value)) return value as Given | ByProduct<Given> | undefined;
  if (!("of" in value)) return undefined;
  const share = quotient(new Decimal(value.quota), new Decimal(value.of));
  return writeDecimal(Decimal.min(share, 1));
}

function quotaOf(step: Step): CompiledStep["quota"] {
  if (!("share" in step) || typeof step.share !== "object") return null;
  if (!("quota" in step.share) || !("unit" in step.share)) return null;
  return { amount: new Decimal(step.share.quota), unit: step.share.unit };
}

/** The limit of a step whose one condition asks for a rate above another and nothing else. */
function aboveOf({ when }: Step): Decimal | null {
  if (when === undefined || Array.isArray(when) || Object.keys(when).length !== 2) return null;
  const { above } = when as RateCondition;
  return "authority" in when && above !== undefined ? readRate(above, "when.above") : null;
}

function prepareDuty(step: Step): CompiledStep["dutyFor"] {
  const duty = "duty" in step ? step.duty : undefined;
  if (duty === undefined || !("byProduct" in duty)) return () => duty;
  const table = prepareProducts(Object.keys(duty.byProduct), `steps.${step.id}.byProduct`);
  const byPrefix = new Map(Object.entries(duty.byProduct));
  return (product) => {
    const prefix = table(product);
    return prefix === undefined ? undefined : (byPrefix.get(prefix) as CompoundDuty);
  };
}

function prepareScope(scope: ProductScope, path: string): CompiledStep["covers"] {
  if (scope === "all") return () => true;
  const except = "allBut" in scope;
  const table = prepareProducts(except ? scope.allBut : scope, path);
  return (product) => (table(product) === undefined) === except;
}

type Given = string | OpenValue;

function prepareValue(value: Given | ByProduct<Given> | undefined, path: string): CompiledStep["valueFor"] {
  if (value === undefined) return () => undefined;
  if (typeof value === "string") {
    const read = toFraction(value);
    return () => read;
  }
  if ("parameter" in value) {
    const name = value.parameter as string;
    return (_, slots) => slots?.get(name);
  }
  const table = prepareProducts(Object.keys(value.byProduct), path);
  // A table of thousands holds few different rates: each is read once.
  const read = new Map<string, Decimal>();
  const readOnce = (text: string): Decimal => {
    const fraction = read.get(text) ?? toFraction(text);
    read.set(text, fraction);
    return fraction;
  };
  const values = new Map(
    Object.entries(value.byProduct).map(([prefix, given]) => [
      prefix,
      typeof given === "string" ? readOnce(given) : (given.parameter as string),
    ]),
  );
  return (product, slots) => {
    const prefix = table(product);
    const found = prefix === undefined ? undefined : values.get(prefix);
    return typeof found === "string" ? slots?.get(found) : found;
  };
}

function toFraction(text: string): Decimal {
  if (text.endsWith("%")) return readRate(text, "rate");
  const [numerator, denominator] = text.split("/") as [string, string?];
  return denominator === undefined
    ? new Decimal(numerator)
    : quotient(new Decimal(numerator), new Decimal(denominator));
}
