import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import type { Purchase } from "../trade/tables/priceTables.js";
import { beaAmount } from "./bea/beaTable.js";
import { sheetRecords } from "./bea/sheetRecords.js";
import type { Source } from "./source/source.js";
import { textOf } from "./source/textOf.js";

/**
 * The columns of a bridge of consumption, as the file names them.
 *
 * @category Readers
 */
export interface BeaBridgeColumns {
  /** The number of the line of consumption. */
  readonly line: string;
  /** The title of the line. */
  readonly title: string;
  /** The code of the commodity. */
  readonly commodity: string;
  /** The value at producers' prices. */
  readonly producersValue: string;
  /** The margin of transport. */
  readonly transport: string;
  /** The margin of wholesale trade. */
  readonly wholesale: string;
  /** The margin of retail trade. */
  readonly retail: string;
  /** The value at purchasers' prices. */
  readonly purchasersValue: string;
}

/**
 * What {@link readBeaBridge} reads.
 *
 * @category Readers
 */
export interface BeaBridgeOptions {
  /** One year of the bridge, saved as CSV. */
  readonly source: Source;
  /** The columns, as the file names them. */
  readonly columns: BeaBridgeColumns;
}

/**
 * A line of consumption and what it buys; a `ConsumptionLine` of the tables needs its group and kind besides.
 *
 * @category Readers
 */
export interface BeaBridgeLine {
  /** The number of the line, as text. */
  readonly code: string;
  /** Its title. */
  readonly title: string;
  /** What it buys, commodity by commodity. */
  readonly purchases: readonly Purchase[];
}

const amounts = ["producersValue", "transport", "wholesale", "retail", "purchasersValue"] as const;
const keys = ["line", "title", "commodity", ...amounts] as const;

/**
 * Reads the bridge from commodities to lines of personal consumption of the US Bureau of Economic Analysis.
 *
 * **Result**: frozen, in the order of the file; amounts in its unit. A margin that the file leaves blank is 0.
 *
 * **Leaves out**: lines before the one that holds all the named columns, and notes, which have no figures.
 *
 * **Source**: [BEA 2023].
 *
 * @throws `missing-column` where no line has all the columns, `conflicting-columns` for one that stands there twice,
 * `bad-number`, `missing-value` for a line, a commodity or a value at producers' or purchasers' prices that is blank,
 * `duplicate-row`, `open-quote`, `no-rows`, `empty-file`, each with its place; `conflicting-keys`, `no-such-file`.
 * @example One line that buys two commodities
 * ```ts
 * import { readBeaBridge } from "tariff-whatif/readers";
 *
 * const text = [
 *   "NIPA Line,PCE Category,Commodity Code,Producers' Value,Transportation,Wholesale,Retail,Purchasers' Value",
 *   "5,New motor vehicles,3361MV,221294,3611,10244,167265,402413",
 *   "5,New motor vehicles,331,10,,,,10",
 * ].join("\n");
 * const lines = await readBeaBridge({
 *   source: { text },
 *   columns: {
 *     line: "NIPA Line",
 *     title: "PCE Category",
 *     commodity: "Commodity Code",
 *     producersValue: "Producers' Value",
 *     transport: "Transportation",
 *     wholesale: "Wholesale",
 *     retail: "Retail",
 *     purchasersValue: "Purchasers' Value",
 *   },
 * });
 * lines[0]?.purchases.map(({ retail }) => retail); // => [167265, 0]
 * ```
 * @category Readers
 */
export async function readBeaBridge(options: BeaBridgeOptions): Promise<readonly BeaBridgeLine[]> {
  const { source, columns } = readOptions(options, "", ["source", "columns"]);
  readOptions(columns, "columns", keys);
  for (const key of keys) requireText(columns[key], `columns.${key}`);
  const { text, refuse } = await textOf(source);
  const twice = keys.find((key, at) => keys.findIndex((each) => columns[each] === columns[key]) < at);
  if (twice !== undefined)
    throw new TariffError({
      code: "conflicting-keys",
      path: `columns.${twice}`,
      received: columns[twice],
      advice: "Name another column for each key: this one stands for two of them.",
    });
  const records = sheetRecords(text, refuse);
  const trimmed = records.map(({ cells }) => cells);
  const head = trimmed.findIndex((cells) => keys.every((key) => cells.includes(columns[key])));
  if (head === -1)
    refuse({
      code: text.trim() === "" ? "empty-file" : "missing-column",
      place: {},
      received: trimmed[0]?.join(",") ?? "",
      advice: `Name the columns as the file does, and save it with commas: no line has ${keys.map((key) => columns[key]).join(", ")}.`,
    });
  for (const key of keys) {
    const name = columns[key];
    if (trimmed[head]?.indexOf(name) !== trimmed[head]?.lastIndexOf(name))
      refuse({
        code: "conflicting-columns",
        place: { line: (records[head] as { line: number }).line, column: name },
        received: name,
        advice: "Look at the header: this column stands there twice.",
      });
  }
  const at = (key: (typeof keys)[number]) => (trimmed[head] as string[]).indexOf(columns[key]);
  const lines = new Map<string, { code: string; title: string; purchases: Purchase[] }>();
  for (const [index, cells] of trimmed.entries()) {
    if (index <= head || amounts.every((key) => (cells[at(key)] ?? "") === "")) continue;
    const place = { line: (records[index] as { line: number }).line };
    const [code = "", title = "", commodity = ""] = [
      cells[at("line")],
      cells[at("title")],
      cells[at("commodity")],
    ];
    for (const key of ["line", "commodity"] as const) {
      if ((key === "line" ? code : commodity) !== "") continue;
      refuse({
        code: "missing-value",
        place: { ...place, column: columns[key] },
        received: cells.join(",").slice(0, 80),
        advice: `Leave line ${place.line} out if it is a total: it has figures, and no ${columns[key]}.`,
      });
    }
    const amount = (key: (typeof amounts)[number]): number => {
      const cell = cells[at(key)] ?? "";
      const found = beaAmount(cell);
      if (typeof found === "number") return found;
      if (found === null && !key.endsWith("Value")) return 0;
      return refuse({
        code: found === null ? "missing-value" : "bad-number",
        place: { ...place, column: columns[key] },
        received: cell,
        advice: `Look at line ${place.line}: this cell is ${found === null ? "blank" : "no number"}.`,
      });
    };
    const line = lines.get(code) ?? { code, title, purchases: [] };
    lines.set(code, line);
    if (line.purchases.some((each) => each.commodity === commodity))
      refuse({
        code: "duplicate-row",
        place,
        received: `${code} ${commodity}`,
        advice: "Save one year of the bridge: this line buys this commodity twice.",
      });
    line.purchases.push({
      commodity,
      producersValue: amount("producersValue"),
      transport: amount("transport"),
      wholesale: amount("wholesale"),
      retail: amount("retail"),
      purchasersValue: amount("purchasersValue"),
    });
  }
  if (lines.size === 0)
    refuse({
      code: "no-rows",
      place: { line: (records[head] as { line: number }).line },
      received: "",
      advice: "Fetch the file again: it has a header and no rows.",
    });
  return deepFreeze([...lines.values()]);
}
