import { deepFreeze } from "../internal/deepFreeze.js";
import type { PolicyInput } from "./policy.js";
import type { AddStep, ScaleStep } from "./step.js";

const source = {
  title:
    "Executive Order 14289 and the Section 122 proclamation, as the Yale Budget Lab's tariff tracker applies them",
  place: "90 FR 18907",
} as const;

const common = {
  importers: ["USA"],
  exporters: "all",
  products: "all",
  dates: {},
  status: "in-force",
  source,
} as const;

const add = (authority: string, parameter: string, title: string): AddStep => ({
  ...common,
  id: authority,
  title,
  operator: "add",
  authority,
  rate: { parameter },
});

const scale = (id: string, title: string, of: readonly string[]): Omit<ScaleStep, "exporters"> => ({
  ...common,
  id,
  title,
  operator: "scale",
  of,
  share: { parameter: "nonMetalShare" },
  when: { authority: "section-232", above: "0%" },
});

/**
 * How United States tariffs of different laws stack on one good, as a policy with open parameters.
 *
 * **Formula**: all authorities add up, Section 301 for China only. Where Section 232 applies, the reciprocal IEEPA and
 * the Section 122 rates count only on the share of the value that is not metal, and so does the fentanyl IEEPA rate for
 * every exporter but China.
 *
 * **Unit**: rates for each authority; `nonMetalShare` is 1 - metal share, and 0 for a product of a Section 232 annex
 * and for a Section 232 product that is all metal.
 *
 * **Leaves out**: anti-dumping and countervailing duties, and the later order of steel before the Canada and Mexico
 * rates.
 *
 * **Source**: see the steps; checked on 499 combinations computed by the Budget Lab's own program.
 *
 * @example Steel from China
 * ```ts
 * import { appliedRate, bind, definePolicy, usStackingRule } from "tariff-whatif";
 *
 * const stacked = bind(definePolicy(usStackingRule), {
 *   mfn: "0%",
 *   section232: "50%",
 *   section301: "25%",
 *   ieepaReciprocal: "10%",
 *   ieepaFentanyl: "20%",
 *   section122: "0%",
 *   section201: "0%",
 *   other: "0%",
 *   nonMetalShare: "0",
 * });
 * const query = { importer: "USA", exporter: "CHN", product: "7208", on: "any-date", statuses: "any-status" } as const;
 * appliedRate(stacked, { ...query, base: {} }).rate; // => "95%"
 * ```
 * @category Policy
 */
export const usStackingRule = /* @__PURE__ */ deepFreeze({
  id: "us-stacking",
  title: "How US tariffs of different laws stack",
  parameters: {
    mfn: { kind: "rate", title: "Most favoured nation rate" },
    section232: { kind: "rate", title: "Section 232 (national security)" },
    section301: { kind: "rate", title: "Section 301 (unfair practices), China only" },
    ieepaReciprocal: { kind: "rate", title: "IEEPA, reciprocal" },
    ieepaFentanyl: { kind: "rate", title: "IEEPA, fentanyl" },
    section122: { kind: "rate", title: "Section 122 (balance of payments)" },
    section201: { kind: "rate", title: "Section 201 (safeguard)" },
    other: { kind: "rate", title: "Any other rate" },
    nonMetalShare: { kind: "share", title: "Share of the value that is not metal" },
  },
  steps: [
    add("mfn", "mfn", "most favoured nation rate"),
    add("section-232", "section232", "Section 232"),
    { ...add("section-301", "section301", "Section 301, China only"), exporters: ["CHN"] },
    add("ieepa-reciprocal", "ieepaReciprocal", "IEEPA, reciprocal"),
    add("ieepa-fentanyl", "ieepaFentanyl", "IEEPA, fentanyl"),
    add("section-122", "section122", "Section 122"),
    add("section-201", "section201", "Section 201"),
    add("other", "other", "any other rate"),
    {
      ...scale("metal-first", "not on the metal share where Section 232 applies", [
        "ieepa-reciprocal",
        "section-122",
      ]),
      exporters: "all",
    },
    {
      ...scale("metal-first-fentanyl", "the same for the fentanyl rate, China apart", ["ieepa-fentanyl"]),
      exporters: { allBut: ["CHN"] },
    },
  ],
} as const satisfies PolicyInput);
