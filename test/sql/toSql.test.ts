import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import sqlParser from "node-sql-parser";
import {
  bind,
  defineBaseline,
  defineScenario,
  type FlowInput,
  januaryScenarios,
  type RetaliationRule,
  retaliate,
  type Scenario,
} from "tariff-whatif";
import { readBaseline } from "tariff-whatif/readers";
import { type SqlDialect, type ToSqlOptions, toSql } from "tariff-whatif/sql";
import { afterAll, describe, expect, it } from "vitest";
import { writeScaledText } from "../../src/exact/scaled.js";
import { additionalDuties } from "../../src/models/additionalByGroup.js";
import { flowDuties } from "../../src/models/flowDuties.js";
import { expectRefusal } from "../support/refusal.js";
import { describeShared } from "../support/sharedCases.js";
import { add } from "../support/steps.js";

const exporters = ["CHN", "MEX", "CAN"] as const;
const flows: readonly FlowInput[] = exporters.flatMap((exporter, at) =>
  ["7208100000", "7326900000", "8703230000", "0101210010"].map((product, row) => ({
    importer: "USA" as const,
    exporter,
    product,
    customsValue: String(1000.25 * (at + 1) * (row + 3)) as "1",
    duties: String([0, 25.5, 100, 3000][(at + row) % 4]) as "1",
  })),
);
const baseline = defineBaseline({
  ...{ id: "own", title: "own", year: 2024, currency: "USD", priceYear: 2024, flows },
  sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
});
// A step without its first day is not in force on the day that is asked for.
const dates = { effective: "2025-02-04" } as const;
const stepOf = (id: string, more: object) => ({ ...add(id, { dates }), ...more });
const without = ({ authority: _a, rate: _r, ...step }: Record<string, unknown>, more: object) => ({
  ...step,
  ...more,
});
const plain = (id: string, more: object) =>
  without(add(id, { dates }) as unknown as Record<string, unknown>, more);
const scenarioOf = (id: string, steps: readonly object[]) =>
  defineScenario({
    ...{ id, title: id, steps },
    evaluate: { on: "2025-06-01", statuses: "any-status" },
  } as never) as Scenario<never>;

const scenarios: readonly Scenario<never>[] = [
  scenarioOf("all", [stepOf("a", { rate: "10%" })]),
  scenarioOf("lists", [
    stepOf("a", {
      rate: { byProduct: { "72": "25%", "7208": "12.75%", "8703": "0.5%" } },
      exporters: { allBut: ["CAN"] },
    }),
    stepOf("b", { rate: "7.5%", products: { allBut: ["73", "0101"] }, exporters: ["CHN"] }),
  ]),
  scenarioOf("floors-and-ceilings", [
    plain("floor", { operator: "raiseTotalTo", authority: "s", of: ["baseline"], rate: "15%" }),
    stepOf("b", { authority: "b", rate: "20%", when: { authority: "baseline", above: "1%" } }),
    plain("cap", {
      operator: "capTotalAt",
      authority: "b",
      of: ["baseline", "b", "s"],
      rate: "22.125%",
      products: ["72", "87"],
    }),
  ]),
  scenarioOf("metal", [
    plain("metal", {
      operator: "split",
      share: "0.3",
      first: [stepOf("steel", { authority: "steel", rate: "50%" })],
      rest: [stepOf("other", { authority: "other", rate: "15%", exporters: ["CHN"] })],
    }),
    plain("scale", { operator: "scale", of: ["steel"], share: "0.333" }),
    plain("replace", { operator: "replace", authority: "x", of: ["other"], rate: "1%", products: ["8703"] }),
  ]),
];

const sqlOf = (scenario: Scenario<never>, dialect: SqlDialect) =>
  toSql({
    ...{ scenario, dialect, table: "lines", importer: "USA", exporters },
    columns: { exporter: "partner", product: "hs10", value: "value", duties: "duties" },
    amounts: { digits: 18, places: 2 },
  });
const create =
  "CREATE TABLE lines (line INTEGER, partner TEXT, hs10 TEXT, value DECIMAL(18, 2), duties DECIMAL(18, 2))";
const insert = `INSERT INTO lines VALUES ${flows
  .map(
    (flow, line) => `(${line}, '${flow.exporter}', '${flow.product}', ${flow.customsValue}, ${flow.duties})`,
  )
  .join(", ")}`;
const scored = (query: string) =>
  `SELECT CAST(scenario_duties AS VARCHAR) AS d FROM (${query}) AS q ORDER BY line`;

