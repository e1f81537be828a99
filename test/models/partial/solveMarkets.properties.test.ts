import fc from "fast-check";
import { type SolveMarketsOptions, solveMarkets } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../../src/internal/deepFreeze.js";
import { prepareTotals } from "../../../src/models/partial/prepareTotals.js";
import { expectClose } from "../../support/expectClose.js";
import { markets } from "./markets.js";

const runs = { numRuns: 300 };
const of = (value: unknown, product: string): number =>
  typeof value === "number" ? value : (value as Record<string, number>)[product]!;
const sum = <T>(rows: readonly T[], term: (row: T) => number) =>
  rows.reduce((all, row) => all + term(row), 0);

describe("the equations of the one-importer market", () => {
  it("hold for the ratios in the result", () => {
    fc.assert(
      fc.property(markets(), (options) => {
        const { flows, byProduct, solver } = solveMarkets(options);
        expect(solver.residual).toBeLessThan(1e-12);
        flows.forEach((flow, row) => {
          const { compositePrice: P } = byProduct.find(({ product }) => product === flow.product)!;
          const sigma = of(options.assumptions.substitutionElasticity, flow.product);
          const epsilon = of(options.assumptions.importDemandElasticity, flow.product);
          const eta = (options.assumptions.exportSupplyElasticity as (number | "infinite")[])[row]!;
          const factor = (1 + flow.rateAfter) / (1 + flow.rateBefore);
          expectClose(flow.tariffInclusivePrice, flow.producerPrice * factor, 1e-12);
          expectClose(flow.quantity, P ** epsilon * (flow.tariffInclusivePrice / P) ** -sigma, 1e-9);
          expectClose(flow.producerPrice, eta === "infinite" ? 1 : flow.quantity ** (1 / eta), 1e-9);
          const value = flow.customsValueBefore * flow.producerPrice * flow.quantity;
          expectClose(flow.customsValueAfter, value, 1e-9);
          expectClose(flow.dutiesAfter, flow.rateAfter * value, 1e-9);
        });
        for (const product of byProduct) {
          const own = flows.filter((flow) => flow.product === product.product);
          const spent =
            sum(own, (flow) => flow.customsValueAfter + flow.dutiesAfter) +
            (product.domestic?.expenditureAfter ?? 0);
          expectClose(spent, product.expenditureAfter, 1e-9);
          const epsilon = of(options.assumptions.importDemandElasticity, product.product);
          expectClose(
            product.expenditureAfter,
            product.expenditureBefore * product.compositePrice ** (1 + epsilon),
            1e-9,
          );
        }
      }),
      runs,
    );
  });

  it("add up: creation and diversion to the flow, flows to origins, products and totals, parts to welfare", () => {
    fc.assert(
      fc.property(markets(), (options) => {
        const { flows, byOrigin, byProduct, totals, diversionGains } = solveMarkets(options);
        const whole = totals.expenditureBefore;
        for (const flow of flows) {
          const volume = flow.customsValueBefore * (flow.quantity - 1);
          const scale = flow.customsValueBefore + flow.customsValueAfter;
          expectClose(flow.tradeCreation + flow.tradeDiversion, volume, 1e-9, scale);
          expectClose(
            flow.tradeCreation + flow.tradeDiversion + flow.priceEffect,
            flow.customsValueAfter - flow.customsValueBefore,
            1e-9,
            scale,
          );
          expectClose(flow.revenueChange, flow.dutiesAfter - flow.dutiesBefore, 1e-9, scale);
        }
        const keys = [
          "customsValueBefore",
          "customsValueAfter",
          "dutiesBefore",
          "dutiesAfter",
          "revenueChange",
          "tradeCreation",
          "tradeDiversion",
          "priceEffect",
          "exporterSurplusChange",
        ] as const;
        const size =
          whole + totals.expenditureAfter + totals.customsValueAfter + totals.exporterSurplusChange;
        for (const key of keys) {
          for (const rows of [flows, byOrigin, byProduct]) {
            expectClose(
              sum<Record<typeof key, number>>(rows, (row) => row[key]),
              totals[key],
              1e-9,
              size,
            );
          }
        }
        for (const part of [totals, ...byProduct]) {
          const parts = part.consumerSurplusChange + part.revenueChange + part.domesticSurplusChange;
          expectClose(part.welfareChange, parts, 1e-9, whole);
          expectClose(part.termsOfTradeGain - part.efficiencyLoss, part.welfareChange, 1e-9, whole);
          expectClose(part.termsOfTradeGain, -part.priceEffect, 1e-9, whole);
        }
        if (diversionGains.length > 0)
          expectClose(
            sum(diversionGains, ({ share }) => share),
            1,
            1e-12,
          );
      }),
      runs,
    );
  });

  it("never gain efficiency from a tariff on free trade, for the importer or for the world", () => {
    fc.assert(
      fc.property(markets(true), (options) => {
        const { totals } = solveMarkets(options);
        const rounding = 1e-12 * (totals.expenditureBefore + totals.customsValueAfter);
        expect(totals.efficiencyLoss).toBeGreaterThanOrEqual(-rounding);
        expect(totals.welfareChange + totals.exporterSurplusChange).toBeLessThanOrEqual(rounding);
      }),
      runs,
    );
  });
});

