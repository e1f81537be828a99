import type { DutyReference } from "./dutyExpression.js";

/** A code of eight digits in three parts: 9822.04.01. */
const subheadings = /^\d{4}(\.\d{2}){1,3}( ?- ?\d{4}(\.\d{2}){1,3})?$/;

/** "9919.04.50, 9919.04.51-9919.04.52", or undefined where it is something else. */
function readSubheadings(text: string): DutyReference | undefined {
  const parts = text.split(",").map((part) => part.trim());
  if (!parts.every((part) => subheadings.test(part))) return undefined;
  const ranges = parts.map((part) => {
    const [from, to = from] = part.split("-").map((code) => code.trim()) as [string, string?];
    return { from, to };
  });
  return { to: "subheadings", ranges };
}

/** Words that stand twice in a row are a slip of the printed page; commas say nothing here. */
function withoutSlips(text: string): string {
  const words = text.replaceAll(",", "").split(/\s+/);
  return words
    .filter((word, at) => !(word === words[at + 2] && words[at + 1] === words[at + 3] && word.length < 4))
    .join(" ");
}

/** Where the rate stands, where the text says that it stands elsewhere; undefined for all other texts. */
export function readReference(text: string): DutyReference | undefined {
  if (!"SsTtEe".includes(text[0] ?? " ")) return undefined;
  const lower = text.toLowerCase();
  if (lower === "entry price") return { to: "the entry price system" };
  if (lower.startsWith("see ")) {
    const what = text.slice(4).trim();
    const ranges = readSubheadings(what);
    if (ranges !== undefined) return ranges;
    const note = "additional u.s. note ";
    if (lower.startsWith(`see ${note}`)) {
      return { to: "additional US note", number: what.slice(note.length).trim() };
    }
    return { to: "another provision", of: what };
  }
  for (const start of ["the rate applicable", "the rate of duty applicable"]) {
    if (!lower.startsWith(start)) continue;
    const rest = withoutSlips(text.slice(start.length)).trim();
    if (rest.startsWith("to ")) return { to: "another rate", of: rest.slice(3) };
  }
  return undefined;
}
