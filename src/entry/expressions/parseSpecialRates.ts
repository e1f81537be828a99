import { deepFreeze } from "../../internal/deepFreeze.js";
import { requireText } from "../../internal/requireText.js";
import type { DutyExpression } from "./dutyExpression.js";
import { readDutyText } from "./parseDutyExpression.js";

/**
 * The rate of some special programmes.
 *
 * @category Duty expressions
 */
export interface SpecialRate {
  /** The codes of the programmes: `"AU"`, `"A+"`, `"KR"`. */
  readonly programmes: readonly string[];
  /** What is charged where one of them is claimed. */
  readonly rate: DutyExpression;
}

/**
 * The special rates of a tariff line.
 *
 * @category Duty expressions
 */
export interface SpecialRates {
  /** The text as it was read. */
  readonly text: string;
  /** Rates with their programmes, in the order of the text. */
  readonly entries: readonly SpecialRate[];
  /** Misprints that were read over: a comma left out, a code that stands twice, a programme that has ended. */
  readonly odd: readonly string[];
}

/** Programmes of general note 3(c)(i) to the schedule. */
const current = new Set(
  "A A* A+ AU B BH C CL CO D E E* IL JO JP K KR L MA NP OM P P+ PA PE R S S+ SG".split(" "),
);
/** Programmes that have ended; the schedule still prints them here and there. */
const ended = new Set(["CA", "J", "J*", "J+", "MX"]);

/** The codes between parentheses. */
function readProgrammes(text: string, odd: string[]): readonly string[] {
  const codes: string[] = [];
  for (const part of text.split(",")) {
    const only = part.trim();
    if (current.has(only) && !codes.includes(only)) {
      codes.push(only);
      continue;
    }
    const words = part.replaceAll("(", " ").replaceAll(".", " ").trim().split(/\s+/);
    if (words[0] === "") odd.push("a code is missing between two commas");
    else if (words.length > 1) odd.push(`a comma is missing: ${words.join(" ")}`);
    else if (part.includes(".")) odd.push(`a stray full stop beside ${words[0]}`);
    for (const code of words) {
      if (code === "") continue;
      if (codes.includes(code)) {
        odd.push(`the code stands twice: ${code}`);
        continue;
      }
      if (ended.has(code)) odd.push(`the programme has ended: ${code}`);
      else if (!current.has(code)) odd.push(`no programme has this code: ${code}`);
      codes.push(code);
    }
  }
  return codes;
}

/**
 * The special rates of a line of the United States schedule: which programmes have which rate.
 *
 * **Result**: an entry for each rate, in the order of the text; none for an empty text. "See 9822.04.01 (AU)" is an
 * entry whose rate is `byReference`. A rate without programmes, or programmes without a rate, is `unknown`.
 *
 * **Leaves out**: whether a good qualifies for a programme (origin, quotas, the rules of general note 3 on).
 *
 * **Source**: [Tariff schedules], Harmonized Tariff Schedule of the United States 2025, column 1 special and general
 * note 3(c)(i).
 * @throws `wrong-type` for anything but a text, `too-long` for a rate of more than 2,000 characters.
 * @example Two rates and a reference
 * ```ts
 * import { parseSpecialRates } from "tariff-whatif/entry";
 *
 * const { entries } = parseSpecialRates("Free (AU,BH) 2.75% (JP) See 9822.04.01 (PA)");
 * entries.map(({ programmes, rate }) => [programmes.join(), rate.kind]);
 * // => [["AU,BH", "free"], ["JP", "adValorem"], ["PA", "byReference"]]
 * ```
 * @category Duty expressions
 */
export function parseSpecialRates(text: string): SpecialRates {
  return deepFreeze(readSpecialText(requireText(text, "text"), "text"));
}

/** The same, not frozen. */
export function readSpecialText(text: string, path: string): SpecialRates {
  const entries: SpecialRate[] = [];
  const odd: string[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    const open = text.indexOf("(", at);
    const close = open < 0 ? -1 : text.indexOf(")", open);
    if (close < 0) {
      odd.push("a rate without its programmes");
      entries.push({ programmes: [], rate: readDutyText(text.slice(at).trim(), path) });
      break;
    }
    const programmes = readProgrammes(text.slice(open + 1, close), odd);
    entries.push({ programmes, rate: readDutyText(text.slice(at, open).trim(), path) });
    at = close + 1;
  }
  return { text, entries, odd };
}
