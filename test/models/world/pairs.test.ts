import { compareScenarios, type Scenario, workingOf } from "tariff-whatif";
import { generalEquilibrium, tariffsByPair } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";
import { add, raise, scenarioOf } from "../../support/steps.js";
import { assumptions, flowsOf, onChina, threeEconomies } from "./threeEconomies.js";

const world = threeEconomies();
/** Two goods of what the United States buy from China, and one flow of an exporter that the world does not have. */
const weights = threeEconomies({
  id: "weights",
  title: "imports by chapter",
  flows: [
    ...flowsOf({ "87": 0.25, "62": 0.75 }).filter((flow) => flow.importer === "USA"),
    { importer: "USA", exporter: "MEX", product: "87", customsValue: "7" },
  ].map((flow) => ({ ...flow, duties: "0" })),
  gdp: {},
  sources: [{ id: "census", title: "Census", publisher: "them", licence: "free", note: "made up" }],
});
const cars = onChina({ products: ["87"] });
const ask = (scenario: Scenario<never>, data: typeof weights | "none" = "none") =>
  tariffsByPair({ baseline: world, scenario, weights: data });

describe("the tariff of each pair", () => {
  it("is the rate on all its goods, for the pairs that a step touches", () => {
    expect(ask(onChina())).toEqual({
      tariffs: [{ importer: "USA", exporter: "CHN", tariff: 0.2 }],
      weighted: [],
      notInWorld: [],
    });
    expect(ask(scenarioOf("none")).tariffs).toEqual([]);
    const both = ask(scenarioOf("s", add("a", { importers: ["USA", "JPN"], exporters: ["CHN"] })));
    expect(both.tariffs.map(({ importer, tariff }) => [importer, tariff])).toEqual([
      ["USA", 0.1],
      ["JPN", 0.1],
    ]);
  });

  it("is weighted by trade where weights tell goods apart, and says for which pairs", () => {
    expect(ask(cars, weights)).toEqual({
      tariffs: [{ importer: "USA", exporter: "CHN", tariff: 0.05 }],
      weighted: [{ importer: "USA", exporter: "CHN" }],
      notInWorld: ["MEX"],
    });
    // Of China's exports to Japan the weights know nothing: there the world itself is asked.
    const everywhere = scenarioOf(
      "s",
      add("a", { products: ["87"], exporters: ["CHN"], rate: "20%" }),
      add("b", { importers: ["JPN"], exporters: ["CHN"] }),
    );
    expect(ask(everywhere, weights).tariffs).toEqual([
      { importer: "USA", exporter: "CHN", tariff: 0.05 },
      { importer: "JPN", exporter: "CHN", tariff: 0.1 },
    ]);
  });

  it("leaves out what the weights have beyond the world, and names only the trade of the step that is too fine", () => {
    const all = scenarioOf("s", add("a", { exporters: "all", products: ["87"], rate: "20%" }));
    expect(ask(all, weights).tariffs.map(({ exporter }) => exporter)).toEqual(["CHN", "JPN"]);
    const message = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return String(error);
      }
      return "";
    };
    const two = scenarioOf(
      "s",
      add("wide", { importers: ["CHN"], exporters: "all" }),
      add("fine", { importers: ["JPN"], exporters: ["USA"], products: ["87"] }),
    );
    expect(message(() => ask(two))).toContain("weights that have imports of JPN from USA, by product");
    const three = scenarioOf(
      "s",
      add("a", { importers: ["USA", "JPN"], exporters: ["CHN", "JPN"], products: ["87"] }),
    );
    expect(message(() => ask(three))).toMatch(/have (imports of \w+ from \w+(, )?){3}by product/);
    const below = scenarioOf("s", add("a", { rate: "-90%" }), add("b", { rate: "-90%" }));
    expect(message(() => ask(below))).toContain("[rate-below-minus-100]");
    expect(message(() => ask(below))).not.toContain("weights");
  });

  it("adds only the new duty: what the weights pay already is no part of it", () => {
    const dutiable = threeEconomies({
      flows: flowsOf({ "87": 0.25, "62": 0.75 })
        .filter(({ importer }) => importer === "USA")
        .map((flow) => ({ ...flow, duties: "1" })),
    });
    expect(ask(cars, dutiable).tariffs[0]?.tariff).toBeCloseTo(0.05, 12);
  });

  it("cannot be told without weights, and the trade that lacks them is named", () => {
    const path = "steps.a.products";
    const message = (scenario: Scenario<never>, data: typeof weights | "none" = "none") => {
      expect(errorOf(() => ask(scenario, data))).toMatchObject({ code: "finer-than-baseline", path });
      try {
        ask(scenario, data);
      } catch (error) {
        return String(error);
      }
      return "";
    };
    expect(message(cars)).toContain("weights that have imports of USA from CHN, by product: three has all");
    const all = scenarioOf("s", add("a", { importers: "all", exporters: "all", products: ["87"] }));
    expect(message(all)).toMatch(
      /have imports of \w+ from \w+, imports of \w+ from \w+, imports of \w+ from \w+ and 3 more, by product/,
    );
    const three = scenarioOf(
      "s",
      add("a", { importers: "all", exporters: ["CHN", "JPN"], products: ["87"] }),
    );
    expect(message(three)).toContain("and 1 more");
    const one = scenarioOf("s", add("a", { importers: "all", exporters: ["JPN"], products: ["87"] }));
    expect(message(one)).toContain("have imports of CHN from JPN, imports of USA from JPN, by product");
    const toJapan = scenarioOf("s", add("a", { importers: ["JPN"], exporters: "all", products: ["87"] }));
    expect(message(toJapan, weights)).toContain("imports of JPN from CHN, imports of JPN from USA, by");
  });

  it("refuses what is no world, no scenario and no weights", () => {
    const good = { baseline: world, scenario: onChina(), weights: "none" } as const;
    const refused = (changes: object) => {
      const { code, path } = errorOf(() => tariffsByPair({ ...good, ...changes } as never));
      return [code, path];
    };
    expect(refused({ baseline: {} })).toEqual(["not-defined", "baseline"]);
    expect(refused({ scenario: {} })).toEqual(["not-defined", "scenario"]);
    expect(refused({ weights: "some" })).toEqual(["not-defined", "weights"]);
    for (const key of Object.keys(good)) expect(refused({ [key]: undefined })).toEqual(["missing-key", key]);
    expect(refused({ bogus: 1 })).toEqual(["unknown-key", "bogus"]);
    expect(errorOf(() => tariffsByPair(5 as never))).toMatchObject({ code: "wrong-type", path: "" });
  });
});

