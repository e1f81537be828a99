import type { Working } from "../models/working.js";
import { writeValue } from "../models/writeValue.js";

/** One part of a working: its heading, and its entries as rows of cells. */
export interface WorkingSection {
  readonly heading: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** The parts of a working that have entries, in the order in which they are read. */
export function workingSections(working: Working): readonly WorkingSection[] {
  const { values, contributions, others, measures, assumptions, equations, residual } = working;
  const rest =
    others === null || others.flows === 0
      ? []
      : [{ flow: `${others.flows} others`, before: "", after: "", adds: writeValue(others.contribution) }];
  const sections = [
    {
      heading: "Values",
      rows: values.map(({ name, value, meaning }) => ({ name, value: writeValue(value as "1%"), meaning })),
    },
    {
      heading: "Largest contributions to the change",
      rows: [
        ...contributions.map(({ name, before, after, contribution }) => ({
          flow: name,
          before: writeValue(before),
          after: writeValue(after),
          adds: writeValue(contribution),
        })),
        ...rest,
      ],
    },
    {
      heading: "Steps and law",
      rows: measures.map(({ id, title, source }) => ({ step: id, title, source })),
    },
    {
      heading: "Assumptions",
      rows: assumptions.map(({ name, value, source }) => ({ name, value, source })),
    },
    {
      heading: `Equations${residual === null ? "" : ` (largest residual ${residual.toPrecision(2)})`}`,
      rows: equations.map(({ name, equation, residual: own }) => ({
        name,
        equation,
        residual: own === null ? "" : own.toPrecision(2),
      })),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

/** The first lines: which number, and what it was and is. */
export function workingHead(working: Working): readonly [number: string, scenario: string] {
  const { name, indicator, scope, before, after, title, model, baseline } = working;
  return [
    `${indicator}, ${name} (${scope}): ${writeValue(before)} -> ${writeValue(after)}`,
    `${title}; model ${model}, data ${baseline}`,
  ];
}
