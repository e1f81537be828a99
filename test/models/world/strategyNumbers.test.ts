import {
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
  type WorldParameters,
  winnersAndLosers,
  worldEquilibrium,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";
import { fixed, randomWorld } from "./worlds.js";

const pair = (
  changes: Partial<WorldParameters> = {},
  exports = [
    [0, 10],
    [10, 0],
  ],
  gdp = [100, 60],
) =>
  calibrateWorld({
    economies: ["A", "B"],
    exports,
    gdp,
    parameters: { ...ignatenko2025EatonKortum, ...changes },
  });
const even = pair();
const three = randomWorld(3, 4);
const labels = three.economies;
const solved = (world: World, tariffs: readonly { exporter: string; importer: string; tariff: number }[]) =>
  worldEquilibrium(world, { tariffs, ...fixed }).economies;
/** Welfare of some economies together, in percent of what they spent. */
const together = (world: World, economies: ReturnType<typeof solved>, members: readonly string[]) => {
  const spent = (label: string) => world.expenditure[world.economies.indexOf(label)] as number;
  const own = economies.filter(({ economy }) => members.includes(economy));
  const total = own.reduce((sum, { economy }) => sum + spent(economy), 0);
  return own.reduce((sum, { economy, welfarePercent }) => sum + spent(economy) * welfarePercent, 0) / total;
};
const charge = (importers: readonly string[], tariff: number, of: readonly string[] = labels) =>
  importers.flatMap((importer) =>
    of.filter((each) => !importers.includes(each)).map((exporter) => ({ exporter, importer, tariff })),
  );

describe("the closed formula, by hand", () => {
  it("without marketing: imports over elasticity times exports, less what the share abroad takes away", () => {
    // A sells 10 of the 60 that B spends, B 10 of the 100 that A spends.
    const { economy, tariff, restOfWorldTariff } = optimalTariffFormula(even, { economy: "A" });
    expect(economy).toBe("A");
    expect(tariff).toBeCloseTo(10 / (4 * 10 * (1 - 10 / 60)), 12);
    expect(restOfWorldTariff).toBeCloseTo(10 / (4 * 10 * (1 - 10 / 100)), 12);
  });

  it("with marketing and partial pass-through", () => {
    const world = pair({ marketingCosts: [0.2, 0.1], tariffPassThrough: 0.6, scaleElasticity: 0.1 }, [
      [0, 10],
      [12, 0],
    ]);
    // Expenditure is 102.4 and 60.36 (see the calibration by hand); exponents 0.6 + 1.1 ν / (1 - ν).
    const { tariff, restOfWorldTariff } = optimalTariffFormula(world, { economy: "A" });
    const own = (4 * 10 * 0.9 * (1 - 10 / 60.36)) / (0.8 * 12);
    expect(tariff).toBeCloseTo(1 / ((1 + own) * (0.6 + 0.275) - 1), 10);
    const rest = (4 * 12 * 0.8 * (1 - 12 / 102.4)) / (0.9 * 10);
    expect(restOfWorldTariff).toBeCloseTo(1 / ((1 + rest) * (0.6 + 1.1 / 9) - 1), 10);
  });

  it("has no value for who does not trade both ways, or where pass-through is too small", () => {
    const alone = calibrateWorld({
      economies: ["A", "B", "C"],
      exports: [
        [0, 10, 0],
        [10, 0, 0],
        [0, 0, 0],
      ],
      gdp: [100, 60, 50],
      parameters: ignatenko2025EatonKortum,
    });
    expect(errorOf(() => optimalTariffFormula(alone, { economy: "C" }))).toMatchObject({
      code: "division-by-zero",
      path: "economy",
    });
    const blunt = pair({ tariffPassThrough: 0.01 });
    expect(errorOf(() => optimalTariffFormula(blunt, { economy: "A" }))).toMatchObject({
      code: "out-of-range",
      path: "economy",
    });
  });
});

describe("best responses", () => {
  it("scan from no tariff to the end, welfare at each point being that of the equilibrium", () => {
    const { scan, tariff, welfarePercent } = bestResponse(three, { bloc: ["E0"], against: [], ...fixed });
    expect(scan).toHaveLength(13);
    expect(scan[0]?.tariff).toBe(0);
    expect(scan[0]?.welfarePercent).toBeCloseTo(0, 9);
    for (const point of scan.slice(0, 4)) {
      const { welfarePercent: own } = solved(three, charge(["E0"], point.tariff))[0] as {
        welfarePercent: number;
      };
      expect(point.welfarePercent).toBeCloseTo(own, 8);
      expect(point.welfarePercent).toBeLessThanOrEqual(welfarePercent);
    }
    expect(Object.isFrozen(scan[0])).toBe(true);
    expect(tariff).toBeGreaterThan(0);
  });

  it("of a bloc: one tariff on all outside, none inside, welfare by what members spend", () => {
    const against = [
      { exporter: "E0", importer: "E2", tariff: 0.2 },
      // What members charge is replaced.
      { exporter: "E2", importer: "E0", tariff: 0.9 },
      { exporter: "E1", importer: "E0", tariff: 0.9 },
    ];
    const { tariff, welfarePercent } = bestResponse(three, { bloc: ["E0", "E1"], against, ...fixed });
    const economies = solved(three, [against[0] as (typeof against)[0], ...charge(["E0", "E1"], tariff)]);
    expect(welfarePercent).toBeCloseTo(together(three, economies, ["E0", "E1"]), 8);
    for (const step of [-0.01, 0.01]) {
      const near = solved(three, [against[0] as (typeof against)[0], ...charge(["E0", "E1"], tariff + step)]);
      expect(together(three, near, ["E0", "E1"])).toBeLessThan(welfarePercent);
    }
  });

  it("say what the closed formula would have given", () => {
    const { closedFormula, scan, tariff } = bestUniformTariff(three, { economy: "E1", ...fixed });
    const { welfarePercent } = solved(three, charge(["E1"], closedFormula.tariff))[1] as {
      welfarePercent: number;
    };
    expect(closedFormula.welfarePercent).toBeCloseTo(welfarePercent, 8);
    expect(scan).toHaveLength(13);
    expect(tariff).toBe(bestResponse(three, { bloc: ["E1"], against: [], ...fixed }).tariff);
  });
});

describe("the tariff whose gain is gone", () => {
  it("lies beyond the best one, which it names", () => {
    const gone = breakEvenTariff(three, { economy: "E0", retaliation: "none", ...fixed });
    const best = bestUniformTariff(three, { economy: "E0", ...fixed });
    expect(gone.bestTariff).toBeCloseTo(best.tariff, 6);
    expect(gone.bestWelfarePercent).toBeCloseTo(best.welfarePercent, 9);
    const { welfarePercent } = solved(three, charge(["E0"], gone.tariff))[0] as { welfarePercent: number };
    expect(Math.abs(welfarePercent)).toBeLessThan(1e-9);
  });

  it("with an answer in kind comes sooner: the partners charge the same", () => {
    // B sells most of what it makes to A, which is a hundred times as large.
    const large = pair({}, undefined, [1000, 12]);
    const ask = (retaliation: "none" | "reciprocal") =>
      breakEvenTariff(large, { economy: "A", retaliation, ...fixed });
    const [alone, answered] = [ask("none"), ask("reciprocal")];
    expect(answered.tariff).toBeLessThan(alone.tariff);
    const both = ["A", "B"].flatMap((importer) => charge([importer], answered.tariff, ["A", "B"]));
    const { welfarePercent } = solved(large, both)[0] as { welfarePercent: number };
    expect(Math.abs(welfarePercent)).toBeLessThan(1e-8);
  });

  it("is not found where nothing is gained, or where the search ends too soon", () => {
    const ask = (changes: object) => {
      try {
        breakEvenTariff(even, { economy: "A", retaliation: "none", ...fixed, ...changes } as never);
      } catch (error) {
        const { code, path, message } = error as { code: string; path: string; message: string };
        return `${code} ${path} ${message}`;
      }
      return "";
    };
    expect(ask({ highestTariff: 0.2 })).toMatch(/target-not-reached economy .*still a gain/s);
    expect(ask({ economy: "B", retaliation: "reciprocal" })).toMatch(
      /target-not-reached economy .*No uniform/s,
    );
  });

  it("is not looked for where the equilibrium ends, which is said", () => {
    // A owes what it buys beyond its sales: with a high tariff nobody sells to it any more.
    const debtor = pair({}, [
      [0, 4],
      [30, 0],
    ]);
    const place = (run: () => unknown) => {
      const { code, path } = errorOf(run);
      return [code, path];
    };
    const economy = "A";
    const goneFor = () => breakEvenTariff(debtor, { economy, retaliation: "none", ...fixed });
    expect(place(goneFor)).toEqual(["target-not-reached", "economy"]);
    expect(goneFor).toThrow(/The equilibrium ends above a tariff of 1\.\d/);
    expect(place(() => bestUniformTariff(debtor, { economy, ...fixed }))).toEqual([
      "target-not-reached",
      "deficits",
    ]);
    expect(place(() => bestUniformTariff(even, { economy, ...fixed, highestTariff: 0.2 }))).toEqual([
      "target-not-reached",
      "highestTariff",
    ]);
  });
});

describe("Nash tariffs", () => {
  it("say the welfare of each bloc under the tariffs of all", () => {
    const blocs = [
      { name: "pair", members: ["E0", "E2"] },
      { name: "one", members: ["E1"] },
    ];
    const nash = nashTariffs(three, { blocs, ...fixed });
    expect(nash.rounds).toBeGreaterThan(2);
    const [both, one] = nash.blocs as [(typeof nash.blocs)[0], (typeof nash.blocs)[0]];
    const tariffs = [...charge(["E0", "E2"], both.tariff), ...charge(["E1"], one.tariff)];
    const economies = solved(three, tariffs);
    expect(nash.blocs.map(({ name }) => name)).toEqual(["pair", "one"]);
    expect(both.welfarePercent).toBeCloseTo(together(three, economies, ["E0", "E2"]), 8);
    expect(one.welfarePercent).toBeCloseTo(together(three, economies, ["E1"]), 8);
    nash.outcome.economies.forEach(({ welfarePercent }, at) => {
      expect(welfarePercent).toBeCloseTo((economies[at] as { welfarePercent: number }).welfarePercent, 8);
    });
    for (const each of nash.blocs) {
      expect(each.bestDeviation).toBeCloseTo(each.tariff, 5);
      expect(Math.abs(each.gainFromDeviating)).toBeLessThan(1e-8);
    }
  });

  it("economies in no bloc charge nothing", () => {
    const blocs = ["E0", "E1"].map((name) => ({ name, members: [name] }));
    const nash = nashTariffs(three, { blocs, ...fixed });
    const revenue = nash.outcome.economies.map(({ levels }) => levels.tariffRevenue);
    expect(revenue[0]).toBeGreaterThan(0);
    expect(revenue[1]).toBeGreaterThan(0);
    expect(revenue[2]).toBe(0);
  });
});

describe("agreements", () => {
  const war = labels.flatMap((importer) => charge([importer], 0.3));

  it("end tariffs between members only, and weigh gains by what economies spend", () => {
    const treaty = freeTradeAgreement(three, { tariffs: war, members: ["E0", "E1"], ...fixed });
    const between = (each: { exporter: string; importer: string }) =>
      each.exporter !== "E2" && each.importer !== "E2";
    const [first, second] = [
      solved(three, war),
      solved(
        three,
        war.filter((each) => !between(each)),
      ),
    ];
    treaty.economies.forEach((each, at) => {
      const [was, now] = [first[at]?.welfarePercent as number, second[at]?.welfarePercent as number];
      expect(each.economy).toBe(labels[at]);
      expect(each.member).toBe(at < 2);
      expect(each.welfareBeforePercent).toBeCloseTo(was, 9);
      expect(each.welfareAfterPercent).toBeCloseTo(now, 9);
      expect(each.changePercent).toBeCloseTo(100 * ((100 + now) / (100 + was) - 1), 9);
    });
    const gain = (members: readonly string[]) =>
      together(three, second, members) - together(three, first, members);
    expect(treaty.membersGainPercent).toBeCloseTo(gain(["E0", "E1"]), 9);
    expect(treaty.worldGainPercent).toBeCloseTo(gain(labels), 9);
    expect(treaty.worldGainPercent).not.toBeCloseTo(treaty.membersGainPercent, 3);
    expect([...treaty.signatories, ...treaty.refusers]).not.toContain("E2");
    expect(treaty.allSign).toBe(treaty.refusers.length === 0);
  });

  it("are signed by who gains most first, and refused by who loses most first", () => {
    const alone = charge(["E0"], 0.2);
    const treaty = freeTradeAgreement(three, { tariffs: alone, members: "all", ...fixed });
    const change = (economy: string) =>
      treaty.economies.find((each) => each.economy === economy)?.changePercent as number;
    expect(treaty.refusers).toEqual(["E0"]);
    expect(treaty.signatories).toHaveLength(2);
    expect(change(treaty.signatories[0] as string)).toBeGreaterThan(change(treaty.signatories[1] as string));
    for (const importer of labels) {
      const { economies, signatories } = freeTradeAgreement(three, {
        tariffs: charge([importer], 0.2),
        members: "all",
        ...fixed,
      });
      const gains = economies
        .filter((each) => each.economy !== importer)
        .sort((one, other) => other.changePercent - one.changePercent);
      expect(signatories).toEqual(gains.map((each) => each.economy));
    }
    const all = freeTradeAgreement(three, { tariffs: war, members: ["E0", "E1", "E2"], ...fixed });
    expect(all.economies.every(({ member }) => member)).toBe(true);
    const none = freeTradeAgreement(three, { tariffs: [], members: "all", ...fixed });
    expect([none.signatories, none.refusers, none.allSign]).toEqual([[], [], true]);
  });
});

describe("answers", () => {
  const tariffs = [
    { exporter: "E1", importer: "E0", tariff: 0.3 },
    { exporter: "E0", importer: "E2", tariff: 0.7 },
    { exporter: "E1", importer: "E2", tariff: 0.1 },
  ];

  it("in kind replace what the aggressor faced, and leave the tariffs of others alone", () => {
    expect(reciprocalTariffs(three, { tariffs, aggressor: "E0" })).toEqual([
      { exporter: "E0", importer: "E1", tariff: 0.3 },
      { exporter: "E1", importer: "E0", tariff: 0.3 },
      { exporter: "E1", importer: "E2", tariff: 0.1 },
    ]);
  });

  it("are for whoever began, wherever it stands in the world", () => {
    const begun = [{ exporter: "E2", importer: "E1", tariff: 0.4 }];
    expect(reciprocalTariffs(three, { tariffs: begun, aggressor: "E1" })).toEqual([
      { exporter: "E1", importer: "E2", tariff: 0.4 },
      ...begun,
    ]);
    const { restOfWorldTariff: tariff } = optimalTariffFormula(three, { economy: "E1" });
    expect(formulaRetaliation(three, { tariffs: begun, aggressor: "E1" })).toEqual([
      { exporter: "E1", importer: "E0", tariff },
      { exporter: "E1", importer: "E2", tariff },
      ...begun,
    ]);
  });

  it("by the formula charge everything that the aggressor sells", () => {
    const { restOfWorldTariff } = optimalTariffFormula(three, { economy: "E0" });
    expect(formulaRetaliation(three, { tariffs, aggressor: "E0" })).toEqual([
      { exporter: "E0", importer: "E1", tariff: restOfWorldTariff },
      { exporter: "E0", importer: "E2", tariff: restOfWorldTariff },
      { exporter: "E1", importer: "E0", tariff: 0.3 },
      { exporter: "E1", importer: "E2", tariff: 0.1 },
    ]);
  });

  it("have winners and losers, those who win or lose most first, and a world as a whole", () => {
    const scenario = { tariffs: charge(["E0"], 0.1), ...fixed };
    const { winners, losers, noWinners, worldWelfarePercent } = winnersAndLosers(three, scenario);
    const economies = solved(three, scenario.tariffs);
    expect(winners).toEqual([
      { economy: "E0", welfarePercent: expect.closeTo(economies[0]?.welfarePercent as number, 9) },
    ]);
    expect(noWinners).toBe(false);
    expect(losers).toHaveLength(2);
    expect(losers[0]?.welfarePercent).toBeLessThan(losers[1]?.welfarePercent as number);
    expect(worldWelfarePercent).toBeCloseTo(together(three, economies, labels), 9);
    for (const importer of labels) {
      const { losers: lost } = winnersAndLosers(three, { tariffs: charge([importer], 0.1), ...fixed });
      const sorted = solved(three, charge([importer], 0.1))
        .filter((each) => each.welfarePercent < 0)
        .sort((one, other) => one.welfarePercent - other.welfarePercent);
      expect(lost.map((each) => each.economy)).toEqual(sorted.map((each) => each.economy));
    }
    const two = winnersAndLosers(three, {
      tariffs: [...charge(["E0"], 0.05), ...charge(["E1"], 0.05)],
      ...fixed,
    }).winners;
    for (let at = 1; at < two.length; at++)
      expect(two[at - 1]?.welfarePercent).toBeGreaterThan(two[at]?.welfarePercent as number);
  });
});