/** Decimal text without zeros at its end. */
const trimmed = (text: string) => (text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text);
const expected = (scenario: Scenario<never>) => {
  const { changed, idle } = flowDuties(baseline, scenario);
  expect([changed.size > 0, [...idle.keys()]], scenario.id).toEqual([true, []]);
  return flows.map((flow, line) => changed.get(line)?.toFixed() ?? trimmed(flow.duties as string));
};

/** Lines of two importers that trade with one another and with two more. */
const pairFlows: readonly FlowInput[] = (["USA", "CAN"] as const).flatMap((importer, from) =>
  (["USA", "CAN", "MEX", "CHN"] as const)
    .filter((exporter) => exporter !== importer)
    .flatMap((exporter, at) =>
      ["7208100000", "8703230000", "0101210010"].map((product, row) => ({
        importer,
        exporter,
        product,
        customsValue: (701.15 * (at + 1) * (row + 2) * (from + 1)).toFixed(2) as "1",
        duties: String([0, 12.25, 77, 1500][(at + row + from) % 4]) as "1",
      })),
    ),
);
const bothWays = defineBaseline({
  ...{ id: "own", title: "own", year: 2024, currency: "USD", priceYear: 2024, flows: pairFlows },
  sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
});
const answer = (scenario: Scenario<never>, rule: RetaliationRule) =>
  retaliate({
    ...{
      id: `${scenario.id}-${rule.kind}`,
      title: "answered",
      scenario,
      aggressor: "USA",
      by: ["CAN"],
      rule,
    },
  });
const answered: readonly Scenario<never>[] = [
  answer(scenarios[0] as Scenario<never>, { kind: "mirror" }),
  answer(
    scenarioOf("list", [
      stepOf("a", { rate: { byProduct: { "72": "25%", "7208": "12.75%" } }, products: ["72"] }),
    ]),
    {
      kind: "proportion",
      share: "0.35",
    },
  ),
  answer(scenarios[2] as Scenario<never>, { kind: "mirror" }),
];
const pairOptions = (scenario: Scenario<never>, dialect: SqlDialect): ToSqlOptions => ({
  ...{
    scenario,
    dialect,
    table: "pairs",
    importers: ["USA", "CAN"],
    exporters: ["USA", "CAN", "MEX", "CHN"],
  },
  columns: { importer: "buyer", exporter: "partner", product: "hs10", value: "value", duties: "duties" },
  amounts: { digits: 18, places: 2 },
});
const pairSqlOf = (scenario: Scenario<never>, dialect: SqlDialect) => toSql(pairOptions(scenario, dialect));
const create2 =
  "CREATE TABLE pairs (line INTEGER, buyer TEXT, partner TEXT, hs10 TEXT, value DECIMAL(18, 2), duties DECIMAL(18, 2))";
const insert2 = `INSERT INTO pairs VALUES ${pairFlows
  .map(
    (flow, line) =>
      `(${line}, '${flow.importer}', '${flow.exporter}', '${flow.product}', ${flow.customsValue}, ${flow.duties})`,
  )
  .join(", ")}`;