describe("what an outcome of the world model says of itself", () => {
  const solve = (changes: object = {}, scenario: Scenario<never> = onChina()) =>
    generalEquilibrium({ baseline: world, scenario, assumptions: { ...assumptions, ...changes } as never });

  it("its assumptions with their values and sources", () => {
    const outcome = solve();
    expect(outcome.assumptions).toEqual([
      { name: "tradeElasticity", value: "4", source: "chosen by the user" },
      { name: "labourSupplyElasticity", value: "0.5", source: "chosen by the user" },
      { name: "scaleElasticity", value: "0.1675", source: "chosen by the user" },
      { name: "tariffPassThrough", value: "1", source: "chosen by the user" },
      { name: "marketingCosts", value: "none", source: "chosen by the user" },
      { name: "valueAddedShare", value: "1", source: "chosen by the user" },
      { name: "numeraire", value: "consumerPrices", source: "chosen by the user" },
      { name: "revenueUse", value: "lumpSumRebate", source: "chosen by the user" },
      { name: "deficits", value: "fixedToWorldIncome", source: "chosen by the user" },
    ]);
    expect([outcome.model, outcome.scenario, outcome.baseline]).toEqual(["world", "s", "three"]);
    expect(outcome.title).toBe("scenario s");
    expect(outcome.scope).toBe("imports of China, Japan, the United States");
    expect(outcome.sources).toEqual(world.sources);
    expect(outcome.measures.map(({ id }) => id)).toEqual(["a"]);
    expect(outcome.leavesOut.length).toBeGreaterThan(2);
    expect(outcome.notes).toEqual([]);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it("the weights, with the pairs that they tell apart, and their sources", () => {
    const outcome = solve({ weights, source: "s".repeat(500) }, cars);
    expect(outcome.assumptions.find(({ name }) => name === "weights")).toEqual({
      name: "weights",
      value: "weights, for CHN to USA",
      source: "imports by chapter",
    });
    expect(outcome.assumptions[0]?.source).toBe("s".repeat(500));
    expect(outcome.sources.map(({ id }) => id)).toEqual(["own", "census"]);
    expect(outcome.notes).toEqual(["MEX is in the weights but not in three: its trade takes no part."]);
    const idle = solve({ weights }, scenarioOf("none"));
    expect(idle.assumptions.find(({ name }) => name === "weights")?.value).toBe("weights, for no pair");
    expect(errorOf(() => solve({ source: "s".repeat(501) }))).toMatchObject({
      code: "too-long",
      path: "assumptions.source",
    });
  });

  it("rules that depend on how fine data are, told of the data that are asked: the weights where there are some", () => {
    const floor = scenarioOf("s", raise("floor", { of: ["baseline", "floor"], products: ["87"] }));
    const paid = threeEconomies({
      id: "chapters",
      flows: flowsOf({ "87": 0.25, "62": 0.75 })
        .filter(({ importer }) => importer === "USA")
        .map((flow, at) => ({ ...flow, duties: String(at % 2) })),
    });
    const { notes, leavesOut } = solve({ weights: paid }, floor);
    expect(notes).toEqual([expect.stringContaining("HS chapters (2 digits) in chapters")]);
    expect(leavesOut.at(-1)).toContain("data by tariff line");
    expect(solve().leavesOut).not.toContain(leavesOut.at(-1));
  });

  it("its rows by breakdown, and no rate for a pair whose goods the weights tell apart", () => {
    const { rows } = compareScenarios({
      baseline: world,
      scenarios: [onChina()],
      model: generalEquilibrium,
      assumptions,
      against: "baseline",
      by: ["importer", "exporter"],
    });
    expect(rows.filter(({ dimension }) => dimension === "importer")).toHaveLength(3 * 9);
    expect(rows.filter(({ dimension }) => dimension === "exporter")).toHaveLength(3);
    const question = { dimension: "importer", key: "USA", indicator: "duties" } as const;
    const both = scenarioOf(
      "s",
      add("a", { exporters: ["CHN"], products: ["87"] }),
      add("b", { importers: ["CHN"], exporters: ["USA"] }),
    );
    const outcome = solve({ weights }, both);
    const averaged = workingOf(outcome, question);
    expect(averaged.contributions.map(({ rate }) => rate)).toEqual([null]);
    expect(averaged.measures.map(({ id }) => id)).toEqual(["a"]);
    const other = workingOf(outcome, { ...question, key: "CHN" });
    expect(other.measures.map(({ id }) => id)).toEqual(["b"]);
    expect(other.contributions.map(({ rate }) => rate?.rate)).toEqual(["10%"]);
  });

  it("that nothing is touched, that deficits end or are given, that own trade is zero", () => {
    expect(solve({}, scenarioOf("none")).notes).toEqual([expect.stringContaining("No step of the scenario")]);
    expect(solve({ deficits: "balancedTrade" }).notes).toEqual([
      expect.stringContaining("the end of all deficits is no part of the result"),
    ]);
    const given = solve({ deficits: { transfers: [0, 0, 0] } });
    expect(given.notes).toEqual([expect.stringContaining("the change of transfers too")]);
    expect(given.assumptions.find(({ name }) => name === "deficits")?.value).toBe('{"transfers":[0,0,0]}');
    const poor = threeEconomies({ gdp: { CHN: "1000", USA: "1500", JPN: "100" } });
    const { notes } = generalEquilibrium({ baseline: poor, scenario: onChina(), assumptions });
    expect(notes).toEqual(["JPN exports more than its GDP allows: its own trade is zero."]);
  });

  it("rows by breakdown, and an equal outcome for an equal question", () => {
    const [first, second] = [solve(), solve()];
    expect(second).toEqual(first);
    const balanced = solve({ deficits: "balancedTrade" });
    expect(balanced.equilibrium.economies[1]?.welfarePercent).not.toBe(
      first.equilibrium.economies[1]?.welfarePercent,
    );
  });

  it("refuses what is wrong in its assumptions by its place there", () => {
    const refused = (changes: object) => {
      const { code, path } = errorOf(() => solve(changes));
      return [code, path];
    };
    expect(refused({ revenueUse: "burn" })).toEqual(["out-of-range", "assumptions.revenueUse"]);
    expect(refused({ deficits: "none" })).toEqual(["wrong-type", "assumptions.deficits"]);
    expect(refused({ weights: 5 })).toEqual(["not-defined", "assumptions.weights"]);
    expect(refused({ parameters: { ...assumptions.parameters, tradeElasticity: 0 } })).toEqual([
      "out-of-range",
      "assumptions.parameters.tradeElasticity",
    ]);
    for (const key of ["parameters", "revenueUse", "deficits", "weights"])
      expect(refused({ [key]: undefined })).toEqual(["missing-key", `assumptions.${key}`]);
    expect(refused({ bogus: 1 })).toEqual(["unknown-key", "assumptions.bogus"]);
    const good = { baseline: world, scenario: onChina(), assumptions };
    for (const key of Object.keys(good)) {
      expect(errorOf(() => generalEquilibrium({ ...good, [key]: undefined }))).toMatchObject({
        code: "missing-key",
        path: key,
      });
    }
    expect(errorOf(() => generalEquilibrium({ ...good, baseline: {} as never }))).toMatchObject({
      code: "not-defined",
      path: "baseline",
    });
    expect(errorOf(() => generalEquilibrium(5 as never))).toMatchObject({ code: "wrong-type", path: "" });
  });
});
