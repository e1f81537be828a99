import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { type ChartSpecification, chartFrame, palette, spoken } from "./chartFrame.js";
import { readChartTitle } from "./readChartTitle.js";
import { requirePoints } from "./requirePoints.js";

/**
 * What {@link sweepChart} draws.
 *
 * @category Charts
 */
export interface SweepChartOptions {
  /** The title of the chart. */
  readonly title: string;
  /** What varies, with its unit, for example `"EU rate, percent"`. */
  readonly xTitle: string;
  /** What is measured, with its unit, for example `"additional duties, USD billion"`. */
  readonly yTitle: string;
  /**
   * The points; `low` and `high` are the ends of a band around the line, for example the 5th and 95th percentile, and the
   * number itself where nothing is uncertain.
   */
  readonly points: readonly {
    /** What varies. */
    readonly x: number;
    /** The number there. */
    readonly y: number;
    /** The lower end of the band. */
    readonly low: number;
    /** The upper end of the band. */
    readonly high: number;
  }[];
}

/**
 * A line with a band as a Vega-Lite specification: an outcome as a rate rises.
 *
 * **Result**: plain JSON with a text alternative that names the ends and the peak; a sentence where there are no points.
 *
 * @throws `wrong-type`, `not-finite`, `missing-key`, `unknown-key`, `too-long`.
 * @example A line through two points
 * ```ts
 * import { sweepChart } from "tariff-whatif";
 *
 * const points = [{ x: 10, y: 59.7, low: 50, high: 65 }, { x: 20, y: 119.5, low: 90, high: 130 }];
 * const titles = { title: "Revenue", xTitle: "EU rate, percent", yTitle: "USD billion" };
 * sweepChart({ ...titles, points }).description; // => "Revenue. USD billion from 59.7 at 10 to 119.5 at 20 (EU rate, percent); highest 119.5 at 20."
 * ```
 * @category Charts
 */
export function sweepChart(options: SweepChartOptions): ChartSpecification {
  const { title, xTitle, yTitle, points } = readOptions(options, "", ["title", "xTitle", "yTitle", "points"]);
  readChartTitle(title, "title");
  requireText(xTitle, "xTitle");
  requireText(yTitle, "yTitle");
  requirePoints(points, ["x", "y", "low", "high"], "points");
  const rows = [...points]
    .map(({ x, y, low, high }) => ({ x, y, low, high }))
    .sort((one, two) => one.x - two.x);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const top = rows.reduce((best, row) => (row.y > best.y ? row : best), first ?? { x: 0, y: 0 });
  const at = (point: { readonly x: number; readonly y: number } | undefined) =>
    point === undefined ? "" : `${spoken(point.y)} at ${spoken(point.x)}`;
  return chartFrame(
    title,
    `${title}. ${yTitle} from ${at(first)} to ${at(last)} (${xTitle}); highest ${at(top)}.`,
    rows,
    {
      height: 300,
      encoding: { x: { field: "x", type: "quantitative", title: xTitle, axis: { format: ",~r" } } },
      layer: [
        {
          mark: { type: "area", color: palette[5], opacity: 0.4 },
          encoding: {
            y: { field: "low", type: "quantitative", title: yTitle, axis: { format: ",~r" } },
            y2: { field: "high" },
          },
        },
        {
          mark: { type: "line", color: palette[0], tooltip: true },
          encoding: { y: { field: "y", type: "quantitative", title: yTitle } },
        },
      ],
    },
  );
}
