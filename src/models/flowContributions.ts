import { partnerName } from "../economies/partnerName.js";
import { Decimal, divide } from "../exact/decimal.js";
import { writeRate } from "../exact/rate.js";
import { chapterOf } from "../goods/chapterOf.js";
import { coversEconomy } from "../policy/rates/coversEconomy.js";
import { explainRate, type RateExplanation } from "../policy/rates/explainRate.js";
import type { Scenario } from "../scenario/scenario.js";
import { amountsOf, type Baseline } from "../trade/baseline.js";
import { measuresOf, type Quantity } from "./outcome.js";
import type { WorkingFlow, WorkingParts } from "./working.js";

/** What one flow has of a number, in the unit of the number; `at` is its position in the baseline. */
export interface FlowPart {
  readonly at: number;
  readonly before: Quantity;
  readonly after: Quantity;
  readonly contribution: Decimal;
}

/** Flows shown one by one; the others are added up. */
const mostShown = 10;
/** Flows that are asked which steps they meet: more would take longer than a reader waits. */
const mostAsked = 5_000;

/**
 * The flows that add most to the change of a number, the sum of the others, and the steps behind them. A flow whose rate is
 * an average of goods that other data tell apart has no rate of its own, and the steps that reach its economies.
 */
export function flowContributions(
  baseline: Baseline,
  scenario: Scenario,
  parts: readonly FlowPart[],
  write: (contribution: Decimal) => Quantity,
  isAverage: (at: number) => boolean = () => false,
): Pick<WorkingParts, "contributions" | "others" | "measures"> {
  const changing = parts.filter(({ contribution }) => !contribution.isZero());
  const ranked = [...changing].sort(
    (left, right) => right.contribution.abs().cmp(left.contribution.abs()) || left.at - right.at,
  );
  const shown = ranked.slice(0, mostShown);
  const rest = ranked.slice(mostShown).reduce((sum, part) => sum.plus(part.contribution), new Decimal(0));
  return {
    contributions: shown.map(({ at, before, after, contribution }): WorkingFlow => {
      const { importer, exporter, product } = placeOf(baseline, at);
      const good =
        product === "total" ? "all goods" : product.length === 2 ? chapterOf(product).name : product;
      return {
        ...{ importer, exporter, product },
        name: `${partnerName(exporter)} to ${partnerName(importer)}, ${good}`,
        ...{ before, after },
        contribution: write(contribution),
        rate: isAverage(at) ? null : explainFlow(baseline, scenario, at),
      };
    }),
    others: { flows: parts.length - shown.length, contribution: write(rest) },
    measures: measuresBehind(baseline, scenario, ranked, isAverage),
  };
}

function placeOf({ importers, exporters, products, columns }: Baseline, at: number) {
  return {
    importer: importers[columns.importer[at] ?? 0]!,
    exporter: exporters[columns.exporter[at] ?? 0]!,
    product: products[columns.product[at] ?? 0]!,
  };
}

/** How the rate of one flow came about; over a period, on its first day. */
function explainFlow(baseline: Baseline, scenario: Scenario, at: number): RateExplanation {
  const { customsValue, duties } = amountsOf(baseline);
  const [value, duty] = [customsValue[at] as Decimal, duties?.[at] ?? new Decimal(0)];
  const { evaluate } = scenario;
  return explainRate(scenario, {
    ...placeOf(baseline, at),
    on: evaluate.over === undefined ? evaluate.on : evaluate.over.from,
    statuses: evaluate.statuses,
    base: { baseline: writeRate(value.isZero() ? value : divide(duty, value, "baseline")) },
  });
}

/** The steps that apply to a flow, with the law behind each; over a period, those in force on a day of it. */
function measuresBehind(
  baseline: Baseline,
  scenario: Scenario,
  ranked: readonly FlowPart[],
  isAverage: (at: number) => boolean,
) {
  const measures = measuresOf(scenario);
  if (scenario.evaluate.over !== undefined) return measures.filter(({ daysInForce }) => daysInForce !== 0);
  const met = new Set<string>();
  for (const { at } of ranked.slice(0, mostAsked)) {
    for (const id of isAverage(at)
      ? stepsBetween(baseline, scenario, at)
      : explainFlow(baseline, scenario, at).steps.flatMap(({ id, outcome }) =>
          outcome === "applied" ? [id] : [],
        ))
      met.add(id);
    if (measures.every(({ id }) => met.has(id))) break;
  }
  return measures.filter(({ id }) => met.has(id));
}

/** The steps that reach the two economies of a flow, whatever goods they cover. */
function stepsBetween(baseline: Baseline, { steps, evaluate }: Scenario, at: number): readonly string[] {
  const { importer, exporter } = placeOf(baseline, at);
  const on = evaluate.on ?? "any-date";
  return steps.flatMap(({ id, importers, exporters }) =>
    coversEconomy(importers, importer, on) && coversEconomy(exporters, exporter, on) ? [id] : [],
  );
}
