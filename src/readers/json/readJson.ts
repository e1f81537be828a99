import type { ReadProblem } from "../readError.js";

/** A JSON value whose numbers are text, and the line on which each element of its outermost list begins. */
export interface JsonText {
  readonly value: unknown;
  readonly lines: readonly number[];
}

const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parses JSON without loss: numbers stay text as they are written. What is no JSON is refused with its place. */
export function readJson(text: string, refuse: (problem: ReadProblem) => never): JsonText {
  const start = text.trimStart();
  if (start === "")
    refuse({
      code: "empty-file",
      place: {},
      received: "",
      advice: "Ask again: the answer is empty, as it is where there are no data.",
    });
  if (start.startsWith("<")) {
    const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1]?.trim();
    refuse({
      code: "not-json",
      place: { line: 1 },
      received: title ?? start.slice(0, 40),
      advice: `Ask again with all that the service wants: the answer is a page${title === undefined ? "" : ` ("${title}")`}, no JSON.`,
    });
  }
  const { lines, depth, inText, line } = scan(text);
  if (inText || depth > 0) {
    refuse({
      code: "truncated-json",
      place: { line },
      received: text.slice(-40),
      advice: `Fetch the file again: it ends in line ${line}${inText ? " inside a text" : ""}.`,
    });
  }
  try {
    const quoted = text.replace(tokens, (token) => (token.startsWith('"') ? token : `"${token}"`));
    return { value: JSON.parse(quoted) as unknown, lines };
  } catch (error) {
    return refuse({
      code: "not-json",
      place: { line: 1 },
      received: (error as Error).message,
      advice: "Fetch the file again: it is no JSON.",
    });
  }
}

/** Lines of the elements of the outermost list, and how the text ends. */
function scan(text: string) {
  const lines: number[] = [];
  let [line, depth, inText] = [1, 0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 10) line++;
    else if (inText) {
      if (sign === 92) at++;
      else if (sign === 34) inText = false;
    } else if (sign === 34) inText = true;
    else if (sign === 91 || sign === 123) {
      depth++;
      if (depth === 2) lines.push(line);
    } else if (sign === 93 || sign === 125) depth--;
  }
  return { lines, depth, inText, line };
}
