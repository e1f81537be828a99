import type { PartnerCode } from "../economies/partner.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import type { AddStep, ParameterDeclaration, Step, StepRate } from "../policy/language/step.js";
import type { Scenario } from "../scenario/scenario.js";
import { sealScenario } from "../scenario/scenario.js";

const article = "news article of 23 January 2025";

/** A tariff threatened in the article, on all goods of a partner. */
const threat = (
  partner: PartnerCode,
  measure: string,
  id: string,
  rate: StepRate,
  title: string,
): AddStep => ({
  id,
  title,
  operator: "add",
  authority: "threatened-tariff",
  rate,
  measure,
  importers: ["USA"],
  exporters: [partner],
  products: "all",
  dates: {},
  status: "threatened",
  source: { title: article, place: "the passage on the tariffs threatened" },
});

const china: AddStep = {
  ...threat("CHN", "china", "china-10", "10%", "10% on goods from China"),
  dates: { effective: "2025-02-01" },
};
const mexico = threat("MEX", "mexico", "mexico-25", "25%", "25% on goods from Mexico");
const canada = threat("CAN", "canada", "canada-25", "25%", "25% on goods from Canada");
const energy: Step = {
  ...threat(
    "CAN",
    "canada-energy",
    "canada-energy-10",
    "10%",
    "10% instead of 25% on Canadian energy (HS 27)",
  ),
  operator: "replace",
  of: ["threatened-tariff"],
  products: ["27"],
  dates: { signed: "2025-02-01", effective: "2025-03-04" },
  status: "signed",
  source: { title: "Executive Order 14193", place: "energy and energy resources, read as HS chapter 27" },
};
const europe = threat(
  "EU27",
  "european-union",
  "eu-open",
  { parameter: "euRate" },
  "a tariff on goods from the EU, no rate stated",
);
const russia: AddStep = {
  ...threat(
    "RUS",
    "russia",
    "russia-open",
    { parameter: "russiaRate" },
    "a tariff on goods from Russia, no rate stated",
  ),
  source: { title: article, place: "the passage on Russia" },
};

const euRate: ParameterDeclaration = { kind: "rate", title: "US tariff on EU goods (not stated)" };
const russiaRate: ParameterDeclaration = { kind: "rate", title: "US tariff on Russian goods (not stated)" };

function scenario<Open extends string = never>(
  id: string,
  title: string,
  steps: readonly Step[],
  parameters: Readonly<Record<Open, ParameterDeclaration>> = {} as Record<Open, ParameterDeclaration>,
): Scenario<Open> {
  const openParameters = Object.keys(parameters) as Open[];
  const evaluate = { on: "any-date", statuses: "any-status" } as const;
  return sealScenario({ id, title, parameters, bound: {}, openParameters, steps, evaluate });
}

/**
 * The scenarios made from the article's claims. Every one is looked at as if all its steps were in force, because the
 * article gives threats and not dates of law.
 *
 * **Result**: closed scenarios where the article states the rates; `europeanUnion`, `chinaMexicoCanadaEu` and `russia`
 * stay open until {@link bind}, {@link sweep} or {@link seek} closes them. `chinaMexicoCanadaEnergy10` is what was
 * ordered later: Canadian energy at 10 %.
 *
 * **Leaves out**: Hong Kong, which the article does not name; exemptions for goods that meet the terms of the
 * North American agreement, which came in March.
 *
 * **Source**: [The article], [EO 14193, 14194, 14195], {@link januaryClaims}; Executive Order 14193 for energy.
 *
 * @example Close the open one
 * ```ts
 * import { accounting, bind, januaryScenarios } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const scenario = bind(januaryScenarios.chinaMexicoCanadaEu, { euRate: "25%" });
 * accounting({ baseline: usImports2024, scenario }).total.additionalDuties.amount; // => "421093998000"
 * ```
 * @category Claims
 */
export const januaryScenarios = /* @__PURE__ */ deepFreeze({
  /** No new tariff. */
  baseline: scenario("baseline", "No new tariff", []),
  /** 10 % on China. */
  china10: scenario("china-10", "China 10%", [china]),
  /** 25 % on Mexico and Canada. */
  mexicoCanada25: scenario("mexico-canada-25", "Mexico and Canada 25%", [mexico, canada]),
  /** Both. */
  chinaMexicoCanada: scenario("china-mexico-canada", "China 10%, Mexico and Canada 25%", [
    china,
    mexico,
    canada,
  ]),
  /** Both, with Canadian energy at 10 % as ordered later. */
  chinaMexicoCanadaEnergy10: scenario(
    "china-mexico-canada-energy-10",
    "China 10%, Mexico and Canada 25%, Canadian energy 10%",
    [china, mexico, canada, energy],
  ),
  /** A tariff on the European Union alone, at a rate that nobody stated. */
  europeanUnion: scenario<"euRate">("eu", "European Union, rate not stated", [europe], { euRate }),
  /** All of them, the EU rate open. */
  chinaMexicoCanadaEu: scenario<"euRate">(
    "china-mexico-canada-eu",
    "China 10%, Mexico and Canada 25%, European Union at a rate not stated",
    [china, mexico, canada, europe],
    { euRate },
  ),
  /** A tariff on Russia at a rate that nobody stated. */
  russia: scenario<"russiaRate">("russia", "Russia, rate not stated", [russia], { russiaRate }),
});
