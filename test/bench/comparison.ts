import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  accounting,
  bind,
  compareScenarios,
  januaryScenarios,
  partialEquilibrium,
  renameScenario,
  sweep,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { measure, type Row, row } from "./harness.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The first comparison of a process, its imports not counted. */
const first = `
import { accounting, compareScenarios, januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
const { baseline, china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10 } = januaryScenarios;
const start = performance.now();
compareScenarios({
  baseline: usImports2024,
  scenarios: [baseline, china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10],
  model: accounting,
  against: "baseline",
  by: ["all", "exporter", "chapter", "section"],
});
process.stdout.write(String(performance.now() - start));`;

/** The main job: seven scenarios on the 3,414 rows, by partner, chapter and section; a sweep; the first call. */
export async function rows(): Promise<Row[]> {
  const withEurope = (euRate: `${number}%`) =>
    renameScenario(bind(januaryScenarios.chinaMexicoCanadaEu, { euRate }), {
      id: `eu-${euRate.slice(0, -1)}`,
      title: euRate,
    });
  const { baseline, china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10, europeanUnion } =
    januaryScenarios;
  const scenarios = [baseline, china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10];
  const all = [...scenarios, withEurope("10%"), withEurope("25%")];
  const compare = () =>
    compareScenarios({
      baseline: usImports2024,
      scenarios: all,
      model: accounting,
      against: "baseline",
      by: ["all", "exporter", "chapter", "section"],
    });
  const values = Array.from({ length: 50 }, (_, at) => `${at}%` as const);
  const points = () =>
    sweep({
      baseline: usImports2024,
      scenario: europeanUnion,
      parameter: "euRate",
      values,
      model: partialEquilibrium,
      assumptions: {
        substitutionElasticity: 4,
        importDemandElasticity: -1,
        exportSupplyElasticity: "infinite",
      },
    });
  const fresh = () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", first], { cwd: root }));
  return [
    await measure("compare seven scenarios on 3,414 rows", compare, { target: 15 }),
    await measure("sweep of 50 points, partial model", points, { target: 500 }),
    row("first comparison of a process, five scenarios", Array.from({ length: 9 }, fresh), 80),
  ];
}
