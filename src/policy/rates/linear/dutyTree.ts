import type { CompiledStep } from "../compileSteps.js";
import { foldForms, type ValueOfStep } from "./foldForms.js";
import { type Form, signOf } from "./form.js";

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
export function dutyTree(
  steps: readonly CompiledStep[],
  rateOf: ValueOfStep,
  decided: readonly boolean[] = [],
): DutyTree {
  let asked = 0;
  try {
    return {
      duties: foldForms(steps, rateOf, (form) => {
        const known = signOf(form) ?? decided[asked++];
        if (known === undefined) throw new Undecided(form);
        return known;
      }),
    };
  } catch (stop) {
    if (!(stop instanceof Undecided)) throw stop;
    const branch = (answer: boolean) => {
      let tree: DutyTree | undefined;
      return () => {
        tree ??= dutyTree(steps, rateOf, [...decided, answer]);
        return tree;
      };
    };
    return { above: stop.form, yes: branch(true), no: branch(false) };
  }
}
