import { Decimal, type DecimalText, divide, writeDecimal } from "../../exact/decimal.js";
import { type Rate, writeRate } from "../../exact/rate.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { ProductCode } from "../../trade/baseline.js";
import type { Policy } from "../language/policy.js";
import { requireAuthorities } from "../language/requireAuthorities.js";
import { requireNoOpen } from "../language/requireNoOpen.js";
import type { Step, StepDates, StepSource, StepStatus } from "../language/step.js";
import type { AppliedRate } from "./appliedRate.js";
import { type CompiledStep, compileSteps } from "./compileSteps.js";
import type { Duties } from "./duties.js";
import { foldSteps, type StepOutcome } from "./foldSteps.js";
import { type RateQuery, readQuery, sumOf, totalOf } from "./readQuery.js";

/**
 * One step of an explanation.
 *
 * @category Policy
 */
export interface ExplainedStep {
  /** The identifier of the step. */
  readonly id: string;
  /** Its line for people. */
  readonly title: string;
  /** What it does. */
  readonly operator: Step["operator"];
  /** The authority that charges its rate; left away where the operator has none, as a ceiling has. */
  readonly authority?: string;
  /** The authorities it works on; left away where the operator has none, as `add` has. */
  readonly of?: readonly string[];
  /** How deep inside splits it stands: 0 outside all. */
  readonly depth: number;
  /** The share of the value it works on: 1 outside all splits. */
  readonly shareOfValue: DecimalText;
  /** Its rate (`"25%"`) or share (`"0.5"`) for this product; null where it does not cover the question. */
  readonly value: Rate | DecimalText | null;
  /** Whether it applied, and if not, why. */
  readonly outcome: StepOutcome;
  /** The total rate before it, on its share of the value. */
  readonly before: Rate;
  /** The total rate after it, on its share of the value. */
  readonly after: Rate;
  /** How far the measure has got. */
  readonly status: StepStatus;
  /** Its dates. */
  readonly dates: StepDates;
  /** Where it comes from. */
  readonly source: StepSource;
}

/**
 * How a rate came about.
 *
 * @category Policy
 */
export interface RateExplanation extends AppliedRate {
  /** The question. */
  readonly query: RateQuery;
  /** The total of the base. */
  readonly base: Rate;
  /** Every step in order, those that did not apply among them. */
  readonly steps: readonly ExplainedStep[];
}

/**
 * The working of a rate: base, every step with its source and why it did or did not apply, result.
 *
 * **Result**: the same rate as {@link appliedRate}, with the steps. `explanationText` prints it.
 *
 * @throws What {@link appliedRate} throws, for example `open-parameters`.
 * @example Why one step did not apply
 * ```ts
 * import { explainRate } from "tariff-whatif";
 * import { januaryScenarios } from "tariff-whatif";
 *
 * const explanation = explainRate(januaryScenarios.chinaMexicoCanadaEnergy10, {
 *   importer: "USA",
 *   exporter: "MEX",
 *   product: "2709",
 *   on: "any-date",
 *   statuses: "any-status",
 *   base: { baseline: "0.1%" },
 * });
 * explanation.rate; // => "25.1%"
 * explanation.steps.find((step) => step.id === "canada-energy-10")?.outcome; // => "other-exporter"
 * ```
 * @category Policy
 */
export function explainRate(policy: Policy<never>, query: RateQuery): RateExplanation {
  requireNoOpen(policy, "policy");
  const { context, base } = readQuery(query);
  requireAuthorities(policy, base.keys(), "policy.steps");
  const one = new Decimal(1);
  const before = writeRate(sumOf(base));
  const steps: ExplainedStep[] = [];
  const rateOf = (duties: Duties, value: Decimal): Rate =>
    writeRate(
      value.eq(1) ? sumOf(duties) : value.isZero() ? value : divide(sumOf(duties), value, "policy.steps"),
    );
  foldSteps(
    compileSteps(policy),
    one,
    base,
    context,
    ({ compiled, outcome, value, share, depth, before: from }) => {
      const { id, title, operator, status, dates, source } = compiled.step;
      const position = steps.length;
      const told = {
        id,
        title,
        operator,
        ...("authority" in compiled.step ? { authority: compiled.step.authority } : {}),
        ...("of" in compiled.step ? { of: compiled.step.of } : {}),
        depth,
        shareOfValue: writeDecimal(share),
        value: shownValue(compiled, outcome, context.product),
        outcome,
        before: rateOf(from, value),
        status,
        dates,
        source,
      };
      steps.push({ ...told, after: told.before });
      return (after) => {
        steps[position] = { ...told, after: rateOf(after, value) };
      };
    },
  );
  const rate = writeRate(totalOf(base, one, "policy.steps"));
  const byAuthority = Object.fromEntries([...base].map(([authority, duty]) => [authority, writeRate(duty)]));
  return deepFreeze({ query: structuredClone(query), base: before, steps, rate, byAuthority });
}

function shownValue(
  { step: { operator }, valueFor }: CompiledStep,
  outcome: StepOutcome,
  product: ProductCode,
): Rate | DecimalText | null {
  if (outcome !== "applied" && outcome !== "condition-not-met") return null;
  const value = valueFor(product) as Decimal;
  return operator === "scale" || operator === "split" ? writeDecimal(value) : writeRate(value);
}
