import { deepFreeze } from "../internal/deepFreeze.js";
import type { PolicyInput } from "../policy/language/policy.js";
import type { StepDates } from "../policy/language/step.js";
import { chargedByAll, common, executiveOrder, onTheRest, stackingParameters } from "./stackingSteps.js";

/** From the first day of the metal duties of 2025 to the last on which the border rates came first. */
const before: StepDates = { effective: "2025-03-12", expires: "2025-06-03" };

/**
 * How United States tariffs of different laws stacked on one good from 12 March to 3 June 2025, as a policy with open
 * parameters: the order before that of {@link usStackingRule}, with the same parameters.
 *
 * **Formula**: as there, but for Canada and Mexico the border rate comes first: where the fentanyl IEEPA rate applies,
 * no metal duty of Section 232 is charged on the metal content, and the border rate counts on the whole value.
 *
 * **Leaves out**: anti-dumping and countervailing duties; cars and parts, whose Section 232 duty came before the border
 * rate then too: ask for them with `ieepaFentanyl` at `"0%"`.
 *
 * **Source**: [EO 14289], Executive Order 14289 (90 FR 18907), section 3.
 *
 * @example Canadian steel: 25 % at the border, and then no 25 % on steel
 * ```ts
 * import { appliedRate, bind, definePolicy } from "tariff-whatif";
 * import { usStackingRuleMarch2025 } from "tariff-whatif/law";
 *
 * const steel = bind(definePolicy(usStackingRuleMarch2025), {
 *   mfn: "0%",
 *   section232: "25%",
 *   section232OnWholeValue: "0%",
 *   section301: "0%",
 *   ieepaReciprocal: "0%",
 *   ieepaFentanyl: "25%",
 *   section122: "0%",
 *   section201: "0%",
 *   other: "0%",
 *   nonMetalShare: "0",
 * });
 * const on = "2025-05-01";
 * const query = { importer: "USA", exporter: "CAN", product: "7208", on, statuses: "any-status" } as const;
 * appliedRate(steel, { ...query, base: {} }).byAuthority["ieepa-fentanyl"]; // => "25%"
 * appliedRate(steel, { ...query, base: {} }).rate; // => "25%"
 * ```
 * @category Policy
 */
export const usStackingRuleMarch2025 = /* @__PURE__ */ deepFreeze({
  id: "us-stacking-march-2025",
  title: "How US tariffs of different laws stacked, 12 March to 3 June 2025",
  covers: { from: "2025-03-12", to: "2025-06-03" },
  parameters: stackingParameters,
  steps: [
    ...chargedByAll(before),
    {
      ...common,
      id: "border-first",
      title: "no metal duty where the border rate on Canada or Mexico applies",
      operator: "scale",
      of: ["section-232"],
      share: "0",
      exporters: ["CAN", "MEX"],
      dates: before,
      when: { authority: "ieepa-fentanyl", above: "0%" },
      source: { ...executiveOrder, place: "90 FR 18907, section 3" },
    },
    onTheRest(
      before,
      "metal-first",
      "not on the metal share where Section 232 applies",
      ["ieepa-reciprocal", "section-122"],
      executiveOrder,
    ),
  ],
} as const satisfies PolicyInput);
