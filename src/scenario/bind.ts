import type { Rate } from "../exact/rate.js";
import { hasBrand } from "../internal/brand.js";
import { isRecord } from "../internal/isRecord.js";
import { TariffError } from "../internal/TariffError.js";
import { readParameter } from "../policy/language/checkParameters.js";
import { mapValues } from "../policy/language/mapValues.js";
import { type Policy, requirePolicy, sealPolicy } from "../policy/language/policy.js";
import type { ShareText } from "../policy/language/step.js";
import { type Scenario, sealScenario } from "./scenario.js";

/**
 * The value of a parameter: a rate such as `"10%"`, or a share such as `"0.5"`.
 *
 * @category Scenarios
 */
export type ParameterValue = Rate | ShareText;

/**
 * Values for some of the open parameters, and for nothing else.
 *
 * @category Scenarios
 */
export type BindValues<Open extends string, Bound> = {
  readonly [Name in keyof Bound]: Name extends Open ? ParameterValue : never;
};

/**
 * Gives open parameters of a scenario or policy a value.
 *
 * **Result**: a new scenario whose type no longer names them; the value stands in its steps and under `bound`, from
 * where it reaches every result. Results name the values in their title.
 *
 * @throws `unknown-parameter`, `wrong-parameter-kind`, `not-a-rate`, `out-of-range`, `not-defined`.
 * @example The EU at ten percent
 * ```ts
 * import { bind, januaryScenarios } from "tariff-whatif";
 *
 * const closed = bind(januaryScenarios.europeanUnion, { euRate: "10%" });
 * closed.bound; // => { euRate: "10%" }
 * bind(januaryScenarios.europeanUnion, { euRate: "10" as "10%" }); // throws not-a-rate
 * ```
 * @category Scenarios
 */
export function bind<Open extends string, const Bound extends Partial<Record<Open, ParameterValue>>>(
  scenario: Scenario<Open>,
  values: Bound & BindValues<Open, Bound>,
): Scenario<Exclude<Open, keyof Bound>>;
export function bind<Open extends string, const Bound extends Partial<Record<Open, ParameterValue>>>(
  policy: Policy<Open>,
  values: Bound & BindValues<Open, Bound>,
): Policy<Exclude<Open, keyof Bound>>;
export function bind(policy: Policy | Scenario, values: Readonly<Record<string, ParameterValue>>): Policy {
  requirePolicy(policy, "scenario");
  if (!isRecord(values)) {
    throw new TariffError({
      code: "wrong-type",
      path: "values",
      received: values,
      advice: 'Give an object such as { euRate: "10%" }.',
    });
  }
  const bound: Record<string, ParameterValue> = { ...policy.bound };
  for (const [name, value] of Object.entries(values)) {
    const declaration = policy.openParameters.includes(name) ? policy.parameters[name] : undefined;
    if (declaration === undefined) {
      throw new TariffError({
        code: "unknown-parameter",
        path: `values.${name.slice(0, 40)}`,
        received: value,
        advice: `Name one of the open parameters: ${policy.openParameters.join(", ") || "there are none"}.`,
      });
    }
    bound[name] = readParameter(declaration, value, `values.${name}`);
  }
  const steps = mapValues(policy.steps, (value) =>
    typeof value !== "string" && Object.hasOwn(bound, value.parameter)
      ? (bound[value.parameter] as ParameterValue)
      : value,
  );
  const openParameters = policy.openParameters.filter((name) => !Object.hasOwn(bound, name));
  const closed = { ...policy, bound, openParameters, steps };
  return hasBrand("scenario", policy) ? sealScenario(closed as Scenario) : sealPolicy(closed);
}