describe("a scenario as SQL", () => {
  const postgres = new PGlite();
  afterAll(() => postgres.close());

  it("scores lines in DuckDB as the fold does, exactly", async () => {
    const duck = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
    await duck.run(create);
    await duck.run(insert);
    for (const scenario of scenarios) {
      const { query, check } = sqlOf(scenario, "duckdb");
      const rows = (await duck.runAndReadAll(scored(query))).getRows() as string[][];
      expect(
        rows.map(([duty]) => trimmed(duty as string)),
        scenario.id,
      ).toEqual(expected(scenario));
      expect(String((await duck.runAndReadAll(check)).getRows()[0]?.[0])).toBe("0");
    }
    duck.closeSync();
  });

  it("scores lines in PostgreSQL as the fold does, exactly", async () => {
    await postgres.exec(`${create}; ${insert}`);
    for (const scenario of scenarios) {
      const { rows } = await postgres.query<{ d: string }>(scored(sqlOf(scenario, "postgresql").query));
      expect(
        rows.map(({ d }) => trimmed(d)),
        scenario.id,
      ).toEqual(expected(scenario));
    }
  });

  it("scores lines of two importers, one of which answers in kind, in DuckDB and PostgreSQL", async () => {
    const duck = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
    await duck.run(create2);
    await duck.run(insert2);
    await postgres.exec(`${create2}; ${insert2}`);
    for (const scenario of answered) {
      const { changed } = flowDuties(bothWays, scenario);
      const wanted = pairFlows.map(
        (flow, line) => changed.get(line)?.toFixed() ?? trimmed(flow.duties as string),
      );
      // Both importers charge something, so that neither side of the answer can be missing unseen.
      for (const importer of ["USA", "CAN"])
        expect(
          [...changed.keys()].map((line) => pairFlows[line]?.importer),
          scenario.id,
        ).toContain(importer);
      const own = pairSqlOf(scenario, "duckdb");
      const rows = (await duck.runAndReadAll(scored(own.query))).getRows() as string[][];
      expect(
        rows.map(([duty]) => trimmed(duty as string)),
        scenario.id,
      ).toEqual(wanted);
      expect(String((await duck.runAndReadAll(own.check)).getRows()[0]?.[0])).toBe("0");
      const other = await postgres.query<{ d: string }>(scored(pairSqlOf(scenario, "postgresql").query));
      expect(
        other.rows.map(({ d }) => trimmed(d)),
        scenario.id,
      ).toEqual(wanted);
    }
    const missing = toSql({ ...pairOptions(answered[0] as Scenario<never>, "duckdb"), importers: ["USA"] });
    const unscored = (await duck.runAndReadAll(missing.check)).getRows()[0]?.[0];
    expect(Number(unscored)).toBe(pairFlows.filter(({ importer }) => importer === "CAN").length);
    const left = `SELECT COUNT(*) FROM (${missing.query}) WHERE scenario_duties IS NULL`;
    expect(Number((await duck.runAndReadAll(left)).getRows()[0]?.[0])).toBe(Number(unscored));
    duck.closeSync();
  });

  it("holds amounts of all the digits that were allowed for, in DuckDB", async () => {
    const duck = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
    await duck.run(create);
    const flow: FlowInput = {
      importer: "USA",
      exporter: "CHN",
      product: "8703230000",
      customsValue: "9999999999999999.99",
      duties: "9999999999999.98",
    };
    const { id, title, year, currency, priceYear, sources } = baseline;
    const one = defineBaseline({ id, title, year, currency, priceYear, sources, flows: [flow] });
    await duck.run(`INSERT INTO lines VALUES (0, 'CHN', '8703230000', ${flow.customsValue}, ${flow.duties})`);
    const steep = scenarioOf("steep", [stepOf("a", { rate: "99.999%" })]);
    for (const scenario of [steep, scenarios[2] as Scenario<never>]) {
      const rows = (
        await duck.runAndReadAll(scored(sqlOf(scenario, "duckdb").query))
      ).getRows() as string[][];
      expect(
        rows.map(([duty]) => trimmed(duty as string)),
        scenario.id,
      ).toEqual([flowDuties(one, scenario).changed.get(0)?.toFixed()]);
    }
    duck.closeSync();
  });

  it.each([
    ["an unknown partner", "'XXX', '7208', 1, 0", 1],
    ["no partner", "NULL, '7208', 1, 0", 1],
    ["a code too short", "'CHN', '72', 1, 0", 1],
    ["no code", "'CHN', NULL, 1, 0", 1],
    ["a code that lost its zero", "'CHN', '101210010', 1, 0", 1],
    ["a code with points", "'CHN', '7208.10', 1, 0", 1],
    ["a code with a blank before it", "'CHN', ' 720810', 1, 0", 1],
    ["no value", "'CHN', '7208', NULL, 0", 1],
    ["no duties", "'CHN', '7208', 1, NULL", 1],
    ["nothing wrong", "'CHN', '7208100000', 1, 0", 0],
  ])("counts a line with %s, in DuckDB and PostgreSQL", async (_, line, wanted) => {
    const { check } = sqlOf(
      scenarioOf("heading", [stepOf("a", { rate: { byProduct: { "7208": "10%" } }, products: ["7208"] })]),
      "duckdb",
    );
    const duck = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
    await duck.run(create);
    await duck.run(`INSERT INTO lines VALUES (0, ${line})`);
    expect(Number((await duck.runAndReadAll(check)).getRows()[0]?.[0])).toBe(wanted);
    duck.closeSync();
    await postgres.exec(`DROP TABLE IF EXISTS lines; ${create}; INSERT INTO lines VALUES (0, ${line})`);
    const { rows } = await postgres.query<{ lines_not_scored: number }>(check);
    expect(Number(rows[0]?.lines_not_scored)).toBe(wanted);
  });

  // The parser has no grammar of Spark: Athena's takes the same quotes and written rows.
  it.each(["bigquery", "snowflake", "trino", "spark", "postgresql"] as const)(
    "is valid for %s",
    (dialect) => {
      const database = {
        bigquery: "bigquery",
        snowflake: "snowflake",
        trino: "trino",
        spark: "athena",
        postgresql: "postgresql",
      };
      const parser = new sqlParser.Parser();
      const all = [
        ...scenarios.map((each) => sqlOf(each, dialect)),
        ...answered.map((each) => pairSqlOf(each, dialect)),
      ];
      for (const { query, check } of all) {
        for (const text of [query, check])
          expect(() => parser.parse(text, { database: database[dialect] }), text.slice(0, 300)).not.toThrow();
      }
    },
  );

  it("refuses what has no form, what would not be exact, and names that are none", () => {
    const [scenario] = scenarios as [Scenario<never>];
    const base = {
      ...{ scenario, dialect: "duckdb" as const, table: "lines", importer: "USA" as const, exporters },
      columns: { exporter: "partner", product: "hs10", value: "value", duties: "duties" },
      amounts: { digits: 18, places: 2 },
    };
    expectRefusal(
      () => toSql({ ...base, amounts: { digits: 36, places: 2 } }),
      "out-of-range",
      "amounts.digits",
    );
    expectRefusal(() => toSql({ ...base, table: 'x"; DROP TABLE lines; --' }), "wrong-type", "table");
    expectRefusal(() => toSql({ ...base, exporters: ["CHN", "CHN"] }), "duplicate-id", "exporters[1]");
    expectRefusal(() => toSql({ ...base, importers: ["CAN"] }), "conflicting-keys", "importers");
    const { importer: _one, ...none } = base;
    expectRefusal(() => toSql(none), "missing-key", "importer");
    expectRefusal(() => toSql({ ...none, importers: ["USA"] }), "missing-key", "columns.importer");
    const column = { ...base.columns, importer: "buyer" };
    expectRefusal(() => toSql({ ...base, columns: column }), "conflicting-keys", "columns.importer");
    const twice = { ...none, columns: column, importers: ["USA", "USA"] as const };
    expectRefusal(() => toSql(twice), "duplicate-id", "importers[1]");
    const over = defineScenario({
      ...{ id: "o", title: "o", steps: [add("a", {})] },
      evaluate: { over: { from: "2025-01-01", to: "2025-12-31" }, statuses: "any-status" },
    } as never) as Scenario<never>;
    expectRefusal(() => toSql({ ...base, scenario: over }), "no-sql", "scenario");
  });
});

