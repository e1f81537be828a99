/**
 * The pictures of the README and the guides: charts of the package as Vega-Lite specifications, drawn by vega as SVG, each
 * with its text alternative.
 *
 *   npm run example -- pictures                 writes them into docs/pictures
 *   npm run example -- pictures path/to/folder  writes them elsewhere
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  accounting,
  attribute,
  bind,
  type ChartSpecification,
  compareScenarios,
  comparisonChart,
  januaryScenarios,
  partialEvaluator,
  renameScenario,
  sweepChart,
  tornadoChart,
  waterfallChart,
} from "tariff-whatif";
import { usImports2024 as baseline } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { world2023 } from "tariff-whatif/data/world-2023";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { completeByStage } from "tariff-whatif/parameters";
import { consumerPrices } from "tariff-whatif/prices";
import { sectoralEquilibrium } from "tariff-whatif/sectors";
import { sensitivity } from "tariff-whatif/uncertainty";
import { generalEquilibrium, ignatenko2025CompletePassThrough } from "tariff-whatif/world";
import * as vega from "vega";
import { compile } from "vega-lite";

const threats = januaryScenarios.chinaMexicoCanada;
const { china10, mexicoCanada25, chinaMexicoCanadaEnergy10 } = januaryScenarios;
const eu = bind(januaryScenarios.europeanUnion, { euRate: "10%" });
const all = renameScenario(bind(januaryScenarios.chinaMexicoCanadaEu, { euRate: "10%" }), {
  id: "all-and-eu",
  title: "These three and the European Union, rate not stated",
});
const russia = bind(januaryScenarios.russia, { russiaRate: "25%" });
const billions = { moneyIn: "billion", show: "level" } as const;

/** What the threats add, nobody reacting; a rate that nobody stated is marked as chosen. */
const sevenThreats = comparisonChart(
  compareScenarios({
    baseline,
    scenarios: [china10, mexicoCanada25, threats, chinaMexicoCanadaEnergy10, eu, all, russia],
    model: accounting,
    assumptions: undefined,
    against: "baseline",
    by: ["all"],
  }),
  {
    ...billions,
    title: "What each threat of January 2025 would add to US duties in a year",
    indicator: "additionalDuties",
    dimension: "all",
    most: 7,
  },
);

const byPartner = comparisonChart(accounting({ baseline, scenario: threats }), {
  ...billions,
  title: "Additional duties by partner",
  indicator: "additionalDuties",
  dimension: "exporter",
  most: 3,
});

const whoAddsWhat = waterfallChart({
  title: "Which of the three adds what",
  moneyIn: "billion",
  attribution: attribute({
    baseline,
    scenario: threats,
    model: accounting,
    assumptions: undefined,
    measurement: { dimension: "all", key: "all", indicator: "additionalDuties" },
  }),
});

/** Buyers who react: the line at an elasticity of 3, the band from 1.5 to 6. */
const europe = partialEvaluator({
  baseline,
  scenario: januaryScenarios.europeanUnion,
  assumptions: { importDemandElasticity: -1, exportSupplyElasticity: 10 },
});
const revenue = (euRate: number, substitutionElasticity: number) =>
  europe.evaluate({ euRate, substitutionElasticity }).revenueChange! / 1e9;
const euRate = sweepChart({
  title: "What a tariff on the EU would bring in",
  xTitle: "rate on EU goods in percent",
  yTitle: "Change in revenue, USD billion of 2024",
  points: Array.from({ length: 51 }, (_, step) => {
    const x = 2 * step;
    const ends = [1.5, 6].map((elasticity) => revenue(x / 100, elasticity));
    return { x, y: revenue(x / 100, 3), low: Math.min(...ends), high: Math.max(...ends) };
  }),
});

const swings = sensitivity({
  evaluator: partialEvaluator({
    baseline,
    scenario: januaryScenarios.europeanUnion,
    assumptions: { importDemandElasticity: -1 },
  }),
  inputs: {
    euRate: { low: 0.1, central: 0.15, high: 0.25 },
    substitutionElasticity: { low: 1.5, central: 3, high: 6 },
    exportSupplyElasticity: { low: 2, central: 10, high: 50 },
  },
  outcome: "welfareChange",
});
const inBillions = <T extends { readonly outcome: number }>(side: T) => ({
  ...side,
  outcome: side.outcome / 1e9,
});
const whatMatters = tornadoChart({
  title: "What moves US welfare under a tariff on the EU",
  xTitle: "Change in welfare, USD billion of 2024",
  sensitivity: {
    central: swings.central / 1e9,
    rows: swings.rows.map((row) => ({
      ...row,
      low: inBillions(row.low),
      high: inBillions(row.high),
      swing: row.swing / 1e9,
    })),
  },
});

