import fc from "fast-check";
import type { SolveMarketsOptions, SupplyElasticity } from "tariff-whatif";
import { between } from "../../support/between.js";

const logUniform = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);

const supply: fc.Arbitrary<SupplyElasticity> = fc.oneof(
  fc.constant("infinite" as const),
  logUniform(0.2, 50),
);

const sigma = fc.oneof(
  { weight: 6, arbitrary: logUniform(0.2, 15) },
  { weight: 1, arbitrary: fc.constantFrom(1, 1 + 1e-9, 1 - 1e-12) },
);
const epsilon = fc.oneof(
  { weight: 6, arbitrary: logUniform(0.1, 4).map((size) => -size) },
  { weight: 1, arbitrary: fc.constantFrom(-1, -1 - 1e-9, -1 + 1e-12) },
);

const market = (product: string, freeTrade: boolean) =>
  fc
    .array(
      fc.record({
        customsValue: fc.oneof(
          { weight: 9, arbitrary: logUniform(1e-3, 1e6) },
          { weight: 1, arbitrary: fc.constant(0) },
        ),
        rateBefore: freeTrade ? fc.constant(0) : between(0, 0.6),
        rateAfter: fc.oneof(fc.constant(0), between(-0.3, 5)),
        supply,
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((rows) =>
      rows.map((row, k) => ({
        ...row,
        customsValue: k === 0 ? row.customsValue || 1 : row.customsValue,
        product,
        origin: `origin ${k}`,
      })),
    );

/** Markets of one to three products with any mixture of supply elasticities, some with a domestic variety. */
export const markets = (freeTrade = false): fc.Arbitrary<SolveMarketsOptions> =>
  fc
    .record({
      rows: fc
        .integer({ min: 1, max: 3 })
        .chain((n) => fc.tuple(...Array.from({ length: n }, (_, k) => market(`product ${k}`, freeTrade)))),
      sigma: fc.tuple(sigma, sigma, sigma),
      epsilon: fc.tuple(epsilon, epsilon, epsilon),
      domestic: fc.option(fc.record({ expenditure: logUniform(1e-2, 1e7), supply })),
    })
    .map(({ rows, sigma, epsilon, domestic }) => {
      const all = rows.flat();
      const names = rows.map((_, k) => `product ${k}`);
      const byProduct = (values: readonly number[]) =>
        Object.fromEntries(names.map((name, k) => [name, values[k]!]));
      return {
        flows: {
          product: all.map((row) => row.product),
          origin: all.map((row) => row.origin),
          customsValue: all.map((row) => row.customsValue),
          rateBefore: all.map((row) => row.rateBefore),
          rateAfter: all.map((row) => row.rateAfter),
        },
        ...(domestic === null
          ? {}
          : { domestic: { product: ["product 0"], expenditure: [domestic.expenditure] } }),
        assumptions: {
          substitutionElasticity: byProduct(sigma),
          importDemandElasticity: byProduct(epsilon),
          exportSupplyElasticity: all.map((row) => row.supply),
          ...(domestic === null ? {} : { domesticSupplyElasticity: domestic.supply }),
        },
      };
    });
