import fc from "fast-check";
import { accounting, januaryScenarios, parseRate, type Rate, rateToFraction } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { balancingTariff, type PassThroughOptions, passThrough } from "tariff-whatif/formulas";
import { cavallo2025Retail, completeBorderPassThrough } from "tariff-whatif/parameters";
import { describe, expect, it } from "vitest";
import { between } from "../../support/between.js";
import { errorOf } from "../../support/errorOf.js";
import { expectClose } from "../../support/expectClose.js";

/** A rate between two numbers of percent, with two decimals. */
const rateBetween = (least: number, most: number) =>
  fc.integer({ min: least * 100, max: most * 100 }).map((hundredths): Rate => `${hundredths / 100}%`);

const splits: fc.Arbitrary<PassThroughOptions> = fc
  .record({
    customsValue: between(0.01, 1e12),
    rateBefore: rateBetween(-20, 100),
    rateAfter: rateBetween(-20, 500),
    borderPassThrough: between(0, 1),
    part: between(0, 1),
  })
  .map(({ part, ...rest }) => ({ ...rest, retailPassThrough: part * rest.borderPassThrough }));

const one: PassThroughOptions = {
  customsValue: 1000,
  rateBefore: "2%",
  rateAfter: "27%",
  borderPassThrough: 0.9,
  retailPassThrough: 0.3,
};

const shelf = { retailPassThrough: undefined, ...cavallo2025Retail.values, shelfToLandedValue: 2 };

