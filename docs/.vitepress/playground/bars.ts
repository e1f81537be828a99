/** One bar: a name, a number, and the number as it is written. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

const font = '14px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const [lineHeight, nameHeight, thickness] = [27, 20, 19];
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

/** Under this width names stand above their bars, in full; beside them there would be no room for either. */
const narrow = 480;

/** Names may take this part of a wide chart; where one needs more, all stand above their bars. */
const mostOfWidth = 0.5;

/**
 * Ranked bars with their numbers beside them; two colours only where there are two signs. Drawn by hand: bars are all that
 * the first tab needs, and a chart library weighs as much as the models.
 */
export function drawBars(bars: readonly Bar[], width: number): Element {
  const labels = Math.max(...bars.map(({ label }) => widthOf(label))) + 10;
  const [falls, rises] = [bars.some(({ value }) => value < 0), bars.some(({ value }) => value > 0)];
  const room = width * mostOfWidth - 12;
  const stacked = width < narrow || bars.some(({ name }) => widthOf(name) > room);
  const row = stacked ? 2 * nameHeight + 8 : lineHeight;
  const names = bars.map(({ name }) => shorten(name, stacked ? width : room));
  const beside = stacked ? 0 : Math.max(...names.map(widthOf)) + 12;
  const left = beside + (falls ? labels : 0);
  const right = width - (rises || !falls ? labels : 12);
  const [low, high] = [
    Math.min(0, ...bars.map(({ value }) => value)),
    Math.max(0, ...bars.map(({ value }) => value)),
  ];
  const at = (value: number) => left + ((value - low) / (high - low || 1)) * (right - left);
  const zero = at(0);
  const height = above + bars.length * row + below;
  const svg = shape("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-size": 14,
    fill: "currentColor",
  });
  svg.append(
    ...bars.flatMap(({ value, label }, index) => {
      const top = above + index * row;
      const middle = stacked ? top + 1.5 * nameHeight : top + lineHeight / 2;
      const [end, lowered] = [at(value), value < 0];
      return [
        stacked
          ? shape("text", { x: 0, y: top + nameHeight / 2, dy: "0.35em" }, names[index])
          : shape("text", { x: beside - 8, y: middle, dy: "0.35em", "text-anchor": "end" }, names[index]),
        shape("rect", {
          x: Math.min(zero, end),
          y: middle - thickness / 2,
          width: Math.abs(end - zero),
          height: thickness,
          fill: lowered ? "var(--chart-rise)" : falls ? "var(--chart-fall)" : "var(--chart-one)",
        }),
        shape(
          "text",
          { x: end + (lowered ? -5 : 5), y: middle, dy: "0.35em", "text-anchor": lowered ? "end" : "start" },
          label,
        ),
      ];
    }),
  );
  const line = { x1: zero, x2: zero, stroke: "currentColor", "stroke-opacity": 0.5 };
  if (!stacked) svg.append(shape("line", { ...line, y1: above, y2: height - below }));
  return svg;
}
