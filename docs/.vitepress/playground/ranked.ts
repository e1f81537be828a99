import type { Outcome } from "tariff-whatif";
import { drawBars } from "./bars";
import type { Figure } from "./figure";
import { plain, rowsOf, written } from "./words";

/** What a ranked chart shows. */
export interface RankedOptions {
  readonly outcome: Outcome;
  readonly dimension: string;
  readonly indicator: string;
  readonly title: string;
  readonly caption: string;
  readonly file: string;
  /** Head of the column of numbers, with the unit. */
  readonly unit: string;
  /** How many bars are drawn; the table has all. */
  readonly most: number;
  /** Ranked by size whatever the sign, or from the lowest to the highest. */
  readonly order: "size" | "value";
}

/** A breakdown of an outcome as ranked bars; the keys of the rows stand beside it for the working. */
export function rankedFigure(options: RankedOptions): Figure & { readonly keys: readonly string[] } {
  const rows = rowsOf(options.outcome, options.dimension, options.indicator)
    .map(({ key, name, after }) => ({ key, name, value: plain(after), label: written(after) }))
    .filter(({ value }) => Math.abs(value) > 1e-9)
    .sort((one, other) =>
      options.order === "size" ? Math.abs(other.value) - Math.abs(one.value) : one.value - other.value,
    );
  const drawn = options.order === "size" ? rows.slice(0, options.most) : ends(rows, options.most);
  const first = rows[0];
  const last = rows.at(-1);
  return {
    ...options,
    caption:
      rows.length > drawn.length
        ? `${options.caption} ${drawn.length} of ${rows.length} shown.`
        : options.caption,
    scope: options.caption,
    summary:
      first === undefined || last === undefined
        ? `${options.title}: nothing.`
        : `${options.title}: ${first.name} ${first.label} at one end, ${last.name} ${last.label} at the other, ${rows.length} in all.`,
    columns: [options.dimension, options.unit],
    rows: rows.map(({ name, value }) => [name, value]),
    keys: rows.map(({ key }) => key),
    draw: (width) => drawBars(drawn, width),
  };
}

/** The lowest and the highest of a list. */
function ends<T>(rows: readonly T[], most: number): readonly T[] {
  if (rows.length <= most) return rows;
  const half = Math.floor(most / 2);
  return [...rows.slice(0, half), ...rows.slice(rows.length - (most - half))];
}
