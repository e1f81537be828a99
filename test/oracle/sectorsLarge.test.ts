import { bestSectorTariffs, sectorEquilibrium, sectorNash, sectorNashFormula } from "tariff-whatif/sectors";
import { describe, expect, it } from "vitest";
import {
  haveSectorFile,
  largeWorld,
  naftaWorld,
  sectorRows,
  unlinkedWorld,
} from "../support/sectorWorlds.js";
import { readSharedJson } from "../support/sharedCases.js";

const present = [
  "cases/sectors",
  "data/world-sectors-2011",
  "data/world-icio-2022",
  "data/world-wiod-2014",
].every(haveSectorFile);
const absent = present ? "" : " (SKIPPED: ../shared is absent)";
const apart = (value: number | undefined, wanted: number | string | undefined) =>
  Math.abs((value ?? Number.NaN) - Number(wanted ?? Number.NaN));

describe.skipIf(!present)(`41 economies and 35 sectors${absent}`, () => {
  it("gives the numbers of the independent program to 1e-8", () => {
    const { world, goods } = largeWorld();
    const wanted = readSharedJson<{ economies: Record<string, Record<string, number>> }>(
      "cases/sectors/world-sectors-2011-41x35-january.json",
    ).economies;
    const { economies, residual } = sectorEquilibrium(world, {
      tariffs: [
        { exporter: "CHN", importer: "USA", sectors: goods, tariff: 0.1 },
        { exporter: "MEX", importer: "USA", sectors: goods, tariff: 0.25 },
        { exporter: "CAN", importer: "USA", sectors: goods, tariff: 0.25 },
      ],
      tariffsAre: "additional",
    });
    expect(residual).toBeLessThan(1e-12);
    expect(economies.length).toBe(41);
    for (const economy of economies) {
      const row = wanted[economy.economy];
      expect(apart(economy.welfarePercent, row?.welfare), economy.economy).toBeLessThan(1e-8);
      expect(apart(economy.realWagePercent, row?.realWage), economy.economy).toBeLessThan(1e-8);
      expect(apart(economy.consumerPricesPercent, row?.consumerPrices), economy.economy).toBeLessThan(1e-8);
      expect(apart(economy.levels.tariffRevenue / 1e5, (row?.revenue ?? 0) / 1e5)).toBeLessThan(1e-8);
    }
  });
});

describe.skipIf(!present)(`NAFTA${absent}`, () => {
  it("gives what the C++ program gives, to 1e-6: wages, prices, welfare, and the parts by partner", () => {
    const { world, tariffs } = naftaWorld();
    const result = sectorEquilibrium(world, { tariffs, tariffsAre: "total" });
    expect(result.residual).toBeLessThan(1e-12);
    const read = (name: string) => sectorRows(`cases/sectors/nafta/no-deficits-${name}.csv`).slice(1);
    const [wages, prices, exact] = [read("w_hat"), read("P_n_hat"), read("exact_welfare")];
    result.economies.forEach((economy, i) => {
      const parts = result.firstOrder[i];
      const [, real, welfare, terms, volume, wage] = exact[i] as string[];
      expect(exact[i]?.[0]).toBe(economy.economy);
      expect(apart(1 + economy.wagePercent / 100, wages[i]?.[1])).toBeLessThan(1e-6);
      expect(apart(1 + economy.consumerPricesPercent / 100, prices[i]?.[1])).toBeLessThan(1e-6);
      expect(apart(economy.welfarePercent, real)).toBeLessThan(1e-6);
      expect(apart(parts?.welfarePercent, welfare)).toBeLessThan(1e-6);
      expect(apart(parts?.termsOfTradePercent, terms)).toBeLessThan(1e-6);
      expect(apart(parts?.volumeOfTradePercent, volume)).toBeLessThan(1e-6);
      expect(apart(economy.realWagePercent, wage)).toBeLessThan(1e-6);
    });
    const at = new Map(world.economies.map((label, i) => [label, i]));
    for (const key of ["termsOfTradePercent", "volumeOfTradePercent"] as const) {
      for (const [region, of, value] of read(
        key === "termsOfTradePercent" ? "tot_by_partner" : "vot_by_partner",
      )) {
        if (region === of) continue;
        const parts = result.firstOrder[at.get(region ?? "") ?? -1]?.byPartner;
        expect(apart(parts?.find((part) => part.of === of)?.[key], value), `${region} ${of}`).toBeLessThan(
          1e-6,
        );
      }
    }
  });
});

