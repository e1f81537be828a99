import { Decimal } from "../../exact/decimal.js";
import { type Rate, writeRate } from "../../exact/rate.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { Policy } from "../language/policy.js";
import { requireAuthorities } from "../language/requireAuthorities.js";
import { requireNoOpen } from "../language/requireNoOpen.js";
import { compileSteps } from "./compileSteps.js";
import { foldSteps } from "./foldSteps.js";
import { type RateQuery, readQuery, totalOf } from "./readQuery.js";

/**
 * The rate that results from a policy.
 *
 * @category Policy
 */
export interface AppliedRate {
  /** The sum over all authorities. */
  readonly rate: Rate;
  /** What each authority charges, net of what other steps took from it. */
  readonly byAuthority: Readonly<Record<string, Rate>>;
}

/**
 * The ad valorem rate that applies to a good after all steps of a policy.
 *
 * **Formula**: a fold: the state is a rate for each authority, beginning with the base; each step that covers the
 * importer, exporter, product and date changes it, in the order of the list; the rate is the sum.
 *
 * **Result**: exact, as a {@link Rate}.
 *
 * **Leaves out**: specific and compound duties, quotas, anti-dumping duties unless given as steps.
 *
 * @throws `unknown-authority` for a step about an authority that neither the base nor a step charges, `open-parameters`, `not-defined`, `finer-than-baseline` where the policy tells apart what the question does
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
  const { context, base } = readQuery(query);
  requireAuthorities(policy, base.keys(), "policy.steps");
  const one = new Decimal(1);
  foldSteps(compileSteps(policy), one, base, context);
  const rate = writeRate(totalOf(base, one, "policy.steps"));
  const byAuthority = Object.fromEntries([...base].map(([authority, duty]) => [authority, writeRate(duty)]));
  return deepFreeze({ rate, byAuthority });
}
