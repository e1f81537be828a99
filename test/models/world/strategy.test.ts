import { TariffError } from "tariff-whatif";
import {
  balancedWorld,
  bestResponse,
  bestUniformTariff,
  breakEvenTariff,
  calibrateWorld,
  formulaRetaliation,
  freeTradeAgreement,
  ignatenko2025EatonKortum,
  nashTariffs,
  optimalTariffFormula,
  reciprocalTariffs,
  type World,
  winnersAndLosers,
  worldEquilibrium,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { fixed, randomWorld } from "./worlds.js";

const even = calibrateWorld({
  economies: ["A", "B"],
  exports: [
    [0, 10],
    [10, 0],
  ],
  gdp: [100, 60],
  parameters: ignatenko2025EatonKortum,
});
const three = randomWorld(3, 4);
const everyone = (world: World, economy: string, tariff: number) =>
  world.economies
    .filter((label) => label !== economy)
    .map((exporter) => ({ exporter, importer: economy, tariff }));
const welfare = (world: World, economy: string, tariff: number) =>
  worldEquilibrium(world, { tariffs: everyone(world, economy, tariff), ...fixed }).economies.find(
    (row) => row.economy === economy,
  )?.welfarePercent as number;
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof TariffError ? error.code : String(error);
  }
  return "no error";
};

describe("best tariffs", () => {
  it("no neighbour of the best uniform tariff is better", () => {
    const best = bestUniformTariff(three, { economy: "E0", ...fixed });
    expect(best.welfarePercent).toBeCloseTo(welfare(three, "E0", best.tariff), 10);
    for (const step of [-0.05, -0.001, 0.001, 0.05])
      expect(welfare(three, "E0", best.tariff + step)).toBeLessThan(best.welfarePercent);
    expect(best.closedFormula.welfarePercent).toBeLessThan(best.welfarePercent);
    expect(best.closedFormula.tariff).toBe(optimalTariffFormula(three, { economy: "E0" }).tariff);
  });

  it("a small open economy under Eaton-Kortum comes near 1 / elasticity", () => {
    const { tariff } = optimalTariffFormula(
      calibrateWorld({
        economies: ["small", "large"],
        exports: [
          [0, 1],
          [1, 0],
        ],
        gdp: [10, 1e6],
        parameters: ignatenko2025EatonKortum,
      }),
      { economy: "small" },
    );
    expect(tariff).toBeCloseTo(1 / 4, 4);
  });

  it("the best response to nothing is the best uniform tariff", () => {
    const response = bestResponse(three, { bloc: ["E0"], against: [], ...fixed });
    expect(response.tariff).toBe(bestUniformTariff(three, { economy: "E0", ...fixed }).tariff);
  });

  it("the gain is gone where it says", () => {
    const gone = breakEvenTariff(even, { economy: "A", retaliation: "none", ...fixed });
    expect(gone.tariff).toBeGreaterThan(gone.bestTariff);
    expect(Math.abs(welfare(even, "A", gone.tariff))).toBeLessThan(1e-9);
    expect(codeOf(() => breakEvenTariff(even, { economy: "B", retaliation: "reciprocal", ...fixed }))).toBe(
      "target-not-reached",
    );
  });

  it("says that the search ended too early", () => {
    expect(codeOf(() => bestUniformTariff(even, { economy: "A", highestTariff: 0.1, ...fixed }))).toBe(
      "target-not-reached",
    );
  });
});

describe("Nash tariffs", () => {
  it("two economies: nobody gains by deviating, and both lose against free trade", () => {
    const nash = nashTariffs(even, {
      blocs: [
        { name: "A", members: ["A"] },
        { name: "B", members: ["B"] },
      ],
      ...fixed,
    });
    for (const bloc of nash.blocs) {
      expect(bloc.gainFromDeviating).toBeLessThan(1e-10);
      expect(Math.abs(bloc.bestDeviation - bloc.tariff)).toBeLessThan(1e-5);
      expect(bloc.tariff).toBeGreaterThan(0);
    }
    expect(nash.outcome.residual).toBeLessThan(1e-12);
  });

  it("three blocs, one of two economies", () => {
    const labels = ["E0", "E1", "E2", "E3", "E4"];
    const world = calibrateWorld({
      economies: labels,
      exports: labels.map((_, j) => labels.map((_, i) => (i === j ? 0 : 10 + i + j))),
      gdp: [200, 150, 120, 300, 180],
      parameters: ignatenko2025EatonKortum,
    });
    const nash = nashTariffs(world, {
      blocs: [
        { name: "one", members: ["E0"] },
        { name: "pair", members: ["E1", "E2"] },
        { name: "other", members: ["E3"] },
      ],
      ...fixed,
    });
    for (const bloc of nash.blocs) expect(bloc.gainFromDeviating).toBeLessThan(1e-9);
  });

  it("all against all: each economy by itself, and nobody gains by deviating", () => {
    const world = randomWorld(6, 12);
    const how = { revenueUse: "lumpSumRebate", deficits: "balancedTrade" } as const;
    const nash = nashTariffs(balancedWorld(world), { blocs: "each", ...how });
    expect(nash.blocs.map(({ name }) => name)).toEqual(world.economies);
    for (const bloc of nash.blocs) {
      expect(bloc.gainFromDeviating).toBeLessThan(1e-8);
      expect(Math.abs(bloc.bestDeviation - bloc.tariff)).toBeLessThan(1e-5);
    }
    const named = nashTariffs(balancedWorld(world), {
      blocs: world.economies.map((name) => ({ name, members: [name] })),
      ...how,
    });
    expect(named).toEqual(nash);
  });

  it("says whose best tariff lies beyond the search", () => {
    expect(() => nashTariffs(even, { blocs: "each", highestTariff: "10%", ...fixed })).toThrowError(
      expect.objectContaining({ code: "target-not-reached", advice: expect.stringMatching(/^A: /) }),
    );
  });

  it("refuses a common member and a single bloc", () => {
    const blocs = (...members: string[][]) =>
      codeOf(() =>
        nashTariffs(even, { blocs: members.map((list) => ({ name: "x", members: list })), ...fixed }),
      );
    expect(blocs(["A"], ["A"])).toBe("overlapping-scope");
    expect(blocs(["A"])).toBe("empty");
    expect(blocs(["A"], ["C"])).toBe("not-in-world");
  });
});

