import { readOptions } from "../../internal/readOptions.js";
import { ReadError, type ReadProblem } from "../readError.js";
import { gunzip } from "../source/gunzip.js";
import { bytesOf, nameOf, type Source } from "../source/source.js";
import { toUtf8 } from "../source/toUtf8.js";
import { readJson } from "./readJson.js";

/** The value of a source of JSON, and how to refuse what is in it. */
export async function jsonOf(options: { readonly source: Source }): Promise<{
  readonly value: unknown;
  readonly refuse: (problem: ReadProblem) => never;
}> {
  const { source } = readOptions(options, "", ["source"]);
  const file = nameOf(source);
  const refuse = (problem: ReadProblem): never => {
    throw new ReadError(problem, file, 0);
  };
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of toUtf8(
    gunzip(bytesOf(source, "source"), typeof source === "string", refuse),
    "utf-8",
    refuse,
  ))
    text += decoder.decode(chunk, { stream: true });
  return { value: readJson(text + decoder.decode(), refuse).value, refuse };
}
