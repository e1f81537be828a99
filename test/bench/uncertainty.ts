import { januaryScenarios, parseScenario, partialEvaluator, type Scenario } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { uncertainty } from "tariff-whatif/uncertainty";
import { type Row, row } from "./harness.js";

const elasticities = {
  substitutionElasticity: { kind: "pert", from: 1.5, mostLikely: 4, to: 9 },
  importDemandElasticity: { kind: "uniform", from: -1.5, to: -0.5 },
  exportSupplyElasticity: { kind: "uniform", from: 2, to: 20 },
} as const;

/** A scenario with steps that reach other goods of other partners. */
function withUnrelated(scenario: Scenario<string>, count: number): Scenario<string> {
  const [step] = scenario.steps;
  const others = Array.from({ length: count }, (_, at) => ({
    ...step!,
    id: `other-${at}`,
    exporters: ["JPN"],
    products: [String(at % 97 < 9 ? 10 : 10 + (at % 80))],
    rate: "0%",
  }));
  return parseScenario({ ...scenario, steps: [...scenario.steps, ...others] });
}

/** Ten thousand draws of 98 chapters x 38 origins with finite supply, once each: elasticities, and a rate besides. */
export async function rows(): Promise<Row[]> {
  const time = async (
    name: string,
    draws: number,
    open: boolean,
    target?: number,
    more = 0,
  ): Promise<Row> => {
    const stated = open ? januaryScenarios.chinaMexicoCanadaEu : januaryScenarios.chinaMexicoCanada;
    const scenario = more === 0 ? stated : withUnrelated(stated, more);
    const evaluator = partialEvaluator({ baseline: usImports2024, scenario, assumptions: {} });
    const start = performance.now();
    await uncertainty({
      evaluator,
      inputs: open ? { ...elasticities, euRate: { kind: "uniform", from: 0.05, to: 0.25 } } : elasticities,
      draws,
      seed: 1,
      quantiles: [0.5],
      below: [],
    });
    return row(name, [performance.now() - start], target);
  };
  return [
    await time("uncertainty, 1,000 draws of elasticities", 1_000, false),
    await time("uncertainty, 10,000 draws of elasticities", 10_000, false, 600),
    await time("uncertainty, 10,000 draws with an open rate", 10_000, true, 1200),
    await time("the same with 1,000 unrelated steps", 10_000, true, 1320, 1_000),
  ];
}
