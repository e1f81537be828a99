import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { calibrateSectors, type SectorData, sectorEquilibrium } from "tariff-whatif/sectors";
import { describe, expect, it } from "vitest";
import { bundledWorld } from "../support/sectorWorlds.js";
import smallWorlds from "./smallSectorWorlds.json" with { type: "json" };
import worldCases from "./worldSectors2011.json" with { type: "json" };

const apart = (value: number | null | undefined, wanted: number | null | undefined) =>
  Math.abs((value ?? Number.NaN) - (wanted ?? Number.NaN));

// Solved by an independent program to 3e-14; the case files of the shared folder, cut to what is compared.
describe("the world of 2011, 16 economies and 24 sectors", () => {
  const world = bundledWorld();

  it("closes its accounts exactly", () => {
    expect(world.baseline.made).toBe("asGiven");
    expect(world.baseline.residual).toBeLessThan(1e-14);
    expect(world.valueAdded.reduce((sum, value) => sum + value, 0)).toBe(68676493);
  });

  it.each(Object.entries(worldCases))("%s: every number to 1e-9", (_, scenario) => {
    const tariffs = scenario.tariffs.map((tariff) => ({ ...tariff, sectors: worldSectors2011.goods }));
    const result = sectorEquilibrium(world, { tariffs, tariffsAre: "additional" });
    expect(result.residual).toBeLessThan(1e-12);
    let compared = 0;
    for (const economy of result.economies) {
      const wanted = (scenario.economies as Record<string, Record<string, unknown>>)[economy.economy];
      const within = (value: number | null | undefined, key: unknown, what: string, scale = 1) => {
        compared++;
        expect(apart(value, key as number) / scale, `${economy.economy} ${what}`).toBeLessThan(1e-9);
      };
      within(economy.welfarePercent, wanted?.welfare, "welfare");
      within(economy.realWagePercent, wanted?.realWage, "real wage");
      within(economy.wagePercent, wanted?.wage, "wage");
      within(economy.consumerPricesPercent, wanted?.consumerPrices, "consumer prices");
      within(economy.importsPercent, wanted?.imports, "imports");
      within(economy.exportsPercent, wanted?.exports, "exports");
      within(economy.levels.tariffRevenue, wanted?.revenue, "revenue", 1e5);
      for (const sector of economy.sectors) {
        const [output, prices] = [wanted?.output, wanted?.sectorPrices] as Record<string, number>[];
        if (output) within(sector.outputPercent, output[sector.sector], `output of ${sector.sector}`);
        if (prices) within(sector.pricePercent, prices[sector.sector], `price of ${sector.sector}`);
      }
    }
    expect(compared).toBe(16 * 7 + 48);
  });
});

// Plain iteration in numpy 2.4.6 until nothing moved by more than 2e-16, from shares that are no equilibrium.
describe("three economies with tariffs in the data", () => {
  it.each(Object.entries(smallWorlds))("%s: baseline and every result", (_, small) => {
    const { baseline, result: wanted } = small;
    const data: SectorData = {
      economies: ["A", "B", "C"],
      sectors: ["x", "y", "z"],
      accounts: {
        expenditureShares: small.expenditureShares,
        valueAddedShares: small.valueAddedShares,
        inputShares: small.inputShares as number[][][] | "none",
        consumptionShares: small.consumptionShares,
        valueAdded: small.valueAdded,
        deficits: small.deficits,
      },
      tradeElasticities: small.tradeElasticities,
      tariffs: small.tariffs,
      deficits: small.removed ? "removed" : "ofTheData",
    };
    const world = calibrateSectors(data);
    expect(world.baseline.made).toBe("solved");
    const close = (values: readonly (number | null | undefined)[], list: readonly number[], what: string) => {
      expect(values.length, what).toBe(list.length);
      values.forEach((value, k) => {
        expect(apart(value, list[k]), `${what} ${k}`).toBeLessThan(1e-10);
      });
    };
    close(world.valueAdded, baseline.valueAdded, "value added");
    close(world.finalUse, baseline.finalUse, "final use");
    close(world.output.flat(), baseline.output.flat(), "output");
    const result = sectorEquilibrium(world, { tariffs: small.tariffsAfter, tariffsAre: "total" });
    const each = result.economies;
    close(
      each.map(({ welfarePercent }) => welfarePercent),
      wanted.welfare,
      "welfare",
    );
    close(
      each.map(({ wagePercent }) => wagePercent),
      wanted.wage,
      "wage",
    );
    close(
      each.map(({ consumerPricesPercent }) => consumerPricesPercent),
      wanted.consumerPrices,
      "prices",
    );
    close(
      each.map(({ levels }) => levels.tariffRevenue),
      wanted.revenue,
      "revenue",
    );
    const sectors = each.flatMap((economy) => economy.sectors);
    close(
      sectors.map(({ pricePercent }) => pricePercent),
      wanted.sectorPrices.flat(),
      "sector prices",
    );
    close(
      sectors.map(({ outputPercent }) => outputPercent),
      wanted.output.flat(),
      "output",
    );
    close(result.trade.flat(2), wanted.trade.flat(2), "trade");
    close(
      result.firstOrder.map((part) => part.termsOfTradePercent),
      wanted.tot,
      "terms of trade",
    );
    close(
      result.firstOrder.map((part) => part.volumeOfTradePercent),
      wanted.vot,
      "volume of trade",
    );
  });
});
