import * as z from "zod/mini";
import { parse, readWith } from "../internal/zod/parse.js";
import { refuseTooManySteps } from "../policy/language/checkSteps.js";
import { completePolicy, type StoredPolicy } from "../policy/language/definePolicy.js";
import { mistakesBesideSchema } from "../policy/language/mistakesBesideSchema.js";
import type { ParametersOf, SharesOf } from "../policy/language/policy.js";
import { policyFields } from "../policy/language/policySchema.js";
import { readWhen } from "../policy/rates/readPeriod.js";
import type { Evaluation } from "../policy/rates/readQuery.js";
import { type Scenario, type ScenarioInput, sealScenario } from "./scenario.js";

type StoredScenario = StoredPolicy & { readonly evaluate: Evaluation };

let schema: z.ZodMiniType<StoredScenario> | undefined;

/**
 * Checks a scenario and returns it: a list of policy steps, and when they are looked at.
 *
 * **Result**: frozen; the input is not changed. Its type names the parameters that are still open, and a scenario with
 * an open parameter does not compile where a model wants a closed one. `JSON.stringify` and {@link parseScenario} bring
 * it back unchanged.
 *
 * @throws What {@link definePolicy} throws, for example `missing-key`, `not-a-rate`, `too-many-steps`.
 * @example A rate that nobody has stated yet
 * ```ts
 * import { bind, defineScenario } from "tariff-whatif";
 *
 * const open = defineScenario({
 *   id: "eu",
 *   title: "A tariff on the EU, rate not stated",
 *   evaluate: { on: "any-date", statuses: "any-status" },
 *   parameters: { euRate: { kind: "rate", title: "Rate on EU goods" } },
 *   steps: [
 *     {
 *       id: "eu-all-goods",
 *       title: "all goods from the EU",
 *       operator: "add",
 *       authority: "surcharge",
 *       rate: { parameter: "euRate" },
 *       importers: ["USA"],
 *       exporters: ["EU27"],
 *       products: "all",
 *       dates: {},
 *       status: "threatened",
 *       source: { title: "an announcement without a rate" },
 *     },
 *   ],
 * });
 * open.openParameters; // => ["euRate"]
 * bind(open, { euRate: "10%" }).openParameters; // => []
 * ```
 * @category Scenarios
 */
export function defineScenario<const Input extends ScenarioInput>(
  input: Input,
): Scenario<ParametersOf<Input>, SharesOf<Input>> {
  refuseTooManySteps(input);
  schema ??= buildSchema();
  const stored = parse(schema, input, mistakesBesideSchema);
  return sealScenario({ ...completePolicy(stored), evaluate: stored.evaluate }) as Scenario<
    ParametersOf<Input>,
    SharesOf<Input>
  >;
}

function buildSchema(): z.ZodMiniType<StoredScenario> {
  const evaluate = readWith(readWhen);
  return z.strictObject({ ...policyFields(), evaluate }) as unknown as z.ZodMiniType<StoredScenario>;
}
