import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import {
  calibrateSectors,
  type SectorData,
  type SectorScenario,
  sectorEquilibrium,
} from "tariff-whatif/sectors";
import { describe, expect, it } from "vitest";
import { haveNumpy, solveInNumpy } from "../support/numpySectors.js";
import { bundledData, haveSectorFile, largeWorld } from "../support/sectorWorlds.js";

const present = haveNumpy();

// Written from the equations and the raw accounts alone, for the bench; it knows nothing of this package.
describe.skipIf(!present)(`a program in numpy${present ? "" : " (SKIPPED: no numpy)"}`, () => {
  const check = (data: SectorData, scenario: SectorScenario) => {
    const world = calibrateSectors(data);
    const { economies } = sectorEquilibrium(world, scenario);
    const { welfare, residual } = solveInNumpy(data, world, scenario, 1);
    expect(residual).toBeLessThan(1e-12);
    economies.forEach(({ economy, welfarePercent }, i) => {
      expect(Math.abs(welfarePercent - (welfare[i] ?? Number.NaN)), economy).toBeLessThan(1e-9);
    });
  };
  const war = (goods: readonly string[]): SectorScenario => ({
    tariffs: [
      { exporter: "all", importer: "all", sectors: goods, tariff: 0.15 },
      { exporter: "CHN", importer: "USA", sectors: goods, tariff: 0.6 },
      { exporter: "USA", importer: "CHN", sectors: "all", tariff: 0.4 },
    ],
    tariffsAre: "total",
  });

  it("says the same of a war that no case file holds: 16 economies", () => {
    check(bundledData(), war(worldSectors2011.goods));
  });

  it.skipIf(!haveSectorFile("data/world-sectors-2011"))("41 economies", () => {
    const { data, goods } = largeWorld();
    check(data, war(goods));
  });
});
