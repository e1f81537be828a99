import * as z from "zod/mini";
import type { Rate } from "../../exact/rate.js";
import { throwAll } from "../../internal/throwAll.js";
import { parse } from "../../internal/zod/parse.js";
import { declarationMistakes, usedParameters } from "./checkParameters.js";
import { refuseTooManySteps, stepMistakes } from "./checkSteps.js";
import { mistakesBesideSchema } from "./mistakesBesideSchema.js";
import { type ParametersOf, type Policy, type PolicyInput, type SharesOf, sealPolicy } from "./policy.js";
import { policyFields } from "./policySchema.js";
import type { ShareText } from "./step.js";

/** A policy as it comes back from JSON: with what {@link bind} recorded. */
export type StoredPolicy = PolicyInput & {
  readonly bound?: Readonly<Record<string, Rate | ShareText>>;
  readonly openParameters?: readonly string[];
};

/** Checks what a schema cannot: numbers of steps, identifiers, parameters. Keys come in one order, so JSON is stable. */
export function completePolicy({
  id,
  title,
  parameters = {},
  bound = {},
  covers,
  steps,
}: StoredPolicy): Policy<string> {
  const { used, mistakes } = usedParameters(steps, parameters);
  throwAll([...stepMistakes(steps), ...mistakes, ...declarationMistakes(used, parameters, bound)]);
  const openParameters = [...used];
  return {
    id,
    title,
    parameters,
    bound,
    openParameters,
    ...(covers === undefined ? {} : { covers }),
    steps,
  };
}

let schema: z.ZodMiniType<StoredPolicy> | undefined;

/**
 * Checks a list of steps and returns it as a {@link Policy}.
 *
 * **Result**: frozen; the input is not changed. Its type names the parameters that are still open. `JSON.stringify`
 * and {@link parsePolicy} bring it back unchanged.
 *
 * @throws `missing-key`, `unknown-key`, `unsafe-key`, `wrong-type`, `not-a-rate`, `rate-below-minus-100`,
 * `out-of-range` for a share outside 0 to 1, `unknown-economy`, `overlapping-scope`, `not-an-hs-code`, `not-a-date`,
 * `dates-out-of-order`, `duplicate-id`, `too-many-steps`, `unknown-parameter`, `wrong-parameter-kind`.
 * @example Ten percent on goods from China
 * ```ts
 * import { appliedRate, definePolicy } from "tariff-whatif";
 *
 * const policy = definePolicy({
 *   id: "china-10",
 *   title: "10% on Chinese goods",
 *   steps: [
 *     {
 *       id: "china",
 *       title: "10% on all goods",
 *       operator: "add",
 *       authority: "surcharge",
 *       rate: "10%",
 *       importers: ["USA"],
 *       exporters: ["CHN"],
 *       products: "all",
 *       dates: {},
 *       status: "threatened",
 *       source: { title: "assumption" },
 *     },
 *   ],
 * });
 * const query = { importer: "USA", exporter: "CHN", product: "8703", on: "any-date", statuses: "any-status" } as const;
 * appliedRate(policy, { ...query, base: { mfn: "2.5%" } }).rate; // => "12.5%"
 * ```
 * @category Policy
 */
export function definePolicy<const Input extends PolicyInput>(
  input: Input,
): Policy<ParametersOf<Input>, SharesOf<Input>> {
  refuseTooManySteps(input);
  schema ??= z.strictObject(policyFields()) as unknown as z.ZodMiniType<StoredPolicy>;
  return sealPolicy(completePolicy(parse(schema, input, mistakesBesideSchema))) as Policy<
    ParametersOf<Input>,
    SharesOf<Input>
  >;
}
