import { parseBaseline, parsePolicy, parseScenario } from "tariff-whatif";
import type { Host } from "../Host.js";
import { parseFile } from "../parseFile.js";
import { readText } from "../readText.js";
import { MistakesError, UsageError } from "../UsageError.js";

const doors = { scenario: parseScenario, policy: parsePolicy, baseline: parseBaseline } as const;

/** A baseline has flows, a scenario says when it is looked at, and a policy has steps only. */
const kindOf = (json: unknown): keyof typeof doors => {
  const has = (key: string) => typeof json === "object" && json !== null && Object.hasOwn(json, key);
  return has("flows") ? "baseline" : has("evaluate") || !has("steps") ? "scenario" : "policy";
};

/** `validate`: everything that is wrong with files, each with line and column. */
export async function validate(
  files: readonly string[],
  { as }: { readonly as?: string },
  host: Host,
): Promise<void> {
  if (as !== undefined && !Object.hasOwn(doors, as)) {
    throw new UsageError(`--as ${as}: name one of ${Object.keys(doors).join(", ")}.`);
  }
  const mistakes: string[] = [];
  let exitCode: 1 | 2 = 1;
  for (const file of files) {
    let isPolicy = false;
    try {
      const text = await readText(file, host);
      const kind = parseFile(file, text, (json) => {
        const kind = (as as keyof typeof doors | undefined) ?? kindOf(json);
        isPolicy = as === undefined && kind === "policy";
        doors[kind](json);
        return kind;
      });
      host.out(`${file === "-" ? "stdin" : file}: a valid ${kind}.\n`);
    } catch (error) {
      // A file that cannot be read does not silence the others.
      if (error instanceof UsageError) {
        mistakes.push(error.message);
        exitCode = 2;
      } else if (error instanceof MistakesError) {
        mistakes.push(...error.lines);
        if (isPolicy)
          mistakes.push(
            `${file}: it was read as a policy: it has no key "evaluate". --as scenario reads it as one.`,
          );
      } else throw error;
    }
  }
  if (mistakes.length > 0) throw new MistakesError(mistakes, exitCode);
}
