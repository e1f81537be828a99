import { accounting, bind, compareScenarios, januaryScenarios, renameScenario } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { measure, type Row } from "./harness.js";

/** The main job: seven scenarios on the 3,414 rows, by partner, chapter and section. */
export async function rows(): Promise<Row[]> {
  const withEurope = (euRate: `${number}%`) =>
    renameScenario(bind(januaryScenarios.chinaMexicoCanadaEu, { euRate }), {
      id: `eu-${euRate.slice(0, -1)}`,
      title: euRate,
    });
  const { baseline, china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10 } =
    januaryScenarios;
  const scenarios = [baseline, china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10];
  const all = [...scenarios, withEurope("10%"), withEurope("25%")];
  const compare = () =>
    compareScenarios({
      baseline: usImports2024,
      scenarios: all,
      model: accounting,
      assumptions: undefined,
      against: "baseline",
      by: ["all", "exporter", "chapter", "section"],
    });
  return [await measure("compare seven scenarios on 3,414 rows", compare, { target: 50 })];
}