const welfare = comparisonChart(
  generalEquilibrium({
    baseline: world2023,
    scenario: threats,
    assumptions: {
      parameters: ignatenko2025CompletePassThrough,
      revenueUse: "lumpSumRebate",
      deficits: "fixedToWorldIncome",
      weights: baseline,
      source: "Ignatenko, Macedoni, Lashkaripour, Simonovska 2025",
    },
  }),
  {
    ...billions,
    title: "Welfare where the threats on China, Mexico and Canada move it most",
    indicator: "welfare",
    dimension: "importer",
    most: 12,
  },
);

const atTheTill = comparisonChart(
  consumerPrices({
    baseline,
    scenario: chinaMexicoCanadaEnergy10,
    assumptions: {
      tables: usPrices2023,
      margins: "dollars",
      passThrough: { ...completeByStage.values, source: completeByStage.source },
      domesticFollowers: { share: 0, source: "chosen for the picture" },
      substitution: "none",
    },
  }),
  {
    ...billions,
    title: "What gets dearer at the till",
    indicator: "consumerPrices",
    dimension: "consumptionGroup",
    most: 10,
  },
);

/** A specification of one's own, where the package has no chart for it: industries of three economies. */
const { equilibrium } = sectoralEquilibrium({
  baseline,
  scenario: threats,
  assumptions: {
    figures: worldSectors2011,
    baselineTariffs: "none",
    deficits: "ofTheData",
    weights: "baseline",
  },
});
const names: Readonly<Record<string, string>> = { USA: "United States", CAN: "Canada", MEX: "Mexico" };
const jobs = equilibrium.economies
  .filter(({ economy }) => economy in names)
  .flatMap(({ economy, sectors }) =>
    sectors.map(({ sector, employmentPercent }) => ({
      economy: names[economy] as string,
      sector,
      percent: employmentPercent ?? 0,
    })),
  );
const extremes = Object.values(names).map((economy) => {
  const own = jobs.filter((row) => row.economy === economy).sort((a, b) => a.percent - b.percent);
  const said = [own[0]!, own.at(-1)!].map(({ sector, percent }) => `${sector} ${percent.toFixed(1)}`);
  return `${economy} from ${said.join(" to ")}`;
});
const industries: ChartSpecification = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  description: `Employment by industry, change in percent: ${extremes.join("; ")}.`,
  title: { text: "Employment by industry, change in percent", anchor: "start" },
  background: "white",
  data: { values: jobs },
  width: 150,
  height: { step: 16 },
  mark: { type: "bar", color: "#0072B2" },
  encoding: {
    column: { field: "economy", type: "nominal", title: null, sort: Object.values(names) },
    y: { field: "sector", type: "nominal", title: null },
    x: { field: "percent", type: "quantitative", title: "percent" },
  },
};

const pictures: Readonly<Record<string, ChartSpecification>> = {
  "seven-threats": sevenThreats,
  "by-partner": byPartner,
  "who-adds-what": whoAddsWhat,
  "eu-rate": euRate,
  "what-matters": whatMatters,
  welfare,
  "at-the-till": atTheTill,
  industries,
};

// Without a canvas vega takes letters for wider than those of any common face, and leaves half a picture empty.
const { textMetrics } = vega as unknown as {
  textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number };
};
textMetrics.width = ({ fontSize = 11 }, text) => 0.62 * fontSize * String(text).length;

/** Text as it may stand in an attribute. */
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const folder = process.argv[3] ?? "docs/pictures";
mkdirSync(folder, { recursive: true });
for (const [name, chart] of Object.entries(pictures)) {
  const { spec } = compile(structuredClone(chart) as never);
  const svg = await new vega.View(vega.parse(spec), { renderer: "none" }).toSVG();
  const spoken = `role="img" aria-label="${escaped(chart.description)}"`;
  writeFileSync(join(folder, `${name}.svg`), `${svg.replace("<svg ", `<svg ${spoken} `)}\n`);
  console.log(`${join(folder, name)}.svg: ${chart.description}`);
}
