import {
  bestUniformTariff,
  calibrateWorld,
  ignatenko2025CompletePassThrough,
  ignatenko2025EatonKortum,
  ignatenko2025InputOutput,
  type World,
  type WorldOutcome,
  type WorldParameters,
  type WorldTariff,
  worldEquilibria,
  worldEquilibrium,
} from "tariff-whatif/world";
import { arraysOf } from "../../src/models/world/calibration/worldArrays.js";
import { freshWorkspace } from "../../src/models/world/solver/workspace.js";
import { numbers, randomData } from "../models/world/worlds.js";
import { hasWorld194, readWorld194 } from "../oracle/world194Data.js";
import { firstSolves } from "./firstSolve.js";
import { measure, type Row, row } from "./harness.js";

const closure = { revenueUse: "incomeTaxRelief", deficits: "fixedToWorldIncome" } as const;
const main = ignatenko2025CompletePassThrough;

/** The 194 economies where they are at hand, else a made-up world of that size. */
function readData() {
  if (hasWorld194) return { ...readWorld194(), source: "the 194-economy case" };
  const { economies: labels, gdp, exports } = randomData(194, 1);
  const economies = labels.map((label, i) => (i === 0 ? "USA" : label));
  const usTariffs = economies
    .slice(1)
    .map((exporter, i) => ({ exporter, importer: "USA", tariff: 0.1 + 0.002 * i }));
  return { economies, gdp, exports: Float64Array.from(exports.flat()), usTariffs, source: "a made-up world" };
}

type Data = ReturnType<typeof readData>;

/** The largest economies of a world, and the tariffs between them. */
function largestOf(data: Data, count: number) {
  const places = data.gdp
    .map((value, i) => ({ value, i }))
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ i }) => i);
  const economies = places.map((i) => data.economies[i] ?? "");
  const world = calibrateWorld({
    economies,
    exports: places.map((j) => places.map((i) => data.exports[j * data.gdp.length + i] ?? 0)),
    gdp: places.map((i) => data.gdp[i] ?? 0),
    parameters: main,
  });
  return { world, tariffs: data.usTariffs.filter(({ exporter }) => economies.includes(exporter)) };
}

/** One plain multiply-add over an N by N matrix: what a pass costs at least. */
export function plainPass(n: number): () => number {
  const matrix = new Float64Array(n * n).fill(1 / n);
  const list = new Float64Array(n).fill(1);
  const out = new Float64Array(n);
  return () => {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (matrix[j * n + i] ?? 0) * (list[i] ?? 0);
      out[j] = sum;
    }
    return out[n - 1] ?? 0;
  };
}

const work = ({ residual, passes, iterations }: WorldOutcome) =>
  `${passes} N^2 passes, ${iterations} Newton steps, residual ${residual.toExponential(1)}`;

/** The memory that a world and its solver hold once a scenario is solved; it does not grow while they iterate. */
function megabytes(world: World): number {
  const arrays = arraysOf(world);
  const { krylov, ...space } = freshWorkspace(arrays);
  const bytes = [arrays, space, krylov]
    .flatMap((each) => Object.values(each))
    .reduce((sum: number, each: unknown) => (ArrayBuffer.isView(each) ? sum + each.byteLength : sum), 0);
  return bytes / 2 ** 20;
}

