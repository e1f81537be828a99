import * as Plot from "@observablehq/plot";
import { parseScenario, partialEvaluator, type Scenario } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { partialAssumptions } from "./answers";
import type { Figure } from "./figure";
import { partnerNames, scenarioInput } from "./scenario";
import type { Partner, PlaygroundState } from "./state";

const highest = 200;
const step = 5;

/** Revenue for every rate on one partner, the others as they are set, with the peak and where the reader stands. */
export function revenueCurve(state: PlaygroundState): Figure {
  const partner: Partner = state.origin;
  const revenueWith = (energy: boolean) => {
    const input = scenarioInput({ ...state, energy, rates: { ...state.rates, [partner]: 1 } });
    const steps = input.steps.map((each) =>
      each.id === partner.toLowerCase() ? { ...each, rate: { parameter: "rate" } } : each,
    );
    const open = parseScenario({
      ...input,
      parameters: { rate: { kind: "rate", title: "the rate asked about" } },
      steps,
    });
    const { evaluate } = partialEvaluator({
      baseline: usImports2024,
      scenario: open as Scenario,
      assumptions: partialAssumptions(state),
    });
    return (percent: number) => (evaluate({ rate: percent / 100 }).revenueChange ?? 0) / 1e9;
  };
  const above = revenueWith(state.energy);
  // As on the sliders: without a rate on Canada there is none on its energy.
  const atNone = state.energy && partner === "CAN" ? revenueWith(false) : above;
  const revenueAt = (percent: number) => (percent === 0 ? atNone : above)(percent);
  const points = Array.from({ length: highest / step + 1 }, (_, at) => ({
    rate: at * step,
    revenue: revenueAt(at * step),
  }));
  const peak = points.reduce((best, point) => (point.revenue > best.revenue ? point : best));
  const here = { rate: state.rates[partner], revenue: revenueAt(state.rates[partner]) };
  const name = partnerNames[partner];
  const money = (value: number) => `USD ${value.toFixed(1)} billion`;
  const atEnd = peak.rate === highest;
  return {
    title: `Additional duties for every rate on ${name}`,
    caption: `Imports of the United States in 2024, all tariffs of the scenario together, the other rates as they are set; buyers react (one-importer model), a full year; a point every ${step} percentage points.`,
    summary: `At ${here.rate}% the tariffs raise ${money(here.revenue)} a year. ${atEnd ? `Revenue still rises at ${highest}%.` : `The highest of the points is ${money(peak.revenue)} at ${peak.rate}%.`}`,
    file: `revenue-${partner}`,
    columns: ["rate, %", "additional duties, USD billion a year"],
    rows: points.map(({ rate, revenue }) => [rate, revenue]),
    draw: (width) =>
      Plot.plot({
        width,
        height: Math.min(360, Math.max(240, width * 0.5)),
        marginLeft: 56,
        marginBottom: 44,
        marginTop: 28,
        marginRight: 24,
        style: { background: "none", fontSize: "14px", fontFamily: "inherit" },
        x: { label: "rate, %", domain: [0, highest], ticks: 5 },
        y: { label: "USD billion a year", grid: true, ticks: 5, nice: true },
        marks: [
          Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
          Plot.line(points, { x: "rate", y: "revenue", stroke: "var(--chart-one)", strokeWidth: 2.5 }),
          ...(atEnd
            ? []
            : [
                Plot.dot([peak], { x: "rate", y: "revenue", r: 5, fill: "var(--chart-rise)" }),
                Plot.text([peak], {
                  x: "rate",
                  y: "revenue",
                  dy: -14,
                  text: () => `peak ${peak.rate}%`,
                  fill: "currentColor",
                  fontSize: 14,
                  textAnchor: peak.rate > highest * 0.8 ? "end" : "middle",
                }),
              ]),
          Plot.dot([here], {
            x: "rate",
            y: "revenue",
            r: 6,
            stroke: "currentColor",
            strokeWidth: 2,
            fill: "var(--vp-c-bg)",
          }),
          Plot.text([here], {
            x: "rate",
            y: "revenue",
            dy: 18,
            dx: 8,
            textAnchor: "start",
            text: () => `you: ${here.rate}%`,
            fill: "currentColor",
            fontSize: 14,
          }),
        ],
      }),
  };
}
