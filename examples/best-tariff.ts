/**
 * The best tariff for one economy: found numerically, beside the closed formula, against partners who do not answer, who
 * answer in kind, and who choose their own best tariff.
 *
 *   npm run example -- best-tariff
 */
import { toMarkdown } from "tariff-whatif";
import { world2023 } from "tariff-whatif/data/world-2023";
import {
  bestUniformTariff,
  breakEvenTariff,
  defineWorld,
  ignatenko2025CompletePassThrough,
  nashTariffs,
  reciprocalTariffs,
  winnersAndLosers,
} from "tariff-whatif/world";

const world = defineWorld({ baseline: world2023, parameters: ignatenko2025CompletePassThrough });
const closures = [
  { revenueUse: "incomeTaxRelief", deficits: "fixedToWorldIncome" },
  { revenueUse: "lumpSumRebate", deficits: "fixedToWorldIncome" },
] as const;
const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
const welfare = (value: number) => `${value > 0 ? "+" : ""}${value.toFixed(3)}%`;

// 1. One tariff on all imports of the United States, nobody answers.
console.log("The best uniform US tariff while nobody answers, 38 economies\n");
console.log(
  toMarkdown(
    closures.map((closure) => {
      // Looked for up to 100%: with income-tax relief and fixed transfers, welfare rises again far beyond.
      const best = bestUniformTariff(world, { economy: "USA", highestTariff: 1, ...closure });
      return {
        "revenue pays for":
          closure.revenueUse === "incomeTaxRelief" ? "lower income tax" : "a payment to all",
        "best tariff": percent(best.tariff),
        "US welfare": welfare(best.welfarePercent),
        "closed formula (no optimum here)": percent(best.closedFormula.tariff),
        "welfare there": welfare(best.closedFormula.welfarePercent),
      };
    }),
  ),
);

// 2. If every partner returns the tariff it faces: up to which tariff is there a gain at all?
const lumpSum = closures[1];
const gone = breakEvenTariff(world, { economy: "USA", retaliation: "none", ...lumpSum });
console.log(`While nobody answers, the gain is gone at ${percent(gone.tariff)} (revenue paid to all).`);
const uniform = world.economies
  .filter((economy) => economy !== "USA")
  .map((exporter) => ({ exporter, importer: "USA", tariff: gone.bestTariff }));
const tariffs = reciprocalTariffs(world, { tariffs: uniform, aggressor: "USA" });
const war = winnersAndLosers(world, { tariffs, ...lumpSum });
console.log(
  `If every partner returns the best tariff of ${percent(gone.bestTariff)}: world welfare ${welfare(war.worldWelfarePercent)}, ${war.winners.length} economies gain.`,
);
const unitedStates = [...war.winners, ...war.losers].find(({ economy }) => economy === "USA");
console.log(`The United States: ${welfare(unitedStates?.welfarePercent ?? 0)}.\n`);

// 3. Everybody's best tariff against everybody else's: no bloc can gain by changing its own.
const nash = nashTariffs(world, {
  blocs: [
    { name: "United States", members: ["USA"] },
    { name: "everybody else", members: world.economies.filter((economy) => economy !== "USA") },
  ],
  highestTariff: 1,
  ...lumpSum,
});
console.log("Nash tariffs, United States against everybody else\n");
console.log(
  toMarkdown(
    nash.blocs.map((bloc) => ({
      bloc: bloc.name,
      tariff: percent(bloc.tariff),
      welfare: welfare(bloc.welfarePercent),
      "could gain by deviating": `${bloc.gainFromDeviating.toExponential(1)}%`,
    })),
  ),
);
