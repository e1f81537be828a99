import { type Outcome, type OutcomeRow, workingOf, workingText } from "tariff-whatif";

/** The number whose working is asked for; each time anew, so that asking twice is two questions. */
export interface Asked extends Pick<OutcomeRow, "dimension" | "key" | "indicator"> {
  readonly model: string;
  /** What was pressed, to go back to. */
  readonly from: Element | null;
}

/** The working of one number, ready to be shown. */
export interface Shown {
  readonly title: string;
  readonly text: string;
}

/** What stands behind one number of an outcome: formula, law, flows, and what is assumed and left out. */
export function workingFor(outcome: Outcome, row: OutcomeRow): Shown {
  const { dimension, key, indicator, name } = row;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${line}`)];
  return {
    title: `${indicator}, ${name}`,
    text: [
      workingText(workingOf(outcome, { dimension, key, indicator })).trimEnd(),
      ...section(
        "Assumed",
        outcome.assumptions.map(({ name, value, source }) => `${name} = ${value} (${source})`),
      ),
      ...section("Leaves out", outcome.leavesOut),
      ...section("Notes", outcome.notes),
    ].join("\n"),
  };
}
