import { shorten } from "../internal/shorten.js";
import { TariffError } from "../internal/TariffError.js";
import { csvFormat } from "./formats/csv.js";
import type { RecordMapper } from "./formats/format.js";
import type { TableReadOptions } from "./readOptions.js";
import { requireGoing } from "./requireGoing.js";
import type { RowSink } from "./rowSink.js";
import { type Stop, untilStopped } from "./source/untilStopped.js";

/** Rows between two looks at the signal. */
const rowsAtOnce = 4096;

const shifts = { units: 0, thousands: 3, millions: 6 } as const;

type Row = Readonly<Record<string, unknown>> | null;

/** Reads the rows of a table as those of a separated file: what is refused there is refused here. */
export async function* readTable(
  { source, columns, economies, importer, year, currency, amountsIn, onProgress, signal }: TableReadOptions,
  sink: RowSink,
): AsyncGenerator<void> {
  const names = [...new Set(Object.values(columns))].filter((name): name is string => name !== undefined);
  const numbers = { decimal: ".", thousands: false, shift: shifts[amountsIn ?? "units"] } as const;
  const format = csvFormat({ columns, economies, importer, year, currency, delimiter: ",", numbers });
  let mapper: RecordMapper | undefined;
  let line = 0;
  const stop: Stop = { signal, whole: "table", rows: () => sink.read };
  for await (const row of rowsOf(source, stop)) {
    line++;
    if (typeof row !== "object" || row === null) {
      sink.fail("field-count", { line }, row, `Pass an object as row ${line}, with a value for each column.`);
      continue;
    }
    mapper ??= format.open(headerOf(row, names), 0, sink) as RecordMapper;
    mapper.record(
      names.map((name) => cellOf(row[name])),
      line,
    );
    if (line % rowsAtOnce !== 0) continue;
    requireGoing(signal, sink.read, "table");
    onProgress?.({ bytes: 0, rows: sink.read });
    yield;
  }
  if (line === 0)
    sink.refuse({ code: "no-rows", place: {}, received: "", advice: "Pass a table with rows: it is empty." });
  onProgress?.({ bytes: 0, rows: sink.read });
  yield;
}

function rowsOf(source: TableReadOptions["source"], stop: Stop): Iterable<Row> | AsyncIterable<Row> {
  const rows: unknown = typeof source === "object" && source !== null ? source.rows : undefined;
  const isTable =
    typeof rows === "object" && rows !== null && (Symbol.iterator in rows || Symbol.asyncIterator in rows);
  if (isTable && Symbol.asyncIterator in rows) {
    const iterator = (rows as AsyncIterable<Row>)[Symbol.asyncIterator]();
    return untilStopped({ next: () => iterator.next(), close: async () => iterator.return?.() }, stop);
  }
  if (isTable) return rows as Iterable<Row>;
  throw new TariffError({
    code: "wrong-type",
    path: "source.rows",
    received: rows,
    advice: "Pass the rows: a list of objects, an Arrow table, or anything that yields rows.",
  });
}

/** The columns that are wanted and there; a wanted one that is missing is refused as it is in a file. */
const headerOf = (row: object, names: readonly string[]): string[] => names.filter((name) => name in row);

/** A value as the cell of a file would have it. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1e21) return value.toFixed(0);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? String(value) : value.toISOString().slice(0, 10);
  // An object is no cell; its whole text could be without end.
  return typeof value === "object" ? shorten(value) : String(value);
}
