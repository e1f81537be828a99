/**
 * Does a higher tariff raise more? The revenue curve of a tariff on the European Union, its top, and how both depend on
 * how easily buyers turn elsewhere.
 *
 *   npm run example -- revenue-curve
 */
import { januaryScenarios, maximise, partialEvaluator, toMarkdown } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { crossTable } from "tariff-whatif/uncertainty";

const { evaluate, domains } = partialEvaluator({
  baseline: usImports2024,
  scenario: januaryScenarios.europeanUnion,
  assumptions: { importDemandElasticity: -1, exportSupplyElasticity: "infinite" },
});
const evaluator = { evaluate, domains };
const elasticities = [1.5, 3, 5, 8];
const percent = (rate: number) => `${(100 * rate).toFixed(0)}%`;

// 1. The curve: duties on all imports less those of 2024, for each rate and each elasticity.
const rates = [0.05, 0.1, 0.15, 0.25, 0.4, 0.6, 1, 2];
const table = crossTable({
  evaluator,
  fixed: {},
  rows: { input: "euRate", values: rates },
  columns: { input: "substitutionElasticity", values: elasticities },
  outcome: "revenueChange",
});
console.log(
  "Additional US revenue from a tariff on the European Union, by rate and elasticity of substitution\n",
);
console.log(
  toMarkdown(
    table.cells.map((row, at) => ({
      rate: percent(rates[at]!),
      ...Object.fromEntries(
        row.map((cell, column) => [
          `sigma ${elasticities[column]}`,
          `USD ${(cell / 1e9).toFixed(1)} billion`,
        ]),
      ),
    })),
  ),
);

// 2. The top of each curve, and what the rate that raises most does to the country that charges it.
console.log("The rate that raises most, looked for up to 300%\n");
console.log(
  toMarkdown(
    elasticities.map((substitutionElasticity) => {
      const at = (euRate: number) => evaluate({ euRate, substitutionElasticity });
      const top = maximise({ evaluate: (rate) => at(rate).revenueChange!, bracket: [0, 3], tolerance: 1e-5 });
      return {
        "elasticity of substitution": String(substitutionElasticity),
        "revenue-maximising rate": top.atEnd ? "none below 300%" : `${(100 * top.value).toFixed(1)}%`,
        raises: `USD ${(top.maximum / 1e9).toFixed(1)} billion`,
        "US welfare there": `USD ${(at(top.value).welfareChange! / 1e9).toFixed(1)} billion`,
      };
    }),
  ),
);
console.log(
  "Buyers turn to other origins; world prices stay (infinite supply). Import demand elasticity -1, our assumption.",
);
