import { consumerPrices, definePriceTables, explainPrice, priceChanges } from "tariff-whatif/prices";
import { expect, it } from "vitest";
import { expectClose } from "../../support/expectClose.js";
import { smallAssumptions, smallTablesInput } from "../../support/smallTables.js";
import { add, scenarioOf, smallBaseline } from "../../support/steps.js";

/** Worked out in fractions outside this package: a tariff of 10 % on energy and 25 % on goods. */
const tariffFraction = { E: 0.1, G: 0.25 };
const run = (changes = {}) => priceChanges({ tariffFraction, assumptions: smallAssumptions(changes) });

it("the table made by hand, number by number", () => {
  const prices = run();
  const wanted = [0.010991244889001824, 0.04917531012497401, 0.009746702395527732];
  prices.commodities.forEach(({ domesticPercent, commodity }, at) => {
    expectClose(domesticPercent / 100, wanted[at] ?? 0, 1e-12, 0, commodity);
  });
  expectClose(prices.directPercent, 3.263157894736842, 1e-12);
  expectClose(prices.useTablePercent, 4.85676074267074, 1e-12);
  expectClose(prices.allItemsPercent, 4.682346068224454, 1e-12);
  expectClose(prices.corePercent, 4.89120884688321, 1e-12);
  expectClose(run({ margins: "percent" }).allItemsPercent, 6.787781629221475, 1e-12);
});

it("two classes of households, of their spending and of their income", () => {
  const { tenths, averageHousehold } = run();
  const [poor, rich] = tenths;
  expectClose(poor?.cost ?? 0, 17.373806856245235, 1e-12);
  expectClose(poor?.percentOfSpending ?? 0, 5.155432301556449, 1e-12);
  expectClose(poor?.percentOfIncome ?? 0, 5.7912689520817455, 1e-12);
  expectClose(rich?.cost ?? 0, 27.108480791887086, 1e-12);
  expectClose(rich?.percentOfSpending ?? 0, 4.422264403244222, 1e-12);
  expectClose(averageHousehold?.cost ?? 0, (17.373806856245235 + 27.108480791887086) / 2, 1e-12);
});

it("a class without income has no percentage of it", () => {
  const input = smallTablesInput();
  const tables = definePriceTables({ ...input, households: { ...input.households, income: [0, 1_000] } });
  const { tenths, averageHousehold } = run({ tables });
  expect(tenths.map(({ percentOfIncome }) => percentOfIncome === null)).toEqual([true, false]);
  expect(averageHousehold?.percentOfIncome).toBeGreaterThan(0);
});

it("each stage hands on its share, and shops only where they have a margin", () => {
  const half = (stage: string) =>
    run({ passThrough: { border: 1, wholesale: 1, retail: 1, source: "a test", [stage]: 0.5 } });
  expectClose(half("border").allItemsPercent, run().allItemsPercent / 2, 1e-12);
  expectClose(half("wholesale").allItemsPercent, run().allItemsPercent / 2, 1e-12);
  const [shops, all] = [half("retail").lines, run().lines];
  expectClose(shops[1]?.percent ?? 0, (all[1]?.percent ?? 0) / 2, 1e-12, 0, "Things are sold in shops");
  expectClose(shops[2]?.percent ?? 0, all[2]?.percent ?? 0, 1e-12, 0, "care is not");
});

it("producers who follow import prices ask the same share of the gap", () => {
  const prices = run({ domesticFollowers: { share: 0.4, source: "a test" } });
  for (const { importedPercent, domesticPercent, followersPercent, commodity } of prices.commodities) {
    const cost = domesticPercent - followersPercent;
    expectClose(followersPercent, 0.4 * Math.max(0, importedPercent - cost), 1e-9, 1e-9, commodity);
  }
  const whole = run({ domesticFollowers: { share: 1, source: "a test" } });
  expectClose(whole.commodities[1]?.domesticPercent ?? 0, 25, 1e-12, 0, "all of them: as dear as imports");
});

