import { rateFromFraction, rateToFraction, solveMarkets } from "tariff-whatif";
import { balancingTariff, smart } from "tariff-whatif/formulas";
import { describe, expect, it } from "vitest";
import { readSharedJson } from "../support/sharedCases.js";

interface Formulae {
  smart: {
    case: {
      imports: Record<string, number>;
      tariff0: Record<string, number>;
      tariff1: Record<string, number>;
      import_demand_elasticity: number;
      substitution_elasticity: number;
      export_supply: "infinite";
    };
    expected: Record<string, number>;
  };
  ces_exact: {
    case: { sigma: number; tariff: number[]; export_supply_elasticity: number[] };
    expected: {
      composite_price: number;
      producer_price: number[];
      quantity: number[];
      revenue_per_100_of_baseline_spending: number;
    };
  };
  balancing_tariff: { case: { exports_usd_bn: number; imports_usd_bn: number }; expected_percent: number };
}

/** Equal to half the last of the six or seven decimals given. */
const given = (actual: number, wanted: number, digits: number) =>
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(0.5000001 * 10 ** -digits);

describe("cases small enough to do by hand", () => {
  const file = readSharedJson<Formulae>("cases/partial/formulae.json");

  it("SMART", () => {
    const { case: input, expected } = file.smart;
    const origin = Object.keys(input.imports);
    const column = (of: Record<string, number>) => origin.map((name) => of[name]!);
    const { byOrigin } = smart({
      origin,
      customsValue: column(input.imports),
      rateBefore: column(input.tariff0).map((value) => rateFromFraction(`${value}`)),
      rateAfter: column(input.tariff1).map((value) => rateFromFraction(`${value}`)),
      importDemandElasticity: input.import_demand_elasticity,
      substitutionElasticity: input.substitution_elasticity,
      exportSupplyElasticity: input.export_supply,
    });
    const [china, rest] = byOrigin;
    given((1 + input.tariff1.CHN!) / (1 + input.tariff0.CHN!) - 1, expected.price_change!, 7);
    given(china!.tradeCreation, expected.creation_CHN!, 6);
    given(china!.tradeDiversion, expected.diversion_CHN!, 6);
    given(china!.customsValueAfter, expected.CHN!, 6);
    given(rest!.customsValueAfter, expected.ROW!, 6);
  });

  it("one composite with finite supply, exactly", () => {
    const { case: input, expected } = file.ces_exact;
    const { byProduct, flows, totals } = solveMarkets({
      flows: {
        product: input.tariff.map(() => "goods"),
        origin: input.tariff.map((_, j) => `origin ${j}`),
        customsValue: input.tariff.map(() => 25),
        rateBefore: input.tariff.map(() => 0),
        rateAfter: input.tariff,
      },
      assumptions: {
        substitutionElasticity: input.sigma,
        importDemandElasticity: -1,
        exportSupplyElasticity: input.export_supply_elasticity,
      },
    });
    given(byProduct[0]!.compositePrice, expected.composite_price, 6);
    given(totals.dutiesAfter, expected.revenue_per_100_of_baseline_spending, 6);
    flows.forEach((flow, j) => {
      given(flow.producerPrice, expected.producer_price[j]!, 6);
      given(flow.quantity, expected.quantity[j]!, 6);
    });
  });

  it("the balancing tariff", () => {
    const { case: input, expected_percent } = file.balancing_tariff;
    const rate = balancingTariff({
      exports: input.exports_usd_bn,
      imports: input.imports_usd_bn,
      importDemandElasticity: -4,
      passThrough: 0.25,
    });
    given(Number(rateToFraction(rate)), expected_percent / 100, 2);
  });
});
