import { type PartnerCode, requirePartner } from "../economies/partner.js";
import type { ErrorCode } from "../internal/errorCodes.js";
import { requirePlainList } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { requireClosedScenario } from "../scenario/requireClosedScenario.js";
import { dialects } from "./dialect.js";
import type { ToSqlOptions } from "./sqlOptions.js";

const name = /^[A-Za-z_][A-Za-z0-9_]{0,62}(\.[A-Za-z_][A-Za-z0-9_]{0,62}){0,2}$/;

/** Most pairs of partners: each of them is compiled. */
const mostPairs = 100_000;

/** Options of `toSql` that were checked, with the list of importers that they come to. */
export interface ReadSqlOptions extends ToSqlOptions {
  readonly importers: readonly PartnerCode[];
}

/** Checks the options of `toSql`. */
export function readSqlOptions(options: ToSqlOptions): ReadSqlOptions {
  const keys = ["scenario", "dialect", "table", "columns", "exporters", "amounts"] as const;
  const read = readOptions<ToSqlOptions>(options, "", keys, ["importer", "importers"]);
  const refuse = (path: string, received: unknown, advice: string, code: ErrorCode = "wrong-type"): never => {
    throw new TariffError({ code, path, received, advice });
  };
  requireClosedScenario(read.scenario, "scenario");
  if (!dialects.includes(read.dialect))
    refuse("dialect", read.dialect, `Name one of ${dialects.join(", ")}.`);
  const columns = readOptions(
    read.columns,
    "columns",
    ["exporter", "product", "value", "duties"],
    ["importer"],
  );
  for (const [path, given] of [
    ["table", read.table],
    ...Object.entries(columns).map(([key, value]) => [`columns.${key}`, value]),
  ] as [string, unknown][]) {
    if (given === undefined && path === "columns.importer") continue;
    if (typeof given !== "string" || !name.test(given) || (path !== "table" && given.includes(".")))
      refuse(path, given, "Give a name of letters, digits and underscores.");
  }
  const requirePartners = (list: readonly PartnerCode[], path: string): void => {
    if (!Array.isArray(list)) refuse(path, list, "Pass a list of partners.");
    if (list.length === 0) refuse(path, list, "Give at least 1.", "empty");
    if (list.length > 1000) refuse(path, list.length, "Give at most 1,000.", "too-long");
    requirePlainList(list, path);
    Array.from(list, (each, at) => requirePartner(each, `${path}[${at}]`));
    const twice = list.findIndex((each, at) => list.indexOf(each) < at);
    if (twice !== -1) refuse(`${path}[${twice}]`, list[twice], "List each partner once.", "duplicate-id");
  };
  const { importer, importers } = read;
  if (importer !== undefined && importers !== undefined)
    refuse("importers", importers, "Give importer or importers, not both.", "conflicting-keys");
  if (importers === undefined) {
    if (importer === undefined)
      refuse("importer", importer, "Add this key, or importers and columns.importer.", "missing-key");
    requirePartner(importer as PartnerCode, "importer");
    if (columns.importer !== undefined)
      refuse(
        "columns.importer",
        columns.importer,
        "Name the importers in the list importers: the table has a column of them.",
        "conflicting-keys",
      );
  } else {
    requirePartners(importers, "importers");
    if (columns.importer === undefined)
      refuse(
        "columns.importer",
        columns.importer,
        "Name the column that holds the importers.",
        "missing-key",
      );
  }
  requirePartners(read.exporters, "exporters");
  const pairs = (importers?.length ?? 1) * read.exporters.length;
  if (pairs > mostPairs)
    refuse("importers", pairs, "Give fewer partners: at most 100,000 pairs are compiled.", "too-long");
  const { digits, places } = readOptions(read.amounts, "amounts", ["digits", "places"]);
  if (!Number.isInteger(digits) || digits < 1 || digits > 36)
    refuse(
      "amounts.digits",
      digits,
      "Give from 1 to 36 digits.",
      typeof digits === "number" ? "out-of-range" : "wrong-type",
    );
  if (!Number.isInteger(places) || places < 0 || places > digits)
    refuse(
      "amounts.places",
      places,
      "Give from 0 to as many places as digits.",
      typeof places === "number" ? "out-of-range" : "wrong-type",
    );
  return { ...read, importers: importers ?? [importer as PartnerCode] };
}
