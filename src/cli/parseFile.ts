import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { TariffError } from "tariff-whatif";
import { offsetOf, placeOf, repeatedKeys } from "./places.js";
import { MistakesError } from "./UsageError.js";

/** What is wrong with the text, in words. */
const said = (code: number): string =>
  printParseErrorCode(code as never)
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

/**
 * Reads JSON, in which comments and trailing commas may stand, and gives it to one of the library's doors. Everything
 * that is wrong is told, each with file, line and column.
 */
export function parseFile<T>(name: string, text: string, read: (json: unknown) => T): T {
  const shown = name === "-" ? "stdin" : name;
  const clean = text.replace(/^\uFEFF/, "");
  const errors: ParseError[] = [];
  const at = (offset: number, message: string) => `${shown}:${placeOf(clean, offset)} ${message}`;
  const tree = parseShallow(clean, errors, at);
  if (errors.length > 0 || tree === undefined) {
    const found = errors.length > 0 ? errors : [{ error: 4, offset: 0, length: 0 }];
    throw new MistakesError(
      found.slice(0, 20).map(({ error, offset }) => at(offset, `JSON: ${said(error)}. [not-json]`)),
    );
  }
  const found = repeatedKeys(tree).map(({ key, offset }) => ({
    offset,
    message: `${JSON.stringify(key.slice(0, 40))} stands twice. [duplicate-id]`,
  }));
  try {
    const value = read(getNodeValue(tree));
    if (found.length === 0) return value;
  } catch (error) {
    if (!(error instanceof TariffError)) throw error;
    for (const { code, path, received, advice } of error.issues) {
      const message = `${path === "" ? "" : `${path}: `}${advice} Received: ${received}. [${code}]`;
      const end = code === "unknown-key" || code === "unsafe-key" ? "key" : "value";
      found.push({ offset: offsetOf(tree, path, end), message });
    }
  }
  throw new MistakesError(
    found.sort((a, b) => a.offset - b.offset).map(({ offset, message }) => at(offset, message)),
  );
}

/** The tree of a text; the parser calls itself for each level, and a text of brackets alone ends its stack. */
function parseShallow(
  text: string,
  errors: ParseError[],
  at: (offset: number, message: string) => string,
): Node | undefined {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new MistakesError([at(0, "JSON: it nests too deeply; nest at most 40 levels. [too-long]")]);
  }
}
