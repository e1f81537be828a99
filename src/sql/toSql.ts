import { TariffError } from "../internal/TariffError.js";
import { classify } from "../models/lineClasses.js";
import { RatesOfSteps } from "../models/stepRates.js";
import { requireAuthorities } from "../policy/language/requireAuthorities.js";
import { compileSteps } from "../policy/rates/compileSteps.js";
import type { DutyTree } from "../policy/rates/linear/dutyTree.js";
import { hasForms } from "../policy/rates/linear/foldForms.js";
import { decimalType, digitsOfAmounts, identifier } from "./dialect.js";
import { pairClasses } from "./pairClasses.js";
import { prefixesOf } from "./productClasses.js";
import { readSqlOptions } from "./readSqlOptions.js";
import type { ScenarioSql, ToSqlOptions } from "./sqlOptions.js";
import { writeQuery } from "./writeQuery.js";
import { formsOf } from "./writeTree.js";

/**
 * A scenario as portable SQL, so that a warehouse scores its lines where they lie: the compiled schedule as written
 * tables, joined by partners and by the longest prefix of the code.
 *
 * **Formula**: as `accounting`: duties after all steps, where the duties of the baseline enter as the authority `"baseline"`;
 * for each combination of steps and rates the fold is linear in value and duties, or a few nested conditions.
 *
 * **Result**: exact decimals: no product is wider than 38 digits, or it is refused.
 *
 * **Leaves out**: a scenario over a period; the refusal of rates below -100 %, and of lines that cannot be scored or not
 * rightly, which `check` counts.
 *
 * @throws `no-sql` for a scenario that has no such form, `out-of-range` where numbers would be wider than 38 digits,
 * `too-long` for more than 2,000 nested conditions or 100,000 pairs of partners, `conflicting-keys` for one importer beside a
 * column of them, `open-parameters`, `wrong-type`, `missing-key`, `unknown-key`,
 * `unknown-economy`, `finer-than-baseline`.
 * @example Ten percent on China
 * ```ts
 * import { januaryScenarios } from "tariff-whatif";
 * import { toSql } from "tariff-whatif/sql";
 *
 * const { query, digits } = toSql({
 *   scenario: januaryScenarios.china10,
 *   dialect: "duckdb",
 *   table: "lines",
 *   columns: { exporter: "partner", product: "hs10", value: "value", duties: "duties" },
 *   importer: "USA",
 *   exporters: ["CHN", "MEX"],
 *   amounts: { digits: 18, places: 2 },
 * });
 * query.includes("('CHN', 0), ('MEX', 1)"); // => true
 * digits; // => 0
 * ```
 * @example Two importers in one table, the second answers the first
 * ```ts
 * import { januaryScenarios, retaliate } from "tariff-whatif";
 * import { toSql } from "tariff-whatif/sql";
 *
 * const { query } = toSql({
 *   scenario: retaliate({
 *     id: "canada-answers",
 *     title: "Mexico and Canada 25%, Canada answers",
 *     scenario: januaryScenarios.mexicoCanada25,
 *     aggressor: "USA",
 *     by: ["CAN"],
 *     rule: { kind: "mirror" },
 *   }),
 *   dialect: "trino",
 *   table: "lines",
 *   columns: { importer: "buyer", exporter: "seller", product: "hs6", value: "value", duties: "duties" },
 *   importers: ["USA", "CAN"],
 *   exporters: ["USA", "CAN", "MEX"],
 *   amounts: { digits: 18, places: 2 },
 * });
 * query.includes('m.importer = l."buyer"'); // => true
 * ```
 * @category SQL
 */
export function toSql(options: ToSqlOptions): ScenarioSql {
  const { scenario, dialect, table, columns, importers, exporters, amounts } = readSqlOptions(options);
  const { evaluate } = scenario;
  const steps = compileSteps(scenario);
  const isSplit = steps.some(({ step }) => step.operator === "split");
  const follows =
    evaluate.on === "any-date" && (isSplit || steps.some(({ successive }) => successive.length > 0));
  if (evaluate.over !== undefined || !hasForms(steps) || follows) {
    throw new TariffError({
      code: "no-sql",
      path: "scenario",
      received: scenario.id,
      advice:
        "Look at the scenario on a date, and use the operators add, replace, raiseTotalTo, capTotalAt, scale and split on the customs value.",
    });
  }
  requireAuthorities(scenario, ["baseline"], "scenario.steps");
  const { prefixes, samples } = prefixesOf(steps);
  const pairs = pairClasses(steps, importers, exporters, evaluate);
  const rates = new RatesOfSteps(samples);
  const classes = pairs.steps.map((found) =>
    classify(found, rates, new Uint8Array(samples.length).fill(1), steps, new Set()),
  );
  const trees = classes.flatMap((each) => each.trees);
  const width = widthOf(trees);
  if (amounts.digits + width.digits + 2 > 38) {
    throw new TariffError({
      code: "out-of-range",
      path: "amounts.digits",
      received: amounts.digits,
      advice: `Pass at most ${Math.max(0, 36 - width.digits)} digits: the rates have ${width.digits}, and a product has at most 38.`,
    });
  }
  const whole = amounts.digits - amounts.places + width.digits - width.places + 2;
  const fits = amounts.places + width.places <= 9 && whole <= 29;
  return writeQuery({
    dialect,
    table: identifier(dialect, table),
    columns,
    amountType: decimalType(
      dialect,
      digitsOfAmounts(dialect, amounts.digits, width.digits),
      amounts.places,
      fits,
    ),
    rateType: decimalType(dialect, width.digits, width.places, fits),
    pairs,
    prefixes,
    classes,
  });
}

/** Digits and places that hold all numbers of some trees. */
function widthOf(trees: readonly DutyTree[]): { readonly digits: number; readonly places: number } {
  let [whole, places] = [1, 0];
  for (const tree of trees) {
    for (const form of formsOf(tree)) {
      for (const number of [form.ofValue, form.ofDuties]) {
        places = Math.max(places, number.decimalPlaces());
        whole = Math.max(whole, number.abs().trunc().toFixed().length);
      }
    }
  }
  return { digits: whole + places, places };
}