/** The world model's speeds, through the public functions. */
export async function rows(): Promise<Row[]> {
  const data = readData();
  const { usTariffs, source } = data;
  const n = data.economies.length;
  const { economies, exports, gdp } = data;
  const calibrate = (parameters: WorldParameters) => calibrateWorld({ economies, exports, gdp, parameters });
  const world = calibrate(main);
  const scenario = { tariffs: usTariffs, ...closure };
  const solve = () => worldEquilibrium(world, scenario);
  const pass = await measure(`one plain N^2 multiply-add pass, ${n} economies`, plainPass(n), {
    budgetMs: 300,
  });
  const calibrated = await measure(`calibrate ${n} economies`, () => calibrate(main), { detail: source });
  const solved = await measure(`${n} economies to a residual of 1e-12`, solve, { target: 2 });
  // A fresh world for every sample; calibrating it is not counted.
  const first = Array.from({ length: 41 }, () => {
    const fresh = calibrate(main);
    const start = performance.now();
    worldEquilibrium(fresh, scenario);
    return performance.now() - start;
  });
  const plain = `${(solved.medianMs / pass.medianMs).toFixed(0)} times one plain pass`;
  const small = largestOf(data, 38);
  const solveSmall = () => worldEquilibrium(small.world, { tariffs: small.tariffs, ...closure });
  const linked = calibrate(ignatenko2025InputOutput);
  const solveLinked = () => worldEquilibrium(linked, scenario);
  const findBest = () => bestUniformTariff(world, { economy: "USA", ...closure });
  const best = findBest();
  return [
    pass,
    calibrated,
    { ...solved, detail: `${work(solve())}; ${plain}` },
    row(`${n} economies, first solve of a world`, first, 2, "each a world of its own"),
    firstOfProcess(`${n} economies, first solve of a process`, data),
    await measure("the 38 largest", solveSmall, { target: 0.4, detail: work(solveSmall()) }),
    await measure(`${n} economies with input-output links`, solveLinked, {
      target: 12,
      detail: work(solveLinked()),
    }),
    await many("warm-started", world, sweep(usTariffs), 3000),
    await many("each tariff anew", world, jumps(usTariffs)),
    await measure("best uniform tariff", findBest, {
      target: 300,
      detail: `${(100 * best.tariff).toFixed(3)} %, welfare ${best.welfarePercent.toFixed(4)} %`,
    }),
    ...(await bySize()),
  ];
}

/** The first solve of a process with the built package; the processor's time beside it, which others on the machine move less. */
function firstOfProcess(name: string, data: Data): Row {
  const times = firstSolves(data, 15);
  const { medianMs, minMs } = row(
    name,
    times.map(({ processor }) => processor),
  );
  const detail = `with the built package; of the processor ${medianMs.toFixed(1)}, at least ${minMs.toFixed(1)}`;
  return row(
    name,
    times.map(({ wall }) => wall),
    25,
    detail,
  );
}

/** A thousand scenarios that go from no tariffs to twice the given ones. */
const sweep = (tariffs: readonly WorldTariff[]) =>
  Array.from({ length: 1000 }, (_, k) =>
    tariffs.map((entry) => ({ ...entry, tariff: (entry.tariff * k) / 500 })),
  );

/** A thousand scenarios in which every tariff is drawn anew, between none and twice the given one. */
function jumps(tariffs: readonly WorldTariff[]) {
  const next = numbers(7);
  return Array.from({ length: 1000 }, () =>
    tariffs.map((entry) => ({ ...entry, tariff: 2 * entry.tariff * next() })),
  );
}

async function many(
  how: string,
  world: World,
  scenarios: readonly (readonly WorldTariff[])[],
  target?: number,
): Promise<Row> {
  const solve = () => worldEquilibria(world, { scenarios, ...closure });
  const outcomes = solve();
  const passes = outcomes.reduce((sum, each) => sum + each.passes, 0) / outcomes.length;
  const residual = Math.max(...outcomes.map((each) => each.residual));
  return measure(`1,000 scenarios of ${world.economies.length} economies, ${how}`, solve, {
    ...(target === undefined ? {} : { target }),
    detail: `${passes.toFixed(1)} N^2 passes each, largest residual ${residual.toExponential(1)}`,
  });
}

/** Time, memory and passes against the number of economies, on made-up worlds. */
async function bySize(): Promise<Row[]> {
  const measured: Row[] = [];
  for (const n of [10, 30, 100, 300, 1000]) {
    const data = randomData(n, 1);
    const world = calibrateWorld({ ...data, parameters: ignatenko2025EatonKortum });
    const tariffs = data.economies.slice(1).map((exporter) => ({ exporter, importer: "E0", tariff: 0.25 }));
    const solve = () => worldEquilibrium(world, { tariffs, ...closure });
    const outcome = solve();
    const each = await measure(`made-up world of ${n} economies`, solve, { budgetMs: 400 });
    const perPair = (each.medianMs * 1e6) / (outcome.passes * n * n);
    const detail = `${work(outcome)}; ${perPair.toFixed(2)} ns for each pass and pair; ${megabytes(world).toFixed(1)} MB held`;
    measured.push({ ...each, detail });
  }
  return measured;
}
