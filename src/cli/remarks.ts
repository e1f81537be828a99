import type { Outcome } from "tariff-whatif";

/** Over what time the numbers of an outcome are: it stands beside each of them. */
export const periodOf = ({ baseline }: Outcome): string => `a year of trade as in ${baseline}`;

/** What the numbers rest on, leave out, and should be read with. */
export function remarks(outcomes: readonly Outcome[]): string {
  const each = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? "" : `${title}:\n${[...new Set(lines)].map((line) => `- ${line}`).join("\n")}\n`;
  return [
    each(
      "Covers",
      outcomes.map((outcome) => `${outcome.scope}, ${periodOf(outcome)}`),
    ),
    each(
      "Steps",
      outcomes.flatMap(({ measures }) =>
        measures.map(
          ({ title, source, daysInForce }) =>
            `${title}${daysInForce === null ? "" : `, in force ${daysInForce} days`} (${source})`,
        ),
      ),
    ),
    each(
      "Assumes",
      outcomes.flatMap(({ assumptions }) =>
        assumptions.map(({ name, value, source }) => `${name} = ${value} (${source})`),
      ),
    ),
    each(
      "Leaves out",
      outcomes.flatMap(({ leavesOut }) => leavesOut),
    ),
    each("Notes", notesOf(outcomes)),
    each(
      "Figures",
      outcomes.flatMap(({ sources }) => sources.map(({ title, publisher }) => `${title}. ${publisher}`)),
    ),
  ].join("");
}

/** Notes of all outcomes as they are; one that holds for some of them is said with the scenario it holds for. */
function notesOf(outcomes: readonly Outcome[]): readonly string[] {
  const isCommon = (note: string) => outcomes.every(({ notes }) => notes.includes(note));
  return outcomes.flatMap(({ scenario, notes }) =>
    notes.map((note) => (isCommon(note) ? note : `${scenario}: ${note}`)),
  );
}
