import {
  bestSectorTariffs,
  calibrateSectors,
  retaliationList,
  type SectorTariff,
  sectorAgreement,
  sectorEquilibrium,
  sectorNash,
  sectorNashFormula,
} from "tariff-whatif/sectors";
import { describe, expect, it } from "vitest";
import war from "../../oracle/smallSectorWar.json" with { type: "json" };
import smallWorlds from "../../oracle/smallSectorWorlds.json" with { type: "json" };
import { expectRefusal } from "../../support/refusal.js";
import { plainWorld, smallWorld } from "./worlds.js";

const linked = smallWorld({ deficits: "removed" });
const plain = plainWorld();
const nothing = { tariffs: [] as SectorTariff[], tariffsAre: "total" as const };
const on = (importer: string, rates: readonly { sector: string; tariff: number }[]): SectorTariff[] =>
  rates.map(({ sector, tariff }) => ({ exporter: "all", importer, sectors: [sector], tariff }));

describe("bestSectorTariffs", () => {
  it.each([
    ["with inputs", linked],
    ["without inputs", plain],
  ])("%s: no rate nearby is better, and rates by sector are worth at least one rate", (_, world) => {
    const question = { bloc: ["A"], sectors: "all" as const, against: nothing };
    const uniform = bestSectorTariffs(world, { ...question, shape: "uniform" });
    const bySector = bestSectorTariffs(world, { ...question, shape: "bySector" });
    expect(bySector.welfarePercent).toBeGreaterThanOrEqual(uniform.welfarePercent);
    const welfare = (rates: typeof uniform.tariffs) =>
      sectorEquilibrium(world, { tariffs: on("A", rates), tariffsAre: "total" }).economies[0]
        ?.welfarePercent ?? Number.NaN;
    expect(welfare(bySector.tariffs)).toBeCloseTo(bySector.welfarePercent, 9);
    for (const step of [-0.01, 0.01]) {
      const moved = uniform.tariffs.map(({ sector, tariff }) => ({ sector, tariff: tariff + step }));
      expect(welfare(moved)).toBeLessThan(uniform.welfarePercent);
      bySector.tariffs.forEach((_each, q) => {
        const one = bySector.tariffs.map((rate, r) =>
          r === q ? { ...rate, tariff: Math.max(0, rate.tariff + step) } : rate,
        );
        if (one[q]?.tariff !== bySector.tariffs[q]?.tariff)
          expect(welfare(one)).toBeLessThan(bySector.welfarePercent);
      });
    }
  });

  it("refuses a bloc of everybody, and an end of the search that is too near", () => {
    const question = { bloc: ["A"], shape: "uniform", sectors: "all", against: nothing } as const;
    expectRefusal(
      () => bestSectorTariffs(plain, { ...question, bloc: ["A", "B", "C"] }),
      "wrong-type",
      "bloc",
    );
    expectRefusal(
      () => bestSectorTariffs(plain, { ...question, highestTariff: 0.01 }),
      "target-not-reached",
      "highestTariff",
    );
  });
});

// numpy 2.4.6 and scipy 1.17.1: the formula by repetition, best responses by bounded search over solved equilibria.
describe("a war of three", () => {
  const small = smallWorlds.unlinkedBalanced;
  const world = calibrateSectors({
    economies: ["A", "B", "C"],
    sectors: ["x", "y", "z"],
    accounts: {
      expenditureShares: small.expenditureShares,
      valueAddedShares: small.valueAddedShares,
      inputShares: "none",
      consumptionShares: small.consumptionShares,
      valueAdded: small.valueAdded,
      deficits: small.deficits,
    },
    tradeElasticities: small.tradeElasticities,
    tariffs: small.tariffs,
    deficits: "removed",
  });

  it("by the formula", () => {
    const { players, method } = sectorNashFormula(world, { players: "all" });
    expect(method).toBe("first-order formula");
    players.forEach(({ tariff, welfarePercent }, p) => {
      expect(tariff).toBeCloseTo(war.formula.tariffs[p] ?? 0, 11);
      expect(welfarePercent).toBeCloseTo(war.formula.welfare[p] ?? 0, 9);
    });
  });

  it("as a true Nash point, with proof; the formula is not one", () => {
    const { players, equilibrium } = sectorNash(world, { players: "all", shape: "uniform", sectors: "all" });
    players.forEach(({ tariffs, welfarePercent, gainFromDeviating }, p) => {
      expect(tariffs[0]?.tariff).toBeCloseTo(war.nash.tariffs[p] ?? 0, 5);
      expect(welfarePercent).toBeCloseTo(war.nash.welfare[p] ?? 0, 6);
      expect(gainFromDeviating).toBeLessThan(1e-8);
      expect(welfarePercent).toBeCloseTo(equilibrium.economies[p]?.welfarePercent ?? 0, 9);
      expect(Math.abs((tariffs[0]?.tariff ?? 0) - (war.formula.tariffs[p] ?? 0))).toBeGreaterThan(1e-4);
    });
  });

  it("by sector between two blocs: nobody gains by one rate for all either", () => {
    const blocs = [
      { name: "north", members: ["A"] },
      { name: "south", members: ["B", "C"] },
    ];
    const bySector = sectorNash(world, { players: blocs, shape: "bySector", sectors: ["x", "y"] });
    for (const { gainFromDeviating, tariffs } of bySector.players) {
      expect(gainFromDeviating).toBeLessThan(1e-8);
      expect(tariffs.map(({ sector }) => sector)).toEqual(["x", "y"]);
    }
    expectRefusal(
      () =>
        sectorNash(world, {
          players: [...blocs, { name: "C", members: ["C"] }],
          shape: "uniform",
          sectors: "all",
        }),
      "overlapping-scope",
      "players",
    );
    expectRefusal(() => sectorNashFormula(world, { players: blocs }), "out-of-range", "players[1].members");
    expectRefusal(() => sectorNashFormula(linked, { players: "all" }), "out-of-range", "world");
  });
});