describe("cooperation", () => {
  const labels = ["E0", "E1", "E2", "E3"];
  const world = calibrateWorld({
    economies: labels,
    exports: labels.map((_, j) => labels.map((_, i) => (i === j ? 0 : 10 + i + j))),
    gdp: [2000, 150, 120, 300],
    parameters: ignatenko2025EatonKortum,
  });
  const war = labels.flatMap((importer) =>
    labels.flatMap((exporter) => (exporter === importer ? [] : [{ exporter, importer, tariff: 0.3 }])),
  );
  const treaty = (members: readonly string[] | "all", tariffs = war) =>
    freeTradeAgreement(world, { tariffs, members, ...fixed });

  it("a return to free trade undoes the war, and who lost in it signs", () => {
    const { economies, signatories, refusers, worldGainPercent } = treaty("all");
    const { winners, losers } = winnersAndLosers(world, { tariffs: war, ...fixed });
    for (const { welfareAfterPercent, welfareBeforePercent, changePercent } of economies) {
      expect(Math.abs(welfareAfterPercent)).toBeLessThan(1e-9);
      expect(changePercent).toBeCloseTo(100 * (1 / (1 + welfareBeforePercent / 100) - 1), 9);
    }
    expect([...signatories].sort()).toEqual(losers.map(({ economy }) => economy).sort());
    expect([...refusers].sort()).toEqual(winners.map(({ economy }) => economy).sort());
    expect(worldGainPercent).toBeGreaterThan(0);
  });

  it("one who alone charges a tariff would not sign, and could be compensated", () => {
    const alone = war.filter(({ importer }) => importer === "E1").map((each) => ({ ...each, tariff: 0.1 }));
    const { refusers, allSign, membersGainPercent } = treaty("all", alone);
    expect(refusers).toEqual(["E1"]);
    expect(allSign).toBe(false);
    expect(membersGainPercent).toBeGreaterThan(0);
  });

  it("between some, the others keep their tariffs and pay for it", () => {
    const { economies, signatories, outcome } = treaty(["E1", "E3"]);
    const change = (economy: string) =>
      economies.find((each) => each.economy === economy)?.changePercent as number;
    expect(signatories).toEqual(expect.arrayContaining(["E1", "E3"]));
    expect(change("E0")).toBeLessThan(0);
    expect(change("E2")).toBeLessThan(0);
    const kept = war.filter(
      ({ exporter, importer }) => !["E1", "E3"].includes(exporter) || !["E1", "E3"].includes(importer),
    );
    expect(outcome.economies).toEqual(worldEquilibrium(world, { tariffs: kept, ...fixed }).economies);
  });

  it("refuses members that are none, one or twice", () => {
    expect(codeOf(() => treaty(["E1"]))).toBe("empty");
    expect(codeOf(() => treaty(["E1", "E1"]))).toBe("duplicate-id");
    expect(codeOf(() => treaty(["E1", "E9"]))).toBe("not-in-world");
  });
});

describe("retaliation and winners", () => {
  const tariffs = [{ exporter: "E1", importer: "E0", tariff: 0.3 }];

  it("like for like returns what is faced, to those who face it", () => {
    const answered = reciprocalTariffs(three, { tariffs, aggressor: "E0" });
    expect(answered).toEqual([{ exporter: "E0", importer: "E1", tariff: 0.3 }, ...tariffs]);
    expect(reciprocalTariffs(three, { tariffs: answered, aggressor: "E0" })).toEqual(answered);
  });

  it("the formula is one tariff for all partners", () => {
    const answered = formulaRetaliation(three, { tariffs, aggressor: "E0" });
    const back = answered.filter(({ exporter }) => exporter === "E0");
    expect(back.map(({ importer }) => importer)).toEqual(["E1", "E2"]);
    expect(new Set(back.map(({ tariff }) => tariff)).size).toBe(1);
  });

  it("says who wins a trade war, if anyone", () => {
    const alone = winnersAndLosers(even, { tariffs: everyone(even, "A", 0.1), ...fixed });
    expect(alone.noWinners).toBe(false);
    expect(alone.winners.map(({ economy }) => economy)).toEqual(["A"]);
    const peace = winnersAndLosers(even, { tariffs: [], ...fixed });
    expect([peace.noWinners, peace.losers.length]).toEqual([true, 0]);
  });
});
