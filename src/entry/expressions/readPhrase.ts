import { type Cursor, eat, eatWords, isLetter, NotUnderstood, next, readWord, shown } from "./cursor.js";

/** Words at which a phrase ends. */
const ends = new Set(["MIN", "MAX", "but", "less", "or"]);

/** Slips of the printed schedules: a letter left out, a space left out. */
const slips: ReadonlyMap<string, string> = /* @__PURE__ */ new Map<string, string>([
  ["weght", "weight"],
  ["thebattery", "the battery"],
  ["thecase", "the case"],
  ["themovement", "the movement"],
]);

/**
 * Words that name a part or what is weighed: "the strap, band or bracelet". It ends at a sign, at the end, before a
 * number and before the words of another clause.
 */
export function readPhrase(cursor: Cursor): string {
  let phrase = "";
  for (;;) {
    const start = cursor.at;
    const comma = phrase !== "" && eat(cursor, ",");
    const word = isLetter(next(cursor)) ? readWord(cursor) : "";
    const joins = word === "or" && phrase.includes(", ");
    if (word === "" || (ends.has(word) && !joins) || (comma && word === "if")) {
      cursor.at = start;
      break;
    }
    phrase += `${comma ? ", " : phrase === "" ? "" : " "}${slips.get(word) ?? word}`;
  }
  if (phrase === "") throw new NotUnderstood(`the words are missing before ${shown(cursor)}`);
  return phrase;
}

/** The part whose value counts: "on the value of the rifle", "on case" (the case). */
export function readPart(cursor: Cursor): { readonly of: string; readonly ifAny?: true } {
  eatWords(cursor, "the value of");
  const phrase = readPhrase(cursor);
  const of = phrase.startsWith("the ") ? phrase : `the ${phrase}`;
  const start = cursor.at;
  if (eat(cursor, ",") && eatWords(cursor, "if any")) return { of, ifAny: true };
  cursor.at = start;
  return { of };
}
