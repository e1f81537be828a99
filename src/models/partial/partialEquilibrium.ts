import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { requireClosedScenario } from "../../scenario/requireClosedScenario.js";
import { requireBaseline } from "../../trade/baseline.js";
import type { Breakdown } from "../breakdown.js";
import { granularityOf } from "../granularity.js";
import { idleNotes } from "../idleNotes.js";
import { durationNotes } from "../inForce.js";
import { sealOutcome } from "../ledger.js";
import { type Assumption, boundAssumptions, type ModelOptions, measuresOf, titleOf } from "../outcome.js";
import { scopeOf } from "../scope.js";
import { unitNotes } from "../yearOfGoods.js";
import { marketOf } from "./marketOf.js";
import { marketBreakdowns, marketRows } from "./marketRows.js";
import type { PartialAssumptions, PartialOutcome } from "./partialOutcome.js";
import { partialWorking } from "./partialWorking.js";
import { solveMarkets } from "./solveMarkets.js";

const leavesOut = [
  "Wages, incomes, exchange rates and links between products: each product is a market of its own.",
  "Trade that does not exist yet: an origin that sells nothing before sells nothing after.",
  "How long the reaction takes: elasticities for the short and for the long run give different answers.",
  "Exemptions, drawback and evasion, unless the scenario has steps for them.",
] as const;

/**
 * What a scenario does when buyers (and, with finite supply, sellers) react, product by product.
 *
 * **Formula**: for each product, spending is divided between origins with a constant elasticity of substitution, the
 * composite has an isoelastic demand, and each origin an isoelastic supply; see {@link solveMarkets}, which solves it
 * exactly.
 *
 * **Result**: rows in the currency of the baseline: customs value, duties, effective rate, trade creation and diversion
 * by partner, chapter and section; consumer surplus, revenue, welfare, terms-of-trade gain and efficiency loss in total
 * and by importer; the change of the composite price by chapter where the data are by chapter. Gains are positive.
 *
 * **Leaves out**: links between products, incomes, wages; the result says so.
 *
 * **Source**: [Armington 1969], Armington 1969, see the references.
 *
 * @throws `open-parameters`, `not-defined`, `no-duties`, `finer-than-baseline`, `division-by-zero` for duties on no
 * customs value, and what {@link solveMarkets} throws,
 * for example `elasticity-sign`.
 * @example The January threats, with buyers who react
 * ```ts
 * import { januaryScenarios, partialEquilibrium } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const { market } = partialEquilibrium({
 *   baseline: usImports2024,
 *   scenario: januaryScenarios.chinaMexicoCanada,
 *   assumptions: { substitutionElasticity: 3, importDemandElasticity: -1, exportSupplyElasticity: "infinite" },
 * });
 * (market.totals.dutiesAfter / 1e9).toFixed(3); // => "249.261"
 * (market.totals.welfareChange / 1e9).toFixed(3); // => "-45.969"
 * market.diversionGains[0]?.origin; // => "EU27"
 * ```
 * @category Partial equilibrium
 */
export function partialEquilibrium(options: ModelOptions<PartialAssumptions>): PartialOutcome {
  const { baseline, scenario, assumptions } = readOptions(options, "", [
    "baseline",
    "scenario",
    "assumptions",
  ]);
  requireBaseline(baseline, "baseline");
  requireClosedScenario(scenario, "scenario");
  const { domestic, sources, domesticSupplyElasticity, ...foreign } = readOptions(
    assumptions,
    "assumptions",
    ["substitutionElasticity", "importDemandElasticity", "exportSupplyElasticity"],
    ["domesticSupplyElasticity", "domestic", "sources"],
  );
  const sourceOf = readSources(sources);
  const elasticities = {
    ...foreign,
    ...(domesticSupplyElasticity === undefined ? {} : { domesticSupplyElasticity }),
  };
  const { flows, positions, idle } = marketOf(baseline, scenario);
  const granularity = granularityOf(scenario, baseline, idle);
  const market = solveMarkets({
    flows,
    assumptions: elasticities,
    ...(domestic === undefined ? {} : { domestic }),
  });
  const own = domestic && { product: domestic.product, expenditure: Array.from(domestic.expenditure) };
  const stated = Object.entries({ ...elasticities, ...(own === undefined ? {} : { domestic: own }) }).map(
    ([name, value]): Assumption => ({
      name,
      value: typeof value === "object" ? JSON.stringify(value) : String(value),
      source: sourceOf[name as keyof typeof sourceOf] ?? "chosen by the user",
    }),
  );
  const rowsBy = (by: Breakdown) => deepFreeze(marketRows(baseline, market, positions, by));
  const outcome = deepFreeze({
    model: "partial" as const,
    scenario: scenario.id,
    title: titleOf(scenario),
    baseline: baseline.id,
    scope: scopeOf(baseline, "all"),
    market,
    leavesOut: [...leavesOut, ...granularity.leavesOut],
    assumptions: [...stated, ...boundAssumptions(scenario)],
    sources: baseline.sources,
    measures: measuresOf(scenario),
    notes: [
      ...idleNotes(idle, scenario, baseline),
      ...durationNotes(scenario, idle),
      ...unitNotes(scenario.steps, baseline, idle),
      ...granularity.notes,
    ],
  });
  return sealOutcome<PartialOutcome, "rows">(
    outcome,
    { rows: () => Object.freeze(marketBreakdowns.flatMap(rowsBy)) },
    { rowsBy, working: (row) => partialWorking(baseline, scenario, market, positions, row) },
  );
}

/** Checks where assumptions are said to come from: a misspelt name would lose a source without a word. */
function readSources(sources: PartialAssumptions["sources"] = {}) {
  const path = "assumptions.sources";
  readOptions(
    sources,
    path,
    [],
    [
      "substitutionElasticity",
      "importDemandElasticity",
      "exportSupplyElasticity",
      "domesticSupplyElasticity",
      "domestic",
    ],
  );
  for (const [name, source] of Object.entries(sources)) {
    if (source === undefined || (typeof source === "string" && source !== "")) continue;
    throw new TariffError({
      code: "wrong-type",
      path: `${path}.${name}`,
      received: source,
      advice: "Say where it comes from in a text, or omit it.",
    });
  }
  return sources;
}
