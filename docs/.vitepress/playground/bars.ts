import * as Plot from "@observablehq/plot";

/** One bar: a name, a number, and the number as it is written. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

const font = '14px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
let pen: CanvasRenderingContext2D | null | undefined;

/** How wide a text is in the face of the charts. */
function widthOf(text: string): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return text.length * 8;
  pen.font = font;
  return pen.measureText(text).width;
}

/** A name that fits; the table behind the chart has it in full. */
function shorten(name: string, room: number): string {
  if (widthOf(name) <= room) return name;
  let kept = name;
  while (kept.length > 3 && widthOf(`${kept}…`) > room) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}

/** Ranked bars with their numbers beside them; two colours only where there are two signs. */
export function drawBars(bars: readonly Bar[], width: number): Element {
  const room = Math.max(...bars.map(({ label }) => widthOf(label))) + 10;
  const signed = bars.some(({ value }) => value < 0) && bars.some(({ value }) => value > 0);
  const most = width * 0.42 - 12;
  const names = new Map(bars.map(({ name }) => [name, shorten(name, most)]));
  const left =
    Math.max(...[...names.values()].map(widthOf)) + 12 + (bars.some(({ value }) => value < 0) ? room : 0);
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
    y: {
      domain: bars.map(({ name }) => name),
      label: null,
      tickSize: 0,
      tickFormat: (name: string) => names.get(name) ?? name,
    },
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
