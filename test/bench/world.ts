import {
  bestUniformTariff,
  calibrateWorld,
  ignatenko2025CompletePassThrough,
  ignatenko2025EatonKortum,
  ignatenko2025InputOutput,
  type World,
  type WorldParameters,
  worldEquilibria,
  worldEquilibrium,
} from "tariff-whatif";
import { randomData } from "../models/world/worlds.js";
import { hasWorld194, readWorld194 } from "../oracle/world194Data.js";

/** One line of the bench. */
export interface BenchRow {
  readonly name: string;
  readonly medianMs: number;
  /** Median it should stay under, ms. */
  readonly target?: number;
  readonly detail: string;
}

const closure = { revenueUse: "incomeTaxRelief", deficits: "fixedToWorldIncome" } as const;

function median(runs: number, run: () => unknown): number {
  const times: number[] = [];
  for (let k = 0; k < runs; k++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[runs >> 1] as number;
}

function readData() {
  if (hasWorld194) return { ...readWorld194(), source: "../shared/data/world-194" };
  const data = randomData(194, 1);
  const economies = data.economies.map((label, i) => (i === 0 ? "USA" : label));
  const usTariffs = economies
    .slice(1)
    .map((exporter, i) => ({ exporter, importer: "USA", tariff: 0.1 + 0.002 * i }));
  return {
    economies,
    gdp: data.gdp,
    exports: Float64Array.from(data.exports.flat()),
    usTariffs,
    source: "a seeded synthetic world",
  };
}

/** The world model's speeds: medians on one core, through the public functions. */
export function benchWorld(): readonly BenchRow[] {
  const { usTariffs, source, ...data } = readData();
  const n = data.economies.length;
  const calibrate = (parameters: WorldParameters): World => calibrateWorld({ ...data, parameters });
  const world = calibrate(ignatenko2025CompletePassThrough);
  const scenario = { tariffs: usTariffs, ...closure };
  const rows: BenchRow[] = [];
  for (let k = 0; k < 60; k++) worldEquilibrium(world, scenario);
  const once = worldEquilibrium(world, scenario);
  const how = ({ residual, passes, iterations }: typeof once) =>
    `residual ${residual.toExponential(1)}, ${iterations} Newton steps, ${passes} N^2 passes`;

  rows.push({
    name: `calibrate ${n} economies`,
    medianMs: median(15, () => calibrate(ignatenko2025CompletePassThrough)),
    detail: source,
  });
  const cold = Array.from({ length: 21 }, () => {
    const fresh = calibrate(ignatenko2025CompletePassThrough);
    return median(1, () => worldEquilibrium(fresh, scenario));
  }).sort((a, b) => a - b);
  rows.push({
    name: `${n} economies, cold`,
    medianMs: cold[10] as number,
    target: 6,
    detail: `first solve of a world, its workspace made anew; ${how(once)}`,
  });
  rows.push({
    name: `${n} economies, workspace in place`,
    medianMs: median(101, () => worldEquilibrium(world, scenario)),
    target: 6,
    detail: `all-ones start, trade matrix included; ${how(once)}`,
  });

  const largest = data.gdp
    .map((gdp, i) => [gdp, i] as const)
    .sort((a, b) => b[0] - a[0])
    .slice(0, 38)
    .map(([, i]) => i);
  const labels = largest.map((i) => data.economies[i] as string);
  const small = calibrateWorld({
    economies: labels,
    exports: largest.map((j) => largest.map((i) => data.exports[j * n + i] as number)),
    gdp: largest.map((i) => data.gdp[i] as number),
    parameters: ignatenko2025CompletePassThrough,
  });
  const smallScenario = {
    tariffs: usTariffs.filter(
      ({ exporter, importer }) => labels.includes(exporter) && labels.includes(importer),
    ),
    ...closure,
  };
  for (let k = 0; k < 300; k++) worldEquilibrium(small, smallScenario);
  rows.push({
    name: "38 economies (the largest)",
    medianMs: median(301, () => worldEquilibrium(small, smallScenario)),
    target: 0.4,
    detail: how(worldEquilibrium(small, smallScenario)),
  });

  const scenarios = Array.from({ length: 1000 }, (_, k) =>
    usTariffs.map((entry) => ({ ...entry, tariff: (entry.tariff * k) / 500 })),
  );
  const many = worldEquilibria(world, { scenarios, ...closure });
  const mean = many.reduce((sum, { passes }) => sum + passes, 0) / many.length;
  rows.push({
    name: `1,000 scenarios of ${n} economies, warm-started`,
    medianMs: median(3, () => worldEquilibria(world, { scenarios, ...closure })),
    target: 3000,
    detail: `tariffs from 0 to twice the scenario's; ${mean.toFixed(1)} N^2 passes each; largest residual ${Math.max(
      ...many.map(({ residual }) => residual),
    ).toExponential(1)}`,
  });

  const linked = calibrate(ignatenko2025InputOutput);
  for (let k = 0; k < 20; k++) worldEquilibrium(linked, scenario);
  rows.push({
    name: `${n} economies with input-output links`,
    medianMs: median(51, () => worldEquilibrium(linked, scenario)),
    target: 12,
    detail: how(worldEquilibrium(linked, scenario)),
  });
  const best = bestUniformTariff(world, { economy: "USA", ...closure });
  rows.push({
    name: "best uniform tariff",
    medianMs: median(7, () => bestUniformTariff(world, { economy: "USA", ...closure })),
    target: 300,
    detail: `${(100 * best.tariff).toFixed(3)} %, welfare ${best.welfarePercent.toFixed(4)} %`,
  });
  rows.push(...bySize());
  return rows;
}

/** Time and memory against the number of economies, on seeded synthetic worlds. */
function bySize(): BenchRow[] {
  return [10, 30, 100, 300, 1000].map((n) => {
    const data = randomData(n, 1);
    const world = calibrateWorld({ ...data, parameters: ignatenko2025EatonKortum });
    const scenario = {
      tariffs: data.economies.slice(1).map((exporter) => ({ exporter, importer: "E0", tariff: 0.25 })),
      ...closure,
    };
    const runs = n > 300 ? 3 : n > 100 ? 11 : 101;
    worldEquilibrium(world, scenario);
    const medianMs = median(runs, () => worldEquilibrium(world, scenario));
    const { passes, residual } = worldEquilibrium(world, scenario);
    // What the solver keeps: shares and costs (two N^2 matrices), the Krylov basis and the kept directions.
    const megabytes = (8 * (2 * n * n + (61 + 2 * 72) * 2 * n)) / 2 ** 20;
    return {
      name: `synthetic, ${n} economies`,
      medianMs,
      detail: `${passes} N^2 passes, ${((medianMs * 1e6) / (passes * n * n)).toFixed(2)} ns per pass and pair, solver memory ${megabytes.toFixed(1)} MB, residual ${residual.toExponential(1)}`,
    };
  });
}
