import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import {
  accounting,
  attribute,
  type ChartSpecification,
  chartRows,
  compareScenarios,
  comparisonChart,
  januaryScenarios,
  sweepChart,
  tornadoChart,
  waterfallChart,
} from "tariff-whatif";
import { usImports2024 as baseline } from "tariff-whatif/data/us-imports-2024";
import * as vega from "vega";
import { compile } from "vega-lite";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";

const { china10, chinaMexicoCanada } = januaryScenarios;
const comparison = compareScenarios({
  baseline,
  scenarios: [china10, chinaMexicoCanada],
  model: accounting,
  against: "baseline",
  by: ["all", "exporter"],
});
const which = { indicator: "additionalDuties", dimension: "exporter", moneyIn: "billion" } as const;
const bars = { ...which, title: "Additional duties", show: "level", most: 5 } as const;
const attribution = attribute({
  baseline,
  scenario: chinaMexicoCanada,
  model: accounting,
  measurement: { dimension: "all", key: "all", indicator: "additionalDuties" },
});
const side = (value: number, outcome: number) => ({ value, outcome });
const sensitivity = {
  central: 35,
  rows: [{ input: "elasticity", low: side(2, 40), high: side(4, 30), swing: 10, flipsSignAt: null }],
};
const titles = { title: "Revenue", xTitle: "rate, percent", yTitle: "USD billion" };
const charts: Readonly<Record<string, ChartSpecification>> = {
  totals: comparisonChart(comparison, { ...bars, dimension: "all" }),
  partners: comparisonChart(comparison, bars),
  nothing: comparisonChart(comparison, { ...bars, indicator: "joy" }),
  sweep: sweepChart({
    ...titles,
    points: [
      { x: 0, y: 0, low: 0, high: 0 },
      { x: 9, y: 5, low: 4, high: 7 },
    ],
  }),
  noPoints: sweepChart({ ...titles, points: [] }),
  tornado: tornadoChart({ title: "Revenue", xTitle: "USD billion", sensitivity }),
  waterfall: waterfallChart({ title: "Who adds what", attribution, moneyIn: "billion" }),
};

const schemaPath = createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json");
const ajv = new Ajv({ strict: false, allowUnionTypes: true });
addFormats(ajv);
ajv.addFormat("color-hex", () => true);
const isValid = ajv.compile(JSON.parse(readFileSync(schemaPath, "utf8")));

describe("charts", () => {
  it.each(Object.entries(charts))("%s follows the Vega-Lite schema and is drawn", async (_, chart) => {
    expect(isValid(chart), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
    expect(chart.description.length).toBeGreaterThan(20);
    const warnings: string[] = [];
    const logger = {
      warn: (...texts: string[]) => warnings.push(...texts),
      info() {},
      debug() {},
      error() {},
    };
    const { spec } = compile(structuredClone(chart) as never, {
      logger: { level: () => logger, ...logger } as never,
    });
    const svg = await new vega.View(vega.parse(spec), { renderer: "none" }).toSVG();
    expect(svg).toContain("<svg");
    expect(svg).toContain("aria-label");
    expect(warnings).toEqual([]);
  });

  it("clips no label and no title, and marks the centre of a tornado through all bars", async () => {
    const { spec } = compile(structuredClone(charts.totals) as never);
    const svg = await new vega.View(vega.parse(spec), { renderer: "none" }).toSVG();
    expect(svg).not.toContain("…");
    expect(svg).toContain(chinaMexicoCanada.title);
    const { layer, encoding } = charts.tornado as unknown as {
      layer: { encoding: object }[];
      encoding?: object;
    };
    expect(encoding).toBeUndefined();
    expect(layer.map((each) => "y" in each.encoding)).toEqual([true, false]);
  });

  it("draws numbers in their order, not texts", () => {
    const { data } = charts.partners as unknown as { data: { values: { value: number; title: string }[] } };
    const values = data.values.map(({ value }) => value);
    expect(values.every((value) => typeof value === "number")).toBe(true);
    expect(values).toEqual([...values].sort((left, right) => right - left));
    expect(new Set(data.values.map(({ title }) => title))).toEqual(
      new Set([china10.title, chinaMexicoCanada.title]),
    );
  });

  it("says in the chart that there is nothing to draw", () => {
    for (const chart of [charts.nothing, charts.noPoints]) {
      expect(JSON.stringify(chart?.mark)).toContain("There is nothing to draw");
    }
  });

  it("chartRows has one indicator with its number, unit and the title of the scenario", () => {
    const rows = chartRows(comparison, { ...which, dimension: "all" });
    expect(rows.map(({ number }) => number.toFixed(1))).toEqual(["42.9", "271.7"]);
    expect(rows.map(({ unit }) => unit)).toEqual(["USD billion of 2024", "USD billion of 2024"]);
    expect(rows.map(({ title }) => title)).toEqual([china10.title, chinaMexicoCanada.title]);
    const rates = chartRows(comparison, { ...which, indicator: "effectiveRate" });
    expect(rates.every(({ unit, differenceUnit }) => unit === "%" && differenceUnit === "pp")).toBe(true);
  });

  it("refuses what it cannot draw", () => {
    expect(errorOf(() => chartRows(comparison, { ...which, moneyIn: "dozen" as "unit" })).path).toBe(
      "options.moneyIn",
    );
    expect(errorOf(() => comparisonChart(comparison, { ...bars, most: 0 })).code).toBe("out-of-range");
    expect(
      errorOf(() => sweepChart({ ...titles, points: [{ x: Number.NaN, y: 0, low: 0, high: 0 }] })).code,
    ).toBe("not-finite");
    expect(
      errorOf(() => waterfallChart({ title: "t", attribution: {} as never, moneyIn: "unit" })).name,
    ).toBe("TariffError");
    expect(errorOf(() => tornadoChart({ title: " ", xTitle: "x", sensitivity })).name).toBe("TariffError");
  });
});
