export type { SqlDialect } from "./dialect.js";
export type { ScenarioSql, ToSqlOptions } from "./sqlOptions.js";
export { toSql } from "./toSql.js";
