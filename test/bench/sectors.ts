import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import {
  bestSectorTariffs,
  type SectorData,
  type SectorNashOptions,
  type SectorScenario,
  type SectorWorld,
  sectorEquilibrium,
  sectorNash,
  sectorNashFormula,
} from "tariff-whatif/sectors";
import { madeUpScenario, madeUpSizes, madeUpWorld } from "../support/madeUpSectors.js";
import { haveNumpy, solveInNumpy } from "../support/numpySectors.js";
import {
  bundledData,
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

/** One solve by processor time, and its work; the memory it takes is counted in test/models/sectors/memory.test.ts. */
async function solved(
  name: string,
  world: SectorWorld,
  scenario: SectorScenario,
  target?: number,
): Promise<Row> {
  const { residual, iterations } = sectorEquilibrium(world, scenario);
  return measure(name, () => sectorEquilibrium(world, scenario), {
    ...(target === undefined ? {} : { target }),
    clock: "cpu",
    detail: `${iterations} rounds, residual ${residual.toExponential(1)}`,
  });
}

/** The same in numpy in the same run, and how many times as long it takes; nothing but a word where there is no numpy. */
function inNumpy(ours: Row, data: SectorData, world: SectorWorld, scenario: SectorScenario): Row[] {
  if (!haveNumpy()) return [{ ...ours, detail: `${ours.detail}; no numpy at hand to compare with` }];
  const { numpy, times, sweeps, residual, welfare } = solveInNumpy(data, world, scenario, 25);
  const apart = sectorEquilibrium(world, scenario).economies.map(({ welfarePercent }, i) =>
    Math.abs(welfarePercent - (welfare[i] ?? Number.NaN)),
  );
  const name = `the same in numpy ${numpy}, one core`;
  const peer = row(name, times, undefined, `${sweeps} sweeps, residual ${residual.toExponential(1)}`);
  const ratio = `numpy takes ${(peer.medianMs / ours.medianMs).toFixed(1)} times as long; welfare at most ${Math.max(...apart).toExponential(1)} % apart`;
  return [{ ...ours, detail: `${ours.detail}; ${ratio}` }, peer];
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

/** Time and memory against size; the guide prints the memory. */
async function bySize(): Promise<Row[]> {
  const list: Row[] = [];
  for (const [n, s] of madeUpSizes) {
    for (const linked of [false, true]) {
      const name = `made-up ${n}x${s}, ${linked ? "inputs" : "no inputs"}`;
      list.push(await solved(name, madeUpWorld(n, s, linked), madeUpScenario));
    }
  }
  return list;
}

/** Worlds of sectors: the larger ones where the shared folder is at hand. Numpy is timed beside us where it is at hand. */
export async function rows(): Promise<Row[]> {
  const small = bundledWorld();
  const january = threats(worldSectors2011.goods);
  const list = [
    ...inNumpy(await solved("sectors 16x24, inputs", small, january, 2), bundledData(), small, january),
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
  const ours = await solved("sectors 41x35, inputs", large.world, threats(large.goods), 15);
  list.push(...inNumpy(ours, large.data, large.world, threats(large.goods)));
  list.push(await solved("NAFTA 31x40 at 1e-7", nafta.world, at1e7, 40));
  list.push(await solved("sectors 81x28, no inputs", world81, uniform, 25));
  list.push(
    await measure("best uniform tariff, 81x28", () => bestSectorTariffs(world81, question), { target: 1000 }),
  );
  list.push(
    await measure("war of 44 by formula", () => sectorNashFormula(world44, { players: "all" }), {
      target: 2000,
    }),
  );
  list.push(trueWar(world44, "uniform"));
  // Under a minute: 44 economies x 16 rates, each moved by three equilibria a round, and then searched for anew as the proof.
  if (process.argv.includes("--large")) list.push(trueWar(world44, "bySector"));
  return list;
}
