import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import {
  bestSectorTariffs,
  type SectorScenario,
  type SectorWorld,
  sectorEquilibrium,
  sectorNashFormula,
} from "tariff-whatif/sectors";
import {
  bundledWorld,
  haveSectorFile,
  largeWorld,
  naftaWorld,
  unlinkedWorld,
} from "../support/sectorWorlds.js";
import { measure, type Row } from "./harness.js";

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

/** One solve, its work, and the memory of typed arrays that a world holds once a scenario is solved. */
function solved(
  name: string,
  worldOf: () => SectorWorld,
  scenario: SectorScenario,
  target: number,
): Promise<Row> {
  const held = () => {
    globalThis.gc?.();
    return process.memoryUsage().arrayBuffers;
  };
  const before = held();
  const world = worldOf();
  const { residual, iterations } = sectorEquilibrium(world, scenario);
  const megabytes = (held() - before) / 2 ** 20;
  return measure(name, () => sectorEquilibrium(world, scenario), {
    target,
    detail: `${iterations} rounds, residual ${residual.toExponential(1)}, ${megabytes.toFixed(1)} MB`,
  });
}

/** Worlds of sectors: the larger ones where the shared folder is at hand. Peers are timed in the cases' README. */
export async function rows(): Promise<Row[]> {
  const list = [await solved("sectors 16x24, inputs", bundledWorld, threats(worldSectors2011.goods), 2)];
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
  return list;
}
