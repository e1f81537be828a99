import { deepFreeze } from "../internal/deepFreeze.js";
import { requireBounded } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import type { Named, PriceTables } from "../trade/tables/priceTables.js";
import type { BeaTable } from "./bea/beaTable.js";
import { requireBeaTable } from "./bea/requireBeaTable.js";

/**
 * What {@link beaInputOutput} puts together.
 *
 * @category Readers
 */
export interface BeaInputOutputOptions {
  /** The make table: industries by commodities. */
  readonly make: BeaTable;
  /** The use table at producers' prices: commodities by industries and final uses. */
  readonly use: BeaTable;
  /** The import matrix: the imported part of `use`. */
  readonly imports: BeaTable;
  /** Codes of the rows of `use` that add up to value added, such as `["V001", "T00OTOP", "V003"]`. */
  readonly valueAdded: readonly string[];
  /** The code of the column of household consumption, such as `"F010"`. */
  readonly consumption: string;
}

/**
 * The part of {@link PriceTables} that input-output tables hold.
 *
 * @category Readers
 */
export type InputOutput = Pick<
  PriceTables,
  "commodities" | "industries" | "make" | "use" | "imported" | "valueAdded" | "output" | "consumption"
>;

/**
 * Puts make, use and import tables of the US Bureau of Economic Analysis together, as `definePriceTables` takes them.
 *
 * **Formula**: industries are rows of `make` that are columns of `use`, commodities are columns of `make` that are rows of
 * `use`; output of an industry = the sum of its row of `make`; value added = the sum of the named rows.
 *
 * **Result**: frozen; amounts in the unit of the files. What a file does not state is 0.
 *
 * **Leaves out**: totals, final uses but household consumption, and whether anything adds up, which `definePriceTables`
 * checks.
 *
 * **Source**: [BEA 2023].
 *
 * @throws `several-years`, `missing-column` for a row or column that a table lacks, `unknown-key` for a code that is
 * neither industry, commodity nor total, `out-of-range` for one that is no value added or no consumption,
 * `duplicate-id`, `length-mismatch`, `not-finite`, `not-a-year`, `empty`, `too-long`, `missing-key`, `wrong-type`.
 * @example A farm that imports
 * ```ts
 * import { beaInputOutput } from "tariff-whatif/readers";
 *
 * const farms = { code: "111CA", name: "Farms" };
 * const [consumption, pay] = [{ code: "F010", name: "Consumption" }, { code: "V001", name: "Compensation" }];
 * const { output, valueAdded } = beaInputOutput({
 *   make: { year: 2023, rows: [farms], columns: [farms], amounts: [[100]] },
 *   use: { year: 2023, rows: [farms, pay], columns: [farms, consumption], amounts: [[40, 80], [60, null]] },
 *   imports: { year: 2023, rows: [farms], columns: [farms, consumption], amounts: [[10, 20]] },
 *   valueAdded: ["V001"],
 *   consumption: "F010",
 * });
 * [output, valueAdded]; // => [[100], [60]]
 * ```
 * @category Readers
 */
