import { docLines } from "./readDoc.js";
import type { Source } from "./sources.js";

/** A fenced code block of a docstring or a Markdown page. */
export interface Block {
  readonly file: string;
  /** The line of the file on which the code starts, counted from 1. */
  readonly line: number;
  /** The title of its `@example`, or the heading above it. */
  readonly title: string;
  /** What stands after the opening fence: `ts`, `ts no-run`, `text`, … */
  readonly info: string;
  readonly code: string;
  /** The `text` block that follows it directly: what the code prints. */
  readonly output: string | undefined;
}

/** Collects the code blocks of a TypeScript file's docstrings or of a Markdown page. */
export const blocksOf = ({ path, text }: Source): Block[] =>
  path.endsWith(".md")
    ? blocksOfLines(path, text.split("\n"), 1)
    : [...text.matchAll(/\/\*\*(?!\/)[\s\S]*?\*\//g)].flatMap((comment) =>
        blocksOfLines(path, docLines(comment[0]), text.slice(0, comment.index).split("\n").length),
      );

function blocksOfLines(file: string, lines: readonly string[], firstLine: number): Block[] {
  const blocks: Block[] = [];
  let title = "";
  let directlyAfter = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const fence = /^(\s*)(`{3,}|~{3,})\s*(.*)$/.exec(line);
    if (!fence) {
      title = /^(?:#+|@example)\s+(.*\S)/.exec(line)?.[1] ?? title;
      if (line.trim() !== "") directlyAfter = false;
      continue;
    }
    const [, indent = "", ticks = "", info = ""] = fence;
    const start = index + 1;
    let end = start;
    while (end < lines.length && lines[end]?.trim() !== ticks) end++;
    if (end === lines.length)
      throw new Error(`${file}:${firstLine + index} opens a code block and never closes it.`);
    const code = lines
      .slice(start, end)
      .map((each) => (each.startsWith(indent) ? each.slice(indent.length) : each.trimStart()))
      .join("\n");
    const last = blocks.at(-1);
    if (/^text\b/.test(info) && directlyAfter && last && /^ts\b/.test(last.info)) {
      blocks[blocks.length - 1] = { ...last, output: code };
    } else {
      blocks.push({ file, line: firstLine + start, title, info, code, output: undefined });
    }
    directlyAfter = true;
    index = end;
  }
  return blocks;
}
