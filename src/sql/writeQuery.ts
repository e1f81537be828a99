import type { Decimal } from "../exact/decimal.js";
import type { DutyTree } from "../policy/rates/linear/dutyTree.js";
import { identifier, rowsQuery, type SqlDialect } from "./dialect.js";
import type { PairClasses } from "./pairClasses.js";
import type { ScenarioSql, ToSqlOptions } from "./sqlOptions.js";
import { writeTree } from "./writeTree.js";

/** A compiled scenario, ready to be written. */
export interface Written {
  readonly dialect: SqlDialect;
  readonly table: string;
  readonly columns: ToSqlOptions["columns"];
  readonly amountType: string;
  readonly rateType: string;
  readonly pairs: PairClasses;
  readonly prefixes: readonly string[];
  readonly classes: readonly { readonly classOf: Int32Array; readonly trees: readonly DutyTree[] }[];
}

/** Writes the query that scores lines, and the one that counts those it cannot score. */
export function writeQuery({
  dialect,
  table,
  columns,
  amountType,
  rateType,
  pairs,
  prefixes,
  classes,
}: Written): ScenarioSql {
  const column = (key: Exclude<keyof ToSqlOptions["columns"], "importer">) =>
    `l.${identifier(dialect, columns[key])}`;
  const writer = {
    value: `CAST(${column("value")} AS ${amountType})`,
    duties: `CAST(${column("duties")} AS ${amountType})`,
    number: (value: Decimal) => `CAST('${value.toFixed()}' AS ${rateType})`,
  };
  // A schedule row for each class of partners and each prefix; where conditions decide, the row names its case.
  const cases: string[] = [];
  const schedule = classes.flatMap(({ classOf, trees }, partner) =>
    prefixes.map((prefix, at) => {
      const tree = trees[classOf[at] as number] as DutyTree;
      if ("duties" in tree)
        return [partner, prefix, tree.duties.ofValue.toFixed(), tree.duties.ofDuties.toFixed(), 0] as const;
      const text = writeTree(tree, writer);
      const same = cases.indexOf(text);
      return [partner, prefix, "0", "0", (same === -1 ? cases.push(text) - 1 : same) + 1] as const;
    }),
  );
  const digits = Math.max(...prefixes.map((prefix) => prefix.length));
  const lengths = [...new Set(prefixes.map((prefix) => prefix.length))]
    .filter((length) => length > 0)
    .sort((a, b) => b - a);
  const joins = lengths.map(
    (length) =>
      `LEFT JOIN policy_prefixes AS p${length} ON p${length}.prefix = SUBSTR(${column("product")}, 1, ${length})`,
  );
  const longest = [...lengths.map((length) => `p${length}.prefix`), "''"];
  const linear = `s.of_value * ${writer.value} + s.of_duties * ${writer.duties}`;
  const duties =
    cases.length === 0
      ? linear
      : `CASE s.branch ${cases.map((text, at) => `WHEN ${at + 1} THEN ${text}`).join(" ")} ELSE ${linear} END`;
  const text = (name: string) => ({ name, type: "text" as const });
  const integer = (name: string) => ({ name, type: "integer" as const });
  const partners = writePartners();
  const scheduleQuery = rowsQuery(
    dialect,
    [integer("partner_class"), text("prefix"), text("of_value"), text("of_duties"), integer("branch")],
    schedule,
  );
  const query = [
    `WITH ${partners.tables},`,
    ...(lengths.length === 0
      ? []
      : [
          `policy_prefixes AS (${rowsQuery(
            dialect,
            [text("prefix")],
            prefixes.filter((each) => each !== "").map((each) => [each]),
          )}),`,
        ]),
    `written_schedule AS (${scheduleQuery}),`,
    `policy_schedule AS (SELECT partner_class, prefix, CAST(of_value AS ${rateType}) AS of_value, CAST(of_duties AS ${rateType}) AS of_duties, branch FROM written_schedule)`,
    `SELECT l.*, ${duties} AS scenario_duties`,
    `FROM ${table} AS l`,
    ...partners.joins,
    ...joins,
    `LEFT JOIN policy_schedule AS s ON s.partner_class = c.partner_class AND s.prefix = ${longest.length === 1 ? longest[0] : `COALESCE(${longest.join(", ")})`}`,
  ].join("\n");
  const code = column("product");
  const wrongCode = [
    `${code} IS NULL`,
    `LENGTH(${code}) < ${digits}`,
    `(LENGTH(${code}) < 10 AND MOD(LENGTH(${code}), 2) = 1)`,
    `${code} LIKE '%.%'`,
    `${code} LIKE '% %'`,
  ];
  const wrong = [
    "c.partner_class IS NULL",
    `${column("value")} IS NULL`,
    `${column("duties")} IS NULL`,
    ...(digits === 0 ? [] : wrongCode),
  ];
  const check = [
    `WITH ${partners.tables}`,
    `SELECT COUNT(*) AS lines_not_scored FROM ${table} AS l`,
    ...partners.joins,
    `WHERE ${wrong.join(" OR ")}`,
  ].join("\n");
  return Object.freeze({ query, check, digits });

  /** The class of a pair: by exporter where all lines have one importer, else by the classes of both. */
  function writePartners(): { readonly tables: string; readonly joins: readonly string[] } {
    const { importers, exporters, pairs: classOf } = pairs;
    const seller = column("exporter");
    const key = integer("partner_class");
    if (columns.importer === undefined) {
      const [row] = classOf as readonly [readonly number[]];
      const classed = exporters.map(([exporter, at]) => [exporter, row[at] as number]);
      return {
        tables: `policy_partners AS (${rowsQuery(dialect, [text("exporter"), key], classed)})`,
        joins: [`LEFT JOIN policy_partners AS c ON c.exporter = ${seller}`],
      };
    }
    const [buying, selling] = [integer("importer_class"), integer("exporter_class")];
    const all = classOf.flatMap((row, from) => row.map((found, to) => [from, to, found]));
    return {
      tables: [
        `policy_importers AS (${rowsQuery(dialect, [text("importer"), buying], importers)})`,
        `policy_exporters AS (${rowsQuery(dialect, [text("exporter"), selling], exporters)})`,
        `policy_partners AS (${rowsQuery(dialect, [buying, selling, key], all)})`,
      ].join(",\n"),
      joins: [
        `LEFT JOIN policy_importers AS m ON m.importer = l.${identifier(dialect, columns.importer)}`,
        `LEFT JOIN policy_exporters AS e ON e.exporter = ${seller}`,
        "LEFT JOIN policy_partners AS c ON c.importer_class = m.importer_class AND c.exporter_class = e.exporter_class",
      ],
    };
  }
}
