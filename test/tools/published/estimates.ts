/** A published estimate as the shared figures record it. */
export interface Estimate {
  readonly org: string;
  readonly date: string;
  readonly scenario: string;
  readonly metric: string;
  readonly value: number | readonly number[] | Readonly<Record<string, number | null>>;
  readonly unit: string;
  readonly horizon: string;
  readonly assumptions: string;
  readonly source_url: string;
  readonly confidence: string;
}

/** Where in an estimate a number stands: the value, two as a range, one of a list, a key, or a pattern in its notes. */
export type Pick = "value" | "range" | number | string | RegExp;

/** A published number: lowest and highest, the same where it is one number; null where it is recorded as not stated. */
export type Published = readonly [number, number] | null;

export const nameOf = ({ org, date, scenario, metric }: Estimate): string =>
  [org, date, scenario, metric].join(" | ");

/** Reads a number of an estimate; what is not there is an error, so that no row goes missing. */
export function read(estimate: Estimate, pick: Pick): Published {
  const { value, assumptions } = estimate;
  const fail = (): never => {
    throw new Error(`${nameOf(estimate)}: there is no ${String(pick)}`);
  };
  const both = (number: unknown): Published =>
    number === null ? null : typeof number === "number" ? [number, number] : fail();
  if (pick instanceof RegExp) {
    const found = pick
      .exec(assumptions)
      ?.slice(1)
      .filter((text) => text !== undefined);
    if (!found || found.length === 0) return fail();
    const numbers = found.map((text) => Number(text.replaceAll(",", "")));
    return [Math.min(...numbers), Math.max(...numbers)];
  }
  if (pick === "value") return both(value);
  if (pick === "range") {
    if (!Array.isArray(value) || value.length !== 2) return fail();
    return [Math.min(...value), Math.max(...value)];
  }
  if (typeof pick === "number") return both((value as readonly number[])[pick]);
  return both((value as Readonly<Record<string, number | null>>)[pick]);
}

/** How many numbers the value of an estimate holds, and how many of them a pick shows. */
export const countOf = ({ value }: Estimate): number =>
  typeof value === "number" ? 1 : Object.values(value).length;
export const shownBy = (pick: Pick): number => (pick instanceof RegExp ? 0 : pick === "range" ? 2 : 1);
