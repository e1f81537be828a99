import { type OutcomeRow, workingOf } from "tariff-whatif";
import { generalEquilibrium } from "tariff-whatif/world";
import { beforeAll, describe, expect, it } from "vitest";
import { assumptions, onChina, threeEconomies } from "./threeEconomies.js";

// Solved when the tests run, not when the file is loaded: before them no mistake is planted.
let outcome: ReturnType<typeof generalEquilibrium>;
let equilibrium: typeof outcome.equilibrium;
let rows: typeof outcome.rows;
beforeAll(() => {
  outcome = generalEquilibrium({ baseline: threeEconomies(), scenario: onChina(), assumptions });
  ({ equilibrium, rows } = outcome);
});
const economies = ["CHN", "USA", "JPN"];
const numeric = (quantity: OutcomeRow["after"]) =>
  Number.parseFloat(typeof quantity === "string" ? quantity : quantity.amount);
const rowOf = (dimension: string, key: string, indicator: string) =>
  rows.find(
    (row) => row.dimension === dimension && row.key === key && row.indicator === indicator,
  ) as OutcomeRow;
const now = (dimension: string, key: string, indicator: string) =>
  numeric(rowOf(dimension, key, indicator).after);
const was = (dimension: string, key: string, indicator: string) =>
  numeric(rowOf(dimension, key, indicator).before);
const at = (key: string) => economies.indexOf(key);
const flow = (from: string, to: string) => equilibrium.trade[at(from)]?.[at(to)] as number;
const others = (key: string) => economies.filter((each) => each !== key);
const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0);

describe("the rows of the world model", () => {
  it("are these, for the world and for each economy", () => {
    const duties = ["customsValue", "duties", "additionalDuties", "effectiveRate"];
    const own = ["welfare", "realWage", "priceIndex", "employment", "welfareChange"];
    const indicators = (dimension: string, key: string) =>
      rows.filter((row) => row.dimension === dimension && row.key === key).map((row) => row.indicator);
    expect(indicators("all", "all")).toEqual(duties);
    for (const key of economies) {
      expect(indicators("importer", key)).toEqual([...duties, ...own]);
      expect(indicators("exporter", key)).toEqual(["customsValue"]);
    }
    expect(rows).toHaveLength(4 + 3 * 10);
    expect([rowOf("all", "all", "duties").name, rowOf("importer", "JPN", "duties").name]).toEqual([
      "World",
      "Japan",
    ]);
  });

  it("start from the data: trade across borders without own trade, and no duty", () => {
    expect(was("all", "all", "customsValue")).toBe(440);
    expect(economies.map((key) => was("importer", key, "customsValue"))).toEqual([160, 180, 100]);
    expect(economies.map((key) => was("exporter", key, "customsValue"))).toEqual([190, 130, 120]);
    for (const row of rows) {
      if (row.indicator === "customsValue") continue;
      expect(numeric(row.before)).toBe(0);
      expect(typeof row.before).toBe(typeof row.after);
    }
    expect(rowOf("all", "all", "effectiveRate").before).toBe("0%");
    expect(rowOf("importer", "USA", "welfare").before).toBe("0 percent");
    expect(rowOf("importer", "USA", "duties").before).toEqual({
      amount: "0",
      currency: "USD",
      priceYear: 2023,
    });
  });

  it("hold the trade of the equilibrium", () => {
    for (const key of economies) {
      expect(now("importer", key, "customsValue")).toBeCloseTo(sum(others(key).map((k) => flow(k, key))), 8);
      expect(now("exporter", key, "customsValue")).toBeCloseTo(sum(others(key).map((k) => flow(key, k))), 8);
    }
    const imports = sum(economies.map((key) => now("importer", key, "customsValue")));
    expect(now("all", "all", "customsValue")).toBeCloseTo(imports, 8);
  });

  it("count duties of the scenario alone: 20 % of what is still bought from China", () => {
    const paid = 0.2 * flow("CHN", "USA");
    for (const indicator of ["duties", "additionalDuties"]) {
      expect(now("all", "all", indicator)).toBeCloseTo(paid, 8);
      expect(now("importer", "USA", indicator)).toBeCloseTo(paid, 8);
      expect(now("importer", "JPN", indicator)).toBe(0);
    }
    const rate = (100 * paid) / now("importer", "USA", "customsValue");
    expect(now("importer", "USA", "effectiveRate")).toBeCloseTo(rate, 8);
    expect(now("all", "all", "effectiveRate")).toBeCloseTo(
      (100 * paid) / now("all", "all", "customsValue"),
      8,
    );
    expect(now("importer", "CHN", "effectiveRate")).toBe(0);
  });

  it("hold what the equilibrium says of each economy, welfare in money as a share of what it spends", () => {
    for (const economy of equilibrium.economies) {
      const of = (indicator: string) => now("importer", economy.economy, indicator);
      expect(of("welfare")).toBeCloseTo(economy.welfarePercent, 9);
      expect(of("realWage")).toBeCloseTo(economy.realWagePercent, 9);
      expect(of("priceIndex")).toBeCloseTo(economy.priceIndexPercent, 9);
      expect(of("employment")).toBeCloseTo(economy.employmentPercent, 9);
    }
    // The United States earn 1500, and spend 50 more: they import 180 and export 130.
    const gain = equilibrium.economies[1]?.welfarePercent as number;
    expect(now("importer", "USA", "welfareChange")).toBeCloseTo((1550 * gain) / 100, 8);
  });

  it("say what they cover", () => {
    expect(rowOf("all", "all", "customsValue").scope).toBe("imports of China, Japan, the United States");
    expect(rowOf("all", "all", "additionalDuties").scope).toBe("imports of China, Japan, the United States");
    for (const indicator of ["duties", "effectiveRate"])
      expect(rowOf("all", "all", indicator).scope).toBe(
        "imports of China, Japan, the United States, duties of the scenario alone",
      );
    expect(rowOf("importer", "USA", "customsValue").scope).toBe("imports of each importer");
    expect(rowOf("exporter", "USA", "customsValue").scope).toMatch(/^exports to /);
    for (const indicator of ["welfare", "realWage", "priceIndex", "employment", "welfareChange"])
      expect(rowOf("importer", "USA", indicator).scope).toBe(rowOf("importer", "JPN", "welfare").scope);
    expect(rowOf("importer", "USA", "welfare").scope).toMatch(/economy/);
  });
});

