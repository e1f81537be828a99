import { bind, januaryScenarios, parseScenario, type Scenario } from "tariff-whatif";
import type { Host } from "./Host.js";
import { parseFile } from "./parseFile.js";
import { readText } from "./readText.js";
import { UsageError } from "./UsageError.js";

const bundled = Object.values(januaryScenarios) as readonly Scenario<string>[];

const shownAs = (name: string): string => (name === "-" ? "stdin" : name);

/** A scenario from a file, from stdin for "-", or one of the article's own for "@china-10". */
export async function readScenario(name: string, host: Host): Promise<Scenario<string>> {
  if (!name.startsWith("@")) return parseFile(name, await readText(name, host), parseScenario);
  const found = bundled.find(({ id }) => id === name.slice(1));
  if (found !== undefined) return found;
  throw new UsageError(
    `${name}: no such scenario comes with the package; there are ${bundled.map(({ id }) => `@${id}`).join(", ")}.`,
  );
}

/** The same, with values for open parameters, as `euRate=10%`. */
export async function readBound(
  name: string,
  values: Readonly<Record<string, string>>,
  host: Host,
): Promise<Scenario<string>> {
  const scenario = await readScenario(name, host);
  const own = Object.entries(values).filter(([parameter]) => scenario.openParameters.includes(parameter));
  return own.length === 0 ? scenario : (bind(scenario, Object.fromEntries(own) as never) as Scenario<string>);
}

/** The scenarios of a command, closed; a value that none of them takes is a slip. */
export async function readClosed(
  names: readonly string[],
  values: Readonly<Record<string, string>>,
  host: Host,
): Promise<readonly Scenario<never>[]> {
  const scenarios: Scenario<string>[] = [];
  for (const name of names) scenarios.push(await readBound(name, values, host));
  requireUsed(scenarios, values);
  scenarios.forEach(({ id }, index) => {
    const first = scenarios.findIndex((other) => other.id === id);
    if (first === index) return;
    throw new UsageError(
      `${shownAs(names[index] as string)}: its id ${JSON.stringify(id)} is that of ${shownAs(names[first] as string)}; give each scenario one of its own.`,
    );
  });
  for (const [index, { openParameters }] of scenarios.entries()) {
    if (openParameters.length === 0) continue;
    throw new UsageError(
      `${shownAs(names[index] as string)}: open: ${openParameters.join(", ")}; give a value, as --set ${openParameters[0]}=10%.`,
    );
  }
  return scenarios as readonly unknown[] as readonly Scenario<never>[];
}

/** Refuses a value for a parameter that no scenario has. */
export function requireUsed(
  scenarios: readonly Scenario<string>[],
  values: Readonly<Record<string, string>>,
): void {
  for (const name of Object.keys(values)) {
    if (scenarios.some(({ parameters }) => Object.hasOwn(parameters, name))) continue;
    const known = [...new Set(scenarios.flatMap(({ parameters }) => Object.keys(parameters)))];
    throw new UsageError(
      `--set ${name}: no scenario has this parameter; ${known.length === 0 ? "there are none" : `there are ${known.join(", ")}`}.`,
    );
  }
}
