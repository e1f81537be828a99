import {
  bind,
  defineBaseline,
  type OutcomeRow,
  parseScenario,
  partialEquilibrium,
  workingOf,
} from "tariff-whatif";
import { beforeAll, describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";
import { add, fourFlows, scenarioOf, smallBaseline } from "../../support/steps.js";

const elasticities = {
  substitutionElasticity: 3,
  importDemandElasticity: -1,
  exportSupplyElasticity: "infinite",
} as const;
const scenario = scenarioOf("s", add("a", { exporters: ["CHN"] }));
const solve = (assumptions: object = {}, baseline = smallBaseline) =>
  partialEquilibrium({ baseline, scenario, assumptions: { ...elasticities, ...assumptions } as never });
// Solved when the tests run, not when the file is loaded: before them no mistake is planted.
let outcome: ReturnType<typeof solve>;
let rising: typeof outcome;
beforeAll(() => {
  outcome = solve();
  rising = solve({ exportSupplyElasticity: 2 });
});
const numeric = (quantity: OutcomeRow["after"]) =>
  Number.parseFloat(typeof quantity === "string" ? quantity : quantity.amount);
const rowOf = (of: typeof outcome, dimension: string, key: string, indicator: string) =>
  of.rows.find(
    (row) => row.dimension === dimension && row.key === key && row.indicator === indicator,
  ) as OutcomeRow;
const now = (dimension: string, key: string, indicator: string, of: typeof outcome = outcome) =>
  numeric(rowOf(of, dimension, key, indicator).after);

/** Cars: 340 of spending on those from China, which become dearer by 10 points of 113.3, and 410 on those from Mexico. */
const factor = 1 + 0.1 / (1 + 40 / 300);
const price = ((340 / 750) * factor ** -2 + 410 / 750) ** (-1 / 2);
/** Quantities: the composite falls by its price, and each origin by how much dearer it is than the composite. */
const fromChina = (1 / price) * (factor / price) ** -3;
const fromMexico = (1 / price) * (1 / price) ** -3;
const rate = 0.1 + 40 / 300;

describe("ten percent on China with supply that follows, by hand", () => {
  it("fuels, which nobody else sells: spending stays, and the value falls by the price", () => {
    expect(now("chapter", "27", "customsValue")).toBeCloseTo(100 / 1.1, 9);
    expect(now("chapter", "27", "duties")).toBeCloseTo(10 / 1.1, 9);
    expect(now("chapter", "27", "effectiveRate")).toBeCloseTo(10, 9);
    expect(now("chapter", "27", "tradeCreation")).toBeCloseTo(100 / 1.1 - 100, 9);
    expect(now("chapter", "27", "tradeDiversion")).toBeCloseTo(0, 9);
    expect(now("chapter", "27", "consumerSurplusChange")).toBeCloseTo(-100 * Math.log(1.1), 9);
    const welfare = -100 * Math.log(1.1) + 10 / 1.1;
    expect(now("chapter", "27", "welfareChange")).toBeCloseTo(welfare, 9);
    expect(now("chapter", "27", "efficiencyLoss")).toBeCloseTo(-welfare, 9);
    expect(now("chapter", "27", "termsOfTradeGain")).toBe(0);
    expect(now("chapter", "27", "compositePrice")).toBeCloseTo(10, 9);
  });

  it("cars: substitution between China and Mexico", () => {
    expect(now("chapter", "87", "customsValue")).toBeCloseTo(300 * fromChina + 400 * fromMexico, 9);
    expect(now("chapter", "87", "duties")).toBeCloseTo(300 * fromChina * rate + 10 * fromMexico, 9);
    expect(now("chapter", "87", "tradeCreation")).toBeCloseTo(700 * (1 / price - 1), 9);
    expect(now("chapter", "87", "tradeDiversion")).toBeCloseTo(
      300 * (fromChina - 1 / price) + 400 * (fromMexico - 1 / price),
      9,
    );
    expect(now("chapter", "87", "consumerSurplusChange")).toBeCloseTo(-750 * Math.log(price), 9);
    expect(now("chapter", "87", "compositePrice")).toBeCloseTo(100 * (price - 1), 9);
    expect(now("exporter", "MEX", "customsValue")).toBeCloseTo(400 * fromMexico, 9);
    expect(now("exporter", "MEX", "tradeDiversion")).toBeCloseTo(400 * (fromMexico - 1 / price), 9);
    expect(now("exporter", "CHN", "additionalDuties")).toBeCloseTo(10 / 1.1 + 300 * fromChina * rate - 40, 9);
    expect(now("exporter", "CHN", "exporterSurplusChange")).toBe(0);
  });

  it("all together, and what nothing touches", () => {
    const sum = (indicator: string) =>
      ["27", "87", "71"].reduce((total, key) => total + now("chapter", key, indicator), 0);
    for (const indicator of ["customsValue", "duties", "consumerSurplusChange", "welfareChange"])
      expect(now("all", "all", indicator)).toBeCloseTo(sum(indicator), 9);
    expect(now("chapter", "71", "customsValue")).toBe(200);
    expect(rowOf(outcome, "chapter", "71", "effectiveRate").after).toBe("0%");
    expect(rowOf(outcome, "chapter", "71", "compositePrice").after).toBe("0 percent");
    expect(numeric(rowOf(outcome, "all", "all", "effectiveRate").before)).toBeCloseTo(5, 12);
  });

  it("has these rows: what foreign sellers gain stands with exporters, and prices with single products", () => {
    const flows = [
      "customsValue",
      "duties",
      "additionalDuties",
      "effectiveRate",
      "tradeCreation",
      "tradeDiversion",
    ];
    const market = ["consumerSurplusChange", "welfareChange", "termsOfTradeGain", "efficiencyLoss"];
    const of = (dimension: string, key: string) =>
      outcome.rows
        .filter((row) => row.dimension === dimension && row.key === key)
        .map((row) => row.indicator);
    expect(of("all", "all")).toEqual([...flows, "exporterSurplusChange", ...market]);
    expect(of("importer", "USA")).toEqual([...flows, ...market]);
    expect(of("exporter", "CHN")).toEqual([...flows, "exporterSurplusChange"]);
    expect(of("chapter", "87")).toEqual([...flows, "exporterSurplusChange", ...market, "compositePrice"]);
    expect(of("section", "XVII")).toEqual([...flows, "exporterSurplusChange", ...market, "compositePrice"]);
    expect(outcome.rows).toHaveLength(11 + 10 + 3 * 7 + 3 * 12 + 3 * 12);
    expect(rowOf(outcome, "all", "all", "duties")).toMatchObject({
      name: "All trade",
      scope: "imports of the United States",
    });
    expect(rowOf(outcome, "chapter", "87", "duties").name).toBe("Motor vehicles");
    expect(rowOf(outcome, "exporter", "MEX", "duties").scope).toBe("exports to the United States");
  });
});

describe("supply that answers to prices", () => {
  it("pushes part of the duty onto the sellers, who lose, and the importer's terms of trade improve", () => {
    const { flows } = rising.market;
    const fuels = flows.find(({ product }) => product === "27") as (typeof flows)[0];
    // One origin: quantity = price ^ 2 at home and (price x 1.1) ^ -1 here, so that price ^ 3 = 1 / 1.1.
    expect(fuels.producerPrice).toBeCloseTo(1.1 ** (-1 / 3), 12);
    expect(fuels.quantity).toBeCloseTo(1.1 ** (-2 / 3), 12);
    expect(fuels.tariffInclusivePrice).toBeCloseTo(1.1 ** (2 / 3), 12);
    const value = 100 * 1.1 ** -1;
    expect(now("chapter", "27", "customsValue", rising)).toBeCloseTo(value, 9);
    expect(now("chapter", "27", "termsOfTradeGain", rising)).toBeCloseTo(
      100 * fuels.quantity * (1 - fuels.producerPrice),
      9,
    );
    // The area left of the supply curve: a third of the change of the value.
    expect(now("chapter", "27", "exporterSurplusChange", rising)).toBeCloseTo((value - 100) / 3, 9);
    expect(fuels.priceEffect).toBeCloseTo(100 * fuels.quantity * (fuels.producerPrice - 1), 9);
    const loss =
      now("chapter", "27", "termsOfTradeGain", rising) - now("chapter", "27", "welfareChange", rising);
    expect(now("chapter", "27", "efficiencyLoss", rising)).toBeCloseTo(loss, 9);
  });

  it("says which origins gain by substitution, and their shares of it", () => {
    const { diversionGains, byOrigin } = rising.market;
    expect(diversionGains.map(({ origin }) => origin)).toEqual(["MEX"]);
    expect(diversionGains[0]?.share).toBe(1);
    expect(byOrigin.map(({ origin }) => origin)).toEqual(["CHN", "MEX", "ROW"]);
    const mexico = byOrigin[1] as (typeof byOrigin)[0];
    expect(diversionGains[0]?.amount).toBe(mexico.tradeDiversion);
    expect(mexico.dutiesBefore).toBe(10);
    expect(mexico.revenueChange).toBeCloseTo(mexico.dutiesAfter - 10, 12);
    expect(mexico.priceEffect).toBeGreaterThan(0);
    expect(byOrigin[0]?.customsValueBefore).toBe(400);
  });
});

describe("the working of a number of a market", () => {
  const ask = (dimension: string, key: string, indicator: string, of: typeof outcome = outcome) =>
    workingOf(of, { dimension, key, indicator } as never);
  const value = (working: ReturnType<typeof ask>, name: string) =>
    numeric(working.values.find((each) => each.name === name)?.value as "1%");

  it("each has a formula, and the number with what stands in it", () => {
    const indicators = outcome.rows.filter(({ key }) => key === "87").map(({ indicator }) => indicator);
    expect(indicators).toHaveLength(12);
    for (const indicator of indicators) {
      const working = ask("chapter", "87", indicator);
      expect(working.formula).toMatch(/ = .*[a-z]/);
      expect(working.withValues).toMatch(/^[^=]+ = .*\d/);
      expect(working.equations).toHaveLength(5);
      for (const { name, equation, residual } of working.equations) {
        expect(`${name}: ${equation}`).toMatch(/^[a-z ]+: .+ = .+/);
        expect(residual).toBeNull();
      }
      expect(working.residual).toBe(outcome.market.solver.residual);
    }
  });

  it("holds the sums of the group, with what they mean", () => {
    const working = ask("chapter", "87", "duties");
    expect(working.values.map(({ name }) => name)).toEqual([
      "customs value before",
      "customs value after",
      "duties before",
      "duties after",
      "consumer surplus",
      "revenue change",
      "domestic producer surplus",
      "terms-of-trade gain",
      "welfare",
      "composite price",
      "flows",
    ]);
    for (const { meaning } of working.values) expect(meaning).toMatch(/[a-z]{4}/);
    expect(value(working, "customs value before")).toBe(700);
    expect(value(working, "customs value after")).toBeCloseTo(300 * fromChina + 400 * fromMexico, 8);
    expect(value(working, "duties before")).toBe(50);
    expect(value(working, "duties after")).toBeCloseTo(now("chapter", "87", "duties"), 8);
    expect(value(working, "revenue change")).toBeCloseTo(now("chapter", "87", "additionalDuties"), 8);
    expect(value(working, "consumer surplus")).toBeCloseTo(-750 * Math.log(price), 8);
    expect(value(working, "welfare")).toBeCloseTo(now("chapter", "87", "welfareChange"), 8);
    expect(value(working, "domestic producer surplus")).toBe(0);
    expect(value(working, "terms-of-trade gain")).toBe(0);
    expect(value(working, "composite price")).toBeCloseTo(price, 9);
    expect(value(working, "flows")).toBe(2);
    const names = (of: ReturnType<typeof ask>) => of.values.map(({ name }) => name);
    expect(names(ask("all", "all", "duties"))).not.toContain("composite price");
    expect(names(ask("exporter", "MEX", "duties"))).toEqual([
      "customs value before",
      "customs value after",
      "duties before",
      "duties after",
      "composite price",
      "flows",
    ]);
    expect(names(ask("chapter", "87", "welfareChange")).length).toBeGreaterThan(11);
    expect(names(ask("chapter", "87", "tradeCreation"))).toHaveLength(11);
  });

  it("flows in the unit of the number", () => {
    const parts = (indicator: string, of: typeof outcome = outcome) =>
      ask("chapter", "87", indicator, of).contributions.map((each) => [
        each.exporter,
        numeric(each.before),
        numeric(each.after),
        numeric(each.contribution),
      ]);
    const close = (number: number) => expect.closeTo(number, 6);
    expect(parts("customsValue")).toEqual([
      ["CHN", 300, close(300 * fromChina), close(300 * (fromChina - 1))],
      ["MEX", 400, close(400 * fromMexico), close(400 * (fromMexico - 1))],
    ]);
    const duty = 300 * fromChina * rate;
    expect(parts("duties")).toEqual([
      ["CHN", 40, close(duty), close(duty - 40)],
      ["MEX", 10, close(10 * fromMexico), close(10 * fromMexico - 10)],
    ]);
    expect(parts("additionalDuties")[0]).toEqual(["CHN", 0, close(duty - 40), close(duty - 40)]);
    const [after, before] = [now("chapter", "87", "customsValue"), 700];
    const rates = parts("effectiveRate").find(([origin]) => origin === "CHN") as [
      string,
      number,
      number,
      number,
    ];
    expect(rates[1]).toBeCloseTo(100 * (40 / 300), 6);
    expect(rates[2]).toBeCloseTo(100 * rate, 6);
    expect(rates[3]).toBeCloseTo(100 * (duty / after - 40 / before), 6);
    expect(ask("chapter", "87", "effectiveRate").contributions[0]?.contribution).toMatch(/pp$/);
    const creation = parts("tradeCreation").find(([origin]) => origin === "MEX");
    expect(creation).toEqual(["MEX", 0, close(400 * (1 / price - 1)), close(400 * (1 / price - 1))]);
    const diversion = parts("tradeDiversion").find(([origin]) => origin === "MEX");
    expect(diversion?.[3]).toBeCloseTo(400 * (fromMexico - 1 / price), 6);
    const mexico = rising.market.flows.find(({ origin }) => origin === "MEX");
    const of = (indicator: string) => parts(indicator, rising).find(([origin]) => origin === "MEX");
    expect(of("termsOfTradeGain")?.[3]).toBeCloseTo(-(mexico?.priceEffect as number), 6);
    expect(of("exporterSurplusChange")?.[3]).toBeCloseTo(mexico?.exporterSurplusChange as number, 6);
  });

  it("what only a market as a whole has, has no flows, but the steps behind it", () => {
    const { contributions, others, measures } = ask("chapter", "87", "welfareChange");
    expect([contributions, others, measures.map(({ id }) => id)]).toEqual([[], null, ["a"]]);
    expect(ask("chapter", "71", "welfareChange").measures).toEqual([]);
    expect(ask("chapter", "87", "compositePrice").withValues).toMatch(/percent for 87$/);
    const [told, shown] = ask("chapter", "87", "compositePrice").withValues.split(" = ") as [string, string];
    expect(Number.parseFloat(shown)).toBeCloseTo(100 * (price - 1), 7);
    expect(shown).toBe(`${told} for 87`);
  });
});

describe("what an outcome of the partial model says of itself", () => {
  it("assumptions with values and sources, and what it leaves out", () => {
    const domestic = { product: ["87"], expenditure: Float64Array.of(250) };
    const told = solve({ domestic, domesticSupplyElasticity: 2, sources: { domestic: "accounts" } });
    expect(told.assumptions).toEqual([
      { name: "substitutionElasticity", value: "3", source: "chosen by the user" },
      { name: "importDemandElasticity", value: "-1", source: "chosen by the user" },
      { name: "exportSupplyElasticity", value: "infinite", source: "chosen by the user" },
      { name: "domesticSupplyElasticity", value: "2", source: "chosen by the user" },
      { name: "domestic", value: '{"product":["87"],"expenditure":[250]}', source: "accounts" },
    ]);
    const names = told.assumptions.map(({ name }) => name);
    const sources = Object.fromEntries(names.map((name) => [name, `the source of ${name}`]));
    const sourced = solve({ domestic, domesticSupplyElasticity: 2, sources });
    expect(sourced.assumptions.map(({ source }) => source)).toEqual(Object.values(sources));
    expect([told.model, told.scenario, told.title, told.baseline, told.scope]).toEqual([
      "partial",
      "s",
      "scenario s",
      "four-flows",
      "imports of the United States",
    ]);
    expect(told.leavesOut).toEqual([
      expect.stringContaining("each product is a market of its own"),
      expect.stringContaining("an origin that sells nothing before"),
      expect.stringContaining("elasticities for the short and for the long run"),
      expect.stringContaining("Exemptions, drawback and evasion"),
    ]);
    expect(told.sources).toEqual(smallBaseline.sources);
    expect(told.measures.map(({ id }) => id)).toEqual(["a"]);
    const own = workingOf(told, { dimension: "chapter", key: "87", indicator: "welfareChange" });
    const gain = own.values.find(({ name }) => name === "domestic producer surplus");
    expect(numeric(gain?.value as "1%")).toBeGreaterThan(0);
  });

  it("bound rates are assumptions too, and idle steps notes", () => {
    const open = parseScenario({
      id: "o",
      title: "o",
      evaluate: { on: "any-date", statuses: "any-status" },
      parameters: { r: { kind: "rate", title: "r" } },
      steps: [
        add("a", { rate: { parameter: "r" } as never, exporters: ["CHN"] }),
        add("idle", { products: ["99"] }),
      ],
    });
    const told = partialEquilibrium({
      baseline: smallBaseline,
      scenario: bind(open, { r: "10%" } as never) as never,
      assumptions: elasticities,
    });
    expect(told.assumptions.map(({ value }) => value)).toEqual(["3", "-1", "infinite", "10%"]);
    expect(told.notes).toEqual(["Step idle met no trade in four-flows."]);
    expect(told.market.totals).toEqual(outcome.market.totals);
  });

  it("refuses by its place", () => {
    const place = (run: () => unknown) => {
      const { code, path } = errorOf(run);
      return [code, path];
    };
    const refused = (assumptions: object, baseline = smallBaseline) =>
      place(() => solve(assumptions, baseline));
    const door = (changes: object) =>
      place(() =>
        partialEquilibrium({
          baseline: smallBaseline,
          scenario,
          assumptions: elasticities,
          ...changes,
        } as never),
      );
    for (const key of ["baseline", "scenario", "assumptions"])
      expect(door({ [key]: undefined })).toEqual(["missing-key", key]);
    expect(door({ bogus: 1 })).toEqual(["unknown-key", "bogus"]);
    expect(door({ baseline: {} })).toEqual(["not-defined", "baseline"]);
    expect(door({ scenario: {} })).toEqual(["not-defined", "scenario"]);
    expect(door({ assumptions: 5 })).toEqual(["wrong-type", "assumptions"]);
    expect(place(() => partialEquilibrium(5 as never))).toEqual(["wrong-type", ""]);
    for (const key of Object.keys(elasticities))
      expect(refused({ [key]: undefined })).toEqual(["missing-key", `assumptions.${key}`]);
    expect(refused({ bogus: 1 })).toEqual(["unknown-key", "assumptions.bogus"]);
    expect(refused({ sources: { bogus: "x" } })).toEqual(["unknown-key", "assumptions.sources.bogus"]);
    expect(refused({ sources: 5 })).toEqual(["wrong-type", "assumptions.sources"]);
    for (const source of ["", 5, null])
      expect(refused({ sources: { domestic: source } })).toEqual([
        "wrong-type",
        "assumptions.sources.domestic",
      ]);
    expect(refused({ sources: { domestic: undefined } })).toEqual(["none", "none"]);
    const samples = { importer: "USA", exporter: "CHN", product: "49", customsValue: "0", duties: "3" };
    const lost = defineBaseline({ ...fourFlows, flows: [...fourFlows.flows, samples] } as never);
    expect(refused({}, lost)).toEqual(["division-by-zero", "baseline.columns.duties[4]"]);
    const idle = defineBaseline({
      ...fourFlows,
      flows: [...fourFlows.flows, { ...samples, duties: "0" }],
    } as never);
    expect(solve({}, idle).market.flows).toHaveLength(4);
    // The place of each flow in the data is kept, though one before it has no value.
    const first = defineBaseline({
      ...fourFlows,
      flows: [{ ...samples, duties: "0" }, ...fourFlows.flows],
    } as never);
    expect(numeric(rowOf(solve({}, first), "exporter", "MEX", "customsValue").before)).toBe(400);
    expect(rowOf(solve({}, first), "chapter", "49", "effectiveRate").after).toBe("0%");
    const steps = (text: string) =>
      place(() =>
        partialEquilibrium({
          baseline: smallBaseline,
          scenario: scenarioOf("s", add("a", { rate: text as "1%", products: ["27"] })),
          assumptions: elasticities,
        }),
      );
    expect(steps("1000%")).toEqual(["none", "none"]);
    expect(steps("1000.1%")).toEqual(["out-of-range", "scenario.steps"]);
    expect(steps("-99%")).toEqual(["none", "none"]);
    expect(steps("-100%")).toEqual(["price-not-positive", "scenario.steps"]);
  });
});