describe("symmetries", () => {
  const withFlows = (options: SolveMarketsOptions, change: object) => ({
    ...options,
    flows: { ...options.flows, ...change },
  });

  it("no shock gives exactly zero", () => {
    fc.assert(
      fc.property(markets(), (options) => {
        const rateAfter = options.flows.rateBefore!;
        const { flows, byOrigin, byProduct, totals, diversionGains } = solveMarkets(
          withFlows(options, { rateAfter }),
        );
        expect(diversionGains).toEqual([]);
        for (const part of [totals, ...byProduct, ...byOrigin, ...flows] as readonly object[]) {
          const entries = Object.entries(part) as [string, number][];
          for (const [key, value] of entries) {
            if (/Change|Gain|Loss|Effect|Creation|Diversion/.test(key)) expect(value).toBe(0);
            if (/Price|[qQ]uantity/.test(key)) expect(value).toBe(1);
            if (key.endsWith("After"))
              expect(value).toBe((part as Record<string, number>)[key.replace("After", "Before")]);
          }
        }
      }),
      runs,
    );
  });

  it("doubling all values doubles money and changes no ratio", () => {
    fc.assert(
      fc.property(markets(), (options) => {
        const once = solveMarkets(options);
        const double = (list: ArrayLike<number>) => Array.from(list, (value) => 2 * value);
        const twice = solveMarkets({
          ...withFlows(options, { customsValue: double(options.flows.customsValue) }),
          ...(options.domestic === undefined
            ? {}
            : { domestic: { ...options.domestic, expenditure: double(options.domestic.expenditure) } }),
        });
        once.flows.forEach((flow, row) => {
          expect(twice.flows[row]!.quantity).toBe(flow.quantity);
          expect(twice.flows[row]!.producerPrice).toBe(flow.producerPrice);
          expect(twice.flows[row]!.customsValueAfter).toBe(2 * flow.customsValueAfter);
        });
        expect(twice.totals.welfareChange).toBe(2 * once.totals.welfareChange);
      }),
      runs,
    );
  });

  it("the order of the rows does not matter", () => {
    fc.assert(
      fc.property(markets(), (options) => {
        const turn = <T>(list: ArrayLike<T>) => Array.from(list).reverse();
        const { product, origin, customsValue, rateBefore, rateAfter } = options.flows;
        const back = solveMarkets({
          ...options,
          flows: {
            product: turn(product),
            origin: turn(origin),
            customsValue: turn(customsValue),
            rateBefore: turn(rateBefore!),
            rateAfter: turn(rateAfter),
          },
          assumptions: {
            ...options.assumptions,
            exportSupplyElasticity: turn(options.assumptions.exportSupplyElasticity as number[]),
          },
        });
        const forth = solveMarkets(options);
        turn(back.flows).forEach((flow, row) => {
          expectClose(flow.quantity, forth.flows[row]!.quantity, 1e-11);
        });
      }),
      runs,
    );
  });

  it("the way back from the new baseline returns to the old one", () => {
    fc.assert(
      fc.property(markets(), (options) => {
        const there = solveMarkets(options);
        const back = solveMarkets({
          ...withFlows(options, {
            customsValue: there.flows.map((flow) => flow.customsValueAfter),
            rateBefore: options.flows.rateAfter,
            rateAfter: options.flows.rateBefore,
          }),
          ...(options.domestic === undefined
            ? {}
            : {
                domestic: {
                  ...options.domestic,
                  expenditure: [there.byProduct[0]!.domestic!.expenditureAfter],
                },
              }),
        });
        back.flows.forEach((flow, row) => {
          expectClose(flow.customsValueAfter, options.flows.customsValue[row]!, 1e-9);
        });
        const size = there.totals.expenditureBefore + there.totals.expenditureAfter;
        expectClose(back.totals.welfareChange, -there.totals.welfareChange, 1e-9, size);
      }),
      runs,
    );
  });

  it("inputs stay as they are, results are frozen and survive JSON, and the fast path has the same totals", () => {
    fc.assert(
      fc.property(markets(), (options) => {
        const copy = structuredClone(options);
        const result = solveMarkets(deepFreeze(options));
        expect(options).toEqual(copy);
        expect(Object.isFrozen(result.flows[0]) && Object.isFrozen(result.totals)).toBe(true);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        const { assumptions, ...market } = options;
        const totals = prepareTotals({ ...market, open: Array.from(market.flows.product, (_, row) => row) });
        expect(totals(assumptions)).toEqual(result.totals);
        expect(totals(assumptions, options.flows.rateBefore!).welfareChange).toBe(0);
        expect(totals(assumptions, options.flows.rateAfter)).toEqual(result.totals);
        // With rows of one shock as one row, the same but for rounding.
        const lumped = prepareTotals(market)(assumptions);
        const size = Math.max(
          1e-300,
          result.totals.expenditureBefore,
          Math.abs(result.totals.expenditureAfter),
        );
        for (const [name, total] of Object.entries(result.totals)) {
          expect(Math.abs(lumped[name as keyof typeof lumped] - total) / size).toBeLessThan(1e-11);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("elasticities and rates of any size", () => {
  it("give finite totals or an error with a code, never NaN", () => {
    const powerUpTo = (max: number) => fc.double({ min: -300, max, noNaN: true }).map((power) => 10 ** power);
    const size = powerUpTo(300);
    const rate = powerUpTo(1);
    fc.assert(
      fc.property(
        fc.record({
          sigma: size,
          epsilon: size,
          eta: size,
          rates: fc.tuple(rate, rate),
          values: fc.tuple(size, size),
        }),
        ({ sigma, epsilon, eta, rates, values }) => {
          try {
            const { totals, flows } = solveMarkets({
              flows: {
                product: ["a", "a"],
                origin: ["X", "Y"],
                customsValue: values,
                rateBefore: [0, rates[0]],
                rateAfter: [rates[1], 0],
              },
              assumptions: {
                substitutionElasticity: sigma,
                importDemandElasticity: -epsilon,
                exportSupplyElasticity: [eta, "infinite"],
              },
            });
            for (const part of [totals, ...flows])
              for (const value of Object.values(part)) expect(value).not.toBeNaN();
          } catch (error) {
            expect(["not-converged", "not-finite"]).toContain((error as { code?: string }).code);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
