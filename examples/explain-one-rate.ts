/**
 * Where does a rate come from? The working of three: a threatened one, a stacked one, and one that changed by date.
 *
 *   npm run example -- explain-one-rate
 */
import { bind, definePolicy, explainRate, explanationText, januaryScenarios } from "tariff-whatif";
import { usStackingRule } from "tariff-whatif/law";

const always = { on: "any-date", statuses: "any-status" } as const;

// 1. Crude oil from Canada under what was later ordered: 25% on Canada, 10% on energy.
const energy = { importer: "USA", exporter: "CAN", product: "2709", ...always } as const;
console.log(
  explanationText(
    explainRate(januaryScenarios.chinaMexicoCanadaEnergy10, { ...energy, base: { baseline: "0%" } }),
  ),
);

// 2. Chinese steel articles, 60% of the value metal, when laws stack.
const stacked = bind(definePolicy(usStackingRule), {
  mfn: "2.9%",
  section232: "50%",
  section232OnWholeValue: "0%",
  section301: "25%",
  ieepaReciprocal: "10%",
  ieepaFentanyl: "20%",
  section122: "0%",
  section201: "0%",
  other: "0%",
  nonMetalShare: "0.4",
});
const steel = {
  importer: "USA",
  exporter: "CHN",
  product: "7326.90",
  on: "2025-08-18",
  statuses: "any-status",
} as const;
console.log(explanationText(explainRate(stacked, { ...steel, base: {} })));

// 3. The same good on the last day of a measure and on the next. A step of your own is plain data.
const policy = definePolicy({
  id: "temporary",
  title: "A surcharge for 150 days",
  steps: [
    {
      id: "section-122",
      title: "10% surcharge",
      operator: "add",
      authority: "section-122",
      rate: "10%",
      importers: ["USA"],
      exporters: { allBut: ["CAN", "MEX"] },
      products: { allBut: ["27"] },
      dates: { announced: "2026-02-20", effective: "2026-02-24", expires: "2026-07-23" },
      status: "ended",
      source: { title: "Proclamation 11012", place: "150 days" },
    },
  ],
});
for (const on of ["2026-07-23", "2026-07-24"] as const) {
  const query = { importer: "USA", exporter: "DEU", product: "8703.23", on, statuses: "any-status" } as const;
  console.log(explanationText(explainRate(policy, { ...query, base: { mfn: "2.5%" } })));
}
