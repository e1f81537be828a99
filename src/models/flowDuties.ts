import type { PartnerCode } from "../economies/partner.js";
import type { Decimal } from "../exact/decimal.js";
import { compileSteps } from "../policy/compileSteps.js";
import type { Duties } from "../policy/duties.js";
import { foldSteps, pairOutcome } from "../policy/foldSteps.js";
import { totalOf } from "../policy/readQuery.js";
import { requireScenario, type Scenario } from "../scenario/scenario.js";
import { amountsOf, type Baseline, type ProductCode } from "../trade/baseline.js";
import { requireDuties } from "../trade/requireDuties.js";
import { requireResolved } from "./requireResolved.js";

/** Duties after a scenario on the trade of the baseline. */
export interface FlowDuties {
  /** The flows whose duties change, with the new duties. */
  readonly changed: ReadonlyMap<number, Decimal>;
  /** Steps that meet no trade of the baseline. */
  readonly idle: readonly string[];
}

/**
 * The duties that a scenario would collect on every flow of the baseline if trade did not change. The duties of the
 * baseline enter the fold as the authority `"baseline"`. With `only`, the other flows are passed over.
 */
export function flowDuties(baseline: Baseline, scenario: Scenario, only?: readonly number[]): FlowDuties {
  requireScenario(scenario, "scenario");
  const steps = compileSteps(scenario);
  requireResolved(scenario.steps, baseline);
  const { customsValue } = amountsOf(baseline);
  const duties = requireDuties(baseline, "baseline");
  const { importers, exporters, products, columns } = baseline;
  const pairs = new Map<number, readonly (typeof steps)[number][]>();
  const changed = new Map<number, Decimal>();
  const met = new Set<string>();
  const { on, statuses } = scenario.evaluate;
  const visit = (flow: number): void => {
    const exporterAt = columns.exporter[flow] ?? 0;
    const importerAt = columns.importer[flow] ?? 0;
    const pair = importerAt * exporters.length + exporterAt;
    const partners = {
      importer: importers[importerAt] as PartnerCode,
      exporter: exporters[exporterAt] as PartnerCode,
    };
    let candidates = pairs.get(pair);
    if (!candidates) {
      candidates = steps.filter((step) => pairOutcome(step, { ...partners, on, statuses }) === "applied");
      pairs.set(pair, candidates);
    }
    if (candidates.length === 0) return;
    const product = products[columns.product[flow] ?? 0] as ProductCode;
    const [value, before] = [customsValue[flow] as Decimal, duties[flow] as Decimal];
    for (const { step, covers, valueFor } of candidates)
      if (!met.has(step.id) && covers(product) && valueFor(product) !== undefined) met.add(step.id);
    const state: Duties = new Map([["baseline", before]]);
    foldSteps(candidates, value, state, { ...partners, product, on, statuses });
    const after = totalOf(state, value, "scenario.steps");
    if (!after.eq(before)) changed.set(flow, after);
  };
  if (only === undefined) for (let flow = 0; flow < customsValue.length; flow++) visit(flow);
  else only.forEach(visit);
  return { changed, idle: scenario.steps.filter(({ id }) => !met.has(id)).map(({ id }) => id) };
}