export function beaInputOutput(options: BeaInputOutputOptions): InputOutput {
  const { make, use, imports, valueAdded, consumption } = readOptions(options, "", [
    "make",
    "use",
    "imports",
    "valueAdded",
    "consumption",
  ]);
  const tables = { make, use, imports };
  for (const [name, table] of Object.entries(tables)) requireBeaTable(table, name);
  const years = new Set([make.year, use.year, imports.year]);
  if (years.size > 1)
    throw new TariffError({
      code: "several-years",
      path: "use.year",
      received: [...years].join(", "),
      advice: "Pass three tables of the same year.",
    });
  requireBounded(valueAdded, "sideBySide", "valueAdded");
  for (const [at, code] of Array.from(valueAdded).entries())
    requireAmong(code, use.rows, `valueAdded[${at}]`);
  requireAmong(consumption, use.columns, "consumption");
  refuseGoods(valueAdded, consumption, make);
  const industries = common(make.rows, use.columns, "make.rows", "a column of use");
  const commodities = common(make.columns, use.rows, "make.columns", "a row of use");
  const cellsOf = (name: keyof typeof tables, rows: readonly string[], columns: readonly string[]) => {
    const table = tables[name];
    const at = (list: readonly Named[], side: "rows" | "columns") => (code: string) =>
      positionOf(code, list, `${name}.${side}`);
    const columnAt = columns.map(at(table.columns, "columns"));
    return rows
      .map(at(table.rows, "rows"))
      .map((row) => columnAt.map((column) => table.amounts[row]?.[column] ?? 0));
  };
  const [own, bought] = [industries, commodities].map((list) => list.map(({ code }) => code)) as [
    string[],
    string[],
  ];
  const made = cellsOf("make", own, bought);
  const paid = cellsOf("use", [...valueAdded], own);
  return deepFreeze({
    commodities,
    industries,
    make: made,
    use: cellsOf("use", bought, own),
    imported: cellsOf("imports", bought, own),
    valueAdded: own.map((_, column) => paid.reduce((sum, row) => sum + (row[column] as number), 0)),
    output: made.map((row) => row.reduce((sum, amount) => sum + amount, 0)),
    consumption: {
      total: cellsOf("use", bought, [consumption]).map((row) => row[0] as number),
      imported: cellsOf("imports", bought, [consumption]).map((row) => row[0] as number),
    },
  });
}

/** Totals have codes such as T007; value added at basic and at producers' prices has its own. */
const isTotal = (code: string): boolean => /^T\d{2}/.test(code) || /^VA(BAS|PRO)$/.test(code);

/** The entries of one list that stand in the other too; what is neither there nor a total is refused. */
function common(list: readonly Named[], other: readonly Named[], path: string, wanted: string): Named[] {
  const known = new Set(other.map(({ code }) => code));
  const kept = list.filter(({ code }, at) => {
    if (isTotal(code)) return false;
    if (known.has(code)) return true;
    throw new TariffError({
      code: "unknown-key",
      path: `${path}[${at}].code`,
      received: code,
      advice: `Pass tables of the same detail: this code is no total and not ${wanted}.`,
    });
  });
  if (kept.length > 0) return kept.map(({ code, name }) => ({ code, name }));
  throw new TariffError({
    code: "empty",
    path,
    received: list,
    advice: `Pass tables of the same detail: nothing here is ${wanted}.`,
  });
}

/** Refuses value added that is counted twice or is a purchase of goods, and consumption that is an industry's. */
function refuseGoods(valueAdded: readonly string[], consumption: string, make: BeaTable): void {
  const twice = valueAdded.findIndex((code, at) => valueAdded.indexOf(code) < at);
  if (twice !== -1)
    throw new TariffError({
      code: "duplicate-id",
      path: `valueAdded[${twice}]`,
      received: valueAdded[twice],
      advice: "Name each row once: they are added up.",
    });
  const commodities = new Set(make.columns.map(({ code }) => code));
  const goods = valueAdded.findIndex((code) => commodities.has(code));
  if (goods !== -1)
    throw new TariffError({
      code: "out-of-range",
      path: `valueAdded[${goods}]`,
      received: valueAdded[goods],
      advice: "Name rows of value added: this one is a commodity that industries buy.",
    });
  if (make.rows.some(({ code }) => code === consumption))
    throw new TariffError({
      code: "out-of-range",
      path: "consumption",
      received: consumption,
      advice: "Name the column of household consumption: this one is what an industry buys.",
    });
}

/** Refuses a code that a table of use does not have. */
function requireAmong(code: string, list: readonly Named[], path: string): void {
  requireText(code, path);
  if (list.some((each) => each.code === code)) return;
  throw new TariffError({
    code: "missing-column",
    path,
    received: code,
    advice: "Name a code of the use table; this is none of them.",
  });
}

function positionOf(code: string, list: readonly Named[], path: string): number {
  const at = list.findIndex((each) => each.code === code);
  if (at !== -1) return at;
  throw new TariffError({
    code: "missing-column",
    path,
    received: code,
    advice: "Pass tables of the same detail: this code is not in the table.",
  });
}
