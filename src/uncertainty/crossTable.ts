import { deepFreeze } from "../internal/deepFreeze.js";
import { listBounds, requireAtMost, requireBounded } from "../internal/listBounds.js";
import { perhaps } from "../internal/nearestSpelling.js";
import { readOptions } from "../internal/readOptions.js";
import { requireFinite } from "../internal/requireFinite.js";
import { TariffError } from "../internal/TariffError.js";
import {
  type Evaluator,
  outcomeOf,
  requireEvaluator,
  requireInputs,
  requireWithin,
} from "../models/evaluator.js";

/**
 * An input and the values it goes through.
 *
 * @category Uncertainty
 */
export interface TableAxis {
  /** The input. */
  readonly input: string;
  /** Its values. */
  readonly values: readonly number[];
}

/**
 * What {@link crossTable} sets against what.
 *
 * @category Uncertainty
 */
export interface CrossTableOptions {
  /** The model. */
  readonly evaluator: Evaluator;
  /** The inputs that stay as they are. */
  readonly fixed: Readonly<Record<string, number>>;
  /** The input that goes down the table. */
  readonly rows: TableAxis;
  /** The input that goes across. */
  readonly columns: TableAxis;
  /** The outcome in the cells. */
  readonly outcome: string;
}

/**
 * A two-way table.
 *
 * @category Uncertainty
 */
export interface CrossTable extends Pick<CrossTableOptions, "rows" | "columns" | "outcome"> {
  /** One list a row, one number a column. */
  readonly cells: readonly (readonly number[])[];
}

/**
 * An outcome for every combination of two inputs.
 *
 * @throws `missing-key`, `unknown-key`, `duplicate-id` for an input that stands twice, `out-of-range`, `empty`,
 * `too-long`, `not-finite`, `wrong-type`.
 * @example A rate down, an elasticity across
 * ```ts
 * import { crossTable } from "tariff-whatif/uncertainty";
 *
 * const { cells } = crossTable({
 *   evaluator: {
 *     domains: { rate: { from: -1 }, elasticity: { below: 0 } },
 *     evaluate: ({ rate = 0, elasticity = 0 }) => ({ revenue: 100 * rate * (1 + rate * elasticity) }),
 *   },
 *   fixed: {},
 *   rows: { input: "rate", values: [0.1, 0.2] },
 *   columns: { input: "elasticity", values: [-1, -2] },
 *   outcome: "revenue",
 * });
 * cells; // => [[9, 8], [16, 12]]
 * ```
 * @category Uncertainty
 */
export function crossTable(options: CrossTableOptions): CrossTable {
  const { evaluator, fixed, rows, columns, outcome } = readOptions(options, "", [
    "evaluator",
    "fixed",
    "rows",
    "columns",
    "outcome",
  ]);
  requireEvaluator(evaluator, "evaluator");
  if (typeof fixed !== "object" || fixed === null || Array.isArray(fixed)) {
    throw new TariffError({
      code: "wrong-type",
      path: "fixed",
      received: fixed,
      advice: "Pass an object with a number for each other input; it may be empty.",
    });
  }
  for (const [axis, path] of [
    [rows, "rows"],
    [columns, "columns"],
  ] as const) {
    const { input, values } = readOptions(axis, path, ["input", "values"]);
    requireInputName(evaluator, input, `${path}.input`);
    requireBounded(values, "cells", `${path}.values`, "Give a list of at least one number.");
    Array.from(values).forEach((value, index) => {
      requireFinite(value, `${path}.values[${index}]`);
      requireWithin(evaluator.domains[input] ?? {}, value, value, `${path}.values[${index}]`);
    });
  }
  requireAtMost(Object.keys(fixed), "inputs", "fixed");
  const names = [...Object.keys(fixed), rows.input, columns.input];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined || rows.values.length * columns.values.length > listBounds.cells) {
    throw new TariffError({
      code: twice === undefined ? "too-long" : "duplicate-id",
      path: twice ?? "rows.values",
      received: twice ?? rows.values.length * columns.values.length,
      advice: twice === undefined ? `Ask for at most ${listBounds.cells} cells.` : "Name each input once.",
    });
  }
  requireInputs(evaluator, { ...fixed, [rows.input]: 0, [columns.input]: 0 }, "fixed");
  for (const [name, value] of Object.entries(fixed)) {
    requireFinite(value, `fixed.${name}`);
    requireWithin(evaluator.domains[name] ?? {}, value, value, `fixed.${name}`);
  }
  const cells = rows.values.map((down) =>
    columns.values.map((across) =>
      outcomeOf(
        evaluator.evaluate({ ...fixed, [rows.input]: down, [columns.input]: across }),
        outcome,
        "outcome",
      ),
    ),
  );
  return deepFreeze({
    rows: { input: rows.input, values: [...rows.values] },
    columns: { input: columns.input, values: [...columns.values] },
    outcome,
    cells,
  });
}

function requireInputName(evaluator: Evaluator, name: unknown, path: string): void {
  if (typeof name === "string" && Object.hasOwn(evaluator.domains, name)) return;
  throw new TariffError({
    code: typeof name === "string" ? "unknown-key" : "wrong-type",
    path,
    received: name,
    advice: `${perhaps(name, Object.keys(evaluator.domains))}Name one of the inputs ${Object.keys(evaluator.domains).join(", ")}.`,
  });
}