it("nested substitution beside its closed form", () => {
  const substitution = { betweenOrigins: 3, betweenCategories: 2, source: "a test" };
  const [before, after] = [run(), run({ substitution })];
  const index = (weights: number[], changes: number[], elasticity: number) => {
    const total = weights.reduce((sum, each) => sum + each, 0);
    const sum = weights.reduce(
      (all, each, at) => all + (each / total) * (1 + changes[at]!) ** (1 - elasticity),
      0,
    );
    return sum ** (1 / (1 - elasticity)) - 1;
  };
  const rows = [
    { u: 70, v: 50, share: 0.2, m: 0.1 },
    { u: 450, v: 300, share: 0.4, m: 0.25 },
    { u: 430, v: 430, share: 0, m: 0 },
  ];
  const lines = rows.map(({ u, v, share, m }, at) =>
    index([share, 1 - share], [(v / u) * m, ((v / u) * before.commodities[at]!.domesticPercent) / 100], 3),
  );
  const wanted =
    index(
      rows.map(({ u }) => u),
      lines,
      2,
    ) * 100;
  expectClose(after.afterSubstitutionPercent ?? 0, wanted, 1e-12);
  expectClose(after.trianglePercent ?? 0, before.allItemsPercent - wanted, 1e-10);
  const halved = { ...tariffFraction, E: 0.05, G: 0.125 };
  const small = priceChanges({ tariffFraction: halved, assumptions: smallAssumptions({ substitution }) });
  const ratio = (after.trianglePercent ?? 0) / (small.trianglePercent ?? 1);
  expect(ratio).toBeGreaterThan(3.2);
  expect(ratio).toBeLessThan(4.1);
});

it("a path over months carries the whole in its shares", () => {
  const { path, allItemsPercent, corePercent } = run({ path: { shares: [0.25, 0.5, 1], source: "a test" } });
  expect(path.map(({ month }) => month)).toEqual([1, 2, 3]);
  expectClose(path[0]?.allItemsPercent ?? 0, allItemsPercent / 4, 1e-12);
  expectClose(path[2]?.corePercent ?? 0, corePercent, 1e-12);
});

it("takes a scenario on flows, says what has no commodity and what it covers", () => {
  const outcome = consumerPrices({
    baseline: smallBaseline,
    scenario: scenarioOf("all", add("all")),
    assumptions: smallAssumptions(),
  });
  expect(outcome.prices.commodities.map(({ tariffPercent }) => tariffPercent)).toEqual([10, 10, 0]);
  expect(outcome.coverage).toEqual({
    withoutCommodity: 0.2,
    divided: 0,
    additionalDuties: 100,
    dutiesWithoutCommodity: 20,
  });
  expect(outcome.notes.join(" ")).toContain("20.00 % of the imports of USA");
  expect(outcome.scope).toBe("what households buy in the United States");
  expect(outcome.rows.filter(({ dimension }) => dimension === "householdTenth")).toHaveLength(6);
  expect(new Set(outcome.rows.map(({ scope }) => scope))).toContain("imports of the United States");
  expect(JSON.parse(JSON.stringify(outcome)).rows).toEqual(outcome.rows);
});

it("the parts of an explained price add up, with and without followers", () => {
  for (const share of [0, 0.5]) {
    const assumptions = smallAssumptions({ domesticFollowers: { share, source: "a test" } });
    const prices = priceChanges({ tariffFraction, assumptions });
    for (const line of ["all", "1", "2", "3"]) {
      const { percent, imported, inputs, followersPercent } = explainPrice({ prices, assumptions, line });
      const parts = [...imported, ...inputs].reduce((sum, part) => sum + part.percent, followersPercent);
      const whole =
        line === "all" ? prices.allItemsPercent : prices.lines.find(({ key }) => key === line)?.percent;
      expectClose(percent, whole ?? 0, 1e-12, 0, line);
      expectClose(parts, percent, 1e-12, 0, line);
    }
  }
});
