import { accounting, definePolicy, type Step, TariffError, tradeToReplaceSales } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { passThrough } from "tariff-whatif/formulas";
import { describe, expect, it } from "vitest";
import { add, scale, scenarioOf, smallBaseline } from "../support/steps.js";

const errorOf = (call: () => unknown): TariffError => {
  try {
    call();
  } catch (error) {
    if (error instanceof TariffError) return error;
  }
  throw new Error("nothing was refused");
};
const ask = (...steps: Step[]) =>
  errorOf(() => accounting({ baseline: smallBaseline, scenario: scenarioOf("s", ...steps) }));

describe("the refusal of successive rates", () => {
  it("names the spells and the seasons, and a day where there is one", () => {
    const seasons = ask(
      add("first", { measure: "m", dates: { seasons: [{ from: "01-01", to: "06-30" }] } }),
      add("second", { measure: "m", dates: { seasons: [{ from: "07-01", to: "12-31" }] } }),
    );
    expect(seasons.code).toBe("successive-rates");
    expect(seasons.received).toContain(
      "first (every year 01-01 to 06-30), second (every year 07-01 to 12-31)",
    );
    expect(seasons.advice).toMatch(/^Ask for a date instead of "any-date": these rates of m/);
    const spells = ask(
      add("first", { measure: "m", dates: { spells: [{ from: "2025-02-04", to: "2025-03-03" }] } }),
      add("second", { measure: "m", dates: { spells: [{ from: "2025-03-04" }] } }),
    );
    expect(spells.received).toContain("first (2025-02-04 to 2025-03-03), second (2025-03-04 to ...)");
    expect(spells.advice).toContain("for example 2025-02-04:");
  });
});

describe("a percentage where a share is wanted", () => {
  it("is answered with the fraction to write", () => {
    const policy = errorOf(() =>
      definePolicy({
        id: "p",
        title: "p",
        parameters: {},
        steps: [scale("s", { share: "25%" as never })],
      } as never),
    );
    expect(policy.advice).toContain('"0.25" for 25 %');
    const lost = errorOf(() =>
      tradeToReplaceSales({ baseline: usImports2024, shareLost: "2.5%" as never, growth: "article" }),
    );
    expect(lost.advice).toContain('"0.025" for 2.5 %');
    const options = { customsValue: 100, rateBefore: "0%", rateAfter: "10%", borderPassThrough: "25%" };
    expect(errorOf(() => passThrough(options as never)).advice).toContain("0.25 for 25 %");
  });
});
