import fc from "fast-check";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { definePriceTables, explainPrice, priceChanges } from "tariff-whatif/prices";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../support/expectClose.js";
import { smallAssumptions, smallTablesInput } from "../../support/smallTables.js";

const us = { tables: usPrices2023 };
const goods = usPrices2023.commodities
  .filter((_, c) => (usPrices2023.consumption.imported[c] ?? 0) > 0)
  .filter(({ code }) => !usPrices2023.fixedPrice.includes(code));
/** Tariffs on some of the commodities that the United States import. */
const someTariffs = fc.dictionary(
  fc.constantFrom(...goods.map(({ code }) => code)),
  fc.double({ min: 0.001, max: 1.5, noNaN: true }),
  { minKeys: 1, maxKeys: 12 },
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const run = (tariffFraction: Record<string, number>, changes = {}) =>
  priceChanges({ tariffFraction, assumptions: smallAssumptions({ ...us, ...changes }) });

describe("consumer prices of the United States", () => {
  it("no tariff, no change", () => {
    const substitution = { betweenOrigins: 3, betweenCategories: 1, source: "a test" };
    const prices = run({}, { substitution, domesticFollowers: { share: 0.5, source: "a test" } });
    expect(prices.lines.every(({ percent, cost }) => percent === 0 && cost === 0)).toBe(true);
    expect(
      prices.tenths.every(({ cost, costAfterSubstitution }) => cost === 0 && costAfterSubstitution === 0),
    ).toBe(true);
    expect(prices.afterSubstitutionPercent).toBe(0);
  });

  it("lines, groups and tenths add up to the whole; so do the parts of a price", () => {
    fc.assert(
      fc.property(someTariffs, share, (tariffs, followers) => {
        const changes = { domesticFollowers: { share: followers, source: "a test" } };
        const prices = run(tariffs, changes);
        const sum = (list: readonly { readonly cost: number }[]) =>
          list.reduce((all, { cost }) => all + cost, 0);
        expectClose(sum(prices.lines), prices.cost, 1e-10);
        expectClose(sum(prices.groups), prices.cost, 1e-10);
        expectClose(sum(prices.tenths) * 13_274_000, prices.cost, 1e-10);
        for (const { cost, byGroup } of prices.tenths) {
          expectClose(
            byGroup.reduce((all, each) => all + each, 0),
            cost,
            1e-10,
          );
        }
        const { percent, imported, inputs, followersPercent } = explainPrice({
          prices,
          assumptions: smallAssumptions({ ...us, ...changes }),
          line: "all",
        });
        expectClose(percent, prices.allItemsPercent, 1e-9);
        expectClose(
          [...imported, ...inputs].reduce((all, part) => all + part.percent, followersPercent),
          percent,
          1e-9,
        );
      }),
      { numRuns: 25 },
    );
  });

  it("margins in percent are never below margins in dollars for a positive tariff", () => {
    fc.assert(
      fc.property(someTariffs, (tariffs) => {
        const [dollars, percent] = [run(tariffs), run(tariffs, { margins: "percent" })];
        expect(percent.allItemsPercent).toBeGreaterThanOrEqual(dollars.allItemsPercent);
        expect(dollars.allItemsPercent).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });

  it("twice the tariff is twice the change while nobody follows or substitutes", () => {
    fc.assert(
      fc.property(someTariffs, (tariffs) => {
        const twice = Object.fromEntries(Object.entries(tariffs).map(([code, tariff]) => [code, 2 * tariff]));
        expectClose(run(twice).allItemsPercent, 2 * run(tariffs).allItemsPercent, 1e-11);
      }),
      { numRuns: 15 },
    );
  });

  it("substitution never costs, and followers never make anything cheaper", () => {
    fc.assert(
      fc.property(
        someTariffs,
        share,
        fc.double({ min: 0, max: 100, noNaN: true }),
        (tariffs, followers, sigma) => {
          const before = run(tariffs);
          const substitution = { betweenOrigins: sigma, betweenCategories: sigma / 2, source: "a test" };
          const after = run(tariffs, { substitution });
          expect(after.trianglePercent ?? -1).toBeGreaterThanOrEqual(-1e-9);
          const followed = run(tariffs, { domesticFollowers: { share: followers, source: "a test" } });
          expect(followed.allItemsPercent).toBeGreaterThanOrEqual(before.allItemsPercent - 1e-12);
        },
      ),
      { numRuns: 25 },
    );
  });
});

it("prices of a closed economy do not move", () => {
  const input = smallTablesInput();
  const none = input.imported.map((row) => row.map(() => 0));
  const closed = definePriceTables({
    ...input,
    imported: none,
    consumption: { total: input.consumption.total, imported: [0, 0, 0] },
  });
  const prices = priceChanges({
    tariffFraction: { E: 0.5, G: 1, S: 0.2 },
    assumptions: smallAssumptions({ tables: closed }),
  });
  expect(prices.lines.map(({ percent }) => percent)).toEqual([0, 0, 0]);
  expect(prices.commodities.map(({ domesticPercent }) => domesticPercent)).toEqual([0, 0, 0]);
});
