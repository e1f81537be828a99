import { isRecord } from "../internal/isRecord.js";
import { readOptions } from "../internal/readOptions.js";
import { requireFinite } from "../internal/requireFinite.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import type { Sensitivity } from "../uncertainty/sensitivity.js";
import { type ChartSpecification, chartFrame, palette, spoken } from "./chartFrame.js";
import { readChartTitle } from "./readChartTitle.js";
import { requirePoints } from "./requirePoints.js";

/**
 * What {@link tornadoChart} draws.
 *
 * @category Charts
 */
export interface TornadoChartOptions {
  /** The title of the chart. */
  readonly title: string;
  /** What is measured, with its unit. */
  readonly xTitle: string;
  /** What `sensitivity` returned. */
  readonly sensitivity: Sensitivity;
}

/**
 * A tornado as a Vega-Lite specification: what each input moves, the widest first.
 *
 * **Result**: plain JSON with a text alternative; one bar for the low and one for the high value of each input, from the
 * centre, which a rule marks; a sentence where there are no inputs.
 *
 * @throws `wrong-type`, `not-finite`, `missing-key`, `unknown-key`, `too-long`.
 * @example One input
 * ```ts
 * import { tornadoChart } from "tariff-whatif";
 *
 * const side = (value: number, outcome: number) => ({ value, outcome });
 * const rows = [{ input: "elasticity", low: side(2, 40), high: side(4, 30), swing: 10, flipsSignAt: null }];
 * const chart = tornadoChart({ title: "Revenue", xTitle: "USD billion", sensitivity: { central: 35, rows } });
 * chart.description; // => "Revenue. USD billion: 35 at the centre; elasticity from 40 at 2 to 30 at 4."
 * ```
 * @category Charts
 */
export function tornadoChart(options: TornadoChartOptions): ChartSpecification {
  const { title, xTitle, sensitivity } = readOptions(options, "", ["title", "xTitle", "sensitivity"]);
  readChartTitle(title, "title");
  requireText(xTitle, "xTitle");
  if (!isRecord(sensitivity)) {
    throw new TariffError({
      code: "wrong-type",
      path: "sensitivity",
      received: sensitivity,
      advice: "Pass what sensitivity returned, unchanged.",
    });
  }
  const central = requireFinite(sensitivity.central, "sensitivity.central");
  requirePoints(
    sensitivity.rows,
    ["low.value", "low.outcome", "high.value", "high.outcome"],
    "sensitivity.rows",
  );
  Array.from(sensitivity.rows).forEach(({ input }, index) => {
    requireText(input, `sensitivity.rows[${index}].input`);
  });
  const rows = sensitivity.rows.flatMap(({ input, low, high }) => [
    { input, end: "low value", value: low.value, outcome: low.outcome, central },
    { input, end: "high value", value: high.value, outcome: high.outcome, central },
  ]);
  const phrases = sensitivity.rows.map(
    ({ input, low, high }) =>
      `${input} from ${spoken(low.outcome)} at ${spoken(low.value)} to ${spoken(high.outcome)} at ${spoken(high.value)}`,
  );
  return chartFrame(
    title,
    `${title}. ${xTitle}: ${spoken(central)} at the centre; ${phrases.slice(0, 12).join(", ")}.`,
    rows,
    {
      height: { step: 28 },
      layer: [
        {
          mark: { type: "bar", tooltip: true },
          encoding: {
            y: {
              field: "input",
              type: "nominal",
              title: null,
              sort: sensitivity.rows.map(({ input }) => input),
              axis: { labelLimit: 640 },
            },
            x: {
              field: "outcome",
              type: "quantitative",
              title: xTitle,
              axis: { format: ",~r" },
              scale: { zero: false },
            },
            x2: { field: "central" },
            color: {
              field: "end",
              type: "nominal",
              title: null,
              scale: { domain: ["low value", "high value"], range: [palette[0], palette[1]] },
              legend: { orient: "bottom" },
            },
          },
        },
        // Without y of its own, so that it stands through all bars.
        { mark: { type: "rule" }, encoding: { x: { datum: central } } },
      ],
    },
  );
}
