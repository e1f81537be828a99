import { rateToFraction } from "tariff-whatif";
import { balancingTariff } from "tariff-whatif/formulas";
import { ustrReciprocal2025 } from "tariff-whatif/parameters";
import { describe, expect, it } from "vitest";

describe("USTR, Reciprocal Tariff Calculations, April 2025", () => {
  it("gives 67 % for China from goods trade of 2024 in USD bn, to half a percent", () => {
    const rate = balancingTariff({ exports: 143.5, imports: 438.9, ...ustrReciprocal2025.values });
    expect(Math.abs(Number(rateToFraction(rate)) - 0.67)).toBeLessThanOrEqual(0.005);
  });
});
