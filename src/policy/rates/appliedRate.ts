import { deepFreeze } from "../../internal/deepFreeze.js";
import type { Policy } from "../language/policy.js";
import { requireAuthorities } from "../language/requireAuthorities.js";
import { requireNoOpen } from "../language/requireNoOpen.js";
import { compileSteps } from "./compileSteps.js";
import { foldSteps } from "./foldSteps.js";
import { requireCovered } from "./onDay.js";
import { type AppliedRate, rateAfter } from "./rateAfter.js";
import { type RateQuery, readQuery } from "./readQuery.js";

/**
 * The ad valorem rate that applies to a good after all steps of a policy.
 *
 * **Formula**: a fold: the state is a rate for each authority, beginning with the base; each step that covers the
 * importer, exporter, product and date changes it, in the order of the list; the rate is the sum.
 *
 * **Result**: exact, as a {@link Rate}.
 *
 * Where the question gives a customs value the answer is in money too; duties per unit and fixed amounts then count, and
 * the rate is their equivalent at that value, to 24 places where the quotient does not end.
 *
 * **Leaves out**: the rounding of an entry; anti-dumping duties and taxes unless given as steps.
 *
 * @throws `missing-fact` and `missing-quantity` where a step asks for what the question lacks, `unit-mismatch`,
 * `currency-mismatch`, `outside-period`, `unknown-authority` for a step about an authority that neither the base nor a step charges, `open-parameters`, `not-defined`, `finer-than-baseline` where the policy tells apart what the question does
 * not, `unknown-economy`, `not-an-hs-code`, `not-a-date`, `not-a-rate`, `rate-below-minus-100`, `missing-key`.
 * @example A floor of 15 percent over an MFN rate of 2.5
 * ```ts
 * import { appliedRate, definePolicy } from "tariff-whatif";
 *
 * const policy = definePolicy({
 *   id: "floor",
 *   title: "15% all in",
 *   steps: [
 *     {
 *       id: "floor-15",
 *       title: "the higher of MFN and 15%",
 *       operator: "raiseTotalTo",
 *       authority: "reciprocal",
 *       of: ["mfn", "reciprocal"],
 *       rate: "15%",
 *       importers: ["USA"],
 *       exporters: ["EU27"],
 *       products: "all",
 *       dates: { effective: "2025-08-07" },
 *       status: "in-force",
 *       source: { title: "EU-US framework" },
 *     },
 *   ],
 * });
 * appliedRate(policy, {
 *   importer: "USA",
 *   exporter: "DEU",
 *   product: "8703",
 *   on: "2025-08-07",
 *   statuses: "any-status",
 *   base: { mfn: "2.5%" },
 * }); // => { rate: "15%", byAuthority: { mfn: "2.5%", reciprocal: "12.5%" } }
 * ```
 * @category Policy
 */
export function appliedRate(policy: Policy<never>, query: RateQuery): AppliedRate {
  requireNoOpen(policy, "policy");
  const { context, base, value } = readQuery(query);
  requireCovered(policy, context.on, "on");
  requireAuthorities(policy, base.keys(), "policy.steps");
  foldSteps(compileSteps(policy), value, base, context);
  return deepFreeze(rateAfter(base, value, context.shipment.currency));
}
