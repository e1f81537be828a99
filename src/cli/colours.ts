import { createColors } from "picocolors";

/** How words are set off on a terminal; does nothing where there is none. */
export type Colours = ReturnType<typeof createColors>;

/** Colours where a terminal is written to, NO_COLOR (no-color.org) is unset or empty, and the terminal is not a dumb one. */
export const coloursFor = (
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean => stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";

/** Sets off the first line, the head of each table and each heading of a text, for people; the words stay the same. */
export function paintText(text: string, colours: boolean): string {
  if (!colours) return text;
  const { bold, dim } = createColors(true);
  const lines = text.split("\n");
  const isRule = (line: string | undefined) => line !== undefined && /^-+( +-+)*$/.test(line);
  return lines
    .map((line, at) => {
      if (isRule(line)) return dim(line);
      return at === 0 || isRule(lines[at + 1]) || /^\S.*:$/.test(line) ? bold(line) : line;
    })
    .join("\n");
}

/** Sets off, in what went wrong, the place it stands at and the code of the error. */
export function paintErrors(text: string, colours: boolean): string {
  if (!colours) return text;
  const { bold, dim, red } = createColors(true);
  return text
    .split("\n")
    .map((line) => {
      const [, place = "", rest = line] = /^(\S+?:(?:\d+:\d+)?) (.*)$/.exec(line) ?? [];
      const [, words = rest, code = ""] = /^(.*?)( \[[a-z-]+\])?$/.exec(rest) ?? [];
      return [place === "" ? "" : `${bold(place)} `, words && red(words), code && dim(code)].join("");
    })
    .join("\n");
}
