import { accounting, appliedRate, defineScenario, explainRate } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { add, policyOf, query } from "../support/steps.js";

const spell = (id: string, rate: `${number}%`, effective: string, expires?: string) =>
  add(id, {
    measure: "fentanyl",
    authority: "ieepa",
    rate,
    dates: {
      effective: effective as "2025-02-04",
      ...(expires === undefined ? {} : { expires: expires as "2025-02-04" }),
    },
  });
const three = [
  spell("a", "10%", "2025-02-04", "2025-03-03"),
  spell("b", "20%", "2025-03-04", "2025-11-09"),
  spell("c", "10%", "2025-11-10"),
];

describe("successive rates of one measure", () => {
  it("are refused where the question names no date, with the steps by name", () => {
    expectRefusal(() => appliedRate(policyOf(...three), query({})), "successive-rates", "steps.a");
    expectRefusal(() => explainRate(policyOf(...three), query({})), "successive-rates", "steps.a");
    try {
      appliedRate(policyOf(...three), query({}));
    } catch (error) {
      expect(String(error)).toMatch(/a \(.*b \(.*c \(/);
    }
  });

  it.each([
    ["2025-03-03", "10%"],
    ["2025-03-04", "20%"],
    ["2025-11-10", "10%"],
  ] as const)("on %s the rate is %s", (on, rate) => {
    expect(appliedRate(policyOf(...three), { ...query({ base: {} }), on }).rate).toBe(rate);
  });

  it("are refused by a model too", () => {
    const scenario = defineScenario({
      id: "s",
      title: "s",
      evaluate: { on: "any-date", statuses: "any-status" },
      steps: three.map((step) => ({ ...step, importers: ["USA"], exporters: ["CHN"] })),
    });
    expectRefusal(() => accounting({ baseline: usImports2024, scenario }), "successive-rates", "steps.a");
  });

  it("add up where their spells overlap, where they are other measures, or meet other goods", () => {
    const later = spell("b", "20%", "2025-03-01", "2025-11-09");
    expect(appliedRate(policyOf(three[0]!, later), query({ base: {} })).rate).toBe("30%");
    const other = { ...three[1]!, measure: "other" };
    expect(appliedRate(policyOf(three[0]!, other), query({ base: {} })).rate).toBe("30%");
    const cars = { ...three[1]!, products: ["87"] as const };
    expect(appliedRate(policyOf(three[0]!, cars), query({ base: {}, product: "7208" })).rate).toBe("10%");
  });
});
