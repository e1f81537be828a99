import { readFileSync } from "node:fs";
import { sectorEquilibrium } from "tariff-whatif/sectors";
import { describe, expect, it } from "vitest";
import { coreOf } from "../../../src/models/sectors/solver/core.js";
import { spaceNumbers } from "../../../src/models/sectors/solver/space.js";
import {
  madeUpScenario,
  madeUpSizes,
  madeUpWorld,
  sectorBytes,
  sizeText,
} from "../../support/madeUpSectors.js";
import { bundledWorld, haveSectorFile, largeWorld, unlinkedWorld } from "../../support/sectorWorlds.js";

const guide = readFileSync("docs/guides/which-industries.md", "utf8");

describe("memory against size", () => {
  it.each(madeUpSizes)("%s economies and %s sectors: the row of the guide", { timeout: 60_000 }, (n, s) => {
    const cells = [false, true].flatMap((linked) => {
      const world = madeUpWorld(n, s, linked);
      const { iterations } = sectorEquilibrium(world, madeUpScenario);
      const bytes = sectorBytes(world);
      // The room that the solver asks for is enough, and little more than what it uses.
      const asked = 8 * spaceNumbers(coreOf(world));
      expect(asked).toBeGreaterThanOrEqual(bytes.scratch);
      expect(asked).toBeLessThan(1.05 * bytes.scratch + 8_000);
      return [sizeText(bytes.world), sizeText(bytes.scratch), `${iterations}`];
    });
    expect(guide).toContain(`| ${[`${n} x ${s}`, ...cells].join(" | ")} |`);
  });

  it("does not grow with what is solved", () => {
    const world = bundledWorld();
    const scenario = {
      tariffs: [{ exporter: "CHN", importer: "USA", sectors: "all", tariff: 0.1 }],
    } as const;
    sectorEquilibrium(world, { ...scenario, tariffsAre: "total" });
    const before = sectorBytes(world);
    for (let k = 0; k < 5; k++) sectorEquilibrium(world, { ...scenario, tariffsAre: "additional" });
    expect(sectorBytes(world)).toEqual(before);
  });

  it.skipIf(!haveSectorFile("data/world-icio-2022"))("the worlds that the guide names", () => {
    for (const world of [largeWorld().world, unlinkedWorld("world-icio-2022", "IS")]) {
      sectorEquilibrium(world, { tariffs: [], tariffsAre: "total" });
      const { world: own, scratch } = sectorBytes(world);
      expect(guide).toContain(`${sizeText(own)} and ${sizeText(scratch)}`);
    }
  });
});