describe("sectorAgreement", () => {
  it("turns around where the two states change places", () => {
    const raised = {
      tariffs: [{ exporter: "all", importer: "all", sectors: "all" as const, tariff: 0.4 }],
      tariffsAre: "total" as const,
    };
    const there = sectorAgreement(linked, { without: raised, under: nothing });
    const back = sectorAgreement(linked, { without: nothing, under: raised });
    there.economies.forEach((economy, i) => {
      expect(economy.gain).toBeCloseTo(-(back.economies[i]?.gain ?? 0), 10);
      expect(economy.signs).toBe(economy.gainPercent > 0);
    });
    expect(there.everyoneSigns).toBe(true);
    expect(back.totalGain).toBeLessThan(0);
  });
});

describe("retaliationList", () => {
  it("puts first what hurts most, and says what each costs: as two equilibria say it", () => {
    const given = {
      tariffs: [{ exporter: "B", importer: "A", sectors: ["goods"], tariff: 0.2 }],
      tariffsAre: "additional" as const,
    };
    const rows = retaliationList(linked, { by: ["B"], against: "A", tariff: 0.2, sectors: "all", given });
    expect(rows.map(({ harm }) => harm)).toEqual(rows.map(({ harm }) => harm).sort((a, b) => b - a));
    const first = rows[0];
    const welfare = (tariffs: readonly SectorTariff[]) =>
      sectorEquilibrium(linked, { tariffs, tariffsAre: "additional" }).economies[0]?.welfarePercent ?? 0;
    const answer = { exporter: "A", importer: "B", sectors: [first?.sector ?? ""], tariff: 0.2 };
    expect(first?.harmPercent).toBeCloseTo(welfare(given.tariffs) - welfare([...given.tariffs, answer]), 9);
    expectRefusal(
      () => retaliationList(linked, { by: ["A"], against: "A", tariff: 0.2, sectors: "all", given }),
      "overlapping-scope",
      "against",
    );
  });
});

describe("rates as texts, as everywhere", () => {
  it("say the same as fractions", () => {
    const question = { by: ["B"], against: "A", sectors: "all" as const, given: nothing };
    expect(retaliationList(linked, { ...question, tariff: "25%" })).toEqual(
      retaliationList(linked, { ...question, tariff: 0.25 }),
    );
    const best = { bloc: ["A"], shape: "uniform", sectors: "all", against: nothing } as const;
    expect(bestSectorTariffs(plain, { ...best, highestTariff: "200%" })).toEqual(
      bestSectorTariffs(plain, { ...best, highestTariff: 2 }),
    );
    const war = { players: "all", shape: "uniform", sectors: "all" } as const;
    expect(sectorNash(plain, { ...war, highestTariff: "200%" })).toEqual(
      sectorNash(plain, { ...war, highestTariff: 2 }),
    );
  });

  it("are refused where they are none, or out of bounds", () => {
    const question = { by: ["B"], against: "A", sectors: "all" as const, given: nothing };
    const best = { bloc: ["A"], shape: "uniform", sectors: "all", against: nothing } as const;
    for (const [given, code] of [
      ["much", "not-a-rate"],
      ["0%", "out-of-range"],
      ["1100%", "out-of-range"],
      [Number.NaN, "not-finite"],
      [null, "wrong-type"],
    ] as const) {
      expectRefusal(() => retaliationList(linked, { ...question, tariff: given as never }), code, "tariff");
      expectRefusal(
        () => bestSectorTariffs(plain, { ...best, highestTariff: given as never }),
        code,
        "highestTariff",
      );
    }
  });
});
