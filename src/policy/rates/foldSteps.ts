import { Decimal } from "../../exact/decimal.js";
import { quotient } from "../../exact/quotient.js";
import { applyOperator, askedFor } from "./applyOperator.js";
import type { CompiledStep } from "./compileSteps.js";
import { coversEconomy } from "./coversEconomy.js";
import type { Duties } from "./duties.js";
import type { FoldContext, PairContext } from "./foldContext.js";
import { meetsConditions } from "./meetsConditions.js";
import { type DayOutcome, knownFrom, onDay } from "./onDay.js";
import { refuseSuccessive } from "./refuseSuccessive.js";
import { quantityIn, refuseYear } from "./shipment.js";

/**
 * Why a step did or did not change anything.
 *
 * @category Policy
 */
export type StepOutcome =
  | "applied"
  | "other-importer"
  | "other-exporter"
  | "other-product"
  | Exclude<DayOutcome, "applied">
  | "not-yet-known"
  | "status-not-asked-for"
  | "condition-not-met";

/** A step about to be taken: on what value (and share of the whole), with what duties, how deep inside splits. */
export interface StepTaken {
  readonly compiled: CompiledStep;
  readonly outcome: StepOutcome;
  readonly value: Decimal;
  readonly share: Decimal;
  readonly depth: number;
  readonly before: Duties;
}

/** Told of every step before it is taken; what it returns is called with the duties after it. */
export type StepObserver = (taken: StepTaken) => (after: Duties) => void;

/** Takes the steps in order, each on the duties that the one before it left; `duties` is changed in place. */
export function foldSteps(
  steps: readonly CompiledStep[],
  value: Decimal,
  duties: Duties,
  context: FoldContext,
  observe?: StepObserver,
  depth = 0,
  share: Decimal = new Decimal(1),
): void {
  for (const compiled of steps) {
    const outcome = outcomeOf(compiled, value, duties, context);
    const finish = observe?.({ compiled, outcome, value, share, depth, before: new Map(duties) });
    if (outcome === "applied") {
      const { step } = compiled;
      if (context.on === "any-date") {
        const others = compiled.successive.filter((other) => reaches(other, context));
        if (others.length > 0)
          refuseSuccessive(
            step,
            others.map((other) => other.step),
          );
      }
      if (step.operator === "split") {
        takeSplit(compiled, givenBy(compiled, context), value, duties, context, observe, depth, share);
      } else {
        const given =
          "authority" in step
            ? askedFor(compiled, value, share, duties, context)
            : givenBy(compiled, context);
        applyOperator(step, given, value, duties);
      }
    }
    finish?.(duties);
  }
}

/** The rate or share of a step for the question; a quota that the question fills only in part leaves its share. */
export function givenBy(
  { step, quota, valueFor }: CompiledStep,
  { product, shipment, slots }: FoldContext,
): Decimal {
  if (quota === null) return valueFor(product, slots) as Decimal;
  refuseYear(shipment, "a quota", step.id);
  const quantity = quantityIn(shipment, quota.unit, step.id);
  return quantity.lte(quota.amount) ? new Decimal(1) : quotient(quota.amount, quantity);
}

function takeSplit(
  { first, rest }: CompiledStep,
  part: Decimal,
  value: Decimal,
  duties: Duties,
  context: FoldContext,
  observe: StepObserver | undefined,
  depth: number,
  share: Decimal,
): void {
  const sum: Duties = new Map();
  for (const [steps, fraction] of [
    [first, part],
    [rest, new Decimal(1).minus(part)],
  ] as const) {
    const inner: Duties = new Map([...duties].map(([authority, duty]) => [authority, duty.times(fraction)]));
    foldSteps(steps, value.times(fraction), inner, context, observe, depth + 1, share.times(fraction));
    for (const [authority, duty] of inner) sum.set(authority, duty.plus(sum.get(authority) ?? 0));
  }
  duties.clear();
  for (const [authority, duty] of sum) duties.set(authority, duty);
}

/** Whether a step could apply to a pair of partners at all, whatever the product. */
export function pairOutcome({ step }: CompiledStep, context: PairContext): StepOutcome {
  const { on, statuses, knownOn } = context;
  if (!coversEconomy(step.importers, context.importer, on)) return "other-importer";
  if (!coversEconomy(step.exporters, context.exporter, on)) return "other-exporter";
  if (statuses !== "any-status" && !statuses.includes(step.status)) return "status-not-asked-for";
  if (knownOn !== undefined && !((knownFrom(step.dates) ?? knownOn) <= knownOn)) return "not-yet-known";
  return on === "any-date" ? "applied" : onDay(step.dates, on);
}

/** Whether a step meets a pair of partners and a product, whatever it would do there. */
const reaches = (compiled: CompiledStep, context: FoldContext): boolean =>
  pairOutcome(compiled, context) === "applied" &&
  compiled.covers(context.product) &&
  compiled.hasValue(context.product, context.slots);

function outcomeOf(
  compiled: CompiledStep,
  value: Decimal,
  duties: Duties,
  context: FoldContext,
): StepOutcome {
  const pair = pairOutcome(compiled, context);
  if (pair !== "applied") return pair;
  if (!compiled.covers(context.product) || !compiled.hasValue(context.product, context.slots))
    return "other-product";
  if (compiled.step.when === undefined) return "applied";
  return meetsConditions(compiled.step, value, duties, context.shipment) ? "applied" : "condition-not-met";
}
