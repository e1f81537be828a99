import { isRecord } from "../../internal/isRecord.js";
import { requireSmall } from "../../internal/requireSmall.js";
import { TariffError } from "../../internal/TariffError.js";
import type { DutyComponent, DutyExpression, DutySum, SeasonalDuty } from "./dutyExpression.js";
import { readDutyText } from "./parseDutyExpression.js";
import { writeComponent } from "./writeComponent.js";

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

const writeSum = (components: readonly DutyComponent[]): string =>
  components
    .map((component, at) => `${at === 0 ? "" : component.minus ? " - " : " + "}${writeComponent(component)}`)
    .join("");

const isAmerican = ({ components }: DutySum): boolean =>
  components.some((component) => "amount" in component && component.currency === "USD");

/** A ceiling that stands elsewhere is a clause of its own. */
function writeGreatest({ components }: DutySum, word: string): string {
  const [only] = components;
  if (only !== undefined && "byReference" in only && only.if !== undefined)
    return `, but if ${only.if} the total duty shall not exceed ${only.byReference}`;
  return `${word}${writeSum(components)}`;
}

/** A sum with its bounds as text. */
export function writeBounded(
  duty: Pick<DutyExpression, "components" | "least" | "greatest" | "condition">,
): string {
  const { components, least, greatest, condition } = duty;
  if (components.length === 0) return `Free${condition === undefined ? "" : `, ${condition}`}`;
  const american = [duty, least, greatest].some((sum) => sum !== undefined && isAmerican(sum));
  const [min, max] = american ? [" but not less than ", " but not more than "] : [" MIN ", " MAX "];
  return (
    writeSum(components) +
    (least === undefined ? "" : `${min}${writeSum(least.components)}`) +
    (greatest === undefined ? "" : writeGreatest(greatest, max))
  );
}

const writeDay = (day: string): string => `${day.slice(3)} ${months[Number(day.slice(0, 2)) - 1]}`;

const writeSeason = (season: SeasonalDuty): string =>
  `${writeBounded(season)} (${season.spells.map(({ from, to }) => `${writeDay(from)} - ${writeDay(to)}`).join(", ")})`;

function write(expression: DutyExpression): string {
  const { kind, seasons, components } = expression;
  if (kind === "unknown" || (kind === "byReference" && components.length === 0)) return expression.text;
  return seasons === undefined ? writeBounded(expression) : seasons.map(writeSeason).join(", ");
}

/** The meaning alone, in one order of keys: what is left when the text is taken away. */
const meaning = (expression: DutyExpression): string =>
  JSON.stringify(expression, (key, value) =>
    key === "text" || key === "reason"
      ? undefined
      : isRecord(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );

/**
 * Writes a duty expression as text that {@link parseDutyExpression} reads back with the same meaning.
 *
 * **Result**: the text, in the style of the United States for amounts in dollars ("2.4¢/kg + 5%") and of the Union for
 * others ("5% + 4.20 EUR / 100 kg"). A text that is unknown or stands elsewhere is returned as it was read.
 *
 * **Leaves out**: the spaces, zeros and abbreviations of the text that was read; they say nothing.
 * @throws `wrong-type` for anything but a duty expression, `not-defined` for one that no text states.
 * @example There and back
 * ```ts
 * import { parseDutyExpression, writeDutyExpression } from "tariff-whatif/entry";
 *
 * writeDutyExpression(parseDutyExpression("2.4¢/kg +5.0%")); // => "2.4¢/kg + 5%"
 * writeDutyExpression(parseDutyExpression("12.00% MIN 0.4 EUR/DTN")); // => "12% MIN 0.40 EUR / 100 kg"
 * ```
 * @category Duty expressions
 */
export function writeDutyExpression(expression: DutyExpression): string {
  const refuse = (code: "wrong-type" | "not-defined") =>
    new TariffError({
      code,
      path: "expression",
      received: expression,
      advice: "Pass a duty expression as parseDutyExpression returns it.",
    });
  if (!isRecord(expression)) throw refuse("wrong-type");
  requireSmall(expression, "expression", 10_000);
  let text: unknown;
  let meant: string;
  try {
    text = write(expression);
    meant = meaning(expression);
  } catch {
    // An object of another shape has no parts to write; which part was missing does not help the caller.
    throw refuse("wrong-type");
  }
  if (typeof text !== "string") throw refuse("wrong-type");
  if (meaning(readDutyText(text, "expression")) !== meant) throw refuse("not-defined");
  return text;
}
