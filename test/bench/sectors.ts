import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import {
  bestSectorTariffs,
  calibrateSectors,
  type SectorNashOptions,
  type SectorScenario,
  type SectorWorld,
  sectorEquilibrium,
  sectorNash,
  sectorNashFormula,
} from "tariff-whatif/sectors";
import { numbers } from "../models/world/worlds.js";
import {
  bundledWorld,
  haveSectorFile,
  largeWorld,
  naftaWorld,
  unlinkedWorld,
} from "../support/sectorWorlds.js";
import { measure, type Row, row } from "./harness.js";

const threats = (goods: readonly string[]): SectorScenario => ({
  tariffs: [
    { exporter: "CHN", importer: "USA", sectors: goods, tariff: 0.1 },
    { exporter: "MEX", importer: "USA", sectors: goods, tariff: 0.25 },
    { exporter: "CAN", importer: "USA", sectors: goods, tariff: 0.25 },
  ],
  tariffsAre: "additional",
});
const uniform: SectorScenario = {
  tariffs: [{ exporter: "all", importer: "USA", sectors: "all", tariff: 0.1 }],
  tariffsAre: "total",
};

/** The bytes of typed arrays in use, after what is no longer in use has been given back. */
async function heldBytes(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((done) => setTimeout(done, 10));
  }
  return process.memoryUsage().arrayBuffers;
}

/**
 * One solve by processor time, its work, and, where the collector may be called, the memory of typed arrays that a world
 * and its solver hold once a scenario is solved.
 */
async function solved(
  name: string,
  worldOf: () => SectorWorld,
  scenario: SectorScenario,
  target?: number,
): Promise<Row> {
  const before = await heldBytes();
  const world = worldOf();
  const { residual, iterations } = sectorEquilibrium(world, scenario);
  const megabytes = ((await heldBytes()) - before) / 2 ** 20;
  const memory = globalThis.gc === undefined ? "" : `, ${megabytes.toFixed(1)} MB held`;
  return measure(name, () => sectorEquilibrium(world, scenario), {
    ...(target === undefined ? {} : { target }),
    clock: "cpu",
    detail: `${iterations} rounds, residual ${residual.toExponential(1)}${memory}`,
  });
}

/** A war of all against all, once, by processor time, with what the proof says. */
function trueWar(world: SectorWorld, shape: SectorNashOptions["shape"]): Row {
  const before = process.cpuUsage();
  const { players, rounds, equilibria } = sectorNash(world, { players: "all", shape, sectors: "all" });
  const { user, system } = process.cpuUsage(before);
  const gain = Math.max(...players.map(({ gainFromDeviating }) => gainFromDeviating));
  const numbers = `${equilibria} equilibria, ${rounds} rounds; the most that one could still gain alone ${gain.toExponential(1)} %`;
  return row(
    `war of ${players.length}, ${shape}, best responses`,
    [(user + system) / 1000],
    undefined,
    numbers,
  );
}

/** A made-up world in which everybody trades every good with everybody, half at home, and half of what is sold is inputs. */
function madeUpWorld(n: number, s: number, linked: boolean): SectorWorld {
  const next = numbers(3);
  const trade = new Float64Array(n * n * s);
  const sold = new Float64Array(n * s);
  const inputs = new Float64Array(n * s * s);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < s; k++) {
        const value = (0.5 + next()) * (i === j ? n : 1);
        trade[(j * n + i) * s + k] = value;
        sold[j * s + k] = (sold[j * s + k] ?? 0) + value;
      }
    }
    for (let k = 0; k < s; k++)
      for (let h = 0; h < s; h++) inputs[(j * s + h) * s + k] = (0.5 * (sold[j * s + k] ?? 0)) / s;
  }
  return calibrateSectors({
    economies: Array.from({ length: n }, (_, i) => `E${i}`),
    sectors: Array.from({ length: s }, (_, k) => `S${k}`),
    accounts: { valuation: "customsValue", trade, inputs: linked ? inputs : "none" },
    tradeElasticities: Array.from({ length: s }, () => 2 + 8 * next()),
    tariffs: "none",
    deficits: "ofTheData",
  });
}

/** Time and memory against size; the guide prints the table. */
async function bySize(): Promise<Row[]> {
  const list: Row[] = [];
  const tariffs = [{ exporter: "all", importer: "E0", sectors: "all", tariff: 0.25 }] as const;
  for (const [n, s] of [
    [10, 10],
    [20, 25],
    [40, 35],
    [80, 40],
    [160, 40],
  ] as const) {
    for (const linked of [false, true]) {
      const name = `made-up ${n}x${s}, ${linked ? "inputs" : "no inputs"}`;
      list.push(await solved(name, () => madeUpWorld(n, s, linked), { tariffs, tariffsAre: "total" }));
    }
  }
  return list;
}

/** Worlds of sectors: the larger ones where the shared folder is at hand. Peers are timed in the cases' README. */
export async function rows(): Promise<Row[]> {
  const list = [
    await solved("sectors 16x24, inputs", bundledWorld, threats(worldSectors2011.goods), 2),
    ...(await bySize()),
  ];
  if (!haveSectorFile("cases/sectors/nafta/prepared.json.gz")) return list;
  const large = largeWorld();
  const nafta = naftaWorld();
  const world81 = unlinkedWorld("world-icio-2022", "IS");
  const world44 = unlinkedWorld("world-wiod-2014", "IS");
  const against = { tariffs: [], tariffsAre: "total" } as const;
  const question = { bloc: ["USA"], shape: "uniform", sectors: "all", against } as const;
  const at1e7 = { tariffs: nafta.tariffs, tariffsAre: "total", tolerance: 1e-7 } as const;
  list.push(await solved("sectors 41x35, inputs", () => largeWorld().world, threats(large.goods), 15));
  list.push(await solved("NAFTA 31x40 at 1e-7", () => naftaWorld().world, at1e7, 40));
  list.push(
    await solved("sectors 81x28, no inputs", () => unlinkedWorld("world-icio-2022", "IS"), uniform, 25),
  );
  list.push(
    await measure("best uniform tariff, 81x28", () => bestSectorTariffs(world81, question), { target: 1000 }),
  );
  list.push(
    await measure("war of 44 by formula", () => sectorNashFormula(world44, { players: "all" }), {
      target: 2000,
    }),
  );
  list.push(trueWar(world44, "uniform"));
  // A minute: 44 economies x 16 rates, each moved by three equilibria a round, and then searched for anew as the proof.
  if (process.argv.includes("--large")) list.push(trueWar(world44, "bySector"));
  return list;
}
