import { toCsv } from "tariff-whatif";
import type { Figure } from "./figure";

function save(name: string, kind: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/**
 * The table behind a figure, as the package writes CSV. A file is read far from its page: what the numbers are, of which
 * scenario and on whose trade stands in every row.
 */
export function csvOf({ title, columns, rows, scope, caption }: Figure, scenario?: string): string {
  const said = { ...(scenario === undefined ? {} : { scenario }), shows: title, covers: scope ?? caption };
  return toCsv(
    rows.map((row) => ({
      ...Object.fromEntries(columns.map((column, at) => [column, String(row[at] ?? "")])),
      ...said,
    })),
  );
}

/** Saves the table behind a figure. */
export const saveCsv = (figure: Figure, scenario?: string): void =>
  save(`${figure.file}.csv`, "text/csv", csvOf(figure, scenario));

/** Saves JSON as it is written. */
export const saveJson = (name: string, text: string): void =>
  save(`${name}.json`, "application/json", `${text}\n`);

/** Saves the drawing, with the colours of the theme written out and the page behind it, its title and its source. */
export function saveSvg(figure: Figure, box: Element | undefined, scenario?: string): void {
  const drawn = box?.querySelector("svg");
  if (!drawn) return;
  const copy = drawn.cloneNode(true) as SVGElement;
  const style = getComputedStyle(drawn);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("color", style.color);
  copy.setAttribute("font-family", "sans-serif");
  const element = (name: string, text: string) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    made.textContent = text;
    return made;
  };
  // Light letters of a dark page would not be seen on white paper.
  const paper = element("rect", "");
  for (const side of ["width", "height"]) paper.setAttribute(side, "100%");
  paper.setAttribute("fill", "var(--vp-c-bg)");
  const of = scenario === undefined ? "" : `${scenario}. `;
  copy.prepend(
    element("title", figure.title),
    element("desc", `${of}${figure.summary} ${figure.caption}`),
    paper,
  );
  const text = new XMLSerializer()
    .serializeToString(copy)
    .replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => style.getPropertyValue(name).trim() || whole);
  save(`${figure.file}.svg`, "image/svg+xml", text);
}
