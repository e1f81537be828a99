import { conditionsOf } from "../policy/language/readConditions.js";
import type { Step } from "../policy/language/step.js";
import { type CompiledStep, compileSteps } from "../policy/rates/compileSteps.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Baseline, ProductCode } from "../trade/baseline.js";
import { dutiesOf } from "./yearOfGoods.js";

/** Tariff lines: the digits at which law states a duty. */
const digitsOfLine = 8;

/** What an outcome says of rules that data on totals of many goods can only come near to. */
export interface Granularity {
  readonly leavesOut: readonly string[];
  readonly notes: readonly string[];
}

const kinds = { raiseTotalTo: "floor", capTotalAt: "ceiling", swissFormula: "Swiss formula" } as const;

/** What of a step is not in proportion to the value, and what average it then looks at. */
interface Rule {
  readonly what: string;
  readonly average: "duty" | "unit value";
}

/** The rule of a step that is not in proportion to the value and looks at averages of many goods. */
function ruleOf({ step }: CompiledStep, averaged: ReadonlySet<string>): Rule | undefined {
  if (conditionsOf(step.when).some((one) => "authority" in one && averaged.has(one.authority)))
    return { what: "condition", average: "duty" };
  if (Object.hasOwn(kinds, step.operator) && "of" in step && step.of.some((one) => averaged.has(one)))
    return { what: kinds[step.operator as keyof typeof kinds], average: "duty" };
  const bounded = dutiesOf(step).filter(
    ({ least, greatest }) => least !== undefined || greatest !== undefined,
  );
  if (bounded.length === 0) return undefined;
  if (chargesOn(step, averaged)) return { what: "least or greatest duty", average: "duty" };
  const perUnit = bounded.some(({ sum, least = [], greatest = [] }) =>
    [...sum, ...least, ...greatest].some((part) => typeof part !== "string"),
  );
  return perUnit ? { what: "least or greatest duty", average: "unit value" } : undefined;
}

/** Whether a step takes shares of what an authority charges. */
const chargesOn = (step: Step, authorities: ReadonlySet<string>): boolean =>
  "base" in step &&
  (step.base ?? []).some((term) => typeof term !== "string" && authorities.has(term.chargeOf));

const digitsOf = (product: ProductCode): number => (product === "total" ? 0 : product.length);

/** The level of goods, in words. */
function levelOf(digits: number): string {
  if (digits === 0) return "all goods together";
  if (digits === 2) return "HS chapters (2 digits)";
  return `HS codes of ${digits} digits`;
}

/**
 * Steps whose floor, ceiling or condition is applied to the average duty of many goods: on tariff lines it gives another
 * number, because a floor of an average is not the average of a floor.
 */
export function granularityOf(
  scenario: Scenario<string>,
  baseline: Pick<Baseline, "id" | "products">,
  idle: ReadonlyMap<string, unknown>,
): Granularity {
  // Once for all steps: there may be hundreds of them, and twenty thousand codes.
  const totals = baseline.products.filter((product) => digitsOf(product) < digitsOfLine);
  if (totals.length === 0) return { leavesOut: [], notes: [] };
  const found: { readonly id: string; readonly rule: Rule; readonly digits: number }[] = [];
  // Authorities whose duties are averages of many goods: those of the baseline, and what is worked out from them.
  const averaged = new Set(["baseline"]);
  const visit = (steps: readonly CompiledStep[]): void => {
    for (const each of steps) {
      visit(each.first);
      visit(each.rest);
      const rule = ruleOf(each, averaged);
      if ("authority" in each.step && (rule !== undefined || chargesOn(each.step, averaged)))
        averaged.add(each.step.authority);
      if (rule === undefined || idle.has(each.step.id)) continue;
      const digits = totals.reduce(
        (least, product) => (digitsOf(product) < least && each.covers(product) ? digitsOf(product) : least),
        digitsOfLine,
      );
      if (digits < digitsOfLine) found.push({ id: each.step.id, rule, digits });
    }
  };
  visit(compileSteps(scenario));
  if (found.length === 0) return { leavesOut: [], notes: [] };
  const names = found.map(({ id }) => id).join(", ");
  return {
    leavesOut: [
      `Differences between the goods of one total: the floors, ceilings, conditions and formulas of ${names} are applied to average ${found.some(({ rule }) => rule.average === "duty") ? "duties" : "unit values"}; data by tariff line (8 or 10 digits) would answer.`,
    ],
    notes: found.map(
      ({ id, rule, digits }) =>
        `Step ${id}: its ${rule.what} is applied to the average ${rule.average} of ${levelOf(digits)} in ${baseline.id}; on tariff lines (8 or 10 digits) it gives another number.`,
    ),
  };
}