describeShared("the 207,148 lines of US imports in DuckDB", () => {
  it("give the duties of the article's scenarios, and of floors and ceilings, by exporter to the last digit", async () => {
    const path = new URL("../../../shared/data/us-imports-2024-hs10.csv.gz", import.meta.url).pathname;
    const { baseline: lines } = await readBaseline({
      file: {
        ...{
          source: path,
          format: "csv",
          economies: "partner-code",
          importer: "USA",
          year: 2024,
          currency: "USD",
        },
        columns: {
          exporter: "partner",
          product: "hs10",
          value: "customs_value_usd",
          duties: "calculated_duties_usd",
        },
      },
      ...{ id: "lines", title: "lines", priceYear: 2024 },
      sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "US Census" }],
    });
    const duck = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
    await duck.run(`CREATE TABLE lines AS SELECT * FROM read_csv('${path}', types = {'hs10': 'VARCHAR'})`);
    const seven = Object.values(januaryScenarios).map((each) => {
      const open = (each as { readonly openParameters: readonly string[] }).openParameters;
      if (open.length === 0) return each;
      return bind(each as never, Object.fromEntries(open.map((name) => [name, "10%"])) as never);
    }) as Scenario<never>[];
    const groups = Int32Array.from(lines.columns.exporter);
    for (const scenario of [...seven, scenarios[2] as Scenario<never>]) {
      const { query } = toSql({
        ...{ scenario, dialect: "duckdb", table: "lines", importer: "USA", exporters: lines.exporters },
        columns: {
          exporter: "partner",
          product: "hs10",
          value: "customs_value_usd",
          duties: "calculated_duties_usd",
        },
        amounts: { digits: 18, places: 0 },
      });
      const sums = await duck.runAndReadAll(
        `SELECT partner, CAST(SUM(scenario_duties - calculated_duties_usd) AS VARCHAR) FROM (${query}) GROUP BY partner`,
      );
      const own = additionalDuties(lines, scenario).byGroup(groups, lines.exporters.length);
      for (const [partner, sum] of sums.getRows() as [string, string][]) {
        const group = lines.exporters.indexOf(partner as "CHN");
        const extra = own.get(group);
        expect(trimmed(sum), `${scenario.id} ${partner}`).toBe(extra ? writeScaledText(extra) : "0");
      }
    }
    duck.closeSync();
  });
});
