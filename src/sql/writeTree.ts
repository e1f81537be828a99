import type { Decimal } from "../exact/decimal.js";
import { TariffError } from "../internal/TariffError.js";
import type { DutyTree } from "../policy/rates/linear/dutyTree.js";
import type { Form } from "../policy/rates/linear/form.js";

/** How amounts and numbers are written. */
export interface FormWriter {
  /** The customs value of a line. */
  readonly value: string;
  /** Its duties in the baseline. */
  readonly duties: string;
  /** A number as an exact decimal. */
  readonly number: (value: Decimal) => string;
}

const mostBranches = 2000;

/** The duties of a class of lines as an expression: nested conditions where floors, ceilings or conditions decide. */
export function writeTree(tree: DutyTree, writer: FormWriter): string {
  let branches = 0;
  const write = (here: DutyTree): string => {
    if ("duties" in here) return writeForm(here.duties, writer);
    if (++branches > mostBranches) {
      throw new TariffError({
        code: "too-long",
        path: "scenario.steps",
        received: branches,
        advice: `Score with fewer floors, ceilings and conditions on one good: they branch into more than ${mostBranches} cases.`,
      });
    }
    return `CASE WHEN ${writeForm(here.above, writer)} > 0 THEN ${write(here.yes())} ELSE ${write(here.no())} END`;
  };
  return write(tree);
}

/** All forms of a tree, for the width of its numbers. */
export function formsOf(tree: DutyTree, found: Form[] = []): readonly Form[] {
  if (found.length > 4 * mostBranches) return found;
  if ("duties" in tree) found.push(tree.duties);
  else {
    found.push(tree.above);
    formsOf(tree.yes(), found);
    formsOf(tree.no(), found);
  }
  return found;
}

function writeForm({ ofValue, ofDuties }: Form, { value, duties, number }: FormWriter): string {
  const parts = [
    ...(ofValue.isZero() ? [] : [`${number(ofValue)} * ${value}`]),
    ...(ofDuties.isZero() ? [] : [ofDuties.eq(1) ? duties : `${number(ofDuties)} * ${duties}`]),
  ];
  return parts.length === 0 ? number(ofValue.times(0)) : `(${parts.join(" + ")})`;
}
