import type { PartnerCode } from "../economies/partner.js";
import { Decimal, divide } from "../exact/decimal.js";
import { requireAuthorities } from "../policy/language/requireAuthorities.js";
import { compileSteps } from "../policy/rates/compileSteps.js";
import type { Duties } from "../policy/rates/duties.js";
import type { PairContext } from "../policy/rates/foldContext.js";
import { foldSteps, pairOutcome, type StepOutcome } from "../policy/rates/foldSteps.js";
import { requireCovered } from "../policy/rates/onDay.js";
import { type EvaluationOnDay, totalOf } from "../policy/rates/readQuery.js";
import { spellsOf } from "../policy/rates/spellsOf.js";
import { requireScenario, type Scenario } from "../scenario/scenario.js";
import { amountsOf, type Baseline, type ProductCode } from "../trade/baseline.js";
import { requireDuties } from "../trade/requireDuties.js";
import { requireResolved } from "./requireResolved.js";
import { yearOfGoods } from "./yearOfGoods.js";

/** What a question about a pair of partners has in common, whatever the product. */
type Pair = PairContext;

/** Duties after a scenario on the trade of the baseline. */
export interface FlowDuties {
  /** The flows whose duties change, with the new duties. */
  readonly changed: ReadonlyMap<number, Decimal>;
  /** Steps that change nothing here, each with the reason. */
  readonly idle: ReadonlyMap<string, StepOutcome>;
}

/**
 * The duties that a scenario would collect on every flow of the baseline if trade did not change. The duties of the
 * baseline enter the fold as the authority `"baseline"`. With `only`, the other flows are passed over.
 */
export function flowDuties(
  baseline: Baseline,
  scenario: Scenario<string>,
  only?: readonly number[],
): FlowDuties {
  requireScenario(scenario, "scenario");
  const { evaluate } = scenario;
  if (evaluate.over === undefined) return dutiesOnDay(baseline, scenario, evaluate, only);
  const { statuses } = evaluate;
  const spells = spellsOf(scenario.steps, evaluate.over).map(({ on, days }) => ({
    days,
    duties: dutiesOnDay(baseline, scenario, { on, statuses }, only),
  }));
  return weightByDays(spells, requireDuties(baseline, "baseline"));
}

/** The average over spells, weighted by their days; the quotient to 24 places where it does not end. */
function weightByDays(
  spells: readonly { readonly days: number; readonly duties: FlowDuties }[],
  before: readonly Decimal[],
): FlowDuties {
  const total = new Decimal(spells.reduce((sum, { days }) => sum + days, 0));
  const flows = new Set(spells.flatMap(({ duties }) => [...duties.changed.keys()]));
  const changed = new Map<number, Decimal>();
  for (const flow of [...flows].sort((left, right) => left - right)) {
    const unchanged = before[flow] as Decimal;
    const sum = spells.reduce(
      (added, { days, duties }) => added.plus((duties.changed.get(flow) ?? unchanged).times(days)),
      new Decimal(0),
    );
    const average = divide(sum, total, "scenario.evaluate.over");
    if (!average.eq(unchanged)) changed.set(flow, average);
  }
  const [first, ...others] = spells.map(({ duties }) => duties.idle);
  const idle = [...(first ?? [])].filter(([id]) => others.every((each) => each.has(id)));
  return { changed, idle: new Map(idle) };
}

function dutiesOnDay(
  baseline: Baseline,
  scenario: Scenario<string>,
  when: EvaluationOnDay,
  only?: readonly number[],
): FlowDuties {
  requireCovered(scenario, when.on, "scenario.evaluate");
  const steps = compileSteps(scenario);
  requireResolved(scenario.steps, baseline);
  requireAuthorities(scenario, ["baseline"], "scenario.steps");
  const { customsValue } = amountsOf(baseline);
  const duties = requireDuties(baseline, "baseline");
  const { importers, exporters, products, columns } = baseline;
  const goodsOf = yearOfGoods(baseline, steps);
  const pairs = new Map<number, { readonly context: Pair; readonly candidates: typeof steps }>();
  const changed = new Map<number, Decimal>();
  const met = new Set<string>();
  const reached = new Map<string, StepOutcome>();
  const pairOf = (exporterAt: number, importerAt: number) => {
    const key = importerAt * exporters.length + exporterAt;
    let pair = pairs.get(key);
    if (!pair) {
      const [importer, exporter] = [importers[importerAt], exporters[exporterAt]] as [
        PartnerCode,
        PartnerCode,
      ];
      const context = { importer, exporter, on: when.on, statuses: when.statuses };
      const candidates = steps.filter((compiled) => {
        const outcome = pairOutcome(compiled, context);
        // A step that is not in force where it would meet trade is told apart from one that meets none.
        if (outcome !== "other-importer" && outcome !== "other-exporter")
          reached.set(compiled.step.id, outcome);
        return outcome === "applied";
      });
      pair = { context, candidates };
      pairs.set(key, pair);
    }
    return pair;
  };
  const visit = (flow: number): void => {
    const { context, candidates } = pairOf(columns.exporter[flow] ?? 0, columns.importer[flow] ?? 0);
    if (candidates.length === 0) return;
    const product = products[columns.product[flow] ?? 0] as ProductCode;
    const [value, before] = [customsValue[flow] as Decimal, duties[flow] as Decimal];
    for (const { step, covers, hasValue } of candidates) {
      if (!met.has(step.id) && covers(product) && hasValue(product)) met.add(step.id);
    }
    const state: Duties = new Map([["baseline", before]]);
    foldSteps(candidates, value, state, { ...context, product, shipment: goodsOf(flow) });
    const after = totalOf(state, value, "scenario.steps");
    if (!after.eq(before)) changed.set(flow, after);
  };
  if (only === undefined) for (let flow = 0; flow < customsValue.length; flow++) visit(flow);
  else only.forEach(visit);
  const idle = scenario.steps
    .filter(({ id }) => !met.has(id))
    .map(({ id }) => [id, reached.get(id)] as const);
  return {
    changed,
    idle: new Map(
      idle.map(([id, why]) => [id, why === undefined || why === "applied" ? "other-product" : why]),
    ),
  };
}
