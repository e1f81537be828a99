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

/** The table behind a figure, as the package writes CSV. */
export const csvOf = ({ columns, rows }: Figure): string =>
  toCsv(rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, String(row[at] ?? "")]))));

/** Saves the table behind a figure. */
export const saveCsv = (figure: Figure): void => save(`${figure.file}.csv`, "text/csv", csvOf(figure));

/** Saves a value as JSON. */
export const saveJson = (name: string, value: unknown): void =>
  save(`${name}.json`, "application/json", `${JSON.stringify(value, null, 2)}\n`);

/** Saves the drawing, with the colours of the theme written out, its title and its source. */
export function saveSvg(figure: Figure, box: Element | undefined): void {
  const drawn = box?.querySelector("svg");
  if (!drawn) return;
  const copy = drawn.cloneNode(true) as SVGElement;
  const style = getComputedStyle(drawn);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("color", style.color);
  copy.setAttribute("font-family", "sans-serif");
  const said = (name: string, text: string) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.textContent = text;
    return element;
  };
  copy.prepend(said("title", figure.title), said("desc", `${figure.summary} ${figure.caption}`));
  const text = new XMLSerializer()
    .serializeToString(copy)
    .replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => style.getPropertyValue(name).trim() || whole);
  save(`${figure.file}.svg`, "image/svg+xml", text);
}
