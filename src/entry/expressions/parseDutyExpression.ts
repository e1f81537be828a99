import { deepFreeze } from "../../internal/deepFreeze.js";
import { requireText } from "../../internal/requireText.js";
import { TariffError } from "../../internal/TariffError.js";
import { atEnd, type Cursor, eat, eatWords, NotUnderstood, next, shown } from "./cursor.js";
import { coverageOf } from "./daysOfYear.js";
import type { DutyExpression, SeasonalDuty } from "./dutyExpression.js";
import { kindOf } from "./kindOf.js";
import { needsOf } from "./needsOf.js";
import { readReference } from "./readReference.js";
import { readSpells } from "./readSeasons.js";
import { type BoundedSum, readBoundedSum, readFree } from "./readSum.js";

/** Longer than any rate that a schedule prints. */
const longestText = 2000;

/** A word that the printed page broke at its edge ("thou- sand") is whole again. */
const unbroken = (text: string): string =>
  text.includes("- ") ? text.replace(/([a-z])- +([a-z])/g, "$1$2") : text;

function readRateOfSeason(cursor: Cursor): BoundedSum {
  return eatWords(cursor, "free") ? { components: [] } : readBoundedSum(cursor);
}

/** Rates with the days on which they are charged, the first of them read already. */
function readSeasons(cursor: Cursor, first: BoundedSum): Omit<DutyExpression, "text"> {
  const seasons: SeasonalDuty[] = [];
  let rate: BoundedSum = first;
  for (;;) {
    if (!eat(cursor, "(")) throw new NotUnderstood("a rate without its season beside a rate with one");
    const spells = readSpells(cursor);
    const kind = rate.components.length === 0 ? ({ kind: "free" } as const) : kindOf(rate);
    seasons.push({ spells, ...kind, ...rate });
    if (!eat(cursor, ",")) break;
    rate = readRateOfSeason(cursor);
  }
  const { notCovered, twice } = coverageOf(seasons.flatMap(({ spells }) => spells));
  if (twice !== undefined) throw new NotUnderstood(`two rates for one day: ${twice}`);
  return {
    kind: "seasonal",
    components: [],
    seasons,
    ...(notCovered.length === 0 ? {} : { notCovered }),
    needs: ["day", ...needsOf(seasons.flatMap((season) => [season, season.least, season.greatest]))],
  };
}

function read(text: string): Omit<DutyExpression, "text"> {
  const reference = readReference(text);
  if (reference !== undefined)
    return { kind: "byReference", components: [], reference, needs: ["the rate referred to"] };
  const cursor: Cursor = { text, at: 0 };
  if (atEnd(cursor)) throw new NotUnderstood("the text is empty");
  const start = cursor.at;
  if (eatWords(cursor, "free")) {
    if (next(cursor) === 40) return finish(cursor, readSeasons(cursor, { components: [] }));
    cursor.at = start;
    return finish(cursor, { kind: "free", components: [], ...readFree(cursor), needs: [] });
  }
  const sum = readBoundedSum(cursor);
  if (next(cursor) === 40) return finish(cursor, readSeasons(cursor, sum));
  return finish(cursor, { ...kindOf(sum), ...sum, needs: needsOf([sum, sum.least, sum.greatest]) });
}

/** A text that goes on behind what is understood is not understood. */
function finish<T>(cursor: Cursor, value: T): T {
  if (!atEnd(cursor)) throw new NotUnderstood(`what follows is not understood: ${shown(cursor)}`);
  return value;
}

/**
 * The meaning of a duty text as the schedules of the United States, the United Kingdom and the European Union print
 * it: "6.8%", "Free", "2.4¢/kg + 5%", "13.8% MIN 13.00 GBP/DTN", "3.9% on the movement and case + 5.3% on the battery".
 *
 * **Formula**: duty = min(greatest, max(least, sum of the components)). What follows MAX up to the end is one sum.
 *
 * **Result**: the kind, its addends with amounts in the currency (cents become dollars) and units in the names of
 * `unitsOfQuantity`, and what a question must bring. A text that is not understood to its last sign is `unknown`
 * with the `reason`: never zero, never guessed. A rate that stands elsewhere ("See additional U.S. note 1") is
 * `byReference`.
 *
 * **Leaves out**: the notes, annexes and tables that a text refers to; a number without its sign of per cent or
 * currency, a decimal comma and a rate without its season are `unknown`.
 *
 * **Source**: [Tariff schedules], the texts of the Harmonized Tariff Schedule of the United States 2025, of the UK
 * Global Tariff and of the Union's common tariff as of 1 January 2021.
 * @throws `wrong-type` for anything but a text, `too-long`.
 * @example A compound duty
 * ```ts
 * import { parseDutyExpression } from "tariff-whatif/entry";
 *
 * const duty = parseDutyExpression("2.4¢/kg + 5%");
 * duty.kind; // => "compound"
 * duty.needs; // => ["kg", "value"]
 * ```
 * @example A text that is half understood
 * ```ts
 * import { parseDutyExpression } from "tariff-whatif/entry";
 *
 * const duty = parseDutyExpression("24 + 4.2 EUR/100 kg");
 * duty.kind; // => "unknown"
 * duty.reason; // => "a number without a sign of per cent or currency: 24"
 * ```
 * @category Duty expressions
 */
export function parseDutyExpression(text: string): DutyExpression {
  return deepFreeze(readDutyText(requireText(text, "text"), "text"));
}

/** The same, not frozen. */
export function readDutyText(text: string, path: string): DutyExpression {
  if (text.length > longestText) {
    throw new TariffError({
      code: "too-long",
      path,
      received: text,
      advice: `Give the text of one rate; none is longer than ${longestText} characters.`,
    });
  }
  try {
    return { text, ...read(unbroken(text).trim()) };
  } catch (problem) {
    if (!(problem instanceof NotUnderstood)) throw problem;
    return { text, kind: "unknown", components: [], reason: problem.reason, needs: [] };
  }
}
