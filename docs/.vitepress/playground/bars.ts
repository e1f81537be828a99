import * as Plot from "@observablehq/plot";

/** One bar: a name, a number, and the number as it is written. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

const widthOfName = (bars: readonly Bar[], width: number) =>
  Math.min(Math.max(...bars.map(({ name }) => name.length), 4) * 7.2 + 12, width * 0.42);

/** Ranked bars with their numbers beside them; two colours only where there are two signs. */
export function drawBars(bars: readonly Bar[], width: number): Element {
  const room = Math.max(...bars.map(({ label }) => label.length)) * 7.6 + 8;
  const signed = bars.some(({ value }) => value < 0) && bars.some(({ value }) => value > 0);
  const left = widthOfName(bars, width) + (bars.some(({ value }) => value < 0) ? room : 0);
  const label = (side: "start" | "end", rows: readonly Bar[]) =>
    Plot.text(rows, {
      x: "value",
      y: "name",
      text: "label",
      textAnchor: side,
      dx: side === "start" ? 5 : -5,
      fill: "currentColor",
      fontSize: 14,
    });
  return Plot.plot({
    width,
    height: Math.max(60, bars.length * 27 + 12),
    marginLeft: left,
    marginRight: bars.some(({ value }) => value >= 0) ? room : 12,
    marginTop: 4,
    marginBottom: 8,
    style: { background: "none", fontSize: "14px", fontFamily: "inherit" },
    x: { axis: null },
    y: { domain: bars.map(({ name }) => name), label: null, tickSize: 0 },
    marks: [
      Plot.barX(bars as Bar[], {
        x: "value",
        y: "name",
        insetTop: 4,
        insetBottom: 4,
        fill: ({ value }: Bar) =>
          value < 0 ? "var(--chart-rise)" : signed ? "var(--chart-fall)" : "var(--chart-one)",
      }),
      Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
      label(
        "start",
        bars.filter(({ value }) => value >= 0),
      ),
      label(
        "end",
        bars.filter(({ value }) => value < 0),
      ),
    ],
  });
}
