import { Decimal, writeDecimal } from "../../exact/decimal.js";
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
import { quotient } from "./quotient.js";
import { isSuccessorOf } from "./refuseSuccessive.js";

/** A step with its numbers read and its prefixes prepared. */
export interface CompiledStep {
  readonly step: Step;
  /** Whether its product scope covers a product. */
  readonly covers: (product: ProductCode) => boolean;
  /** Its rate or share for a product, as a fraction; nothing where a table has no prefix of it. */
  readonly valueFor: (product: ProductCode) => Decimal | undefined;
  /** Its duty of several parts for a product, where it has one. */
  readonly dutyFor: (product: ProductCode) => CompoundDuty | undefined;
  /** Whether it charges or changes anything for a product that it covers. */
  readonly hasValue: (product: ProductCode) => boolean;
  /** The quota whose share depends on the quantity of the question. */
  readonly quota: { readonly amount: Decimal; readonly unit: QuantityUnit } | null;
  /** The rate that the authority of its condition must exceed. */
  readonly above: Decimal | null;
  /** The steps whose rates come before or after its own, never beside it. */
  readonly successive: readonly CompiledStep[];
  readonly first: readonly CompiledStep[];
  readonly rest: readonly CompiledStep[];
}

const compiled = /* @__PURE__ */ new WeakMap<Policy, readonly CompiledStep[]>();

/** The steps of a closed policy, compiled once. */
export function compileSteps(policy: Policy): readonly CompiledStep[] {
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

function compile(step: Step): CompiledStep {
  const valueFor = prepareValue(givenValue(step), `steps.${step.id}.byProduct`);
  const dutyFor = prepareDuty(step);
  const quota = quotaOf(step);
  return {
    step,
    covers: prepareScope(step.products, `steps.${step.id}.products`),
    valueFor,
    dutyFor,
    quota,
    hasValue: (product) =>
      quota !== null || valueFor(product) !== undefined || dutyFor(product) !== undefined,
    successive: [],
    above: aboveOf(step),
    first: step.operator === "split" ? step.first.map(compile) : [],
    rest: step.operator === "split" ? step.rest.map(compile) : [],
  };
}

/** The rate or share of a step; nothing where it charges a duty of several parts, or what a question's quota leaves. */
function givenValue(step: Step): string | OpenValue | ByProduct<string> | undefined {
  const value = "share" in step ? step.share : step.rate;
  if (typeof value !== "object" || !("quota" in value)) return value as string;
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

function prepareValue(
  value: string | OpenValue | ByProduct<string> | undefined,
  path: string,
): CompiledStep["valueFor"] {
  if (value === undefined) return () => undefined;
  if (typeof value === "string") {
    const read = toFraction(value);
    return () => read;
  }
  if ("parameter" in value) return () => undefined;
  const table = prepareProducts(Object.keys(value.byProduct), path);
  const values = new Map(
    Object.entries(value.byProduct).map(([prefix, given]) => [prefix, toFraction(given as string)]),
  );
  return (product) => {
    const prefix = table(product);
    return prefix === undefined ? undefined : values.get(prefix);
  };
}

function toFraction(text: string): Decimal {
  if (text.endsWith("%")) return readRate(text, "rate");
  const [numerator, denominator] = text.split("/") as [string, string?];
  return denominator === undefined
    ? new Decimal(numerator)
    : quotient(new Decimal(numerator), new Decimal(denominator));
}
