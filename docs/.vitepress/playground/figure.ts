/** A chart as data: what is drawn, what stands in the table behind it, and the words that say the same. */
export interface Figure {
  /** What it shows, as a heading. */
  readonly title: string;
  /** On whose trade, for how long, from where. */
  readonly caption: string;
  /** The same without what is said of the drawing alone; otherwise the caption. */
  readonly scope?: string;
  /** Why there is nothing to draw, where there are no rows. */
  readonly nothing?: string;
  /** The same in a sentence, for whoever does not see it. */
  readonly summary: string;
  /** Name of a downloaded file, without its ending. */
  readonly file: string;
  /** Heads of the table; the first column holds names. */
  readonly columns: readonly string[];
  /** Rows of the table, numbers as numbers. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Draws it for a width in pixels. */
  readonly draw: (width: number) => Element;
}
