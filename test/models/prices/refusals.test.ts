import { isDeepStrictEqual } from "node:util";
import { defineBaseline } from "tariff-whatif";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { consumerPrices, definePriceTables, explainPrice, priceChanges } from "tariff-whatif/prices";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../../support/refusal.js";
import { smallAssumptions, smallTables, smallTablesInput } from "../../support/smallTables.js";
import { add, fourFlows, scenarioOf, smallBaseline } from "../../support/steps.js";

type Input = ReturnType<typeof smallTablesInput>;

/** The tables made by hand with one thing wrong. */
const wrong = (spoil: (input: Input) => void) => () => {
  const input = smallTablesInput();
  spoil(input);
  return definePriceTables(input);
};

describe("tables that cannot be", () => {
  it("a column that does not add up names row, column and tolerance", () => {
    const { advice } = expectRefusal(
      wrong((input) => {
        input.valueAdded[1] = 190;
      }),
      "does-not-add-up",
      "output[1]",
    );
    expect(advice).toContain("column G (Goods)");
    expect(advice).toContain("within 0.5");
    expect(advice).toContain("row G (Goods)");
  });

  it("a column within the tolerance is taken", () => {
    expect(
      wrong((input) => {
        input.valueAdded[1] = 199.6;
      })().valueAdded[1],
    ).toBe(199.6);
  });

  it("a row of make that does not add up", () => {
    const make = [
      [100, 0, 0],
      [0, 390, 0],
      [0, 0, 800],
    ];
    expectRefusal(() => definePriceTables({ ...smallTablesInput(), make }), "does-not-add-up", "make[1]");
  });

  it("inputs above the output", () => {
    const { advice } = expectRefusal(
      wrong((input) => {
        input.use[1]![1] = 420;
        input.valueAdded[1] = -100;
      }),
      "input-share-above-one",
      "use[1][1]",
    );
    expect(advice).toContain("row G (Goods), column G (Goods)");
  });

  it("a negative margin names line and commodity", () => {
    const { advice } = expectRefusal(
      wrong((input) => {
        input.lines[1]!.purchases[0]!.wholesale = -40;
      }),
      "out-of-range",
      "lines[1].purchases[0].wholesale",
    );
    expect(advice).toContain("row Things, column G");
  });

  it("margins that do not lead from producers' to purchasers' value", () => {
    const spoil = wrong((input) => {
      input.lines[0]!.purchases[0]!.purchasersValue = 90;
    });
    expectRefusal(spoil, "does-not-add-up", "lines[0].purchases[0].purchasersValue");
  });

  it("lines that buy nothing", () => {
    const spoil = wrong((input) => {
      for (const { purchases } of input.lines)
        for (const each of purchases)
          Object.assign(each, {
            producersValue: 0,
            transport: 0,
            wholesale: 0,
            retail: 0,
            purchasersValue: 0,
          });
    });
    expectRefusal(spoil, "out-of-range", "lines");
  });

  it("imports above purchases, of industries and of households", () => {
    const industries = wrong((input) => {
      input.imported[0]![1] = 41;
    });
    expectRefusal(industries, "out-of-range", "imported[0][1]");
    const households = wrong((input) => {
      input.consumption.imported[1] = 301;
    });
    expectRefusal(households, "out-of-range", "consumption.imported[1]");
  });

  it("codes that no list has, or that stand twice", () => {
    const purchase = wrong((input) => {
      input.lines[0]!.purchases[0]!.commodity = "X";
    });
    expectRefusal(purchase, "unknown-key", "lines[0].purchases[0].commodity");
    const rule = wrong((input) => {
      (input.concordance.rules as Record<string, string | null>)["27"] = "X";
    });
    expectRefusal(rule, "unknown-key", "concordance.rules.27");
    const twice = wrong((input) => {
      input.commodities[1]!.code = "E";
    });
    expectRefusal(twice, "duplicate-id", "commodities[1].code");
  });

  it("a group without weights, and weights of another number of classes", () => {
    const missing = wrong((input) => {
      delete (input.households.shares as Partial<Input["households"]["shares"]>).services;
    });
    expectRefusal(missing, "missing-key", "households.shares.services");
    const uneven = wrong((input) => {
      input.households.shares.services.push(1);
    });
    expectRefusal(uneven, "length-mismatch", "households.shares.services");
  });

  it("a matrix of another size, and a symmetric table with more industries than commodities", () => {
    const short = wrong((input) => {
      input.use.pop();
    });
    expectRefusal(short, "length-mismatch", "use");
    const more = wrong((input) => {
      input.industries.push({ code: "X", name: "Another" });
    });
    expectRefusal(more, "length-mismatch", "industries");
  });
});

it("the tables of the United States pass their own door", () => {
  // Not toEqual, which would print all of them.
  expect(isDeepStrictEqual({ ...definePriceTables({ ...usPrices2023 }) }, { ...usPrices2023 })).toBe(true);
});

describe("questions that cannot be answered", () => {
  const scenario = scenarioOf("all", add("all"));
  const assumptions = smallAssumptions();

  it("a product without concordance is named", () => {
    const flow = { importer: "USA", exporter: "CHN", product: "85", customsValue: "1", duties: "0" } as const;
    const baseline = defineBaseline({ ...fourFlows, flows: [flow] });
    const { advice, received } = expectRefusal(
      () => consumerPrices({ baseline, scenario, assumptions }),
      "no-concordance",
      "baseline.products[0]",
    );
    expect(received).toContain("85");
    expect(advice).toContain("three-sectors");
  });

  it("tables of another economy than the importer", () => {
    const tables = definePriceTables({ ...smallTablesInput(), economy: "GBR" });
    expectRefusal(
      () => consumerPrices({ baseline: smallBaseline, scenario, assumptions: smallAssumptions({ tables }) }),
      "mismatched-model",
    );
  });

  it("tables that did not come through the door", () => {
    const tables = { ...smallTables };
    expectRefusal(
      () => priceChanges({ tariffFraction: {}, assumptions: smallAssumptions({ tables }) }),
      "not-defined",
      "assumptions.tables",
    );
  });

  it("a percentage where a fraction is wanted, and a commodity that the tables do not have", () => {
    expectRefusal(
      () => priceChanges({ tariffFraction: { G: 25 }, assumptions }),
      "out-of-range",
      "tariffFraction.G",
    );
    expectRefusal(
      () => priceChanges({ tariffFraction: { X: 0.1 }, assumptions }),
      "unknown-key",
      "tariffFraction.X",
    );
  });

  it("a line that the tables do not have, and prices of other tables", () => {
    const prices = priceChanges({ tariffFraction: { G: 0.1 }, assumptions });
    expectRefusal(() => explainPrice({ prices, assumptions, line: "9" }), "unknown-key", "line");
    const others = smallAssumptions({ tables: usPrices2023 });
    expectRefusal(() => explainPrice({ prices, assumptions: others, line: "5" }), "mismatched-model");
  });

  it("margins without a convention, and shares beyond 1", () => {
    const say = (changes: object) => () =>
      priceChanges({ tariffFraction: {}, assumptions: smallAssumptions(changes) });
    expectRefusal(say({ margins: "both" }), "out-of-range", "assumptions.margins");
    expectRefusal(say({ margins: undefined }), "missing-key", "assumptions.margins");
    const passThrough = { border: 1.5, wholesale: 1, retail: 1, source: "a test" };
    expectRefusal(say({ passThrough }), "out-of-range", "assumptions.passThrough.border");
  });
});
