import { sectorEquilibrium } from "tariff-whatif/sectors";
import { describe, expect, it } from "vitest";
import { haveSectorFile, naftaWorld } from "../support/sectorWorlds.js";

const present = haveSectorFile("cases/sectors/nafta/prepared.json.gz");
const absent = present ? "" : " (SKIPPED: ../shared/cases/sectors/nafta is absent)";

// Caliendo and Parro, Review of Economic Studies 82(1), 2015, Table 2: half the last printed digit.
const table2 = {
  Mexico: { welfare: 1.31, terms: -0.41, volume: 1.72, wage: 1.72, exact: 0.0073 },
  Canada: { welfare: -0.06, terms: -0.11, volume: 0.04, wage: 0.32, exact: -0.1101 },
  USA: { welfare: 0.08, terms: 0.04, volume: 0.04, wage: 0.11, exact: 0.0741 },
};

describe.skipIf(!present)(`Caliendo and Parro, Table 2${absent}`, () => {
  it("prints the first-order change of welfare; the exact change of Mexico is 0.0073 %", () => {
    const { world, tariffs } = naftaWorld();
    const { economies, firstOrder } = sectorEquilibrium(world, { tariffs, tariffsAre: "total" });
    for (const [label, printed] of Object.entries(table2)) {
      const i = world.economies.indexOf(label);
      const [economy, parts] = [economies[i], firstOrder[i]];
      const as = (value: number | undefined, wanted: number, half: number) =>
        expect(Math.abs((value ?? Number.NaN) - wanted), `${label} ${wanted}`).toBeLessThan(half);
      as(parts?.welfarePercent, printed.welfare, 0.0051);
      as(parts?.termsOfTradePercent, printed.terms, 0.0051);
      as(parts?.volumeOfTradePercent, printed.volume, 0.0051);
      as(economy?.realWagePercent, printed.wage, 0.0051);
      as(economy?.welfarePercent, printed.exact, 0.00005);
    }
  });
});
