import type { Attribution } from "../compare/attribute.js";
import { isRecord } from "../internal/isRecord.js";
import { requireAtMost } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import type { Quantity } from "../models/outcome.js";
import { numberOf, requireQuantity, unitOf } from "../models/quantity.js";
import { type ChartSpecification, chartFrame, palette, spoken } from "./chartFrame.js";
import { type FormatOptions, readMoneyScale } from "./formatQuantity.js";
import { readChartTitle } from "./readChartTitle.js";

/**
 * What {@link waterfallChart} draws.
 *
 * @category Charts
 */
export interface WaterfallChartOptions {
  /** The title of the chart. */
  readonly title: string;
  /** What `attribute` returned. */
  readonly attribution: Attribution;
  /** For money: the unit to count in. */
  readonly moneyIn: FormatOptions["moneyIn"];
}

/**
 * The parts of a total as a Vega-Lite waterfall: each measure on top of those before it, the total last.
 *
 * **Result**: plain JSON with a text alternative; a sentence where there are no measures.
 *
 * @throws `wrong-type`, `missing-key`, `unknown-key`, `too-long`, `not-a-decimal`.
 * @example Three measures
 * ```ts
 * import { accounting, attribute, januaryScenarios, waterfallChart } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const attribution = attribute({
 *   baseline: usImports2024,
 *   scenario: januaryScenarios.chinaMexicoCanada,
 *   model: accounting,
 *   measurement: { dimension: "all", key: "all", indicator: "additionalDuties" },
 * });
 * const chart = waterfallChart({ title: "Who adds what", attribution, moneyIn: "billion" });
 * chart.description; // => "Who adds what. In USD billion of 2024: canada 102.9, china 42.94, mexico 125.9; total 271.7."
 * ```
 * @category Charts
 */
export function waterfallChart(options: WaterfallChartOptions): ChartSpecification {
  const { title, attribution, moneyIn } = readOptions(options, "", ["title", "attribution", "moneyIn"]);
  readChartTitle(title, "title");
  const scale = readMoneyScale(moneyIn, "moneyIn");
  const refuse = (path: string, received: unknown): never => {
    throw new TariffError({
      code: "wrong-type",
      path,
      received,
      advice: "Pass what attribute returned, unchanged.",
    });
  };
  if (!isRecord(attribution)) refuse("attribution", attribution);
  const { total, parts } = attribution;
  requireQuantity(total, "attribution.total");
  requireAtMost(parts, "sideBySide", "attribution.parts");
  Array.from(parts).forEach((part: unknown, index) => {
    if (!isRecord(part)) refuse(`attribution.parts[${index}]`, part);
    const { measure, contribution } = part as Attribution["parts"][0];
    requireText(measure, `attribution.parts[${index}].measure`);
    requireQuantity(contribution, `attribution.parts[${index}].contribution`);
  });
  const isMoney = typeof total !== "string";
  const value = (quantity: Quantity) => numberOf(quantity).toNumber() / (isMoney ? 10 ** scale : 1);
  const unit =
    isMoney && moneyIn !== "unit" ? unitOf(total).replace(" of ", ` ${moneyIn} of `) : unitOf(total);
  let reached = 0;
  const rows = parts.map(({ measure, contribution }) => {
    const from = reached;
    reached += value(contribution);
    return { measure, from, to: reached, adds: value(contribution), kind: reached < from ? "less" : "more" };
  });
  const whole = { measure: "total", from: 0, to: value(total), adds: value(total), kind: "total" };
  const phrases = rows.map(({ measure, adds }) => `${measure} ${spoken(adds)}`).join(", ");
  return chartFrame(
    title,
    `${title}. In ${unit}: ${phrases}; total ${spoken(whole.to)}.`,
    rows.length === 0 ? [] : [...rows, whole],
    {
      height: 300,
      mark: { type: "bar", tooltip: true },
      encoding: {
        x: {
          field: "measure",
          type: "nominal",
          title: null,
          sort: [...rows.map(({ measure }) => measure), "total"],
          axis: { labelLimit: 480, labelAngle: -30 },
        },
        y: { field: "from", type: "quantitative", title: unit, axis: { format: ",~r" } },
        y2: { field: "to" },
        color: {
          field: "kind",
          type: "nominal",
          title: null,
          scale: { domain: ["more", "less", "total"], range: [palette[0], palette[1], "#555555"] },
          legend: { orient: "bottom" },
        },
      },
    },
  );
}
