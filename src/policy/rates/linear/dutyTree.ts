import type { CompiledStep } from "../compileSteps.js";
import { type Forms, foldForm, formsAtFirst, sumOfForms, type ValueOfStep } from "./foldForms.js";
import { type Form, signOf, valueForm } from "./form.js";

/** The duties of a class of lines: a form, or a question to the line and what follows from either answer. */
export type DutyTree = DutyLeaf | DutyBranch;

/** One form for all lines that come here. */
export interface DutyLeaf {
  readonly duties: Form;
}

/** A form whose sign decides; its branches are worked out when a line first asks for them. */
export interface DutyBranch {
  readonly above: Form;
  readonly yes: () => DutyTree;
  readonly no: () => DutyTree;
}

/** Thrown inside a fold at the first question that is not decided yet. */
class Undecided {
  constructor(readonly form: Form) {}
}

/** The duties of the lines that the steps meet with the values given. */
export const dutyTree = (steps: readonly CompiledStep[], rateOf: ValueOfStep): DutyTree =>
  grow(steps, rateOf, 0, formsAtFirst(), []);

/** Folds from a step on; `decided` are answers to what that step asks. A branch goes on from where it parted. */
function grow(
  steps: readonly CompiledStep[],
  rateOf: ValueOfStep,
  from: number,
  duties: Forms,
  decided: readonly boolean[],
): DutyTree {
  let answers = decided;
  for (let at = from; at < steps.length; at++) {
    let asked = 0;
    try {
      foldForm(steps[at] as CompiledStep, valueForm, duties, rateOf, (form) => {
        const known = signOf(form) ?? answers[asked++];
        if (known === undefined) throw new Undecided(form);
        return known;
      });
    } catch (stop) {
      if (!(stop instanceof Undecided)) throw stop;
      const soFar = answers;
      const branch = (answer: boolean) => {
        let tree: DutyTree | undefined;
        return () => {
          tree ??= grow(steps, rateOf, at, new Map(duties), [...soFar, answer]);
          return tree;
        };
      };
      return { above: stop.form, yes: branch(true), no: branch(false) };
    }
    answers = [];
  }
  return { duties: sumOfForms(duties) };
}
