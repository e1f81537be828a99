import { type Cursor, eat, eatWords, isLetter, NotUnderstood, next, readWord, shown } from "./cursor.js";
import type { DutyComponent, DutySum } from "./dutyExpression.js";
import { readComponent } from "./readComponent.js";
import { readPhrase } from "./readPhrase.js";

/** A sum with its bounds, before its kind is named. */
export interface BoundedSum {
  readonly components: readonly DutyComponent[];
  readonly least?: DutySum;
  readonly greatest?: DutySum;
}

/** Addends between signs: what follows MAX up to the end is one sum, subtractions included. */
function readSum(cursor: Cursor): readonly DutyComponent[] {
  const components = [readComponent(cursor)];
  for (;;) {
    if (eat(cursor, "+")) components.push(readComponent(cursor));
    else if (eat(cursor, "-") || eat(cursor, "−") || eat(cursor, "–"))
      components.push({ ...readComponent(cursor), minus: true });
    else return components;
  }
}

/** "but not less than", "MIN" and the like. */
function readBound(cursor: Cursor): "least" | "greatest" | "condition" | undefined {
  const start = cursor.at;
  eat(cursor, ",");
  if (isLetter(next(cursor))) {
    if (eatWords(cursor, "min")) return "least";
    if (eatWords(cursor, "max")) return "greatest";
    eatWords(cursor, "but");
    if (eatWords(cursor, "at least") || eatWords(cursor, "not less than") || eatWords(cursor, "not less"))
      return "least";
    if (eatWords(cursor, "at most") || eatWords(cursor, "not more than") || eatWords(cursor, "not exceeding"))
      return "greatest";
    if (eatWords(cursor, "if")) return "condition";
  }
  cursor.at = start;
  return undefined;
}

/** "but if ... the total duty shall not exceed the duty for the complete movement": a ceiling that stands elsewhere. */
function readCondition(cursor: Cursor): DutySum {
  const clause = " the total duty shall not exceed ";
  const end = cursor.text.indexOf(clause, cursor.at);
  if (end < 0) throw new NotUnderstood(`a condition that is not understood: ${shown(cursor)}`);
  const condition = cursor.text.slice(cursor.at, end).trim();
  cursor.at = end + clause.length;
  return { components: [{ byReference: readPhrase(cursor), if: condition }] };
}

/** A sum, with a least and a greatest where the text states them. */
export function readBoundedSum(cursor: Cursor): BoundedSum {
  const components = readSum(cursor);
  const bounds: { least?: DutySum; greatest?: DutySum } = {};
  for (let bound = readBound(cursor); bound !== undefined; bound = readBound(cursor)) {
    const key = bound === "condition" ? "greatest" : bound;
    if (bounds[key] !== undefined) throw new NotUnderstood(`a second ${key} before ${shown(cursor)}`);
    bounds[key] = bound === "condition" ? readCondition(cursor) : { components: readSum(cursor) };
  }
  return { components, ...bounds };
}

/** The words at the end of a free rate: "under bond". */
export function readFree(cursor: Cursor): { readonly condition?: string } {
  readWord(cursor);
  return eat(cursor, ",") ? { condition: readPhrase(cursor) } : {};
}
