import type { PartnerCode } from "../../economies/partner.js";
import { Decimal } from "../../exact/decimal.js";
import type { IsoDate } from "../../internal/isoDate.js";
import type { ProductCode } from "../../trade/baseline.js";
import type { StepStatus } from "../language/step.js";
import { applyOperator } from "./applyOperator.js";
import type { CompiledStep, Slots } from "./compileSteps.js";
import { coversEconomy } from "./coversEconomy.js";
import type { Duties } from "./duties.js";
import { refuseSuccessive } from "./refuseSuccessive.js";

/** What a fold is asked for. */
export interface FoldContext {
  readonly importer: PartnerCode;
  readonly exporter: PartnerCode;
  readonly product: ProductCode;
  readonly on: IsoDate | "any-date";
  readonly statuses: "any-status" | readonly StepStatus[];
  /** The values of open parameters; a step whose slot is empty does not apply. */
  readonly slots?: Slots;
}

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
  | "no-effective-date"
  | "not-yet-effective"
  | "expired"
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
      if (context.on === "any-date" && compiled.successive.length > 0) {
        const others = compiled.successive.filter((other) => reaches(other, context));
        if (others.length > 0)
          refuseSuccessive(
            step,
            others.map((other) => other.step),
          );
      }
      const given = compiled.valueFor(context.product, context.slots) as Decimal;
      if (step.operator === "split")
        takeSplit(compiled, given, value, duties, context, observe, depth, share);
      else applyOperator(step, given, value, duties);
    }
    finish?.(duties);
  }
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
export function pairOutcome({ step }: CompiledStep, context: Omit<FoldContext, "product">): StepOutcome {
  const { on, statuses } = context;
  if (!coversEconomy(step.importers, context.importer, on)) return "other-importer";
  if (!coversEconomy(step.exporters, context.exporter, on)) return "other-exporter";
  if (statuses !== "any-status" && !statuses.includes(step.status)) return "status-not-asked-for";
  if (on === "any-date") return "applied";
  const { effective, expires } = step.dates;
  if (effective === undefined) return "no-effective-date";
  if (on < effective) return "not-yet-effective";
  return expires !== undefined && on > expires ? "expired" : "applied";
}

/** Whether a step meets a pair of partners and a product, whatever it would do there. */
const reaches = (compiled: CompiledStep, context: FoldContext): boolean =>
  pairOutcome(compiled, context) === "applied" &&
  compiled.covers(context.product) &&
  compiled.valueFor(context.product, context.slots) !== undefined;

function outcomeOf(
  compiled: CompiledStep,
  value: Decimal,
  duties: Duties,
  context: FoldContext,
): StepOutcome {
  const pair = pairOutcome(compiled, context);
  if (pair !== "applied") return pair;
  if (!compiled.covers(context.product) || compiled.valueFor(context.product, context.slots) === undefined)
    return "other-product";
  const { when } = compiled.step;
  if (when === undefined || compiled.above === null) return "applied";
  const charged = duties.get(when.authority) ?? new Decimal(0);
  return charged.gt(value.times(compiled.above)) ? "applied" : "condition-not-met";
}
