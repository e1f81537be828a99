import type { Rate } from "../../exact/rate.js";
import { perhaps } from "../../internal/nearestSpelling.js";
import { TariffError, type TariffErrorDetails } from "../../internal/TariffError.js";
import { mapValues } from "./mapValues.js";
import { readRateText, readShare } from "./readValue.js";
import type { ParameterDeclaration, ShareText, Step } from "./step.js";

type Declarations = Readonly<Record<string, ParameterDeclaration>>;

/** Reads a value for a declared parameter, by its kind. */
export function readParameter(
  declaration: ParameterDeclaration,
  value: unknown,
  path: string,
): Rate | ShareText {
  if (declaration.kind === "rate") return readRateText(value, path);
  if (typeof value === "string" && value.endsWith("%")) {
    throw new TariffError({
      code: "wrong-parameter-kind",
      path,
      received: value,
      advice: 'Give a share as a decimal text from "0" to "1".',
    });
  }
  return readShare(value, path);
}

/** The names of the parameters that steps use, and whether each is declared and of the right kind. */
export function usedParameters(
  steps: readonly Step[],
  declarations: Declarations,
): { readonly used: ReadonlySet<string>; readonly mistakes: readonly TariffErrorDetails[] } {
  const used = new Set<string>();
  const mistakes: TariffErrorDetails[] = [];
  mapValues(steps, (value, kind, path) => {
    if (typeof value === "string") return value;
    const declaration = Object.hasOwn(declarations, value.parameter)
      ? declarations[value.parameter]
      : undefined;
    if (declaration === undefined || declaration.kind !== kind) {
      mistakes.push({
        code: declaration === undefined ? "unknown-parameter" : "wrong-parameter-kind",
        path,
        received: value.parameter,
        advice: `${perhaps(value.parameter, Object.keys(declarations))}Declare it under parameters with the kind "${kind}".`,
      });
    }
    used.add(value.parameter);
    return value;
  });
  return { used, mistakes };
}

/** What is wrong with values that stand already, and with parameters that nothing uses. */
export function declarationMistakes(
  used: ReadonlySet<string>,
  declarations: Declarations,
  bound: Readonly<Record<string, unknown>>,
): readonly TariffErrorDetails[] {
  const mistakes: TariffErrorDetails[] = [];
  for (const [name, value] of Object.entries(bound)) {
    const declaration = Object.hasOwn(declarations, name) ? declarations[name] : undefined;
    if (declaration !== undefined && !used.has(name)) {
      readParameter(declaration, value, `bound.${name}`);
      continue;
    }
    mistakes.push({
      code: "unknown-parameter",
      path: `bound.${name}`,
      received: value,
      advice: "A bound parameter must be declared and no longer stand in a step; bind does both.",
    });
  }
  for (const name of Object.keys(declarations)) {
    if (used.has(name) || Object.hasOwn(bound, name)) continue;
    mistakes.push({
      code: "unknown-parameter",
      path: `parameters.${name}`,
      received: name,
      advice: "Remove the declaration: no step uses this parameter.",
    });
  }
  return mistakes;
}
