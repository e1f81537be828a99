import type { IsoDate, Step } from "tariff-whatif";
import { expect, it } from "vitest";
import { spellsOf } from "../../src/policy/rates/spellsOf.js";
import { add, split } from "../support/steps.js";

const dated = (dates: object) => add("a", { dates });
const spring = dated({ effective: "2025-03-01", expires: "2025-03-31" });

it.each<
  readonly [what: string, steps: readonly Step[], from: string, to: string, expected: [string, number][]]
>([
  ["no step", [], "2025-01-01", "2025-12-31", [["2025-01-01", 365]]],
  ["one day", [spring], "2025-03-01", "2025-03-01", [["2025-03-01", 1]]],
  [
    "a start and an end",
    [spring],
    "2025-02-01",
    "2025-04-30",
    [
      ["2025-02-01", 28],
      ["2025-03-01", 31],
      ["2025-04-01", 30],
    ],
  ],
  [
    "a start on the first day, an end on the last",
    [spring],
    "2025-03-01",
    "2025-03-31",
    [["2025-03-01", 31]],
  ],
  [
    "a start on the last day",
    [spring],
    "2025-02-28",
    "2025-03-01",
    [
      ["2025-02-28", 1],
      ["2025-03-01", 1],
    ],
  ],
  [
    "an end on the first day",
    [spring],
    "2025-03-31",
    "2025-04-01",
    [
      ["2025-03-31", 1],
      ["2025-04-01", 1],
    ],
  ],
  ["days before and after", [spring], "2025-04-01", "2026-02-28", [["2025-04-01", 334]]],
  [
    "steps in any order",
    [dated({ effective: "2025-10-01" }), dated({ expires: "2025-02-28" })],
    "2025-02-01",
    "2025-10-31",
    [
      ["2025-02-01", 28],
      ["2025-03-01", 214],
      ["2025-10-01", 31],
    ],
  ],
  [
    "spells, the last without end",
    [dated({ spells: [{ from: "2025-01-05", to: "2025-01-06" }, { from: "2025-01-09" }] })],
    "2025-01-01",
    "2025-01-10",
    [
      ["2025-01-01", 4],
      ["2025-01-05", 2],
      ["2025-01-07", 2],
      ["2025-01-09", 2],
    ],
  ],
  [
    "a season over new year",
    [dated({ seasons: [{ from: "12-01", to: "03-31" }] })],
    "2024-01-01",
    "2025-12-31",
    [
      ["2024-01-01", 91],
      ["2024-04-01", 244],
      ["2024-12-01", 121],
      ["2025-04-01", 244],
      ["2025-12-01", 31],
    ],
  ],
  [
    "a season to the last of a year",
    [dated({ seasons: [{ from: "12-01", to: "12-31" }] })],
    "2024-12-31",
    "2025-01-02",
    [
      ["2024-12-31", 1],
      ["2025-01-01", 2],
    ],
  ],
  [
    "a season to the last of February",
    [dated({ seasons: [{ from: "01-01", to: "02-29" }] })],
    "2024-02-28",
    "2025-03-01",
    [
      ["2024-02-28", 2],
      ["2024-03-01", 306],
      ["2025-01-01", 59],
      ["2025-03-01", 1],
    ],
  ],
  [
    "a season from 29 February, which begins on 1 March in years that lack it",
    [dated({ seasons: [{ from: "02-29", to: "06-30" }] })],
    "2024-02-28",
    "2025-03-01",
    [
      ["2024-02-28", 1],
      ["2024-02-29", 123],
      ["2024-07-01", 243],
      ["2025-03-01", 1],
    ],
  ],
  [
    "steps inside parts",
    [split("s", { first: [spring], rest: [split("t", { rest: [dated({ effective: "2025-03-11" })] })] })],
    "2025-03-01",
    "2025-04-01",
    [
      ["2025-03-01", 10],
      ["2025-03-11", 21],
      ["2025-04-01", 1],
    ],
  ],
  // Croatia joined the Union on 1 July 2013; the last day of the United Kingdom was 31 January 2020.
  [
    "a member that joins",
    [],
    "2013-06-29",
    "2013-07-03",
    [
      ["2013-06-29", 2],
      ["2013-07-01", 3],
    ],
  ],
  [
    "a member that leaves",
    [],
    "2020-01-31",
    "2020-02-02",
    [
      ["2020-01-31", 1],
      ["2020-02-01", 2],
    ],
  ],
])("a period is cut by %s", (_what, steps, from, to, expected) => {
  const found = spellsOf(steps, { from: from as IsoDate, to: to as IsoDate });
  expect(found.map(({ on, days }) => [on, days])).toEqual(expected);
});