describe("passThrough", () => {
  it("takes a share of shelf prices with the value of a shelf, and consumers bear 39.0 % of ten percent", () => {
    const { byPartner } = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
    const row = byPartner.find(({ key }) => key === "CHN")!;
    const china = {
      customsValue: Number(row.customsValue.amount),
      rateBefore: row.baselineRate,
      rateAfter: row.effectiveRate,
      ...completeBorderPassThrough.values,
    };
    const split = passThrough({ ...china, ...cavallo2025Retail.values, shelfToLandedValue: 2 });
    expect(split).toEqual(passThrough({ ...china, retailPassThrough: 0.4 }));
    expect((100 * split.consumerShare).toFixed(1)).toBe("39.0");
  });

  it("leaves no infinity and no NaN, whatever the rates", () => {
    const rates = ["-99.999999999999999999%", "0%", `1${"0".repeat(18)}%`, `9${"0".repeat(29)}%`] as Rate[];
    for (const customsValue of [5e-324, 1, 1e300])
      for (const rateBefore of rates)
        for (const rateAfter of rates)
          for (const borderPassThrough of [0, 0.5, 1]) {
            const given = { customsValue, rateBefore, rateAfter, borderPassThrough, retailPassThrough: 0 };
            let split: object = {};
            try {
              split = passThrough(given);
            } catch (error) {
              expect(["not-finite", "price-not-positive"]).toContain((error as { code: string }).code);
            }
            expect(Object.values(split).every(Number.isFinite)).toBe(true);
          }
  });

  it("splits exactly the change in duties, and the shares add up to 1", () => {
    fc.assert(
      fc.property(splits, (options) => {
        const value = options.customsValue;
        const rateAfter = Number(rateToFraction(options.rateAfter));
        const split = passThrough(options);
        const scale = value * (1 + rateAfter);
        expectClose(split.dutiesAfter, value * split.producerPrice * rateAfter, 1e-12, scale);
        expectClose(split.dutiesBefore + split.dutiesChange, split.dutiesAfter, 1e-12, scale);
        expectClose(
          split.paidByExporters + split.paidByImporters + split.paidByConsumers,
          split.dutiesChange,
          1e-12,
          scale,
        );
        expectClose(split.exporterShare + split.importerShare + split.consumerShare, 1, 1e-12);
        for (const share of [split.exporterShare, split.importerShare, split.consumerShare])
          expect(share).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("has its corners: all on exporters, all on importers, all on consumers", () => {
    const share = (borderPassThrough: number, retailPassThrough: number) =>
      passThrough({ ...one, borderPassThrough, retailPassThrough });
    expect(share(0, 0).exporterShare).toBe(1);
    expect(share(1, 0).importerShare).toBe(1);
    expect(share(1, 1).consumerShare).toBe(1);
    expectClose(share(1, 1).tariffInclusivePrice, 1.27 / 1.02, 1e-15);
  });

  it("gives exactly zero for no change, with the shares of the first unit", () => {
    const split = passThrough({ ...one, rateAfter: one.rateBefore });
    expect([split.dutiesChange, split.paidByExporters, split.paidByImporters, split.paidByConsumers]).toEqual(
      [0, 0, 0, 0],
    );
    const close = passThrough({ ...one, rateAfter: "2.0000001%" });
    expectClose(split.exporterShare, close.exporterShare, 1e-8);
    expectClose(split.importerShare, close.importerShare, 1e-8);
    expectClose(split.consumerShare, close.consumerShare, 1e-8);
  });

  it.each([
    ["shares-do-not-add-up", "retailPassThrough", { retailPassThrough: 0.95 }],
    ["out-of-range", "borderPassThrough", { borderPassThrough: 1.01 }],
    ["out-of-range", "retailPassThrough", { retailPassThrough: -0.1 }],
    ["out-of-range", "customsValue", { customsValue: 0 }],
    ["price-not-positive", "rateAfter", { rateAfter: "-100%" }],
    ["rate-below-minus-100", "rateBefore", { rateBefore: "-101%" }],
    ["not-a-rate", "rateAfter", { rateAfter: 0.25 }],
    ["not-a-rate", "rateAfter", { rateAfter: Number.NaN }],
    ["not-a-rate", "rateBefore", { rateBefore: "25" }],
    ["wrong-type", "rateAfter", { rateAfter: ["25%"] }],
    ["missing-key", "retailPassThrough", { retailPassThrough: undefined }],
    ["unknown-key", "share", { share: 1 }],
    ["missing-key", "shelfPricePassThrough", { shelfToLandedValue: 2 }],
    ["conflicting-keys", "shelfPricePassThrough", { shelfPricePassThrough: 0.2, shelfToLandedValue: 2 }],
    ["missing-key", "shelfToLandedValue", { retailPassThrough: undefined, ...cavallo2025Retail.values }],
    ["out-of-range", "shelfToLandedValue", { ...shelf, shelfToLandedValue: 0.5 }],
    ["shares-do-not-add-up", "shelfPricePassThrough", { ...shelf, shelfToLandedValue: 5 }],
  ])("refuses %s at %s", (code, path, change) => {
    const thrown = errorOf(() => passThrough({ ...one, ...(change as object) }));
    expect(thrown).toEqual({ name: "TariffError", code, path });
  });
});

describe("balancingTariff", () => {
  const china = { exports: 143.5, imports: 438.9, importDemandElasticity: -4, passThrough: 0.25 };

  it("is the deficit over imports where elasticity times pass-through is 1, and 0 in balance", () => {
    expectClose(Number(rateToFraction(balancingTariff(china))), (438.9 - 143.5) / 438.9, 1e-15);
    expect(balancingTariff({ ...china, exports: 50, imports: 200 })).toBe("75%");
    expect(balancingTariff({ ...china, exports: china.imports })).toBe("0%");
    expect(balancingTariff({ ...china, exports: 250, imports: 200 })).toBe("-25%");
  });

  it("falls below -100 % for a large surplus, as the formula does", () => {
    expect(balancingTariff({ ...china, exports: 3 * china.imports })).toMatch(/^-(200|199\.9+\d*)%$/);
  });

  it("is a text that reads back as the same float64, without an exponent, however small", () => {
    fc.assert(
      fc.property(between(0.01, 1e12), between(0, 1), between(-10, -0.1), (imports, part, elasticity) => {
        const rate = balancingTariff({
          exports: imports * part,
          imports,
          importDemandElasticity: elasticity,
          passThrough: 0.5,
        });
        expect(parseRate(rate)).toBe(rate);
        const exact = (imports * part - imports) / imports / (elasticity * 0.5) + 0;
        expectClose(Number(rateToFraction(rate)), exact, 1e-15, Math.max(exact, 1e-12));
      }),
    );
    const tiny = balancingTariff({ ...china, exports: 999_999_999, imports: 1e9 });
    expect(tiny).toBe("0.0000001%");
  });

  it.each([
    ["out-of-range", "imports", { imports: 0 }],
    ["out-of-range", "exports", { exports: -1 }],
    ["out-of-range", "passThrough", { passThrough: 0 }],
    ["out-of-range", "passThrough", { passThrough: 2 }],
    ["elasticity-sign", "importDemandElasticity", { importDemandElasticity: 4 }],
    ["not-finite", "exports", { exports: Infinity }],
    ["out-of-range", "", { exports: 1e308, imports: 1e-308 }],
    ["out-of-range", "", { exports: 1e20, imports: 1e-9 }],
    ["unknown-key", "floor", { floor: 0.1 }],
  ])("refuses %s at %s", (code, path, change) => {
    const thrown = errorOf(() => balancingTariff({ ...china, ...(change as object) }));
    expect(thrown).toEqual({ name: "TariffError", code, path });
  });
});
