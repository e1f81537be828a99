import { isRecord } from "../internal/isRecord.js";
import { requireFinite } from "../internal/requireFinite.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import { type Domain, type Evaluator, requireEvaluator } from "./evaluator.js";

/**
 * Several evaluators as one, so that all see the same draws.
 *
 * **Result**: inputs of the same name are the same input; outcomes carry the name of their evaluator in front:
 * `"europe.welfareChange"`.
 *
 * @throws `empty`, `wrong-type`, `mismatched-model` where two give one input different domains.
 * @example Two scenarios on the same elasticity
 * ```ts
 * import { combineEvaluators } from "tariff-whatif";
 *
 * const domains = { elasticity: { below: 0 } };
 * const evaluator = combineEvaluators({
 *   low: { domains, evaluate: ({ elasticity = 0 }) => ({ imports: 100 * 1.1 ** elasticity }) },
 *   high: { domains, evaluate: ({ elasticity = 0 }) => ({ imports: 100 * 1.25 ** elasticity }) },
 * });
 * Object.keys(evaluator.evaluate({ elasticity: -1 })); // => ["low.imports", "high.imports"]
 * ```
 * @category Uncertainty
 */
export function combineEvaluators(evaluators: Readonly<Record<string, Evaluator>>): Evaluator {
  const entries = typeof evaluators === "object" && evaluators !== null ? Object.entries(evaluators) : [];
  if (entries.length === 0) {
    throw new TariffError({
      code: "empty",
      path: "evaluators",
      received: evaluators,
      advice: "Pass an object with at least one evaluator by name.",
    });
  }
  const domains: Record<string, Domain> = {};
  for (const [name, evaluator] of entries) {
    for (const [input, domain] of Object.entries(requireEvaluator(evaluator, name).domains)) {
      if (Object.hasOwn(domains, input) && JSON.stringify(domains[input]) !== JSON.stringify(domain)) {
        throw new TariffError({
          code: "mismatched-model",
          path: `${name}.domains.${input}`,
          received: JSON.stringify(domain),
          advice: "Give an input the same domain everywhere, or different names.",
        });
      }
      domains[input] = domain;
    }
  }
  return Object.freeze({
    domains,
    evaluate: (inputs: Readonly<Record<string, number>>) => {
      if (!isRecord(inputs)) throw noRecord("inputs", inputs);
      return Object.fromEntries(
        entries.flatMap(([name, { domains: own, evaluate }]) => {
          const mine = Object.fromEntries(
            Object.keys(own).map((input) => [input, readInput(inputs[input], `inputs.${input}`)]),
          );
          const outcomes = evaluate(mine);
          if (!isRecord(outcomes)) throw noRecord(name, outcomes);
          return Object.entries(outcomes).map(
            ([outcome, value]) => [`${name}.${outcome}`, requireFinite(value, `${name}.${outcome}`)] as const,
          );
        }),
      );
    },
  });
}

/** A number, or a rate as text, which the evaluator itself reads. */
const readInput = (value: unknown, path: string): number =>
  typeof value === "string" ? (requireText(value, path) as never) : requireFinite(value, path);

const noRecord = (path: string, received: unknown): TariffError =>
  new TariffError({
    code: "wrong-type",
    path,
    received,
    advice: "Give an object with a number by each name.",
  });
