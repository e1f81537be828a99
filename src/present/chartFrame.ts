import { deepFreeze } from "../internal/deepFreeze.js";

/** Values of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A Vega-Lite specification: plain JSON with its data in it.
 *
 * @category Charts
 */
export interface ChartSpecification {
  /** The schema that the specification follows. */
  readonly $schema: string;
  /** The text alternative: what the chart shows, and its largest numbers. */
  readonly description: string;
  /** Any part of a Vega-Lite specification, as JSON. */
  readonly [key: string]: Json;
}

/** Blue, vermilion, green, purple, orange, sky: told apart with any colour vision (Okabe and Ito 2008). */
export const palette = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"] as const;

const emptySentence = "There is nothing to draw: no row has this indicator in this breakdown.";

/** A specification around marks; a sentence in their place where there are no rows. */
export function chartFrame(
  title: string,
  description: string,
  rows: readonly unknown[],
  marks: { readonly [key: string]: Json },
): ChartSpecification {
  const frame = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: { text: title, anchor: "start", limit: 1200 },
    autosize: { type: "pad", contains: "padding" },
    background: "white",
  };
  if (rows.length === 0) {
    return deepFreeze({
      ...frame,
      description: emptySentence,
      data: { values: [{}] },
      width: 480,
      height: 60,
      mark: { type: "text", text: emptySentence, fontSize: 14, limit: 480 },
    });
  }
  const data = { values: structuredClone(rows) as readonly Json[] };
  return deepFreeze({ ...frame, description, data, width: 480, ...marks });
}

/** A number for a text alternative. */
export const spoken = (value: number): string => String(Number(value.toPrecision(4)));
