import { deepFreeze } from "../internal/deepFreeze.js";
import type { PolicyInput } from "../policy/language/policy.js";
import type { AddStep, ScaleStep } from "../policy/language/step.js";

const common = {
  importers: ["USA"],
  exporters: "all",
  products: "all",
  dates: {},
  status: "in-force",
} as const;

const add = (authority: string, parameter: string, title: string, law: string): AddStep => ({
  ...common,
  id: authority,
  title,
  operator: "add",
  authority,
  rate: { parameter },
  source: { title: law },
});

const scale = (id: string, title: string, of: readonly string[]): Omit<ScaleStep, "exporters"> => ({
  ...common,
  id,
  title,
  operator: "scale",
  of,
  share: { parameter: "nonMetalShare" },
  when: { authority: "section-232", above: "0%" },
  source: {
    title: "Executive Order 14289 on stacking, as the Yale Budget Lab's tariff tracker applies it",
    place: "90 FR 18907",
  },
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
 * **Source**: the law of each step; the rule itself is Executive Order 14289 (90 FR 18907), checked on 499 combinations computed by the Budget Lab's own program.
 *
 * @example Steel from China
 * ```ts
 * import { appliedRate, bind, definePolicy } from "tariff-whatif";
 * import { usStackingRule } from "tariff-whatif/law";
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
    add("mfn", "mfn", "most favoured nation rate", "Harmonized Tariff Schedule, column 1 general"),
    add("section-232", "section232", "Section 232", "Trade Expansion Act of 1962, section 232"),
    {
      ...add("section-301", "section301", "Section 301, China only", "Trade Act of 1974, section 301"),
      exporters: ["CHN"],
    },
    add(
      "ieepa-reciprocal",
      "ieepaReciprocal",
      "IEEPA, reciprocal",
      "International Emergency Economic Powers Act; Executive Order 14257",
    ),
    add(
      "ieepa-fentanyl",
      "ieepaFentanyl",
      "IEEPA, fentanyl",
      "International Emergency Economic Powers Act; Executive Orders 14193, 14194, 14195",
    ),
    add("section-122", "section122", "Section 122", "Trade Act of 1974, section 122"),
    add("section-201", "section201", "Section 201", "Trade Act of 1974, section 201"),
    add("other", "other", "any other rate", "as given by the user"),
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
