import type { Rate } from "../exact/rate.js";
import { hasBrand } from "../internal/brand.js";
import { isRecord } from "../internal/isRecord.js";
import { perhaps } from "../internal/nearestSpelling.js";
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
 * Values for open parameters, each of its kind: a rate such as `"10%"`, or a share such as `"0.5"`.
 *
 * @category Scenarios
 */
export type BindValues<Open extends string, Shares extends string> = {
  readonly [Name in Open]?: string extends Open ? ParameterValue : Name extends Shares ? ShareText : Rate;
};

/** Refuses names that are not open. */
type NothingElse<Values, Open extends string> = string extends Open
  ? unknown
  : { readonly [Name in Exclude<keyof Values, Open>]: never };

/**
 * What {@link bind} makes of a scenario or policy: the same without the open parameters that got a value.
 *
 * @category Scenarios
 */
export type Bound<Given, Names> =
  Given extends Scenario<infer Open, infer Shares>
    ? Scenario<Exclude<Open, Names>, Exclude<Shares, Names>>
    : Given extends Policy<infer Open, infer Shares>
      ? Policy<Exclude<Open, Names>, Exclude<Shares, Names>>
      : never;

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
export function bind<
  Open extends string,
  Shares extends string,
  Given extends Policy<Open, Shares>,
  const Values extends BindValues<Open, Shares>,
>(
  scenario: Given & Policy<Open, Shares>,
  values: Values & NothingElse<Values, Open>,
): Bound<Given, keyof Values> {
  const policy = scenario as Policy<string>;
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
  for (const [name, value] of Object.entries<ParameterValue>(
    values as object as Record<string, ParameterValue>,
  )) {
    const declaration = policy.openParameters.includes(name) ? policy.parameters[name] : undefined;
    if (declaration === undefined) {
      throw new TariffError({
        code: "unknown-parameter",
        path: `values.${name.slice(0, 40)}`,
        received: value,
        advice: `${perhaps(name, policy.openParameters)}Name one of the open parameters: ${policy.openParameters.join(", ") || "there are none"}.`,
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
  const sealed = hasBrand("scenario", policy)
    ? sealScenario(closed as Policy<string> as Scenario<string>)
    : sealPolicy<Policy<string>>(closed);
  return sealed as Bound<Given, keyof Values>;
}