describe("the working of a number of the world model", () => {
  const ask = (dimension: string, key: string, indicator: string) =>
    workingOf(outcome, { dimension, key, indicator } as never);
  const entry = (working: ReturnType<typeof ask>, name: string) =>
    numeric(working.values.find((value) => value.name === name)?.value as "1%");

  it.each([
    ["customsValue", /sum of trade across borders/, /^USD [\d.,]+ = sum over 2 pairs$/],
    ["duties", /sum of tariff x customs value after/, /sum over 2 pairs/],
    ["additionalDuties", /the baseline has none/, /sum over 2 pairs/],
    ["effectiveRate", /duties \/ customs value after/, /^[\d.…]+% = USD [\d.]+ \/ USD [\d.]+$/],
    [
      "welfare",
      /expenditure.+labour income.+price index/,
      /percent = from real wage .+, employment .+, duties/,
    ],
    ["welfareChange", /baseline expenditure x welfare/, /= USD 1,550 x -?[\d.…]+ percent$/],
    ["realWage", /\(1 \+ wage\) \/ \(1 \+ price index\) - 1/, /= \(1 \+ .+\) \/ \(1 \+ .+\) - 1$/],
    ["priceIndex", /price of what consumers buy, duty included/, /= \(1 \+ .+\) \/ \(1 \+ .+\) - 1$/],
    ["employment", /hours that the after-tax real wage/, /= from real wage/],
  ])("%s: what it is made of, with its values", (indicator, formula, withValues) => {
    const working = ask("importer", "USA", indicator);
    expect(working.formula).toMatch(formula);
    expect(working.withValues).toMatch(withValues);
    expect(working.residual).toBe(equilibrium.residual);
  });

  it("the values are those of the economy, each with its meaning", () => {
    const working = ask("importer", "USA", "welfare");
    const own = equilibrium.economies[1];
    expect(working.values.map(({ name }) => name)).toEqual([
      "customs value after",
      "duties",
      "wage",
      "price index",
      "real wage",
      "employment",
      "welfare",
      "baseline expenditure",
    ]);
    expect(entry(working, "wage")).toBeCloseTo(own?.wagePercent as number, 9);
    expect(entry(working, "price index")).toBeCloseTo(own?.priceIndexPercent as number, 9);
    expect(entry(working, "welfare")).toBeCloseTo(own?.welfarePercent as number, 9);
    expect(entry(working, "baseline expenditure")).toBe(1550);
    expect(entry(working, "duties")).toBeCloseTo(0.2 * flow("CHN", "USA"), 8);
    for (const { meaning } of working.values) expect(meaning).toMatch(/[a-z]{4}/);
    // The real wage is the wage over the price index.
    const ratio = (1 + entry(working, "wage") / 100) / (1 + entry(working, "price index") / 100) - 1;
    expect(entry(working, "real wage")).toBeCloseTo(100 * ratio, 9);
    expect(ask("all", "all", "duties").values.map(({ name }) => name)).toEqual([
      "customs value after",
      "duties",
    ]);
    expect(entry(ask("importer", "CHN", "welfare"), "baseline expenditure")).toBeCloseTo(970, 9);
  });

  it("flows in the unit of the number; those of an economy, as importer or as exporter", () => {
    const pair = ({ importer, exporter }: { importer: string; exporter: string }) =>
      `${exporter}-${importer}`;
    const trade = ask("all", "all", "customsValue");
    expect([...trade.contributions].map(pair).sort()).toEqual(
      ["CHN-JPN", "CHN-USA", "JPN-CHN", "JPN-USA", "USA-CHN", "USA-JPN"].sort(),
    );
    const imports = ask("importer", "USA", "customsValue");
    expect(new Set(imports.contributions.map(pair))).toEqual(new Set(["CHN-USA", "JPN-USA"]));
    const exports = ask("exporter", "USA", "customsValue");
    expect(new Set(exports.contributions.map(pair))).toEqual(new Set(["USA-CHN", "USA-JPN"]));
    const fall = imports.contributions.find(({ exporter }) => exporter === "CHN");
    expect(numeric(fall?.before as "1%")).toBe(130);
    expect(numeric(fall?.after as "1%")).toBeCloseTo(flow("CHN", "USA"), 8);
    expect(numeric(fall?.contribution as "1%")).toBeCloseTo(flow("CHN", "USA") - 130, 8);
    expect(fall?.rate?.rate).toBe("20%");

    const duties = ask("importer", "USA", "duties");
    expect(duties.contributions.map((each) => [pair(each), numeric(each.before)])).toEqual([["CHN-USA", 0]]);
    expect(numeric(duties.contributions[0]?.after as "1%")).toBeCloseTo(0.2 * flow("CHN", "USA"), 8);
    expect(duties.others?.flows).toBe(1);
    const added = ask("importer", "USA", "additionalDuties");
    expect(added.contributions).toEqual(duties.contributions);
    const rate = ask("importer", "USA", "effectiveRate");
    expect(rate.contributions.map(({ before: from, after: to }) => [from, to])).toEqual([["0%", "20%"]]);
    expect(numeric(rate.contributions[0]?.contribution as "1%")).toBeCloseTo(numeric(rate.after), 8);
    expect(rate.contributions[0]?.contribution).toMatch(/pp$/);
    expect(rate.measures.map(({ id }) => id)).toEqual(["a"]);
    expect(ask("importer", "JPN", "effectiveRate").withValues).toMatch(/^0% = USD 0 \/ USD /);
  });

  it("solved numbers have no flows, and all steps behind them", () => {
    const { contributions, others: rest, measures } = ask("importer", "JPN", "welfare");
    expect([contributions, rest, measures.map(({ id }) => id)]).toEqual([[], null, ["a"]]);
  });

  it("names the equations and how far each is missed", () => {
    const { equations } = ask("all", "all", "duties");
    expect(equations.map(({ name }) => name)).toEqual([
      "labour income",
      "budget",
      "labour supply",
      "price index",
      "numeraire",
    ]);
    const { residuals } = equilibrium;
    expect(equations.map(({ residual }) => residual)).toEqual([
      residuals.labourIncome,
      residuals.budget,
      residuals.labourSupply,
      residuals.priceIndex,
      residuals.numeraire,
    ]);
    for (const { equation } of equations) expect(equation).toMatch(/\w+ = .*\w+/);
  });
});
