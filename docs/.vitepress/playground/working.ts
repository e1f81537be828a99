import {
  explainRate,
  explanationText,
  type Outcome,
  type OutcomeRow,
  type PartnerCode,
  type Scenario,
} from "tariff-whatif";
import { allFlows } from "./flows";
import { written } from "./words";

/** The working of one number, ready to be shown. */
export interface Shown {
  /** Which number, so that asking twice is one question. */
  readonly asked: string;
  readonly title: string;
  readonly text: string;
}

const most = 3;

/** The largest flows behind a group, each with the law that makes its rate. */
function flowsBehind(row: OutcomeRow, scenario: Scenario<never>): readonly string[] {
  const meant = allFlows().filter(({ exporter, chapter }) => {
    if (row.dimension === "exporter") return exporter === row.key;
    if (row.dimension === "chapter") return chapter === row.key;
    return row.dimension === "all" || row.dimension === "importer";
  });
  const largest = [...meant]
    .sort((one, other) => Number(other.customsValue.amount) - Number(one.customsValue.amount))
    .slice(0, most);
  return largest.flatMap(({ exporter, chapter, customsValue }) => [
    "",
    `${exporter}, chapter ${chapter}: customs value ${written(customsValue)}`,
    explanationText(
      explainRate(scenario, {
        importer: "USA",
        exporter: exporter as PartnerCode,
        product: chapter,
        on: scenario.evaluate.on ?? scenario.evaluate.over.from,
        statuses: scenario.evaluate.statuses,
        base: {},
      } as never),
    ).trim(),
  ]);
}

/** What stands behind one number of an outcome: its values, what the model does, the law, what is left out. */
export function workingFor(outcome: Outcome, row: OutcomeRow, scenario: Scenario<never>): Shown {
  const asked = [outcome.model, row.dimension, row.key, row.indicator].join("/");
  const flows = /dut|rate/i.test(row.indicator) ? flowsBehind(row, scenario) : [];
  return {
    asked,
    title: `${row.indicator}, ${row.name}`,
    text: [
      `${written(row.before)} before, ${written(row.after)} after`,
      `Scope: ${row.scope}. Model: ${outcome.model}.`,
      ...(flows.length > 0 ? ["", "Largest flows, and the law on each:", ...flows] : []),
      "",
      "Rests on:",
      ...outcome.assumptions.map(({ name, value, source }) => `  ${name} = ${value} (${source})`),
      ...outcome.sources.map(({ title, publisher }) => `  ${title} (${publisher})`),
      ...outcome.measures.map(({ title, source }) => `  ${title}: ${source}`),
      "",
      "Leaves out:",
      ...outcome.leavesOut.map((line) => `  ${line}`),
      ...(outcome.notes.length > 0 ? ["", "Notes:", ...outcome.notes.map((line) => `  ${line}`)] : []),
    ].join("\n"),
  };
}
