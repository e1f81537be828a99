import { gsimLinear, gsimNonlinear, type SupplyElasticity, solveMarkets } from "../../src/index.js";
import { prepareTotals } from "../../src/models/partial/prepareTotals.js";
import { importsByChapter } from "../support/importsByChapter.js";
import { haveShared } from "../support/sharedCases.js";

/** One line of a benchmark: a median time, and the target it is held to, if there is one. */
export interface BenchRow {
  readonly name: string;
  readonly medianMs: number;
  readonly target?: number;
  readonly detail: string;
}

const elasticities = { substitutionElasticity: 3, importDemandElasticity: -0.8 };
const january = { CHN: 0.1, MEX: 0.25, CAN: 0.25 };

/** A made-up market of any size, the same at every run; every tenth origin gets a tariff. */
function madeUp(products: number, origins: number) {
  const rows = Array.from({ length: products * origins }, (_, k) => k);
  return {
    product: rows.map((k) => `product ${Math.floor(k / origins)}`),
    origin: rows.map((k) => `origin ${k % origins}`),
    customsValue: rows.map((k) => 1 + ((k * 7919) % 1000)),
    rateBefore: rows.map((k) => ((k * 31) % 10) / 100),
    rateAfter: rows.map((k) => ((k * 31) % 10) / 100 + (k % 10 === 0 ? 0.25 : 0)),
  };
}

function medianMs(times: number, run: (k: number) => unknown): number {
  for (let k = 0; k < Math.min(times, 20); k++) run(k);
  const measured = Array.from({ length: times }, (_, k) => {
    const start = performance.now();
    run(k);
    return performance.now() - start;
  });
  return measured.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

/** Another sigma, epsilon and eta at every draw. */
const draw = (k: number) => ({
  substitutionElasticity: 2 + ((k * 37) % 100) / 50,
  importDemandElasticity: -0.5 - ((k * 61) % 100) / 100,
  exportSupplyElasticity: 2 + ((k * 17) % 100) / 10,
});

/** The speeds of the one-market models, for `npm run bench`. */
export function benchPartial(): readonly BenchRow[] {
  const flows = haveShared ? importsByChapter(january) : madeUp(98, 38);
  const rows = `${flows.product.length} rows${haveShared ? ", US imports 2024" : ", made up"}`;
  const solve = (exportSupplyElasticity: SupplyElasticity | SupplyElasticity[]) => () =>
    solveMarkets({ flows, assumptions: { ...elasticities, exportSupplyElasticity } });
  const different = flows.product.map((_, k) => (k % 7 === 0 ? ("infinite" as const) : 0.5 + (k % 40) / 4));
  const totals = prepareTotals({ flows });
  const begun = performance.now();
  for (let k = 0; k < 10_000; k++) totals(draw(k));
  const tenThousand = performance.now() - begun;

  const grow = (products: number, origins: number): BenchRow => {
    const market = madeUp(products, origins);
    const fast = prepareTotals({ flows: market });
    return {
      name: `partial: totals, ${products} products x ${origins} origins`,
      medianMs: medianMs(41, (k) => fast(draw(k))),
      detail: "growth with products and origins",
    };
  };
  const square = (n: number, entry: (r: number, v: number) => number) =>
    Array.from({ length: n }, (_, r) => Array.from({ length: n }, (_, v) => entry(r, v)));
  const world = {
    regions: Array.from({ length: 38 }, (_, r) => `region ${r}`),
    trade: square(38, (r, v) => 1 + ((r * 31 + v * 17) % 50)),
    rateBefore: square(38, () => 0.05),
    rateAfter: square(38, (r, v) => (v === 0 && r % 4 === 1 ? 0.3 : 0.05)),
    importDemandElasticity: -1.25,
    substitutionElasticity: 5,
    exportSupplyElasticity: 1.5,
  };
  return [
    {
      name: "partial: 98 chapters x 38 origins, eta 5",
      medianMs: medianMs(25, solve(5)),
      target: 15,
      detail: rows,
    },
    {
      name: "partial: the same, eta different by row",
      medianMs: medianMs(25, solve(different)),
      target: 15,
      detail: rows,
    },
    { name: "partial: the same, infinite supply", medianMs: medianMs(25, solve("infinite")), detail: rows },
    {
      name: "partial: totals only, one draw",
      medianMs: medianMs(201, (k) => totals(draw(k))),
      target: 2,
      detail: rows,
    },
    {
      name: "partial: totals only, one draw, eta different by row",
      medianMs: medianMs(101, () => totals({ ...elasticities, exportSupplyElasticity: different })),
      target: 6,
      detail: rows,
    },
    {
      name: "partial: totals only, one draw, other rates too",
      medianMs: medianMs(101, (k) => totals(draw(k), flows.rateAfter)),
      target: 6,
      detail: rows,
    },
    {
      name: "partial: totals only, 10,000 draws",
      medianMs: tenThousand,
      target: 60_000,
      detail: "one run; grows with the draws, nothing is kept between them",
    },
    ...[10, 20, 40, 80].map((origins) => grow(98, origins)),
    ...[25, 50, 100, 200].map((products) => grow(products, 38)),
    {
      name: "gsim: 38 regions, linear",
      medianMs: medianMs(11, () => gsimLinear(world)),
      detail: "one solve of 38 equations",
    },
    {
      name: "gsim: 38 regions, non-linear",
      medianMs: medianMs(11, () => gsimNonlinear(world)),
      detail: "Newton's method",
    },
  ];
}
