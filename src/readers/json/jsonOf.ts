import { readOptions } from "../../internal/readOptions.js";
import type { ReadProblem } from "../readError.js";
import type { Source } from "../source/source.js";
import { textOf } from "../source/textOf.js";
import { readJson } from "./readJson.js";

/** The value of a source of JSON, and how to refuse what is in it. */
export async function jsonOf(options: { readonly source: Source }): Promise<{
  readonly value: unknown;
  readonly refuse: (problem: ReadProblem) => never;
}> {
  const { text, refuse } = await textOf(readOptions(options, "", ["source"]).source);
  return { value: readJson(text, refuse).value, refuse };
}
