import { Decimal } from "../../../exact/decimal.js";
import type { RateCondition, SplitStep, Step } from "../../language/step.js";
import type { CompiledStep } from "../compileSteps.js";
import { dutiesForm, type Form, minus, noForm, plus, times } from "./form.js";

/** Duty by authority, as forms. */
export type Forms = Map<string, Form>;

/** What a class of lines has in common: which steps meet it, each with its rate or share. */
export type ValueOfStep = (step: CompiledStep) => Decimal | undefined;

/** Says whether a form is above zero on the lines at hand. */
export type Decide = (form: Form) => boolean;

/** Where a fold begins: the duties of the baseline are those of the authority `"baseline"`. */
export const formsAtFirst = (): Forms => new Map([["baseline", dutiesForm]]);

/** All duties together. */
export const sumOfForms = (duties: Forms): Form => [...duties.values()].reduce(plus, noForm);

/**
 * One step of the fold of `foldSteps`, on forms in place of amounts: what it leaves in `duties` holds for all lines for
 * which the decisions hold. Where a decision throws, `duties` are as they were.
 */
export function foldForm(
  compiled: CompiledStep,
  value: Form,
  duties: Forms,
  rateOf: ValueOfStep,
  decide: Decide,
): void {
  const given = rateOf(compiled);
  if (given === undefined) return;
  const { step, above } = compiled;
  if (above !== null) {
    const { authority } = step.when as RateCondition;
    const charged = duties.get(authority) ?? noForm;
    if (!decide(minus(charged, times(value, above)))) return;
  }
  if (step.operator === "split") split(compiled, given, value, duties, rateOf, decide);
  else apply(step, given, value, duties, decide);
}

function split(
  { first, rest }: CompiledStep,
  part: Decimal,
  value: Form,
  duties: Forms,
  rateOf: ValueOfStep,
  decide: Decide,
): void {
  const sum: Forms = new Map();
  for (const [steps, fraction] of [
    [first, part],
    [rest, new Decimal(1).minus(part)],
  ] as const) {
    const inner: Forms = new Map([...duties].map(([authority, duty]) => [authority, times(duty, fraction)]));
    const ofPart = times(value, fraction);
    for (const each of steps) foldForm(each, ofPart, inner, rateOf, decide);
    for (const [authority, duty] of inner) sum.set(authority, plus(duty, sum.get(authority) ?? noForm));
  }
  duties.clear();
  for (const [authority, duty] of sum) duties.set(authority, duty);
}

function apply(
  step: Exclude<Step, SplitStep>,
  given: Decimal,
  value: Form,
  duties: Forms,
  decide: Decide,
): void {
  const charged = (authority: string) => duties.get(authority) ?? noForm;
  const total = (authorities: readonly string[]) => authorities.map(charged).reduce(plus, noForm);
  switch (step.operator) {
    case "add":
      duties.set(step.authority, plus(charged(step.authority), times(value, given)));
      return;
    case "replace":
      for (const authority of step.of) duties.delete(authority);
      duties.set(step.authority, plus(charged(step.authority), times(value, given)));
      return;
    case "raiseTotalTo": {
      const missing = minus(times(value, given), total(step.of));
      if (decide(missing)) duties.set(step.authority, plus(charged(step.authority), missing));
      return;
    }
    case "capTotalAt": {
      const own = charged(step.authority);
      const excess = minus(total(step.of), times(value, given));
      if (!decide(excess) || !decide(own)) return;
      const takesAll = decide(minus(excess, own));
      duties.set(step.authority, takesAll ? noForm : minus(own, excess));
      return;
    }
    case "scale":
      for (const authority of step.of) duties.set(authority, times(charged(authority), given));
  }
}

const keys: Readonly<Record<string, readonly string[]>> = {
  add: ["authority", "rate"],
  replace: ["authority", "of", "rate"],
  raiseTotalTo: ["authority", "of", "rate"],
  capTotalAt: ["authority", "of", "rate"],
  scale: ["of", "share"],
  split: ["share", "first", "rest"],
};
const common = "id title measure importers exporters products dates status when source operator".split(" ");

/** Whether a policy says nothing but what this fold knows: otherwise its lines are folded one by one. */
export function hasForms(steps: readonly CompiledStep[]): boolean {
  return steps.every(({ step, quota, first, rest }) => {
    const own = keys[step.operator];
    const known = Object.keys(step).every((key) => own?.includes(key) || common.includes(key));
    const plainCondition =
      step.when === undefined || Object.keys(step.when).sort().join() === "above,authority";
    return known && quota === null && plainCondition && hasForms(first) && hasForms(rest);
  });
}
