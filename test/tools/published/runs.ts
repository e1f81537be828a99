import {
  accounting,
  assumeFreeTrade,
  type PartialAssumptions,
  type PartialOutcome,
  type PartnerCode,
  partialEquilibrium,
  retaliate,
  type Scenario,
} from "tariff-whatif";
import { amitiReddingWeinstein2019, simonovskaWaugh2014 } from "tariff-whatif/parameters";
import { usImports2024 } from "../../../src/data/us-imports-2024/index.js";
import { world2023 } from "../../../src/data/world-2023/index.js";
import { readSharedJson } from "../../support/sharedCases.js";
import { type ScenarioName, scenarios } from "./scenarios.js";

interface Case {
  readonly sigma: number;
  readonly epsilon: number;
  readonly eta: number | "infinite";
}

/** One set of elasticities, with where they come from. */
export interface ParameterSet {
  readonly name: string;
  readonly assumptions: PartialAssumptions;
  readonly origin: string;
}

const fromCase = ({ sigma, epsilon, eta }: Case): PartialAssumptions => ({
  substitutionElasticity: sigma,
  importDemandElasticity: epsilon,
  exportSupplyElasticity: eta,
});

export function parameterSets(): readonly ParameterSet[] {
  const [first, second] = readSharedJson<{ cases: Case[] }>("cases/partial/january2025.json").cases;
  return [
    {
      name: "P1",
      assumptions: fromCase(first as Case),
      origin:
        "the first of the cases that another program solved too; chosen, not estimated. Infinite supply: exporters do not give way, which is what the studies of 2018 and 2019 found at the border",
    },
    {
      name: "P2",
      assumptions: {
        substitutionElasticity: simonovskaWaugh2014.values.tradeElasticity,
        importDemandElasticity: -amitiReddingWeinstein2019.values.importElasticity,
        exportSupplyElasticity: "infinite",
      },
      origin: `buyers react strongly. Substitution: preset simonovskaWaugh2014 (${simonovskaWaugh2014.source}; ${simonovskaWaugh2014.confidence}), taken for trade counted without duty. Demand: preset amitiReddingWeinstein2019 (${amitiReddingWeinstein2019.source}; ${amitiReddingWeinstein2019.confidence}), taken for all imports of a chapter together. Both readings are ours`,
    },
    {
      name: "P3",
      assumptions: fromCase(second as Case),
      origin:
        "the second of those cases; chosen, not estimated. Finite supply: exporters cut their prices and bear a part",
    },
  ];
}

/** What one method says of one scenario; money in US dollars, rates and changes as fractions. */
export interface Solved {
  readonly duties: number;
  readonly dutiesOf: (partner: string) => number;
  readonly rateChange: number;
  /** What the same basket of imports costs more, after substitution where buyers react. */
  readonly basketCost: number;
  /** The same without food (chapters 01 to 24) and energy (27). */
  readonly coreCost: number;
  readonly buyersLoss: number;
  readonly welfare: number | null;
  readonly salesOf: (partner: string) => number | null;
  readonly surplusOf: (partner: string) => number | null;
}

const isCore = (chapter: string) => Number(chapter) > 24 && chapter !== "27";
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function solveStatic(scenario: Scenario<never>): Solved {
  const { total, byPartner, byChapter } = accounting({ baseline: usImports2024, scenario });
  const duties = Number(total.additionalDuties.amount);
  return {
    duties,
    dutiesOf: (partner) =>
      Number(byPartner.find(({ key }) => key === partner)?.additionalDuties.amount ?? Number.NaN),
    rateChange: Number(total.rateChange.replace("pp", "")) / 100,
    basketCost: duties,
    coreCost: sum(
      byChapter.filter(({ key }) => isCore(key)).map((row) => Number(row.additionalDuties.amount)),
    ),
    buyersLoss: duties,
    welfare: null,
    salesOf: () => null,
    surplusOf: () => null,
  };
}

function solvePartial(scenario: Scenario<never>, assumptions: PartialAssumptions): Solved {
  const { market } = partialEquilibrium({ baseline: usImports2024, scenario, assumptions });
  const { totals, byProduct } = market;
  const of = (partner: string) => {
    const row = market.byOrigin.find(({ origin }) => origin === partner);
    if (row === undefined) throw new Error(`no origin ${partner}`);
    return row;
  };
  const cost = (rows: typeof byProduct) =>
    sum(rows.map((row) => row.expenditureBefore * (row.compositePrice - 1)));
  return {
    duties: totals.revenueChange,
    dutiesOf: (partner) => of(partner).revenueChange,
    rateChange:
      totals.dutiesAfter / totals.customsValueAfter - totals.dutiesBefore / totals.customsValueBefore,
    basketCost: cost(byProduct),
    coreCost: cost(byProduct.filter(({ product }) => isCore(product))),
    buyersLoss: -totals.consumerSurplusChange,
    welfare: totals.welfareChange,
    salesOf: (partner) => of(partner).customsValueAfter / of(partner).customsValueBefore - 1,
    surplusOf: (partner) =>
      assumptions.exportSupplyElasticity === "infinite" ? null : of(partner).exporterSurplusChange,
  };
}

/** The accounting and then the partial results, in the order of the parameter sets. */
export interface Run {
  readonly columns: readonly Solved[];
  /** Gain or loss of an economy as importer and exporter in a year when `by` answers in kind, world trade of 2023. */
  readonly answered: (economy: PartnerCode, by: PartnerCode) => readonly number[];
}

const known = new Map<ScenarioName, Run>();

export function runOf(name: ScenarioName): Run {
  const found = known.get(name);
  if (found) return found;
  const scenario = scenarios[name];
  const sets = parameterSets();
  const run: Run = {
    columns: [solveStatic(scenario), ...sets.map(({ assumptions }) => solvePartial(scenario, assumptions))],
    answered: (economy, by) => {
      const answer = retaliate({
        id: `${scenario.id}-answered`,
        title: `${scenario.title}, answered in kind`,
        scenario,
        aggressor: "USA",
        by: [by],
        rule: { kind: "mirror" },
      });
      const baseline = assumeFreeTrade(world2023);
      return sets.map(({ assumptions }) =>
        gainOf(partialEquilibrium({ baseline, scenario: answer, assumptions }), economy),
      );
    },
  };
  known.set(name, run);
  return run;
}

function gainOf(outcome: PartialOutcome, economy: PartnerCode): number {
  const amount = (dimension: string, indicator: string) => {
    const row = outcome.rows.find(
      (each) => each.dimension === dimension && each.key === economy && each.indicator === indicator,
    );
    if (row === undefined || typeof row.after === "string") throw new Error(`no ${indicator} of ${economy}`);
    return Number(row.after.amount);
  };
  return amount("importer", "welfareChange") + amount("exporter", "exporterSurplusChange");
}
