import { type Decimal, type DecimalText, writeDecimal } from "../../exact/decimal.js";
import { roundedQuotient } from "../../exact/quotient.js";
import { type Rate, writeRate } from "../../exact/rate.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { Policy } from "../language/policy.js";
import { requireAuthorities } from "../language/requireAuthorities.js";
import { requireNoOpen } from "../language/requireNoOpen.js";
import type { DutyPart, Step, StepDates, StepSource, StepStatus } from "../language/step.js";
import { baseOf, chargeOf, rateAsPart, writePart } from "./chargeOf.js";
import { type CompiledStep, compileSteps } from "./compileSteps.js";
import type { Duties } from "./duties.js";
import type { FoldContext } from "./foldContext.js";
import { foldSteps, givenBy, type StepOutcome } from "./foldSteps.js";
import { requireCovered } from "./onDay.js";
import { type AppliedRate, rateAfter, shareOf } from "./rateAfter.js";
import { type RateQuery, readQuery, sumOf } from "./readQuery.js";

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
  /** The authority that charges its rate; omitted where the operator has none, as a ceiling has. */
  readonly authority?: string;
  /** The authorities it works on; omitted where the operator has none, as `add` has. */
  readonly of?: readonly string[];
  /** How deep inside splits it stands: 0 outside all. */
  readonly depth: number;
  /** The share of the value it works on: 1 outside all splits. */
  readonly shareOfValue: DecimalText;
  /** Its rate (`"25%"`) or share (`"0.5"`) for this product; null where it does not cover the question. */
  readonly value: Rate | DecimalText | null;
  /**
   * The parts that its charge is the sum of: where its base is not the customs value alone, or it is a duty of several
   * parts. Its value is then the equivalent rate.
   */
  readonly parts?: readonly ExplainedPart[];
  /** Whether the sum of the parts decided, or the least or the greatest. */
  readonly decidedBy?: "sum" | "least" | "greatest";
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
 * One part of a charge, as it was worked out.
 *
 * @category Policy
 */
export interface ExplainedPart {
  /** What the law says: a share, or an amount, perhaps per unit. */
  readonly part: DutyPart;
  /** What it was taken of: the base of a share, the quantity of an amount in its unit; 1 for a fixed amount. */
  readonly of: DecimalText;
  /** The result. */
  readonly amount: DecimalText;
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
  const { context, base, value: whole } = readQuery(query);
  requireCovered(policy, context.on, "on");
  requireAuthorities(policy, base.keys(), "policy.steps");
  const before = shareOf(sumOf(base), whole);
  const steps: ExplainedStep[] = [];
  const rateOf = (duties: Duties, value: Decimal): Rate => shareOf(sumOf(duties), value);
  foldSteps(
    compileSteps(policy),
    whole,
    base,
    context,
    ({ compiled, outcome, value, share, depth, before: from }) => {
      const { id, title, operator, status, dates, source } = compiled.step;
      const position = steps.length;
      const explained = {
        id,
        title,
        operator,
        ...("authority" in compiled.step ? { authority: compiled.step.authority } : {}),
        ...("of" in compiled.step ? { of: compiled.step.of } : {}),
        depth,
        shareOfValue: writeDecimal(share),
        ...shown(compiled, outcome, value, share, from, context),
        outcome,
        before: rateOf(from, value),
        status,
        dates,
        source,
      };
      steps.push({ ...explained, after: explained.before });
      return (after) => {
        steps[position] = { ...explained, after: rateOf(after, value) };
      };
    },
  );
  const answer = rateAfter(base, whole, context.shipment.currency);
  // Plain data by now, so that JSON copies it, a proxy of it too.
  const asked = JSON.parse(JSON.stringify(query)) as typeof query;
  return deepFreeze({ query: asked, base: before, steps, ...answer });
}

/** The value of a step, and its parts where it has any. */
function shown(
  compiled: CompiledStep,
  outcome: StepOutcome,
  value: Decimal,
  share: Decimal,
  duties: Duties,
  context: FoldContext,
): Pick<ExplainedStep, "value" | "parts" | "decidedBy"> {
  if (outcome !== "applied" && outcome !== "condition-not-met") return { value: null };
  const { step } = compiled;
  if (!("authority" in step)) {
    const given = roundedQuotient(givenBy(compiled, context));
    return { value: step.operator === "swissFormula" ? writeRate(given) : writeDecimal(given) };
  }
  const base = baseOf(step.base, value, duties);
  const duty = compiled.dutyFor(context.product);
  if (duty === undefined) {
    const rate = compiled.valueFor(context.product) as Decimal;
    if (step.base === undefined) return { value: writeRate(rate) };
    return { value: writeRate(rate), parts: [writePart(rateAsPart(rate, base))] };
  }
  // A condition that is not met may be the very one that says there is no quantity.
  if (outcome === "condition-not-met") return { value: null };
  const charged = chargeOf(duty, base, share, context.shipment, step.id);
  return {
    value: shareOf(charged.amount, value),
    parts: charged[charged.decidedBy].map(writePart),
    decidedBy: charged.decidedBy,
  };
}
