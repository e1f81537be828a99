import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireClosedScenario } from "../../scenario/requireClosedScenario.js";
import { requireBaseline } from "../../trade/baseline.js";
import { additionalDuties } from "../additionalByGroup.js";
import { flowDuties } from "../flowDuties.js";
import { granularityOf } from "../granularity.js";
import { idleNotes } from "../idleNotes.js";
import { durationNotes } from "../inForce.js";
import { sealOutcome } from "../ledger.js";
import { boundAssumptions, type ModelOptions, measuresOf, titleOf } from "../outcome.js";
import { unitNotes } from "../yearOfGoods.js";
import { changesOf } from "./changesOf.js";
import { commodityFlowsOf, tariffsOfGroups } from "./commodityFlows.js";
import { type PriceAssumptions, readPriceAssumptions } from "./priceAssumptions.js";
import { assumptionList, coverageNotes, leavesOut } from "./priceNotes.js";
import type { PriceOutcome } from "./priceOutcome.js";
import { priceRows, scopeOfConsumption } from "./priceRows.js";
import { priceWorking } from "./priceWorking.js";

/**
 * What a scenario costs at the till, and whom: consumer prices line by line, and households by tenth.
 *
 * **Formula**: additional duties over customs value by commodity, through the concordance of the tables; then
 * {@link priceChanges}. Duties are those of `accounting`: trade stays as it is.
 *
 * **Result**: changes in percent and amounts in the currency and prices of the tables; positive is dearer. Indicators
 * of all households: `consumerPrices`, `coreConsumerPrices`, `producerPriceChange`, `directPriceChange`,
 * `costOfConsumption`, `costPerHousehold`, `costShareOfSpending`; the same by `consumptionLine`, `consumptionGroup`,
 * `householdTenth` and `commodity`. `coverage` says how much of the trade has no commodity or was divided.
 *
 * **Leaves out**: savings, wages, transfers, the use of the revenue, exchange rates and retaliation; the result says so.
 *
 * @throws `no-concordance` for a product that the concordance does not cover, `mismatched-model` for tables of an
 * economy whose imports the baseline does not have, `not-converged`, `no-duties`, `finer-than-baseline`,
 * `open-parameters`, `not-defined`, and what the assumptions are refused for.
 * @example A household and the tariffs threatened in January 2025
 * ```ts
 * import { januaryScenarios } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 * import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
 * import { completeByStage } from "tariff-whatif/parameters";
 * import { consumerPrices } from "tariff-whatif/prices";
 *
 * const { prices } = consumerPrices({
 *   baseline: usImports2024,
 *   scenario: januaryScenarios.chinaMexicoCanadaEnergy10,
 *   assumptions: {
 *     tables: usPrices2023,
 *     margins: "dollars",
 *     passThrough: { ...completeByStage.values, source: completeByStage.source },
 *     domesticFollowers: { share: 0, source: "chosen for the example" },
 *     substitution: "none",
 *   },
 * });
 * prices.allItemsPercent.toFixed(2); // => "0.58"
 * prices.averageHousehold?.cost.toFixed(0); // => "820"
 * ```
 * @category Consumer prices
 */
export function consumerPrices(options: ModelOptions<PriceAssumptions>): PriceOutcome {
  const { baseline, scenario, assumptions } = readOptions(options, "", [
    "baseline",
    "scenario",
    "assumptions",
  ]);
  requireBaseline(baseline, "baseline");
  requireClosedScenario(scenario, "scenario");
  const read = readPriceAssumptions(assumptions, "assumptions");
  const flows = commodityFlowsOf(baseline, read.tables);
  const { byGroup, idle } = additionalDuties(baseline, scenario);
  const { tariffs, lost, duties } = tariffsOfGroups(flows, byGroup);
  const prices = changesOf(tariffs, read);
  const granularity = granularityOf(scenario, baseline, idle);
  const coverage = {
    withoutCommodity: flows.withoutCommodity,
    divided: flows.divided,
    additionalDuties: duties,
    dutiesWithoutCommodity: lost,
  };
  let known: PriceOutcome["rows"] | undefined;
  // Line by line, which takes long and which only a working asks for.
  let changed: ReturnType<typeof flowDuties>["changed"] | undefined;
  const rows = (): PriceOutcome["rows"] => {
    known ??= deepFreeze(priceRows(read.tables, prices));
    return known;
  };
  return sealOutcome<PriceOutcome, "rows">(
    deepFreeze({
      model: "consumer-prices",
      scenario: scenario.id,
      title: titleOf(scenario),
      baseline: baseline.id,
      scope: scopeOfConsumption(read.tables),
      prices,
      coverage,
      leavesOut: [...leavesOut(read), ...granularity.leavesOut],
      assumptions: [...boundAssumptions(scenario), ...assumptionList(read)],
      sources: [...baseline.sources, ...read.tables.sources],
      measures: measuresOf(scenario),
      notes: [
        ...idleNotes(idle, scenario, baseline),
        ...durationNotes(scenario, idle),
        ...unitNotes(scenario.steps, baseline, idle),
        ...granularity.notes,
        ...coverageNotes(coverage, baseline, read.tables),
      ],
    }),
    { rows },
    {
      rowsBy: (breakdown) => rows().filter(({ dimension }) => dimension === breakdown),
      working: (row) => {
        changed ??= flowDuties(baseline, scenario).changed;
        return priceWorking(baseline, scenario, read, prices, flows, changed, row);
      },
    },
  );
}
