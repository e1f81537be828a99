import { conditionsOf } from "../policy/language/readConditions.js";
import { type CompiledStep, compileSteps } from "../policy/rates/compileSteps.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Baseline, ProductCode } from "../trade/baseline.js";

/** Tariff lines: the digits at which law states a duty. */
const digitsOfLine = 8;

/** What an outcome says of rules that data on totals of many goods can only come near to. */
export interface Granularity {
  readonly leavesOut: readonly string[];
  readonly notes: readonly string[];
}

const kinds = { raiseTotalTo: "floor", capTotalAt: "ceiling", swissFormula: "Swiss formula" } as const;

/** The rule of a step that is not in proportion to the value and looks at duties that are an average of many goods. */
function ruleOf({ step }: CompiledStep): string | undefined {
  if (conditionsOf(step.when).some((one) => "authority" in one && one.authority === "baseline"))
    return "condition";
  if (!Object.hasOwn(kinds, step.operator) || !("of" in step)) return undefined;
  return step.of.includes("baseline") ? kinds[step.operator as keyof typeof kinds] : undefined;
}

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
  baseline: Baseline,
  idle: ReadonlyMap<string, unknown>,
): Granularity {
  const found: { readonly id: string; readonly rule: string; readonly digits: number }[] = [];
  const visit = (steps: readonly CompiledStep[]): void => {
    for (const each of steps) {
      visit(each.first);
      visit(each.rest);
      const rule = ruleOf(each);
      if (rule === undefined || idle.has(each.step.id)) continue;
      const coarse = baseline.products
        .filter((product) => digitsOf(product) < digitsOfLine && each.covers(product))
        .map(digitsOf);
      if (coarse.length > 0) found.push({ id: each.step.id, rule, digits: Math.min(...coarse) });
    }
  };
  visit(compileSteps(scenario));
  if (found.length === 0) return { leavesOut: [], notes: [] };
  const names = found.map(({ id }) => id).join(", ");
  return {
    leavesOut: [
      `Differences between the goods of one total: the floors, ceilings, conditions and formulas of ${names} are applied to average duties; data by tariff line (8 or 10 digits) would answer.`,
    ],
    notes: found.map(
      ({ id, rule, digits }) =>
        `Step ${id}: its ${rule} is applied to the average duty of ${levelOf(digits)} in ${baseline.id}; on tariff lines (8 or 10 digits) it gives another number.`,
    ),
  };
}
