import type * as z from "zod/mini";
import { isRecord } from "../../internal/isRecord.js";
import type { TariffErrorDetails } from "../../internal/TariffError.js";
import { usedParameters } from "./checkParameters.js";
import { stepMistakes } from "./checkSteps.js";
import { policyFields } from "./policySchema.js";
import type { Step } from "./step.js";
import { buildStepSchema } from "./stepSchema.js";

let schemas:
  | { readonly step: z.ZodMiniType<Step>; readonly parameters: ReturnType<typeof policyFields>["parameters"] }
  | undefined;

/** In a policy that a schema refused: what only all steps together show, of those that can be read. */
export function mistakesBesideSchema(policy: unknown): readonly TariffErrorDetails[] {
  if (!isRecord(policy) || !Array.isArray(policy.steps)) return [];
  schemas ??= { step: buildStepSchema(), parameters: policyFields().parameters };
  // A list with gaps: steps keep their places.
  const steps: Step[] = [];
  for (const [index, given] of policy.steps.entries()) {
    const { data } = schemas.step.safeParse(given);
    if (data !== undefined) steps[index] = data;
  }
  const declared =
    policy.parameters === undefined ? { data: {} } : schemas.parameters.safeParse(policy.parameters);
  const mistakes = declared.data === undefined ? [] : usedParameters(steps, declared.data).mistakes;
  return [...stepMistakes(steps), ...mistakes];
}
