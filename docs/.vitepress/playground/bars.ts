/** One bar: a name, a number, and the number as it is written. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

const font = '14px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const lineHeight = 27;
const [above, below] = [4, 8];
let pen: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** How wide a text is in the face of the charts. */
function widthOf(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  if (pen === undefined) {
    pen = document.createElement("canvas").getContext("2d");
    if (pen) pen.font = font;
  }
  const width = pen ? pen.measureText(text).width : text.length * 8;
  if (widths.size > 2000) widths.clear();
  widths.set(text, width);
  return width;
}

/** A name that fits; the table behind the chart has it in full. */
function shorten(name: string, room: number): string {
  if (widthOf(name) <= room) return name;
  let kept = name;
  while (kept.length > 3 && widthOf(`${kept}…`) > room) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>, text = ""): Element {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== "") element.textContent = text;
  return element;
}

/**
 * Ranked bars with their numbers beside them; two colours only where there are two signs. Drawn by hand: bars are all that
 * the first tab needs, and a chart library weighs as much as the models.
 */
export function drawBars(bars: readonly Bar[], width: number): Element {
  const labels = Math.max(...bars.map(({ label }) => widthOf(label))) + 10;
  const [falls, rises] = [bars.some(({ value }) => value < 0), bars.some(({ value }) => value > 0)];
  const most = width * 0.42 - 12;
  const names = bars.map(({ name }) => shorten(name, most));
  const left = Math.max(...names.map(widthOf)) + 12 + (falls ? labels : 0);
  const right = width - (rises || !falls ? labels : 12);
  const [low, high] = [
    Math.min(0, ...bars.map(({ value }) => value)),
    Math.max(0, ...bars.map(({ value }) => value)),
  ];
  const at = (value: number) => left + ((value - low) / (high - low || 1)) * (right - left);
  const zero = at(0);
  const height = above + bars.length * lineHeight + below;
  const svg = shape("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-size": 14,
    fill: "currentColor",
  });
  for (const [index, { value, label }] of bars.entries()) {
    const top = above + index * lineHeight;
    const middle = top + lineHeight / 2;
    const end = at(value);
    const lowered = value < 0;
    svg.append(
      shape(
        "text",
        { x: left - (falls ? labels : 0) - 8, y: middle, dy: "0.35em", "text-anchor": "end" },
        names[index],
      ),
      shape("rect", {
        x: Math.min(zero, end),
        y: top + 4,
        width: Math.abs(end - zero),
        height: lineHeight - 8,
        fill: lowered ? "var(--chart-rise)" : falls ? "var(--chart-fall)" : "var(--chart-one)",
      }),
      shape(
        "text",
        { x: end + (lowered ? -5 : 5), y: middle, dy: "0.35em", "text-anchor": lowered ? "end" : "start" },
        label,
      ),
    );
  }
  svg.append(
    shape("line", {
      x1: zero,
      x2: zero,
      y1: above,
      y2: height - below,
      stroke: "currentColor",
      "stroke-opacity": 0.5,
    }),
  );
  return svg;
}
