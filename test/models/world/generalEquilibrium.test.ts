import { accounting, defineBaseline, defineScenario, type FlowInput, januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { generalEquilibrium, ignatenko2025EatonKortum, tariffsByPair } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";

const assumptions = {
  parameters: ignatenko2025EatonKortum,
  revenueUse: "lumpSumRebate",
  deficits: "fixedToWorldIncome",
  weights: "none",
} as const;

const sources = [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }];
const trade = (goods: Readonly<Record<string, number>>): FlowInput[] =>
  [
    ["CHN", "USA", 130],
    ["USA", "CHN", 90],
    ["CHN", "JPN", 60],
    ["JPN", "CHN", 70],
    ["USA", "JPN", 40],
    ["JPN", "USA", 50],
  ].flatMap(([exporter, importer, value]) =>
    Object.entries(goods).map(([product, share]) => ({
      exporter: exporter as "CHN",
      importer: importer as "USA",
      product,
      customsValue: String(Number(value) * share) as "1",
    })),
  );
const world = (goods: Readonly<Record<string, number>>) =>
  defineBaseline({
    id: "small",
    title: "three economies",
    year: 2023,
    currency: "USD",
    priceYear: 2023,
    flows: trade(goods),
    gdp: { CHN: "1000", USA: "1500", JPN: "600" },
    sources,
  });
const surcharge = (products: "all" | readonly `${number}`[], dates: object = {}, on = "any-date") =>
  defineScenario({
    id: "s",
    title: "surcharge",
    evaluate: { on: on as "any-date", statuses: "any-status" },
    steps: [
      {
        id: "s",
        title: "20% on goods from China",
        operator: "add",
        authority: "surcharge",
        rate: "20%",
        importers: ["USA"],
        exporters: ["CHN"],
        products,
        dates,
        status: "threatened",
        source: { title: "assumption" },
      },
    ],
  });

describe("one scenario in the world model", () => {
  it("does not depend on how finely goods are listed when all bear the same rate", () => {
    const coarse = generalEquilibrium({
      baseline: world({ "87": 1 }),
      scenario: surcharge("all"),
      assumptions,
    });
    const fine = generalEquilibrium({
      baseline: world({ "87": 0.25, "62": 0.75 }),
      scenario: surcharge("all"),
      assumptions,
    });
    coarse.equilibrium.economies.forEach((economy, at) => {
      expect(fine.equilibrium.economies[at]?.welfarePercent).toBeCloseTo(economy.welfarePercent, 9);
    });
  });

  it("weights a rate on some goods by their trade", () => {
    const { tariffs } = tariffsByPair({
      baseline: world({ "87": 0.25, "62": 0.75 }),
      scenario: surcharge(["87"]),
      weights: "none",
    });
    expect(tariffs).toEqual([{ importer: "USA", exporter: "CHN", tariff: expect.closeTo(0.05, 12) }]);
  });

  it("changes nothing without a tariff, whatever happens to deficits", () => {
    for (const deficits of ["fixedToWorldIncome", "balancedTrade"] as const) {
      const { equilibrium, notes } = generalEquilibrium({
        baseline: world2023,
        scenario: januaryScenarios.baseline,
        assumptions: { ...assumptions, deficits },
      });
      for (const economy of equilibrium.economies)
        expect(Math.abs(economy.welfarePercent)).toBeLessThan(1e-8);
      expect(notes.some((note) => note.includes("balanced"))).toBe(deficits === "balancedTrade");
    }
  });

  it("asks for weights where the world does not tell goods apart", () => {
    expect(() =>
      tariffsByPair({ baseline: world2023, scenario: surcharge(["87"]), weights: "none" }),
    ).toThrowError(
      expect.objectContaining({ code: "finer-than-baseline", advice: expect.stringContaining("weights") }),
    );
  });

  it("names what it rests on: a source for the parameters only, and Taiwan, which it does not have", () => {
    const outcome = generalEquilibrium({
      baseline: world2023,
      scenario: januaryScenarios.chinaMexicoCanadaEnergy10,
      assumptions: { ...assumptions, weights: usImports2024, source: "a paper" },
    });
    const sourceOf = (name: string) => outcome.assumptions.find((each) => each.name === name)?.source;
    expect(sourceOf("tradeElasticity")).toBe("a paper");
    expect(sourceOf("deficits")).toBe("chosen by the user");
    expect(outcome.notes.join(" ")).toContain("TWN");
  });
});

describe("what it must be told", () => {
  const told = (change: object) => () =>
    generalEquilibrium({
      baseline: world({ "87": 1 }),
      scenario: surcharge("all"),
      assumptions: { ...assumptions, ...change } as never,
    });
  const circular: Record<string, unknown> = {};
  circular.itself = circular;
  it.each([
    ["a source that is an object", { source: { id: "own" } }, "wrong-type", "assumptions.source"],
    ["an empty source", { source: " " }, "empty", "assumptions.source"],
    ["a source of a megabyte", { source: "x".repeat(1e6) }, "too-long", "assumptions.source"],
    [
      "a bigint",
      { parameters: { ...ignatenko2025EatonKortum, tradeElasticity: 4n } },
      "wrong-type",
      "assumptions.parameters.tradeElasticity",
    ],
    [
      "parameters that hold themselves",
      { parameters: circular },
      "unknown-key",
      "assumptions.parameters.itself",
    ],
    ["no parameters", { parameters: null }, "wrong-type", "assumptions.parameters"],
  ])("refuses %s", (_, change, code, path) => {
    expect(told(change)).toThrowError(expect.objectContaining({ code, path }));
  });

  it("freezes nothing of the caller's, and holds nothing of it", () => {
    const marketingCosts = [0.1, 0.1, 0.1];
    const deficits = { transfers: [0, 0, 0] };
    const parameters = { ...ignatenko2025EatonKortum, marketingCosts };
    const outcome = told({ parameters, deficits })();
    for (const own of [marketingCosts, deficits, deficits.transfers, parameters])
      expect(Object.isFrozen(own)).toBe(false);
    deficits.transfers[0] = 9;
    expect(outcome.equilibrium.deficits).toEqual({ transfers: [0, 0, 0] });
  });
});

describe("notes on steps that change nothing", () => {
  const dates = { effective: "2025-07-01", expires: "2025-08-01" };
  const notes = (on: string, products: "all" | readonly `${number}`[] = "all") =>
    accounting({ baseline: usImports2024, scenario: surcharge(products, dates, on) }).notes;

  it("tell a step that is not in force from one that meets no trade", () => {
    expect(notes("2025-05-01")).toEqual(["Step s is not yet in force on 2025-05-01."]);
    expect(notes("2025-08-02")).toEqual(["Step s is no longer in force on 2025-08-02."]);
    expect(notes("2025-08-01")).toEqual([expect.stringContaining("Step s is in force for 32 days")]);
    expect(notes("2025-08-01", ["77"])).toEqual(["Step s met no trade in us-imports-2024."]);
  });
});
