import type { Comparison } from "../compare/compareScenarios.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import { type BreakdownRequest, readBreakdown } from "../models/breakdown.js";
import type { Outcome } from "../models/outcome.js";
import { type FormatOptions, readMoneyScale } from "./formatQuantity.js";
import { tidyRows } from "./tidyRows.js";

/**
 * Which numbers a chart shows.
 *
 * @category Charts
 */
export interface ChartRowsOptions {
  /** What is measured: one indicator, because dollars and percent share no axis. */
  readonly indicator: string;
  /** What it is broken down by; `"all"` for totals. */
  readonly dimension: BreakdownRequest;
  /** For money: the unit to count in. */
  readonly moneyIn: FormatOptions["moneyIn"];
}

/**
 * One number for a chart.
 *
 * @category Charts
 */
export interface ChartRow {
  /** The identifier of the scenario. */
  readonly scenario: string;
  /** The line of the scenario for people. */
  readonly title: string;
  /** The model. */
  readonly model: string;
  /** The code of the group. */
  readonly key: string;
  /** The name of the group. */
  readonly name: string;
  /** What is measured. */
  readonly indicator: string;
  /** What trade, or what economy, the number covers. */
  readonly scope: string;
  /** The number in the scenario, as float64. */
  readonly number: number;
  /** Its unit, for example `"USD billion of 2024"`, `"%"` or `"percent"`. */
  readonly unit: string;
  /** The number less that of the reference; null where the reference does not have it. */
  readonly difference: number | null;
  /** The unit of the difference: `"pp"` for everything in percent. */
  readonly differenceUnit: string;
}

/**
 * The numbers of one indicator as numbers, flat, for Observable Plot, Vega-Lite or Arquero.
 *
 * **Result**: one row for each scenario, model and group, in the order of the comparison; percent count as percent (25 is
 * 25 %). No row where nothing has this indicator in this breakdown.
 *
 * @throws `wrong-type`, `missing-key`, `unknown-key`, `out-of-range` for a breakdown, `mixed-scopes` where several scopes
 * would share one axis.
 * @example Duties by partner in billions
 * ```ts
 * import { accounting, chartRows, januaryScenarios } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const outcome = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
 * const [row] = chartRows(outcome, { indicator: "additionalDuties", dimension: "all", moneyIn: "billion" });
 * row?.number.toFixed(1); // => "42.9"
 * row?.unit; // => "USD billion of 2024"
 * ```
 * @category Charts
 */
export function chartRows(comparison: Comparison | Outcome, options: ChartRowsOptions): readonly ChartRow[] {
  const { indicator, dimension, moneyIn } = readOptions(options, "options", [
    "indicator",
    "dimension",
    "moneyIn",
  ]);
  requireText(indicator, "options.indicator");
  const breakdown = readBreakdown(dimension, "options.dimension");
  const scale = readMoneyScale(moneyIn, "options.moneyIn");
  const rows = tidyRows(comparison).filter(
    (row) => row.dimension === breakdown && row.indicator === indicator,
  );
  const [first] = rows;
  const other = rows.find(({ scope }) => scope !== first?.scope);
  if (other !== undefined) {
    throw new TariffError({
      code: "mixed-scopes",
      path: "options.indicator",
      received: `${first?.scope}; ${other.scope}`,
      advice: "Draw a chart for each scope: numbers of different scope share no axis.",
    });
  }
  const inMoney = (unit: string) => / of \d/.test(unit);
  const number = (text: string, unit: string) => Number(text) / (inMoney(unit) ? 10 ** scale : 1);
  const label = (unit: string) =>
    inMoney(unit) && moneyIn !== "unit" ? unit.replace(" of ", ` ${moneyIn} of `) : unit;
  return deepFreeze(
    rows.map(({ scenario, title, model, key, name, scope, level, unit, difference, differenceUnit }) => ({
      ...{ scenario, title, model, key, name, indicator, scope },
      number: number(level, unit),
      unit: label(unit),
      difference: difference === "" ? null : number(difference, differenceUnit),
      differenceUnit: label(differenceUnit),
    })),
  );
}
