import { existsSync } from "node:fs";
import { accounting, type Baseline, januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { completeByStage } from "tariff-whatif/parameters";
import { consumerPrices, definePriceTables, type PriceAssumptions, priceChanges } from "tariff-whatif/prices";
import { priceSystemOf } from "../../src/models/prices/priceSystem.js";
import cases from "../oracle/consumerPrices.json" with { type: "json" };
import { measure, type Row, row } from "./harness.js";
import { file, read } from "./lines.js";

const assumptions: PriceAssumptions = {
  tables: usPrices2023,
  margins: "dollars",
  passThrough: { ...completeByStage.values, source: completeByStage.source },
  domesticFollowers: { share: 0, source: "as in the case" },
  substitution: "none",
};
const clock = { clock: "cpu" } as const;
const scenario = januaryScenarios.chinaMexicoCanada;

/** Consumer prices: the tables, one set of tariffs, and a scenario by chapter and by tariff line, in processor time. */
export async function rows(): Promise<Row[]> {
  const tariffFraction = cases.S1.tariffByCommodity;
  const { lines, tenths } = priceChanges({ tariffFraction, assumptions });
  const size = `${lines.length} lines, ${tenths.length} tenths`;
  const list = [
    // A copy is a set of tables of its own: what was worked out for one is not found again.
    await measure("prices: tables as coefficients, factorised", () => priceSystemOf({ ...usPrices2023 }), {
      ...clock,
      target: 40,
      detail: `${usPrices2023.commodities.length} commodities, ${usPrices2023.industries.length} industries`,
    }),
    await measure("prices: tables checked and factorised", () => definePriceTables(usPrices2023), clock),
    await measure(
      "prices: one set of tariffs, margins in dollars",
      () => priceChanges({ tariffFraction, assumptions }),
      { ...clock, target: 1, detail: size },
    ),
    await measure(
      "prices: one scenario on the bundled chapters",
      () => consumerPrices({ baseline: usImports2024, scenario, assumptions }),
      { ...clock, detail: size },
    ),
  ];
  if (!existsSync(file)) return [...list, row("prices on tariff lines: the data folder is missing", [])];
  return [...list, ...(await onLines((await read()).baseline))];
}

/** A scenario on all tariff lines, beside the accounting that it rests on; the commodities are looked up once before. */
async function onLines(baseline: Baseline): Promise<Row[]> {
  const settings = { ...clock, budgetMs: 3000 };
  const start = process.cpuUsage();
  consumerPrices({ baseline, scenario, assumptions });
  const { user, system } = process.cpuUsage(start);
  const first = row("prices on 207,148 lines, the first time", [(user + system) / 1000]);
  const plain = await measure(
    "accounting on 207,148 lines",
    // The rows are what an outcome of prices has worked out when it is returned.
    () => accounting({ baseline, scenario }).rows,
    settings,
  );
  const priced = await measure(
    "prices on 207,148 lines",
    () => consumerPrices({ baseline, scenario, assumptions }),
    { ...settings, target: plain.medianMs },
  );
  return [
    first,
    plain,
    { ...priced, detail: `${(priced.medianMs / plain.medianMs).toFixed(2)} times the accounting (aim 1)` },
  ];
}
