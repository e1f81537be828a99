import { definePriceTables, type PriceAssumptions, type PriceTables } from "tariff-whatif/prices";

/**
 * Three sectors made by hand, USD million: energy, goods and services, two classes of households. Goods use imported
 * goods and energy, services use both.
 */
export const smallTablesInput = () =>
  ({
    id: "three-sectors",
    title: "Three sectors by hand",
    economy: "USA",
    year: 2024,
    currency: "USD",
    priceYear: 2024,
    unit: 1_000_000,
    commodities: [
      { code: "E", name: "Energy" },
      { code: "G", name: "Goods" },
      { code: "S", name: "Services" },
    ],
    industries: [
      { code: "E", name: "Energy" },
      { code: "G", name: "Goods" },
      { code: "S", name: "Services" },
    ],
    make: null,
    use: [
      [10, 40, 20],
      [5, 120, 60],
      [10, 40, 120],
    ],
    imported: [
      [5, 10, 5],
      [1, 60, 15],
      [0, 0, 0],
    ],
    valueAdded: [75, 200, 600],
    output: [100, 400, 800],
    consumption: { total: [50, 300, 600], imported: [10, 120, 0] },
    groups: [
      { code: "goods", name: "Goods and fuels" },
      { code: "services", name: "Services" },
    ],
    lines: [
      {
        code: "1",
        title: "Fuels",
        group: "goods",
        kind: "energy",
        purchases: [
          { commodity: "E", producersValue: 50, transport: 5, wholesale: 5, retail: 10, purchasersValue: 70 },
        ],
      },
      {
        code: "2",
        title: "Things",
        group: "goods",
        kind: "core",
        purchases: [
          {
            commodity: "G",
            producersValue: 300,
            transport: 10,
            wholesale: 40,
            retail: 100,
            purchasersValue: 450,
          },
        ],
      },
      {
        code: "3",
        title: "Care",
        group: "services",
        kind: "core",
        purchases: [
          {
            commodity: "S",
            producersValue: 430,
            transport: 0,
            wholesale: 0,
            retail: 0,
            purchasersValue: 430,
          },
        ],
      },
    ],
    households: { number: 2_000_000, shares: { goods: [40, 60], services: [30, 70] }, income: [300, 1_000] },
    fixedPrice: [],
    concordance: {
      rules: { "27": "E", "71": null, "87": "G" },
      splits: [],
    },
    tolerance: { share: 0, amount: 0.5 },
    sources: [{ id: "hand", title: "By hand", publisher: "Us", licence: "ours", note: "for tests" }],
  }) satisfies PriceTables;

export const smallTables = definePriceTables(smallTablesInput());

export const smallAssumptions = (changes: Partial<PriceAssumptions> = {}): PriceAssumptions => ({
  tables: smallTables,
  margins: "dollars",
  passThrough: { border: 1, wholesale: 1, retail: 1, source: "a test" },
  domesticFollowers: { share: 0, source: "a test" },
  substitution: "none",
  ...changes,
});

/** One sector, for tests that try every place of an input. */
export const tinyTablesInput = () => {
  const { id, title, economy, year, currency, priceYear, unit, sources, tolerance } = smallTablesInput();
  const purchase = { commodity: "G", producersValue: 50, transport: 5, wholesale: 5, retail: 10 };
  return {
    ...{ id, title, economy, year, currency, priceYear, unit, sources, tolerance },
    commodities: [{ code: "G", name: "Goods" }],
    industries: [{ code: "G", name: "Goods" }],
    make: [[100]],
    use: [[40]],
    imported: [[10]],
    valueAdded: [60],
    output: [100],
    consumption: { total: [50], imported: [10] },
    groups: [{ code: "goods", name: "Goods" }],
    lines: [
      {
        code: "1",
        title: "Things",
        group: "goods",
        kind: "core",
        purchases: [{ ...purchase, purchasersValue: 70 }],
      },
    ],
    households: { number: 2_000_000, shares: { goods: [40, 60] }, income: [300, 1_000] },
    fixedPrice: ["G"],
    concordance: {
      rules: { "87": "G" },
      splits: [{ code: "84", exporter: "CHN", shares: { G: 0.5 } }],
    },
  };
};
