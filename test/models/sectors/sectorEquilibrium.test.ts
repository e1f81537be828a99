import fc from "fast-check";
import { calibrateSectors, type SectorTariff, sectorEquilibrium } from "tariff-whatif/sectors";
import { describe, expect, it } from "vitest";
import { between } from "../../support/between.js";
import { freeze } from "../../support/freeze.js";
import { plainWorld, smallData, smallWorld } from "./worlds.js";

const worlds = { linked: smallWorld(), plain: plainWorld(), balanced: smallWorld({ deficits: "removed" }) };
const runs = { numRuns: 25 };
const places = ["A", "B", "C"] as const;
const tariffList = fc.array(
  fc.record({
    exporter: fc.constantFrom(...places),
    importer: fc.constantFrom(...places),
    sectors: fc.constantFrom<readonly string[] | "all">("all", ["goods"], ["services"]),
    tariff: between(-0.1, 0.6),
  }),
  { maxLength: 5 },
);
const abroad = (tariffs: readonly SectorTariff[]) =>
  tariffs.filter(({ exporter, importer }) => exporter !== importer);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe.each(Object.entries(worlds))("a world of sectors, %s", (_, world) => {
  it("stays where it is without a change", () => {
    const { economies, worldTradePercent } = sectorEquilibrium(world, {
      tariffs: [],
      tariffsAre: "additional",
    });
    for (const { welfarePercent, wagePercent, sectors } of economies) {
      expect(Math.abs(welfarePercent)).toBeLessThan(1e-9);
      expect(Math.abs(wagePercent)).toBeLessThan(1e-9);
      for (const { outputPercent } of sectors) expect(Math.abs(outputPercent ?? 1)).toBeLessThan(1e-8);
    }
    expect(Math.abs(worldTradePercent)).toBeLessThan(1e-9);
  });

  it("adds up whatever the tariffs: trade, revenue, budgets, and world value added", () => {
    fc.assert(
      fc.property(tariffList, (list) => {
        const result = sectorEquilibrium(world, { tariffs: abroad(list), tariffsAre: "additional" });
        expect(result.residual).toBeLessThan(1e-10);
        const { economies, trade } = result;
        const value = (of: (economy: (typeof economies)[number]) => number) => sum(economies.map(of));
        expect(value(({ levels }) => levels.valueAdded)).toBeCloseTo(sum(world.valueAdded), 8);
        economies.forEach(({ levels, sectors }, i) => {
          const { valueAdded, tariffRevenue, imports, exports, finalUse } = levels;
          expect(imports - exports).toBeCloseTo(world.deficits[i] ?? 0, 7);
          expect(finalUse).toBeCloseTo(valueAdded + tariffRevenue + (world.deficits[i] ?? 0), 8);
          expect(sum(sectors.map((sector) => sector.levels.tariffRevenue))).toBeCloseTo(tariffRevenue, 8);
          expect(sum(sectors.map((sector) => sector.levels.imports))).toBeCloseTo(imports, 8);
          sectors.forEach((sector, k) => {
            expect(sum((trade[i] ?? []).map((row) => row[k] ?? 0))).toBeCloseTo(sector.levels.output, 7);
          });
        });
      }),
      runs,
    );
  });

  it("comes back: the tariffs of the data over those of a scenario", () => {
    const { economies } = sectorEquilibrium(world, {
      tariffs: [
        { exporter: "all", importer: "A", sectors: "all", tariff: 0.3 },
        { exporter: "all", importer: "A", sectors: "all", tariff: 0 },
      ],
      tariffsAre: "additional",
    });
    for (const { welfarePercent } of economies) expect(Math.abs(welfarePercent)).toBeLessThan(1e-9);
  });
});

describe("a world of sectors", () => {
  it("does not hang on the unit of the data, the order of labels or the shape of the numbers", () => {
    const data = smallData();
    const accounts = data.accounts as unknown as {
      trade: number[][][];
      inputs: number[][][];
      valuation: "customsValue";
    };
    const scaled = calibrateSectors({
      ...data,
      accounts: {
        ...accounts,
        trade: Float64Array.from(accounts.trade.flat(2), (value) => 1000 * value),
        inputs: accounts.inputs.flat(2).map((value) => 1000 * value),
      },
    });
    const order = [2, 0, 1];
    const turned = calibrateSectors({
      ...data,
      economies: order.map((i) => data.economies[i] as string),
      accounts: {
        ...accounts,
        trade: order.map((j) => order.map((i) => accounts.trade[j]?.[i] as number[])),
        inputs: order.map((i) => accounts.inputs[i] as number[][]),
      },
    });
    const scenario = {
      tariffs: [{ exporter: "B", importer: "A", sectors: ["goods"], tariff: 0.2 }],
      tariffsAre: "total" as const,
    };
    const welfare = (world: typeof scaled) =>
      new Map(
        sectorEquilibrium(world, scenario).economies.map((each) => [each.economy, each.welfarePercent]),
      );
    const wanted = welfare(worlds.linked);
    for (const world of [scaled, turned])
      for (const [economy, value] of welfare(world)) expect(value).toBeCloseTo(wanted.get(economy) ?? 0, 9);
  });

  it("makes small changes of welfare equal to the first-order parts", () => {
    const { economies, firstOrder } = sectorEquilibrium(worlds.linked, {
      tariffs: [{ exporter: "all", importer: "B", sectors: "all", tariff: 1e-5 }],
      tariffsAre: "additional",
      tolerance: 1e-13,
    });
    economies.forEach(({ welfarePercent, levels }, i) => {
      const part = firstOrder[i]?.welfarePercent ?? 0;
      // Deficits are part of income and fixed in the numéraire: the two agree where prices of final use do not move.
      expect(Math.abs(welfarePercent - part)).toBeLessThan(2e-3 * Math.abs(welfarePercent) + 2e-6);
      expect(levels.finalUse).toBeGreaterThan(0);
    });
  });

  it("gives equal digits for equal calls, whatever was solved between, and changes nothing it was given", () => {
    const tariffs = freeze([{ exporter: "A", importer: "B", sectors: ["goods"], tariff: 0.4 }]);
    const solve = () => JSON.stringify(sectorEquilibrium(worlds.linked, { tariffs, tariffsAre: "total" }));
    const first = solve();
    sectorEquilibrium(worlds.linked, { tariffs: [], tariffsAre: "total" });
    expect(solve()).toBe(first);
    expect(Object.isFrozen(worlds.linked)).toBe(true);
  });

  it("reads duty-paid flows as customs value times one plus the tariff", () => {
    const data = smallData();
    const accounts = data.accounts as unknown as { trade: number[][][]; inputs: number[][][] };
    const paid = accounts.trade.map((rows, j) =>
      rows.map((row, i) => row.map((value, k) => (i === 1 && j !== 1 && k === 0 ? value * 1.05 : value))),
    );
    const world = calibrateSectors({
      ...data,
      accounts: { valuation: "dutyPaid", trade: paid, inputs: accounts.inputs },
    });
    world.valueAdded.forEach((value, i) => {
      expect(value).toBeCloseTo(worlds.linked.valueAdded[i] ?? 0, 10);
    });
    expect(world.tariffRevenue[1]).toBeCloseTo(0.05 * 16, 10);
  });
});
