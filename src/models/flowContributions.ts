import { partnerName } from "../economies/partnerName.js";
import { Decimal, divide, writeDecimal } from "../exact/decimal.js";
import { readRate, writeRate } from "../exact/rate.js";
import { chapterOf } from "../goods/chapterOf.js";
import { TariffError } from "../internal/TariffError.js";
import { compileSteps } from "../policy/rates/compileSteps.js";
import { explainRate, type RateExplanation } from "../policy/rates/explainRate.js";
import { pairOutcome } from "../policy/rates/foldSteps.js";
import type { RateQuery } from "../policy/rates/readQuery.js";
import { spellsOf } from "../policy/rates/spellsOf.js";
import type { Scenario } from "../scenario/scenario.js";
import { amountsOf, type Baseline } from "../trade/baseline.js";
import { scaledDecimal } from "../trade/columns/amountColumn.js";
import { flowColumns } from "../trade/columns/flowColumns.js";
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
        rate: isAverage(at) ? null : largestOf(explainFlow(baseline, scenario, at, momentsOf(scenario))),
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

/** The days a question looks at, each with how many days it stands for. */
function momentsOf({ steps, evaluate }: Scenario): readonly { on: RateQuery["on"]; days: number }[] {
  return evaluate.over === undefined ? [{ on: evaluate.on, days: 1 }] : spellsOf(steps, evaluate.over);
}

/**
 * How the rate of one flow came about at each moment of the question; null where its goods are told apart by the weights of
 * a model and not by its data.
 */
function explainFlow(
  baseline: Baseline,
  scenario: Scenario,
  at: number,
  moments: ReturnType<typeof momentsOf>,
): readonly { readonly days: number; readonly rate: RateExplanation }[] | null {
  const { customsValue, duties } = amountsOf(baseline);
  const [value, duty] = [customsValue[at] as Decimal, duties?.[at] ?? new Decimal(0)];
  const base = { baseline: writeRate(value.isZero() ? value : divide(duty, value, "baseline")) };
  const { statuses } = scenario.evaluate;
  const question = { ...placeOf(baseline, at), statuses, base, ...goodsOf(baseline, at, value) };
  try {
    return moments.map(({ on, days }) => ({ days, rate: explainRate(scenario, { ...question, on }) }));
  } catch (error) {
    if (error instanceof TariffError && error.code === "finer-than-baseline") return null;
    throw error;
  }
}

/** The value and the quantities of a flow, for steps that charge amounts for each unit. */
function goodsOf(baseline: Baseline, at: number, value: Decimal): Pick<RateQuery, "value" | "quantities"> {
  const quantities = flowColumns(baseline).quantities.flatMap(
    ({ unit, flows, amounts }): [string, string][] => {
      const row = flows === null ? at : flows.indexOf(at);
      const held = row < 0 ? undefined : amounts.values[row];
      return held === undefined ? [] : [[unit, writeDecimal(scaledDecimal(held, amounts.places))]];
    },
  );
  if (quantities.length === 0 || value.isZero()) return {};
  return {
    value: { amount: writeDecimal(value), currency: baseline.currency },
    quantities: Object.fromEntries(quantities),
  };
}

/** The explanation of the moment that changes the duties most: the rate times the days for which it holds. */
function largestOf(moments: ReturnType<typeof explainFlow>): RateExplanation | null {
  if (moments === null) return null;
  const weight = ({ days, rate }: { readonly days: number; readonly rate: RateExplanation }): Decimal =>
    readRate(rate.rate, "rate").minus(readRate(rate.base, "base")).abs().times(days);
  return moments.reduce((best, each) => (weight(each).gt(weight(best)) ? each : best)).rate;
}

/** The steps that apply to a flow, over a period on a day of it, with the law behind each. */
function measuresBehind(
  baseline: Baseline,
  scenario: Scenario,
  ranked: readonly FlowPart[],
  isAverage: (at: number) => boolean,
) {
  const measures = measuresOf(scenario);
  const moments = momentsOf(scenario);
  const met = new Set<string>();
  for (const { at } of ranked.slice(0, Math.ceil(mostAsked / moments.length))) {
    const found = isAverage(at) ? null : explainFlow(baseline, scenario, at, moments);
    const ids =
      found === null
        ? stepsBetween(scenario, placeOf(baseline, at), moments)
        : found
            .flatMap(({ rate }) => rate.steps.filter((step) => step.outcome === "applied"))
            .map(({ id }) => id);
    for (const id of ids) met.add(id);
    if (measures.every(({ id }) => met.has(id))) break;
  }
  return measures.filter(({ id }) => met.has(id));
}

/** The steps that reach trade between two partners, whatever the goods. */
function stepsBetween(
  scenario: Scenario,
  { importer, exporter }: ReturnType<typeof placeOf>,
  moments: ReturnType<typeof momentsOf>,
): readonly string[] {
  const { statuses } = scenario.evaluate;
  return compileSteps(scenario)
    .filter((each) =>
      moments.some(({ on }) => pairOutcome(each, { importer, exporter, on, statuses }) === "applied"),
    )
    .map(({ step }) => step.id);
}
