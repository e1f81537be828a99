import {
  accounting,
  defineBaseline,
  defineScenario,
  partialEquilibrium,
  partialEvaluator,
  type ScenarioInput,
} from "tariff-whatif";
import { world2023 } from "tariff-whatif/data/world-2023";
import { tariffsByPair } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";

const head = {
  id: "wine-2024",
  title: "wine",
  year: 2024,
  currency: "USD",
  priceYear: 2024,
  sources: [{ id: "own", title: "made up", publisher: "this test", licence: "none", note: "" }],
};
/** Wine: 1,000 dollars at 4 dollars a litre from France, 600 at 2 dollars from Chile, which states hectolitres. */
const flows = [
  {
    importer: "USA",
    exporter: "FRA",
    product: "220421",
    customsValue: "1000",
    duties: "0",
    quantities: [{ unit: "liter", amount: "250" }],
  },
  {
    importer: "USA",
    exporter: "CHL",
    product: "220421",
    customsValue: "600",
    duties: "0",
    quantities: [{ unit: "hl", amount: "3" }],
  },
] as const;
const wine = defineBaseline({ ...head, flows: flows as never });
const bare = defineBaseline({ ...head, flows: flows.map(({ quantities: _, ...flow }) => flow) as never });

const scenario = (charge: object) =>
  defineScenario({
    id: "specific",
    title: "half a dollar a litre",
    steps: [
      {
        id: "per-litre",
        title: "USD 0.50 a litre",
        operator: "add",
        authority: "excise",
        importers: ["USA"],
        exporters: "all",
        products: "all",
        dates: { effective: "2024-01-01" },
        status: "in-force",
        source: { title: "assumption" },
        ...charge,
      },
    ],
    evaluate: { on: "2024-06-01", statuses: ["in-force"] },
  } as unknown as ScenarioInput) as never;
const perLitre = { duty: { sum: [{ amount: "0.5", currency: "USD", per: "liter" }] } };
const asRates = scenario({ rate: "12.5%", exporters: ["FRA"] });

