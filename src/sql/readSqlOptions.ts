import { requirePartner } from "../economies/partner.js";
import { requirePlainList } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { requireClosedScenario } from "../scenario/requireClosedScenario.js";
import { dialects } from "./dialect.js";
import type { ToSqlOptions } from "./sqlOptions.js";

const name = /^[A-Za-z_][A-Za-z0-9_]{0,62}(\.[A-Za-z_][A-Za-z0-9_]{0,62}){0,2}$/;

/** Checks the options of `toSql`. */
export function readSqlOptions(options: ToSqlOptions): ToSqlOptions {
  const keys = ["scenario", "dialect", "table", "columns", "importer", "exporters", "amounts"] as const;
  const read = readOptions(options, "", keys);
  const refuse = (
    path: string,
    received: unknown,
    advice: string,
    code: "wrong-type" | "out-of-range" | "empty" | "too-long" | "duplicate-id" = "wrong-type",
  ): never => {
    throw new TariffError({ code, path, received, advice });
  };
  requireClosedScenario(read.scenario, "scenario");
  if (!dialects.includes(read.dialect))
    refuse("dialect", read.dialect, `Name one of ${dialects.join(", ")}.`);
  const columns = readOptions(read.columns, "columns", ["exporter", "product", "value", "duties"]);
  for (const [path, given] of [
    ["table", read.table],
    ...Object.entries(columns).map(([key, value]) => [`columns.${key}`, value]),
  ] as [string, unknown][]) {
    if (typeof given !== "string" || !name.test(given) || (path !== "table" && given.includes(".")))
      refuse(path, given, "Give a name of letters, digits and underscores.");
  }
  requirePartner(read.importer, "importer");
  if (!Array.isArray(read.exporters)) refuse("exporters", read.exporters, "Pass a list of partners.");
  if (read.exporters.length === 0) refuse("exporters", read.exporters, "Give at least 1.", "empty");
  if (read.exporters.length > 1000)
    refuse("exporters", read.exporters.length, "Give at most 1,000.", "too-long");
  requirePlainList(read.exporters, "exporters");
  Array.from(read.exporters, (each, at) => requirePartner(each, `exporters[${at}]`));
  const twice = read.exporters.findIndex((each, at) => read.exporters.indexOf(each) < at);
  if (twice !== -1)
    refuse(`exporters[${twice}]`, read.exporters[twice], "List each exporter once.", "duplicate-id");
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
  return read;
}
