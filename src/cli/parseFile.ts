import { getNodeValue, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
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
  const tree = parseTree(clean, errors, { allowTrailingComma: true });
  const at = (offset: number, message: string) => `${shown}:${placeOf(clean, offset)} ${message}`;
  if (errors.length > 0 || tree === undefined) {
    const found = errors.length > 0 ? errors : [{ error: 4, offset: 0, length: 0 }];
    throw new MistakesError(
      found.slice(0, 20).map(({ error, offset }) => at(offset, `JSON: ${said(error)}. [not-json]`)),
    );
  }
  const twice = repeatedKeys(tree);
  if (twice.length > 0) {
    throw new MistakesError(
      twice.map(({ key, offset }) =>
        at(offset, `${JSON.stringify(key.slice(0, 40))} stands twice. [duplicate-id]`),
      ),
    );
  }
  try {
    return read(getNodeValue(tree));
  } catch (error) {
    if (!(error instanceof TariffError)) throw error;
    throw new MistakesError(
      error.issues
        .map(({ code, path, received, advice }) => {
          const message = `${path === "" ? "" : `${path}: `}${advice} Received: ${received}. [${code}]`;
          const end = code === "unknown-key" || code === "unsafe-key" ? "key" : "value";
          return { offset: offsetOf(tree, path, end), message };
        })
        .sort((a, b) => a.offset - b.offset)
        .map(({ offset, message }) => at(offset, message)),
    );
  }
}
