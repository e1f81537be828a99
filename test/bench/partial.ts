import { type SupplyElasticity, solveMarkets } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { gsimLinear, gsimNonlinear } from "tariff-whatif/formulas";
import { prepareTotals } from "../../src/models/partial/prepareTotals.js";
import { measure, type Row } from "./harness.js";

const elasticities = { substitutionElasticity: 3, importDemandElasticity: -0.8 };

/** US imports 2024 as columns, with the rates threatened in January 2025 on top. */
function usFlows() {
  const { columns, exporters, products } = usImports2024;
  const added: Readonly<Record<string, number>> = { CHN: 0.1, MEX: 0.25, CAN: 0.25 };
  const origin = columns.exporter.map((at) => exporters[at] ?? "");
  const customsValue = columns.customsValue.map(Number);
  const dutiesBefore = (columns.duties ?? []).map(Number);
  return {
    product: columns.product.map((at) => products[at] ?? ""),
    origin,
    customsValue,
    dutiesBefore,
    rateAfter: customsValue.map((value, k) => {
      const before = value > 0 ? (dutiesBefore[k] ?? 0) / value : 0;
      return before + (added[origin[k] ?? ""] ?? 0);
    }),
  };
}

/** A made-up market of any size, the same at every run; every tenth row gets a tariff. */
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

/** Another sigma, epsilon and eta at every call, as in a sensitivity analysis. */
function draws() {
  let k = 0;
  return () => {
    k++;
    return {
      substitutionElasticity: 2 + ((k * 37) % 100) / 50,
      importDemandElasticity: -0.5 - ((k * 61) % 100) / 100,
      exportSupplyElasticity: 2 + ((k * 17) % 100) / 10,
    };
  };
}

/** A made-up world of 38 regions, of which every fourth gets a tariff of one importer. */
function world() {
  const square = (entry: (r: number, v: number) => number) =>
    Array.from({ length: 38 }, (_, r) => Array.from({ length: 38 }, (_, v) => entry(r, v)));
  return {
    regions: Array.from({ length: 38 }, (_, r) => `region ${r}`),
    trade: square((r, v) => 1 + ((r * 31 + v * 17) % 50)),
    rateBefore: square(() => 0.05),
    rateAfter: square((r, v) => (v === 0 && r % 4 === 1 ? 0.3 : 0.05)),
    importDemandElasticity: -1.25,
    substitutionElasticity: 5,
    exportSupplyElasticity: 1.5,
  };
}

/** The one-market models, on the 3,414 rows and on markets that grow. */
export async function rows(): Promise<Row[]> {
  const flows = usFlows();
  const different = flows.product.map((_, k) => (k % 7 === 0 ? ("infinite" as const) : 0.5 + (k % 40) / 4));
  const solve = (exportSupplyElasticity: SupplyElasticity | SupplyElasticity[]) => () =>
    solveMarkets({ flows, assumptions: { ...elasticities, exportSupplyElasticity } });
  const totals = prepareTotals({ flows });
  const open = flows.product.map((_, row) => row);
  const anew = prepareTotals({ flows, open });
  const next = draws();
  const measured = [
    await measure("solve 3,414 rows, finite supply", solve(5), { target: 15 }),
    await measure("solve 3,414 rows, finite supply by row", solve(different), { target: 15 }),
    await measure("solve 3,414 rows, infinite supply", solve("infinite")),
    await measure("totals of 3,414 rows, one draw", () => totals(next()), { target: 6 }),
    await measure(
      "totals of 3,414 rows, one draw, supply by row",
      () => totals({ ...elasticities, exportSupplyElasticity: different }),
      { target: 6 },
    ),
    await measure("totals of 3,414 rows, one draw, other rates too", () => anew(next(), flows.rateAfter), {
      target: 6,
    }),
  ];
  for (const [products, origins] of [
    [100, 10],
    [100, 40],
    [100, 160],
    [25, 40],
    [400, 40],
  ] as const) {
    const prepared = prepareTotals({ flows: madeUp(products, origins) });
    const name = `totals, one draw, ${products} products x ${origins} origins`;
    measured.push(await measure(name, () => prepared(next()), { budgetMs: 400 }));
  }
  const made = world();
  measured.push(await measure("GSIM, 38 regions, linear", () => gsimLinear(made), { budgetMs: 400 }));
  measured.push(await measure("GSIM, 38 regions, non-linear", () => gsimNonlinear(made), { budgetMs: 400 }));
  return measured;
}
