import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import type { SectorWorld } from "tariff-whatif/sectors";
import { afterEach, describe, expect, it, vi } from "vitest";

const january = {
  tariffs: [
    { exporter: "CHN", importer: "USA", sectors: worldSectors2011.goods, tariff: 0.1 },
    { exporter: "MEX", importer: "USA", sectors: worldSectors2011.goods, tariff: 0.25 },
  ],
  tariffsAre: "additional",
} as const;
const raised = {
  tariffs: [{ exporter: "all", importer: "A", sectors: "all", tariff: 0.3 }],
  tariffsAre: "additional",
} as const;

/** The room with nothing left in it of earlier solves. */
async function fresh() {
  vi.resetModules();
  const { sectorEquilibrium } = await import("tariff-whatif/sectors");
  const { bundledWorld } = await import("../../support/sectorWorlds.js");
  const { plainWorld, smallWorld } = await import("./worlds.js");
  const solve = (world: SectorWorld, scenario: typeof january | typeof raised) =>
    JSON.stringify(sectorEquilibrium(world, scenario).economies);
  return { sectorEquilibrium, bundledWorld, plainWorld, smallWorld, solve };
}

describe("the scratch memory that worlds share", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it("leaves no digit of one world in another: of the same size, of another, with and without inputs", async () => {
    const alone: string[] = [];
    for (const which of [0, 1, 2, 3]) {
      const { bundledWorld, plainWorld, smallWorld, solve } = await fresh();
      const worlds = [bundledWorld, plainWorld, smallWorld, () => smallWorld({ tradeElasticities: [4, 6] })];
      const world = (worlds[which] as () => SectorWorld)();
      alone.push(solve(world, which === 0 ? january : raised));
    }
    const { bundledWorld, plainWorld, smallWorld, solve } = await fresh();
    const worlds = [bundledWorld(), plainWorld(), smallWorld(), smallWorld({ tradeElasticities: [4, 6] })];
    for (const which of [3, 0, 2, 3, 1, 2, 0, 1, 3, 2])
      expect(solve(worlds[which] as SectorWorld, which === 0 ? january : raised), `${which}`).toBe(
        alone[which],
      );
  });

  it("comes to the same equilibrium without WebAssembly", async () => {
    const run = async () => {
      const { bundledWorld, sectorEquilibrium } = await fresh();
      return sectorEquilibrium(bundledWorld(), january);
    };
    const simd = await run();
    vi.stubGlobal("WebAssembly", undefined);
    const plain = await run();
    expect(plain.residual).toBeLessThan(1e-12);
    expect(plain.economies).not.toEqual(simd.economies);
    plain.economies.forEach((economy, i) => {
      const other = simd.economies[i];
      expect(Math.abs(economy.welfarePercent - (other?.welfarePercent ?? Number.NaN))).toBeLessThan(1e-10);
      economy.sectors.forEach(({ outputPercent }, k) => {
        const change = other?.sectors[k]?.outputPercent ?? Number.NaN;
        expect(Math.abs((outputPercent ?? Number.NaN) - change)).toBeLessThan(1e-9);
      });
    });
  });
});
