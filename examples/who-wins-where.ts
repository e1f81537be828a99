/**
 * Which industries win and lose, and where? The January 2025 threats in the world of 2011 by industry, with trade in
 * inputs: jobs by industry in the four economies, and the same if they are answered in kind.
 *
 *   npm run example -- who-wins-where
 */
import { januaryScenarios, retaliate, type Scenario, toMarkdown } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { sectoralEquilibrium } from "tariff-whatif/sectors";

const solve = (scenario: Scenario<never>) =>
  sectoralEquilibrium({
    baseline: usImports2024,
    scenario,
    assumptions: {
      figures: worldSectors2011,
      baselineTariffs: "none",
      deficits: "ofTheData",
      weights: "baseline",
    },
  });
const threats = januaryScenarios.chinaMexicoCanadaEnergy10;
const alone = solve(threats);
const answered = solve(
  retaliate({
    id: "answered",
    title: "China, Mexico and Canada answer in kind",
    scenario: januaryScenarios.chinaMexicoCanada,
    aggressor: "USA",
    by: ["CHN", "MEX", "CAN"],
    rule: { kind: "mirror" },
  }),
);
const percent = (value: number | null | undefined, places = 2) =>
  value === null || value === undefined ? "n/a" : `${value > 0 ? "+" : ""}${value.toFixed(places)}%`;
const shown = ["USA", "CHN", "MEX", "CAN"];
const of = (outcome: typeof alone, label: string) =>
  outcome.equilibrium.economies.find(({ economy }) => economy === label);
const nameOf = (sector: string) =>
  worldSectors2011.sectorNames[worldSectors2011.sectors.indexOf(sector)] ?? sector;

console.log("China 10%, Mexico 25%, Canada 25% (energy 10%): jobs by industry of goods, change in percent\n");
console.log(
  toMarkdown(
    worldSectors2011.goods.map((label) => ({
      industry: nameOf(label),
      ...Object.fromEntries(
        shown.map((economy) => [
          economy,
          percent(of(alone, economy)?.sectors.find(({ sector }) => sector === label)?.employmentPercent, 1),
        ]),
      ),
    })),
  ),
);
console.log("The whole economy: welfare, real wage, and welfare if all three answer 25 and 10% in kind\n");
console.log(
  toMarkdown(
    [...shown, "EU26", "JPN"].map((economy) => ({
      economy,
      welfare: percent(of(alone, economy)?.welfarePercent),
      "real wage": percent(of(alone, economy)?.realWagePercent),
      "welfare if answered": percent(of(answered, economy)?.welfarePercent),
    })),
  ),
);
const ranked = (of(alone, "USA")?.sectors ?? [])
  .filter(({ employmentPercent }) => employmentPercent !== null)
  .sort((first, second) => (second.employmentPercent ?? 0) - (first.employmentPercent ?? 0));
const [winner, loser] = [ranked[0], ranked.at(-1)];
console.log(
  `In the United States ${nameOf(winner?.sector ?? "")} gains most (${percent(winner?.employmentPercent, 1)}),`,
);
console.log(`${nameOf(loser?.sector ?? "")} loses most (${percent(loser?.employmentPercent, 1)}).`);
console.log(`Leaves out: ${alone.leavesOut[0]}`);
console.log(`${alone.leavesOut[3]}`);
for (const note of alone.notes) console.log(note);
console.log(`Solved to a residual of ${alone.equilibrium.residual.toExponential(0)} over all equations.`);
