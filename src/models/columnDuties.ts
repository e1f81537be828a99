import { Decimal } from "../exact/decimal.js";
import { requireAuthorities } from "../policy/language/requireAuthorities.js";
import { type CompiledStep, compileSteps } from "../policy/rates/compileSteps.js";
import type { StepOutcome } from "../policy/rates/foldSteps.js";
import type { DutyTree } from "../policy/rates/linear/dutyTree.js";
import { hasForms } from "../policy/rates/linear/foldForms.js";
import { type Form, plus, signOf, valueForm } from "../policy/rates/linear/form.js";
import { requireCovered } from "../policy/rates/onDay.js";
import { type EvaluationOnDay, totalOf } from "../policy/rates/readQuery.js";
import { requireScenario, type Scenario } from "../scenario/scenario.js";
import type { Baseline } from "../trade/baseline.js";
import { scaledDecimal } from "../trade/columns/amountColumn.js";
import type { FlowColumns } from "../trade/columns/flowColumns.js";
import { dutiableColumns } from "../trade/requireDuties.js";
import { lineClasses } from "./lineClasses.js";
import { requireResolved } from "./requireResolved.js";
import { aboveZero } from "./signOnLine.js";

/** Duties after a scenario on the lines of a baseline: for each line the number of its form. */
export interface ColumnDuties {
  /** The form of each line, a position in `forms`; form 0 leaves the duties as they are. */
  readonly formOf: Uint16Array | Uint32Array;
  readonly forms: readonly Form[];
  /** Steps that change nothing here, each with the reason. */
  readonly idle: ReadonlyMap<string, StepOutcome>;
}

/**
 * The duties that a scenario would collect on every line if trade did not change: one fold for each combination of
 * steps, pair and rates that occurs. Undefined where the scenario says what has no such form (a period, or dates that do
 * not matter though rates follow one another): its lines are then folded one by one, with the same result.
 */
export function columnDuties(baseline: Baseline, scenario: Scenario<string>): ColumnDuties | undefined {
  requireScenario(scenario, "scenario");
  const { evaluate } = scenario;
  if (evaluate.over !== undefined) return undefined;
  const steps = compileSteps(scenario);
  if (!hasForms(steps)) return undefined;
  if (
    evaluate.on === "any-date" &&
    steps.some(({ step, successive }) => step.operator === "split" || successive.length > 0)
  )
    return undefined;
  const byBaseline = known.get(steps) ?? new WeakMap<Baseline, Map<string, ColumnDuties>>();
  known.set(steps, byBaseline);
  const byQuestion = byBaseline.get(baseline) ?? new Map<string, ColumnDuties>();
  byBaseline.set(baseline, byQuestion);
  const question = JSON.stringify(evaluate);
  const duties = byQuestion.get(question) ?? findDuties(baseline, scenario, steps, evaluate);
  byQuestion.set(question, duties);
  return duties;
}

/** Found once for each policy, baseline and day, and dropped with them. */
const known = /* @__PURE__ */ new WeakMap<
  readonly CompiledStep[],
  WeakMap<Baseline, Map<string, ColumnDuties>>
>();

function findDuties(
  baseline: Baseline,
  scenario: Scenario<string>,
  steps: readonly CompiledStep[],
  evaluate: EvaluationOnDay,
): ColumnDuties {
  requireCovered(scenario, evaluate.on, "scenario.evaluate");
  requireResolved(scenario.steps, baseline);
  requireAuthorities(scenario, ["baseline"], "scenario.steps");
  const columns = dutiableColumns(baseline, "baseline");
  const { pairClass, productClass, trees, met, reached } = lineClasses(baseline, steps, evaluate);
  const numbered = new FormList(columns);
  const formOf = new Uint32Array(columns.length);
  const width = baseline.exporters.length;
  const resolved = trees.map((list) =>
    list.map((tree) => ("duties" in tree ? numbered.of(tree.duties) : -1)),
  );
  for (let line = 0; line < columns.length; line++) {
    const pair = pairClass[
      (columns.importer[line] as number) * width + (columns.exporter[line] as number)
    ] as number;
    if (pair === -1) continue;
    const at = (productClass[pair] as Int32Array)[columns.product[line] as number] as number;
    const form = (resolved[pair] as number[])[at] as number;
    const own =
      form === -1
        ? numbered.of(formOnLine((trees[pair] as DutyTree[])[at] as DutyTree, columns, line))
        : form;
    formOf[line] = own;
    if (numbered.risky[own] === true) refuseBelow(numbered.forms[own] as Form, columns, line);
  }
  const idle = scenario.steps
    .filter(({ id }) => !met.has(id))
    .map(({ id }) => {
      const why = reached.get(id);
      return [id, why === undefined || why === "applied" ? "other-product" : why] as const;
    });
  return { formOf, forms: numbered.forms, idle: new Map(idle) };
}

type Dutiable = FlowColumns & { readonly duties: NonNullable<FlowColumns["duties"]> };

/** Forms by number: equal ones share a number. */
class FormList {
  readonly forms: Form[] = [];
  /** Whether a form could take a line below minus its whole value. */
  readonly risky: boolean[] = [];
  private readonly known = new Map<string, number>();
  private readonly byIdentity = new Map<Form, number>();

  constructor(readonly columns: Dutiable) {
    this.of({ ofValue: new Decimal(0), ofDuties: new Decimal(1) });
  }

  of(form: Form): number {
    const same = this.byIdentity.get(form);
    if (same !== undefined) return same;
    const key = `${form.ofValue.toString()} ${form.ofDuties.toString()}`;
    let at = this.known.get(key);
    if (at === undefined) {
      at = this.forms.length;
      this.known.set(key, at);
      this.forms.push(form);
      const left = plus(form, valueForm);
      this.risky.push(
        left.ofValue.lt(0) || left.ofDuties.lt(0) || (signOf(left) === false && !left.ofValue.isZero()),
      );
    }
    this.byIdentity.set(form, at);
    return at;
  }
}

function formOnLine(tree: DutyTree, columns: Dutiable, line: number): Form {
  let here = tree;
  while (!("duties" in here)) here = aboveZero(here.above, columns, line) ? here.yes() : here.no();
  return here.duties;
}

function refuseBelow({ ofValue, ofDuties }: Form, { customsValue, duties }: Dutiable, line: number): void {
  const value = scaledDecimal(customsValue.values[line] as number | bigint, customsValue.places);
  const before = scaledDecimal(duties.values[line] as number | bigint, duties.places);
  const after = value.times(ofValue).plus(before.times(ofDuties));
  totalOf(new Map([["total", after]]), value, "scenario.steps");
}
