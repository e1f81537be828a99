import { ReadError, type ReadProblem } from "../readError.js";
import { gunzip } from "./gunzip.js";
import { bytesOf, nameOf, type Source } from "./source.js";
import { toUtf8 } from "./toUtf8.js";

/** The whole text of a source, unpacked, and how to refuse what is in it. */
export async function textOf(source: Source): Promise<{
  readonly text: string;
  readonly refuse: (problem: ReadProblem) => never;
}> {
  const file = nameOf(source);
  const refuse = (problem: ReadProblem): never => {
    throw new ReadError(problem, file, 0);
  };
  const decoder = new TextDecoder();
  let text = "";
  const bytes = gunzip(bytesOf(source, "source"), typeof source === "string", refuse);
  for await (const chunk of toUtf8(bytes, "utf-8", refuse)) text += decoder.decode(chunk, { stream: true });
  return { text: text + decoder.decode(), refuse };
}
