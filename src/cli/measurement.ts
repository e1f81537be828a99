import { type Outcome, type OutcomeRow, tidyRows } from "tariff-whatif";
import { periodOf } from "./remarks.js";
import { UsageError } from "./UsageError.js";

/** The number a command looks at. */
export interface MeasurementOptions {
  readonly indicator: string;
  readonly dimension: string;
  readonly key: string;
}

/** The row of it; says which of the three words no row has. */
export function rowOf({ rows }: Outcome, { dimension, key, indicator }: MeasurementOptions): OutcomeRow {
  const among = (found: readonly OutcomeRow[], name: "dimension" | "key" | "indicator", wanted: string) => {
    const fitting = found.filter((row) => row[name] === wanted);
    if (fitting.length > 0) return fitting;
    const known = [...new Set(found.map((row) => row[name]))];
    const shown = known.length > 12 ? `${known.slice(0, 12).join(", ")}, …` : known.join(", ");
    throw new UsageError(`--${name} ${wanted}: the outcome has no such ${name}; it has ${shown}.`);
  };
  const grouped = among(among(rows, "dimension", dimension), "key", key);
  return among(grouped, "indicator", indicator)[0] as OutcomeRow;
}

/** How the number is headed in a table: alone, "duties" are those of all trade. */
export const headOf = ({ dimension, key, indicator }: MeasurementOptions): string =>
  dimension === "all" ? indicator : `${indicator} of ${dimension} ${key}`;

/** The number with all that says what it is, for CSV: one row a value of the parameter, every digit. */
export const tidied = (outcome: Outcome, row: OutcomeRow): Readonly<Record<string, string>> => ({
  ...(tidyRows({ ...outcome, rows: [row] })[0] as object),
  period: periodOf(outcome),
});

/** The same for JSON, around the number itself. */
export const described = (outcome: Outcome, { dimension, key, name, indicator, scope }: OutcomeRow) => ({
  scenario: outcome.scenario,
  model: outcome.model,
  baseline: outcome.baseline,
  dimension,
  key,
  name,
  indicator,
  scope,
  period: periodOf(outcome),
});