describe("a duty per litre in models that work with rates", () => {
  it("is what the litres of the baseline pay: 125 of 1,000 and 150 of 600", () => {
    const outcome = accounting({ baseline: wine, scenario: scenario(perLitre) });
    expect(outcome.total.additionalDuties.amount).toBe("275");
    expect(outcome.byPartner.map(({ key, effectiveRate }) => [key, effectiveRate])).toEqual([
      ["FRA", "12.5%"],
      ["CHL", "25%"],
    ]);
    expect(outcome.notes.join(" ")).toContain("Step per-litre charges amounts per unit");
    expect(outcome.notes.join(" ")).toContain("ad valorem equivalent at the unit values of wine-2024");
  });

  it("with a least and a greatest, by flow: at least 20 %, at most 60 cents a litre", () => {
    const duty = {
      sum: ["5%"],
      least: ["20%"],
      greatest: [{ amount: "0.6", currency: "USD", per: "liter" }],
    };
    // France: 20 % is 200, 60 cents a litre 150; Chile: 20 % is 120, 60 cents 180.
    const { byPartner } = accounting({ baseline: wine, scenario: scenario({ duty }) });
    expect(byPartner.map(({ additionalDuties }) => additionalDuties.amount)).toEqual(["150", "120"]);
  });

  const assumptions = {
    substitutionElasticity: 2,
    importDemandElasticity: -1,
    exportSupplyElasticity: "infinite",
  } as const;

  it("gives the partial model the same rates as their equivalents, and says so", () => {
    const specific = partialEquilibrium({ baseline: wine, scenario: scenario(perLitre), assumptions });
    const adValorem = defineScenario({
      id: "equivalent",
      title: "the same as rates",
      steps: [
        ["fra", "FRA", "12.5%"],
        ["chl", "CHL", "25%"],
      ].map(([id, exporter, rate]) => ({
        id,
        title: "rate",
        operator: "add",
        authority: "excise",
        rate,
        importers: ["USA"],
        exporters: [exporter],
        products: "all",
        dates: { effective: "2024-01-01" },
        status: "in-force",
        source: { title: "assumption" },
      })),
      evaluate: { on: "2024-06-01", statuses: ["in-force"] },
    } as never);
    const numbers = (outcome: typeof specific) =>
      outcome.rows.map(({ key, indicator, after }) => [key, indicator, after]);
    expect(numbers(specific)).toEqual(
      numbers(partialEquilibrium({ baseline: wine, scenario: adValorem as never, assumptions })),
    );
    expect(specific.notes.join(" ")).toContain("charges amounts per unit");
    const { evaluate } = partialEvaluator({ baseline: wine, scenario: scenario(perLitre), assumptions });
    const fromRates = partialEvaluator({ baseline: wine, scenario: adValorem as never, assumptions });
    expect(evaluate({}).revenueChange).toBe(fromRates.evaluate({}).revenueChange);
    expect(evaluate({}).revenueChange).toBeGreaterThan(100);
  });

  it("weighs the pairs of the world model, by the weights that have the quantities", () => {
    const [china] = flows;
    const weights = defineBaseline({ ...head, flows: [{ ...china, exporter: "CHN" }] as never });
    const { tariffs } = tariffsByPair({
      baseline: world2023,
      scenario: scenario({ ...perLitre, exporters: ["CHN"] }),
      weights,
    });
    expect(tariffs).toEqual([{ importer: "USA", exporter: "CHN", tariff: 0.125 }]);
  });

  it("is refused where the baseline has no quantity, by every model", () => {
    const missing = { code: "missing-quantity", path: "baseline.columns.quantities" };
    expect(errorOf(() => accounting({ baseline: bare, scenario: scenario(perLitre) }))).toMatchObject(
      missing,
    );
    expect(
      errorOf(() => partialEquilibrium({ baseline: bare, scenario: scenario(perLitre), assumptions })),
    ).toMatchObject(missing);
    expect(
      errorOf(() => partialEvaluator({ baseline: bare, scenario: scenario(perLitre), assumptions })),
    ).toMatchObject(missing);
    expect(accounting({ baseline: bare, scenario: asRates }).notes.join(" ")).not.toContain("per unit");
  });

  it.each([
    [
      "a unit of another kind",
      { sum: [{ amount: "1", currency: "USD", per: "kg" }] },
      "unit-mismatch",
      "baseline.columns.quantities",
    ],
    [
      "another currency",
      { sum: [{ amount: "1", currency: "EUR", per: "liter" }] },
      "currency-mismatch",
      "baseline.currency",
    ],
    [
      "an amount once a shipment",
      { sum: [{ amount: "1", currency: "USD" }] },
      "missing-fact",
      "scenario.steps.per-litre",
    ],
  ])("refuses %s", (_, duty, code, path) => {
    expect(errorOf(() => accounting({ baseline: wine, scenario: scenario({ duty }) }))).toMatchObject({
      code,
      path,
    });
  });

  it("refuses a quota on a year of trade, and quantities that contradict one another", () => {
    const split = {
      id: "quota",
      title: "half a dollar beyond 100 litres",
      operator: "split",
      importers: ["USA"],
      exporters: "all",
      products: "all",
      dates: { effective: "2024-01-01" },
      status: "in-force",
      source: { title: "assumption" },
      share: { quota: "100", unit: "liter" },
      first: [],
      rest: [],
    };
    const inQuota = defineScenario({
      id: "quota",
      title: "a quota",
      steps: [split],
      evaluate: { on: "2024-06-01", statuses: ["in-force"] },
    } as never) as never;
    expect(errorOf(() => accounting({ baseline: wine, scenario: inQuota }))).toMatchObject({
      code: "missing-fact",
    });
    const twice = defineBaseline({
      ...head,
      flows: [
        {
          ...flows[0],
          quantities: [
            { unit: "liter", amount: "250" },
            { unit: "hl", amount: "3" },
          ],
        },
      ] as never,
    });
    expect(errorOf(() => accounting({ baseline: twice, scenario: scenario(perLitre) }))).toMatchObject({
      code: "conflicting-keys",
      path: "baseline.columns.quantities",
    });
  });
});
