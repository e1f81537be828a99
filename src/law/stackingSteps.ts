import type { AddStep, ScaleStep, SplitStep, Step, StepDates } from "../policy/language/step.js";

/** What all steps of the rules have in common. */
export const common = {
  importers: ["USA"],
  exporters: "all",
  products: "all",
  status: "in-force",
} as const;

/** A rate of one authority on the whole value. */
const add = (
  dates: StepDates,
  id: string,
  authority: string,
  parameter: string,
  title: string,
  law: string,
): AddStep => ({
  ...common,
  id,
  title,
  operator: "add",
  authority,
  rate: { parameter },
  dates,
  source: { title: law },
});

/** Counts what some authorities charge on the share that is not metal, where Section 232 applies. */
export const onTheRest = (
  dates: StepDates,
  id: string,
  title: string,
  of: readonly string[],
  source: Step["source"],
): ScaleStep => ({
  ...common,
  id,
  title,
  operator: "scale",
  of,
  share: { parameter: "nonMetalShare" },
  dates,
  when: { authority: "section-232", above: "0%" },
  source,
});

const expansion = "Trade Expansion Act of 1962, section 232";
const emergency = "International Emergency Economic Powers Act";

/** A duty on the metal in a good: it is charged on that share of the value and on nothing else. */
const onMetal = (dates: StepDates): SplitStep => ({
  ...common,
  id: "section-232-metal",
  title: "Section 232 on the metal content",
  operator: "split",
  share: { parameter: "nonMetalShare" },
  first: [],
  rest: [
    add(
      dates,
      "section-232-content",
      "section-232",
      "section232",
      "Section 232, on the metal only",
      expansion,
    ),
  ],
  dates,
  source: { title: expansion, place: "derivative articles: the value of the metal content" },
});

/** The rates of all laws in one order of stacking. */
export const chargedByAll = (dates: StepDates): readonly Step[] => [
  add(
    dates,
    "mfn",
    "mfn",
    "mfn",
    "most favoured nation rate",
    "Harmonized Tariff Schedule, column 1 general",
  ),
  onMetal(dates),
  add(
    dates,
    "section-232-whole",
    "section-232",
    "section232OnWholeValue",
    "Section 232 on the whole value",
    expansion,
  ),
  {
    ...add(
      dates,
      "section-301",
      "section-301",
      "section301",
      "Section 301, China only",
      "Trade Act of 1974, section 301",
    ),
    exporters: ["CHN"],
  },
  add(
    dates,
    "ieepa-reciprocal",
    "ieepa-reciprocal",
    "ieepaReciprocal",
    "IEEPA, reciprocal",
    `${emergency}; Executive Order 14257`,
  ),
  add(
    dates,
    "ieepa-fentanyl",
    "ieepa-fentanyl",
    "ieepaFentanyl",
    "IEEPA, fentanyl",
    `${emergency}; Executive Orders 14193, 14194, 14195`,
  ),
  add(dates, "section-122", "section-122", "section122", "Section 122", "Trade Act of 1974, section 122"),
  add(dates, "section-201", "section-201", "section201", "Section 201", "Trade Act of 1974, section 201"),
  add(dates, "other", "other", "other", "any other rate", "as given by the user"),
];

/** What the rules leave open: the rates as the laws state them, and the content. */
export const stackingParameters = {
  mfn: { kind: "rate", title: "Most favoured nation rate" },
  section232: { kind: "rate", title: "Section 232, as the law states it, charged on the metal content" },
  section232OnWholeValue: { kind: "rate", title: "Section 232, charged on the whole value" },
  section301: { kind: "rate", title: "Section 301 (unfair practices), China only" },
  ieepaReciprocal: { kind: "rate", title: "IEEPA, reciprocal" },
  ieepaFentanyl: { kind: "rate", title: "IEEPA, fentanyl" },
  section122: { kind: "rate", title: "Section 122 (balance of payments)" },
  section201: { kind: "rate", title: "Section 201 (safeguard)" },
  other: { kind: "rate", title: "Any other rate" },
  nonMetalShare: { kind: "share", title: "Share of the value that is not metal" },
} as const;

/** The order on stacking. */
export const executiveOrder = { title: "Executive Order 14289 on stacking", place: "90 FR 18907" };
