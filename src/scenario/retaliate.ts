import type { PartnerCode } from "../economies/partner.js";
import { requirePartner } from "../economies/partner.js";
import type { DecimalText } from "../exact/decimal.js";
import { readDecimal, writeDecimal } from "../exact/decimal.js";
import { readRate, writeRate } from "../exact/rate.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { checkSteps } from "../policy/checkSteps.js";
import { coversEconomy } from "../policy/coversEconomy.js";
import { mapValues } from "../policy/mapValues.js";
import { requirePolicy } from "../policy/policy.js";
import type { Step } from "../policy/step.js";
import { readNames } from "./readNames.js";
import { type Scenario, sealScenario } from "./scenario.js";

/**
 * How partners answer: with the same steps, with a share of their rates, or with a list of steps of their own.
 *
 * @category Scenarios
 */
export type RetaliationRule =
  | { readonly kind: "mirror" }
  | { readonly kind: "proportion"; readonly share: DecimalText }
  | { readonly kind: "list"; readonly steps: Scenario<never> };

/**
 * Who answers whom, and how.
 *
 * @category Scenarios
 */
export interface RetaliateOptions<Open extends string> {
  /** The identifier of the result. */
  readonly id: string;
  /** Its line for people. */
  readonly title: string;
  /** The scenario that is answered. */
  readonly scenario: Scenario<Open>;
  /** The economy that began. */
  readonly aggressor: PartnerCode;
  /** The partners that answer. */
  readonly by: readonly PartnerCode[];
  /** How they answer. */
  readonly rule: RetaliationRule;
}

/**
 * A scenario with the answer of partners added to it, as ordinary steps.
 *
 * **Formula**: mirror: each step against a partner that answers comes back with importer and exporter exchanged, charged
 * under the authority `"retaliation"`; proportion: with its rates times the share; list: with the steps given.
 *
 * **Result**: a scenario with the steps of the first and then those of the answer, whose identifiers end in
 * `-answer-` and the partner's code. An open rate that is mirrored stays open under the same name.
 *
 * **Leaves out**: when partners answer, and whether the first answers again.
 *
 * @throws `not-defined`, `out-of-range` for a share below 0 or a product step in proportion that is no rate, `empty`
 * where no step hits a partner that answers, `unknown-economy`, `open-parameters` for a proportion of an open rate.
 * @example Canada answers in kind
 * ```ts
 * import { januaryScenarios, retaliate } from "tariff-whatif";
 *
 * const scenario = retaliate({
 *   id: "canada-answers",
 *   title: "Mexico and Canada 25%, Canada answers",
 *   scenario: januaryScenarios.mexicoCanada25,
 *   aggressor: "USA",
 *   by: ["CAN"],
 *   rule: { kind: "mirror" },
 * });
 * scenario.steps.at(-1)?.id; // => "canada-25-answer-CAN"
 * scenario.steps.at(-1)?.importers; // => ["CAN"]
 * ```
 * @category Scenarios
 */
export function retaliate<Open extends string>(options: RetaliateOptions<Open>): Scenario<Open> {
  const { scenario, aggressor, by, rule, ...names } = readOptions(options, "", [
    "id",
    "title",
    "scenario",
    "aggressor",
    "by",
    "rule",
  ]);
  const { id, title } = readNames(names, "");
  requirePolicy(scenario, "scenario");
  requirePartner(aggressor, "aggressor");
  if (!Array.isArray(by) || by.length === 0) {
    throw new TariffError({
      code: "empty",
      path: "by",
      received: by,
      advice: "Name at least one partner that answers.",
    });
  }
  by.forEach((partner, index) => {
    requirePartner(partner, `by[${index}]`);
  });
  const answer = answerOf(scenario, aggressor, by, rule);
  if (answer.length === 0) {
    throw new TariffError({
      code: "empty",
      path: "by",
      received: by.join(", "),
      advice: "Name partners that a step of the scenario hits: there is nothing to answer.",
    });
  }
  const steps = [...scenario.steps, ...answer];
  checkSteps(steps);
  return sealScenario({ ...scenario, id, title, steps });
}

function answerOf(
  scenario: Scenario,
  aggressor: PartnerCode,
  by: readonly PartnerCode[],
  rule: RetaliationRule,
): readonly Step[] {
  const { on } = scenario.evaluate;
  switch (rule?.kind) {
    case "list":
      readOptions(rule, "rule", ["kind", "steps"]);
      requirePolicy(rule.steps, "rule.steps");
      return rule.steps.steps;
    case "mirror":
    case "proportion": {
      const hits = (step: Step, partner: PartnerCode) =>
        coversEconomy(step.importers, aggressor, on) && coversEconomy(step.exporters, partner, on);
      const returned = by.flatMap((partner) =>
        scenario.steps
          .filter((step) => hits(step, partner))
          .map((step) => returnStep(step, partner, aggressor)),
      );
      return rule.kind === "mirror" ? returned : scaleRates(returned, rule);
    }
    default:
      throw new TariffError({
        code: "wrong-type",
        path: "rule",
        received: rule,
        advice: "Give a rule of kind mirror, proportion or list.",
      });
  }
}

/** The step a partner answers with: the same, the other way round. */
function returnStep(step: Step, partner: PartnerCode, aggressor: PartnerCode): Step {
  const renamed = (name: string) => (name === "baseline" ? name : `retaliation-${name}`);
  const sides = {
    id: `${step.id}-answer-${partner}`,
    title: `${partner} answers: ${step.title}`.slice(0, 400),
    measure: `retaliation-${partner}`,
    importers: [partner],
    exporters: [aggressor],
    source: { title: `assumption: ${partner} returns the step ${step.id}` },
    ...(step.when === undefined ? {} : { when: { ...step.when, authority: renamed(step.when.authority) } }),
  };
  if (step.operator === "split") {
    const inner = (steps: readonly Step[]) => steps.map((nested) => returnStep(nested, partner, aggressor));
    return { ...step, ...sides, first: inner(step.first), rest: inner(step.rest) };
  }
  if (step.operator === "add") return { ...step, ...sides, authority: renamed(step.authority) };
  if (step.operator === "scale" || step.operator === "capTotalAt") {
    return { ...step, ...sides, of: step.of.map(renamed) };
  }
  return { ...step, ...sides, authority: renamed(step.authority), of: step.of.map(renamed) };
}

function scaleRates(steps: readonly Step[], rule: RetaliationRule & { kind: "proportion" }): readonly Step[] {
  readOptions(rule, "rule", ["kind", "share"]);
  const share = readDecimal(rule.share, "rule.share");
  if (share.lt(0)) {
    throw new TariffError({
      code: "out-of-range",
      path: "rule.share",
      received: rule.share,
      advice: "Give a share of zero or more; 1 is like for like.",
    });
  }
  return mapValues(steps, (value, kind, path) => {
    if (kind === "share") return value;
    if (typeof value === "string") return writeRate(readRate(value, path).times(writeDecimal(share)));
    throw new TariffError({
      code: "open-parameters",
      path,
      received: value.parameter,
      advice: "Bind the open rate first: a proportion of it cannot be written down.",
    });
  });
}
