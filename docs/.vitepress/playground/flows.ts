import { accounting, compareScenarios, januaryScenarios, type Money } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";

/** US imports of one chapter from one partner in 2024. */
export interface Flow {
  readonly exporter: string;
  readonly chapter: string;
  readonly customsValue: Money;
  readonly duties: Money;
}

let flows: readonly Flow[] | undefined;

/** All flows of the bundled US imports, worked out at the first question. */
export function allFlows(): readonly Flow[] {
  flows ??= readFlows();
  return flows;
}

function readFlows(): readonly Flow[] {
  const { rows } = compareScenarios({
    baseline: usImports2024,
    scenarios: [januaryScenarios.baseline],
    model: accounting,
    assumptions: undefined,
    against: "baseline",
    by: [["exporter", "chapter"]],
  });
  const values = new Map<string, Record<string, Money>>();
  for (const { key, indicator, level } of rows) {
    values.set(key, { ...values.get(key), [indicator]: level as Money });
  }
  return [...values].map(([key, { customsValue, duties }]) => {
    const [exporter, chapter] = key.split("/") as [string, string];
    return { exporter, chapter, customsValue: customsValue!, duties: duties! };
  });
}
