import { deepFreeze } from "../../internal/deepFreeze.js";
import { requireBounded } from "../../internal/listBounds.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireText } from "../../internal/requireText.js";
import { TariffError } from "../../internal/TariffError.js";
import type { DutyExpression } from "./dutyExpression.js";
import { readDutyText } from "./parseDutyExpression.js";
import { readSpecialText, type SpecialRates } from "./parseSpecialRates.js";

/**
 * The columns of a schedule, one text a line. Columns that the schedule does not have are left out.
 *
 * @category Duty expressions
 */
export interface ScheduleTexts {
  /** The general rates. */
  readonly general?: readonly string[];
  /** The special rates, with the codes of their programmes. */
  readonly special?: readonly string[];
  /** The rates of column 2. */
  readonly column2?: readonly string[];
}

/**
 * The columns of a schedule with the meaning of each text.
 *
 * @category Duty expressions
 */
export interface Schedule {
  /** The general rates. */
  readonly general?: readonly DutyExpression[];
  /** The special rates. */
  readonly special?: readonly SpecialRates[];
  /** The rates of column 2. */
  readonly column2?: readonly DutyExpression[];
}

/** Reads each distinct text once: a schedule repeats a few hundred texts over thousands of lines. */
function readColumn<T>(
  texts: readonly string[],
  path: string,
  read: (text: string, path: string) => T,
): readonly T[] {
  const known = new Map<string, T>();
  return Array.from(requireBounded(texts, "rows", path), (text, row) => {
    const at = `${path}[${row}]`;
    let meaning = known.get(requireText(text, at));
    if (meaning === undefined) {
      meaning = deepFreeze(read(text, at));
      known.set(text, meaning);
    }
    return meaning;
  });
}

/**
 * The meaning of all texts of a schedule, column by column.
 *
 * **Result**: the columns that were given, with what {@link parseDutyExpression} and {@link parseSpecialRates} say of
 * each text, line by line. Equal texts share one object.
 *
 * @throws `wrong-type`, `empty`, `too-long` for a column, `length-mismatch` where columns differ in length,
 * `missing-key` without any column.
 * @example Count what a schedule charges
 * ```ts
 * import { parseSchedule } from "tariff-whatif/entry";
 *
 * const { general = [] } = parseSchedule({ general: ["Free", "6.8%", "2.4¢/kg", "Free"] });
 * general.filter(({ kind }) => kind === "free").length; // => 2
 * ```
 * @category Duty expressions
 */
export function parseSchedule(columns: ScheduleTexts): Schedule {
  const { general, special, column2 } = readOptions(columns, "", [], ["general", "special", "column2"]);
  const given = [general, special, column2].filter((column) => column !== undefined);
  const lengths = new Set(given.flatMap((column) => (Array.isArray(column) ? [column.length] : [])));
  if (given.length === 0 || lengths.size > 1) {
    throw new TariffError({
      code: given.length === 0 ? "missing-key" : "length-mismatch",
      path: "",
      received: columns,
      advice: "Give one or more of general, special and column2, each with one text for each line.",
    });
  }
  return Object.freeze({
    ...(general !== undefined && { general: Object.freeze(readColumn(general, "general", readDutyText)) }),
    ...(special !== undefined && { special: Object.freeze(readColumn(special, "special", readSpecialText)) }),
    ...(column2 !== undefined && { column2: Object.freeze(readColumn(column2, "column2", readDutyText)) }),
  });
}
