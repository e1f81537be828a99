import { deepFreeze } from "../internal/deepFreeze.js";
import type { PolicyInput } from "../policy/language/policy.js";
import type { StepDates } from "../policy/language/step.js";
import { chargedByAll, executiveOrder, onTheRest, stackingParameters } from "./stackingSteps.js";

/** From the first day on which metal duties come before the Canada and Mexico rates. */
const since: StepDates = { effective: "2025-06-04" };

/**
 * How United States tariffs of different laws stack on one good from 4 June 2025 on, as a policy with open parameters.
 *
 * **Formula**: all authorities add up, Section 301 for China only. Section 232 is charged twice over: `section232`, the
 * rate that the law states, on the metal content (1 - `nonMetalShare`), and `section232OnWholeValue` on the whole value.
 * Where either applies, the reciprocal IEEPA and the Section 122 rates count only on the share of the value that is not
 * metal, and so does the fentanyl IEEPA rate for every exporter but China and Hong Kong.
 *
 * **Unit**: rates for each authority, as the law states them: nothing has to be multiplied beforehand. `nonMetalShare` is
 * 1 - metal share, and 0 for a product of a Section 232 annex and for a Section 232 product that is all metal. A rate
 * that was already multiplied by the metal share is charged on the whole value.
 *
 * **Leaves out**: anti-dumping and countervailing duties. A day before 4 June 2025 is refused (`outside-period`): take
 * `usStackingRuleMarch2025`.
 *
 * **Source**: [EO 14289], the law of each step; Executive Order 14289 (90 FR 18907) as amended by the proclamation of
 * 3 June 2025, checked on 499 combinations computed by the Budget Lab's own program.
 *
 * @example A chair from Germany with 30 percent of steel: 50 % on the steel, 15 % on the rest
 * ```ts
 * import { appliedRate, bind, definePolicy } from "tariff-whatif";
 * import { usStackingRule } from "tariff-whatif/law";
 *
 * const chair = bind(definePolicy(usStackingRule), {
 *   mfn: "0%",
 *   section232: "50%",
 *   section232OnWholeValue: "0%",
 *   section301: "0%",
 *   ieepaReciprocal: "15%",
 *   ieepaFentanyl: "0%",
 *   section122: "0%",
 *   section201: "0%",
 *   other: "0%",
 *   nonMetalShare: "0.7",
 * });
 * const on = "2025-08-18";
 * const query = { importer: "USA", exporter: "DEU", product: "9401790010", on, statuses: "any-status" } as const;
 * appliedRate(chair, { ...query, base: {} }).rate; // => "25.5%"
 * ```
 * @category Policy
 */
export const usStackingRule = /* @__PURE__ */ deepFreeze({
  id: "us-stacking",
  title: "How US tariffs of different laws stack, from 4 June 2025",
  covers: { from: "2025-06-04" },
  parameters: stackingParameters,
  steps: [
    ...chargedByAll(since),
    onTheRest(
      since,
      "metal-first",
      "not on the metal share where Section 232 applies",
      ["ieepa-reciprocal", "section-122"],
      executiveOrder,
    ),
    {
      ...onTheRest(
        since,
        "metal-first-fentanyl",
        "the same for the fentanyl rate, China and Hong Kong apart",
        ["ieepa-fentanyl"],
        { title: "Proclamation of 3 June 2025 on steel and aluminum, which amends Executive Order 14289" },
      ),
      exporters: { allBut: ["CHN", "HKG"] },
    },
  ],
} as const satisfies PolicyInput);
