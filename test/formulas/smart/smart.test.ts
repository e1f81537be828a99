import { smart } from "tariff-whatif/formulas";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";
import { expectClose } from "../../support/expectClose.js";

const options = {
  origin: ["CHN", "MEX", "JPN", "ROW"],
  customsValue: [100, 80, 50, 250],
  rateBefore: ["3%", "0%", "2%", "3%"],
  rateAfter: ["13%", "25%", "2%", "3.00%"],
  importDemandElasticity: -1.2,
  substitutionElasticity: 1.5,
  exportSupplyElasticity: 6,
} as const;

describe("smart", () => {
  it("sets each changed origin against all that keep their rate, and the diversion adds up to 0", () => {
    const { byOrigin, tradeCreation, revenueChange } = smart(options);
    const pull = (dt: number, t0: number) => -1.5 * (dt / (1 + t0));
    const away = (value: number, x: number) => (value * 300 * x) / (value + 300 + value * x);
    expectClose(byOrigin[0]!.tradeDiversion, away(100, pull(0.1, 0.03)), 1e-14);
    expectClose(byOrigin[1]!.tradeDiversion, away(80, pull(0.25, 0)), 1e-14);
    expectClose(byOrigin[2]!.tradeDiversion * 5, byOrigin[3]!.tradeDiversion, 1e-14);
    expectClose(
      byOrigin.reduce((sum, row) => sum + row.tradeDiversion, 0),
      0,
      1e-14,
      100,
    );
    expectClose(byOrigin[1]!.tradeCreation, (80 * -1.2 * 0.25) / (1 + 1.2 / 6), 1e-14);
    expectClose(tradeCreation, byOrigin[0]!.tradeCreation + byOrigin[1]!.tradeCreation, 1e-14);
    const rateAfter = [0.13, 0.25, 0.02, 0.03];
    const duties = byOrigin.reduce((sum, row, j) => sum + row.customsValueAfter * rateAfter[j]!, 0);
    expectClose(revenueChange, duties - 100 * 0.03 - 50 * 0.02 - 250 * 0.03, 1e-13);
  });

  it("gives exactly zero for no change, and diverts nothing when all change", () => {
    const same = smart({ ...options, rateAfter: options.rateBefore });
    for (const row of same.byOrigin) expect([row.tradeCreation, row.tradeDiversion]).toEqual([0, 0]);
    expect(same.revenueChange).toBe(0);
    const all = smart({ ...options, rateAfter: ["10%", "10%", "10%", "10%"] });
    for (const row of all.byOrigin) expect(row.tradeDiversion).toBe(0);
  });

  it.each([
    ["negative-imports", "rateAfter[1]", { rateAfter: ["3%", "200%", "2%", "3%"] }],
    ["elasticity-sign", "importDemandElasticity", { importDemandElasticity: 1.2 }],
    ["elasticity-sign", "substitutionElasticity", { substitutionElasticity: 0 }],
    ["elasticity-sign", "exportSupplyElasticity", { exportSupplyElasticity: 0 }],
    ["length-mismatch", "rateAfter", { rateAfter: ["1%"] }],
    ["wrong-type", "rateAfter", { rateAfter: "25%" }],
    ["not-a-rate", "rateAfter[1]", { rateAfter: ["13%", 0.25, "2%", "3%"] }],
    ["not-a-rate", "rateAfter[1]", { rateAfter: ["13%", "25", "2%", "3%"] }],
    ["wrong-type", "rateBefore[3]", { rateBefore: ["3%", "0%", "2%", null] }],
    ["rate-below-minus-100", "rateBefore[0]", { rateBefore: ["-101%", "0%", "0%", "0%"] }],
    ["duplicate-flow", "origin[1]", { origin: ["CHN", "CHN", "JPN", "ROW"] }],
    ["empty", "customsValue", { customsValue: [0, 0, 0, 0] }],
    ["price-not-positive", "rateBefore[0]", { rateBefore: ["-100%", "0%", "0%", "0%"] }],
    ["not-finite", "customsValue[0]", { customsValue: [Number.NaN, 0, 0, 0] }],
    ["unknown-key", "es", { es: 99 }],
  ])("refuses %s at %s", (code, path, change) => {
    const thrown = errorOf(() => smart({ ...options, ...(change as object) }));
    expect(thrown).toEqual({ name: "TariffError", code, path });
  });
});
