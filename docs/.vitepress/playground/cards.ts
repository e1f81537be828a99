import type { Outcome, OutcomeRow } from "tariff-whatif";
import { type Answer, type Reactions, reactions } from "./answers";
import { defaultState } from "./state";
import { rowOf, written } from "./words";

/** One number of the page. */
export interface Card {
  readonly name: string;
  readonly scope: string;
  readonly value: string;
  /** What it is a number of; nothing until the model has answered for the first time. */
  readonly outcome: Outcome | undefined;
  readonly row: OutcomeRow | undefined;
}

const ofImports = "a year; US imports of 2024";

/** The numbers of the page; those that no model has given yet are taken from `built`, by their names. */
export function cardsOf(
  { accounting }: Answer,
  { partial, world }: Partial<Reactions>,
  built: ReadonlyMap<string, string>,
): readonly Card[] {
  const card = (
    name: string,
    outcome: Outcome | undefined,
    [dimension, key, indicator]: readonly [string, string, string],
    scope: string,
  ): Card => {
    const row = outcome && rowOf(outcome, dimension, key, indicator);
    return { name, scope, outcome, row, value: row ? written(row.after) : (built.get(name) ?? "…") };
  };
  const duties = ["all", "all", "additionalDuties"] as const;
  return [
    card("Additional duties, nobody reacts", accounting, duties, ofImports),
    card("Additional duties, buyers react", partial, duties, ofImports),
    card(
      "Average duty on US imports",
      accounting,
      ["all", "all", "effectiveRate"],
      "nobody reacts; US imports of 2024",
    ),
    card(
      "Welfare of the United States",
      world,
      ["importer", "USA", "welfare"],
      "its whole economy, 2023; wages and prices react",
    ),
    card(
      "US price level",
      world,
      ["importer", "USA", "priceIndex"],
      "its whole economy, 2023; against world prices",
    ),
  ];
}

/**
 * The numbers of the article's scenario by their names: worked out as the page is built, and read from the built page before
 * anything runs in it, so that those that take a solver stand there from the start.
 */
export function builtNumbers(answer: Answer): ReadonlyMap<string, string> {
  if (typeof document === "undefined") {
    const all = cardsOf(answer, reactions(defaultState, answer.scenario), new Map());
    return new Map(all.map(({ name, value }) => [name, value]));
  }
  const numbers = [...document.querySelectorAll<HTMLElement>(".play [data-number]")];
  return new Map(numbers.map(({ dataset, textContent }) => [dataset.number ?? "", textContent ?? ""]));
}