describe.skipIf(!present)(`sectors without links${absent}`, () => {
  type Case = Record<string, { welfare: Record<string, number> }>;
  const check = (folder: "world-icio-2022" | "world-wiod-2014", set: string, wanted: Case, bound: number) => {
    const world = unlinkedWorld(folder, set);
    for (const [name, tariff] of Object.entries({
      uniform10: 0.1,
      uniform20: 0.2,
      "uniform10-reciprocal": 0.1,
    })) {
      const one = wanted[name]?.welfare;
      if (one === undefined) continue;
      const all = { exporter: "all", sectors: "all" as const, tariff };
      const { economies, residual } = sectorEquilibrium(world, {
        tariffs: [
          { ...all, importer: "USA" },
          ...(name.endsWith("reciprocal") ? [{ ...all, importer: "all", exporter: "USA" }] : []),
        ],
        tariffsAre: "total",
      });
      expect(residual).toBeLessThan(1e-12);
      for (const { economy, welfarePercent } of economies)
        expect(apart(welfarePercent, one[economy]), `${set} ${name} ${economy}`).toBeLessThan(bound);
    }
    return world;
  };

  it.each(["IS", "U4"])("81 economies, 28 sectors, elasticities %s", (set) => {
    const wanted = readSharedJson<Record<string, Case>>("cases/strategy/world-icio-2022.json");
    const world = check("world-icio-2022", set, wanted[set] as Case, 2e-6);
    expect(world.economies.length * world.sectors.length).toBe(81 * 28);
    const { rate, welfareUSA } = (wanted[set] as unknown as { opt: Record<string, number> }).opt;
    const best = bestSectorTariffs(world, {
      bloc: ["USA"],
      shape: "uniform",
      sectors: "all",
      against: { tariffs: [], tariffsAre: "total" },
    });
    // Welfare is flat at its top: the authors' search stops 4e-7 away.
    expect(apart(best.tariffs[0]?.tariff, rate)).toBeLessThan(5e-6);
    expect(apart(best.welfarePercent, welfareUSA)).toBeLessThan(2e-6);
  });

  it("44 economies, 16 sectors", () => {
    const wanted = readSharedJson<{
      IS: { scenarios: Case; nashTariff: Record<string, number>; nashWelfare: Record<string, number> };
    }>("cases/strategy/world-wiod-2014.json");
    const world = check("world-wiod-2014", "IS", wanted.IS.scenarios, 2e-6);
    const { nashTariff, nashWelfare } = wanted.IS;
    const { players, rounds } = sectorNashFormula(world, { players: "all" });
    expect(players.length).toBe(44);
    expect(rounds).toBeLessThan(60);
    for (const { name, tariff, welfarePercent } of players) {
      expect(apart(tariff, nashTariff[name]), name).toBeLessThan(1e-6);
      // The six digits of the data leave 1e-5 of a change; as a share of welfare this is 1e-7.
      expect(apart(welfarePercent, nashWelfare[name]) / 100, name).toBeLessThan(1e-6);
      expect(apart(welfarePercent / (nashWelfare[name] ?? 0), 1), name).toBeLessThan(1e-5);
    }
  });

  it("the true Nash point of all 44, with the proof for each; one equilibrium at a time says the same", {
    // Some 2,500 equilibria: 8 seconds of a core to itself.
    timeout: 240_000,
  }, () => {
    const world = unlinkedWorld("world-wiod-2014", "IS");
    const { players, equilibrium } = sectorNash(world, { players: "all", shape: "uniform", sectors: "all" });
    expect(players.length).toBe(44);
    expect(equilibrium.residual).toBeLessThan(1e-12);
    const formula = sectorNashFormula(world, { players: "all" });
    for (const [p, { name, gainFromDeviating, tariffs, welfarePercent }] of players.entries()) {
      expect(gainFromDeviating, name).toBeLessThan(1e-8);
      expect(apart(welfarePercent, equilibrium.economies[p]?.welfarePercent), name).toBeLessThan(1e-9);
      // The formula comes close and is not it.
      expect(apart(tariffs[0]?.tariff, formula.players[p]?.tariff), name).toBeGreaterThan(1e-6);
    }
    const war = players.map(({ name, tariffs }) => ({
      exporter: "all",
      importer: name,
      sectors: "all" as const,
      tariff: tariffs[0]?.tariff ?? Number.NaN,
    }));
    for (const who of ["USA", "CHN", "DEU", "LUX"]) {
      const at = world.economies.indexOf(who);
      for (const step of [-0.002, 0.002]) {
        const tariffs = war.map((each) =>
          each.importer === who ? { ...each, tariff: each.tariff + step } : each,
        );
        const deviated = sectorEquilibrium(world, { tariffs, tariffsAre: "total" }).economies[at];
        expect(deviated?.welfarePercent, `${who} ${step}`).toBeLessThan(players[at]?.welfarePercent ?? 0);
      }
    }
  });
});
