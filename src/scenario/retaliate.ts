import type { PartnerCode } from "../economies/partner.js";
import { requirePartner } from "../economies/partner.js";
import { refuseOverlap } from "../economies/refuseOverlap.js";
import type { DecimalText } from "../exact/decimal.js";
import { requireBounded } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { checkSteps } from "../policy/language/checkSteps.js";
import { requireNoOpen } from "../policy/language/requireNoOpen.js";
import type { Step } from "../policy/language/step.js";
import { combineScenarios } from "./combineScenarios.js";
import { readIdAndTitle } from "./readIdAndTitle.js";
import { returnSteps } from "./returnSteps.js";
import { scaleRates } from "./scaleRates.js";
import { requireScenario, type Scenario, sealScenario } from "./scenario.js";

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
export interface RetaliateOptions<Open extends string, Shares extends string = never> {
  /** The identifier of the result. */
  readonly id: string;
  /** Its line for people. */
  readonly title: string;
  /** The scenario that is answered. */
  readonly scenario: Scenario<Open, Shares>;
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
 * under the authority's name with `retaliation-` before it; proportion: with its rates times the share; list: with the
 * steps given.
 *
 * **Result**: a scenario with the steps of the first and then those of the answer, whose identifiers end in
 * `-answer-` and the partner's code. An open rate that is mirrored stays open under the same name.
 *
 * **Leaves out**: when partners answer, and whether the first answers again.
 *
 * @throws `not-defined`, `out-of-range` for a share below 0, `rate-below-minus-100`, `empty` where no step hits a partner
 * that answers, `unknown-economy`, `overlapping-scope` for a partner twice or one that is the aggressor,
 * `open-parameters` for a list or a proportion with an open rate, `mismatched-model` for a list looked at on another
 * date, `too-long` where the identifier of a step leaves no room for that of the answer.
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
export function retaliate<Open extends string, Shares extends string = never>(
  options: RetaliateOptions<Open, Shares>,
): Scenario<Open, Shares> {
  const { scenario, aggressor, by, rule, ...names } = readOptions(options, "", [
    "id",
    "title",
    "scenario",
    "aggressor",
    "by",
    "rule",
  ]);
  const { id, title } = readIdAndTitle(names, "");
  requireScenario(scenario, "scenario");
  requirePartner(aggressor, "aggressor");
  requireBounded(by, "economies", "by", "Name at least one partner that answers.");
  Array.from(by).forEach((partner, index) => {
    requirePartner(partner, `by[${index}]`);
  });
  refuseOverlap(by, "by");
  by.forEach((partner, index) => {
    if (partner === aggressor) throw answersItself(partner, `by[${index}]`);
  });
  if (rule?.kind === "list") {
    const own = readList(scenario, rule);
    return combineScenarios({ id, title, scenarios: [scenario, own] }) as Scenario<string> as Scenario<
      Open,
      Shares
    >;
  }
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
  scenario: Scenario<string>,
  aggressor: PartnerCode,
  by: readonly PartnerCode[],
  rule: Exclude<RetaliationRule, ListRule>,
): readonly Step[] {
  // Over a period the members of a group are those of its first day.
  const { evaluate } = scenario;
  const on = evaluate.over === undefined ? evaluate.on : evaluate.over.from;
  switch (rule?.kind) {
    case "mirror":
    case "proportion": {
      if (rule.kind === "mirror") readOptions(rule, "rule", ["kind"]);
      else readOptions(rule, "rule", ["kind", "share"]);
      const returned = by.flatMap((partner) => returnSteps(scenario.steps, partner, aggressor, on));
      return rule.kind === "mirror" ? returned : scaleRates(returned, rule.share);
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

type ListRule = Extract<RetaliationRule, { kind: "list" }>;

/** The partners' own list: closed, not empty, and looked at in the same way as the scenario. */
function readList(scenario: Scenario<string>, rule: ListRule): Scenario<never> {
  const { steps: own } = readOptions(rule, "rule", ["kind", "steps"]);
  requireScenario(own, "rule.steps");
  requireNoOpen(own, "rule.steps");
  const sameView = JSON.stringify(own.evaluate) === JSON.stringify(scenario.evaluate);
  if (sameView && own.steps.length > 0) return own;
  throw new TariffError({
    code: sameView ? "empty" : "mismatched-model",
    path: sameView ? "rule.steps" : "rule.steps.evaluate",
    received: JSON.stringify(sameView ? own.steps : own.evaluate),
    advice: sameView
      ? "Give a list with at least one step."
      : "Give a list that is looked at on the same date and for the same statuses as the scenario.",
  });
}

const answersItself = (partner: PartnerCode, path: string) =>
  new TariffError({
    code: "overlapping-scope",
    path,
    received: partner,
    advice: "Remove the aggressor: it does not answer itself.",
  });
