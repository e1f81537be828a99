import fc from "fast-check";
import type { CsvReadOptions } from "tariff-whatif/readers";
import { afterAll, describe, expect, it, vi } from "vitest";

/** Whether plain lines are read as columns; otherwise all lines are read record by record. */
const by = vi.hoisted(() => ({ columns: true, linesTaken: 0 }));
vi.mock("../../src/readers/formats/csvPlain.js", async (original) => {
  const { csvPlain } = await original<typeof import("../../src/readers/formats/csvPlain.js")>();
  return {
    csvPlain: (state: Parameters<typeof csvPlain>[0]) => {
      const plain = by.columns ? csvPlain(state) : undefined;
      if (plain === undefined) return undefined;
      const read = plain.read.bind(plain);
      plain.read = (...given) => {
        const before = plain.rows.length;
        const end = read(...given);
        by.linesTaken += plain.rows.length - before;
        return end;
      };
      return plain;
    },
  };
});
// A worker keeps what earlier files have loaded: the reader is loaded anew with the counter, and once more after it.
vi.resetModules();
const { ReadError, readBaseline, streamTrade } = await import("tariff-whatif/readers");
const { flowColumns } = await import("../../src/trade/columns/flowColumns.js");
afterAll(() => {
  vi.doUnmock("../../src/readers/formats/csvPlain.js");
  vi.resetModules();
});

const utf8 = new TextEncoder();
/** Written for a byte that no text has: one that is not UTF-8. */
const noUtf8 = "\u0001";

function bytesOf(text: string): Uint8Array {
  return utf8.encode(text).map((byte) => (byte === 1 ? 0xff : byte));
}

const inPieces = (bytes: Uint8Array, size: number) =>
  (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  })();

/** An error with all it says; anything else is thrown on. */
function told(error: unknown) {
  if (!(error instanceof Error) || error.name !== "TariffError") throw error;
  const { name, message, ...rest } = error as Error & Record<string, unknown>;
  return { name, message, ...rest, isOfFile: error instanceof ReadError };
}

async function streamed(options: CsvReadOptions) {
  const rows: unknown[] = [];
  try {
    const stream = streamTrade(options);
    for (;;) {
      const next = await stream.next();
      if (next.done) return { rows, report: next.value };
      rows.push(...next.value);
    }
  } catch (error) {
    return { rows, error: told(error) };
  }
}

async function asBaseline(file: CsvReadOptions, repeatedFlows: "add" | undefined) {
  try {
    const { baseline, report } = await readBaseline({
      ...{ file, id: "own", title: "own", priceYear: 2024 },
      sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
      ...(repeatedFlows === undefined ? {} : { repeatedFlows }),
    });
    return { baseline, columns: flowColumns(baseline), report };
  } catch (error) {
    return { error: told(error) };
  }
}

type Options = Omit<CsvReadOptions, "source">;

/** What comes of a file, as columns and record by record, and at whatever bytes it is cut. */
async function expectSame(bytes: Uint8Array, size: number, options: Options, repeatedFlows?: "add") {
  const read = async (columns: boolean) => {
    by.columns = columns;
    const seen: unknown[] = [];
    const onProgress = (progress: unknown) => void seen.push(progress);
    const source = () => inPieces(bytes, size);
    return {
      stream: await streamed({ ...options, source: source(), onProgress }),
      baseline: await asBaseline({ ...options, source: source() }, repeatedFlows),
      seen,
    };
  };
  const careful = await read(false);
  expect(await read(true)).toEqual(careful);
  return careful;
}

const columns = {
  exporter: "from",
  product: "code",
  value: "value",
  duties: "duties",
};
const all = { ...columns, importer: "to", quantity: "amount", unit: "unit", year: "when" };
const some: Options = {
  ...{ format: "csv", columns, economies: "partner-code", importer: "USA", year: 2024, currency: "USD" },
};

/** Mostly a cell of the first list. */
const mostly = (good: readonly string[], odd: readonly string[]) =>
  fc.oneof(
    { weight: 100, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
const partner = mostly(
  ["CHN", "CAN", "MEX", "EU27", "ROW"],
  ["", "chn", "USA", " CAN ", "XXX", "Total", "\ufeffCHN", "Côte", '"JPN"', "total:", "all"],
);
const oddAmounts = [
  ...["-5", "", " ", "abc", "1e3", "1.5E+2", "1 234", "1.234.567", ".5", "5.", "+5", " 7", '"7"', '"1,234"'],
  ...[
    "9999999999999999",
    "4503599627370497",
    "123456789012345.6",
    "0.1234567",
    "00000000000000000001",
    "5,5",
  ],
];
const amount = mostly(
  ["0", "5", "1200", "12.50", "0.07", "007", "999999999999999", "3.141592", "100"],
  oddAmounts,
);
const line = fc.record({
  from: partner,
  to: mostly(["USA"], ["CAN", "", "Total", " USA", '"USA"']),
  code: mostly(
    ["0101210010", "0101210020", "8507600010", "8507600020", "2709001000", "0101.21.0010"],
    ["01", "101210010", "TOTAL", "", "8.5E+09", "abc", " 8507600010", '"8507600010"', "850760001", "000000"],
  ),
  value: amount,
  duties: amount,
  amount: mostly(["", "1", "2.5", "40"], oddAmounts),
  unit: mostly(["kg"], ["", "No", "KG", " kg", "widgets", '"kg"']),
  when: mostly(["2024"], ["2023", "2024-01", "202402", "", "x", "2024.0", "May 2024"]),
  note: mostly(["", "plain", "café"], [noUtf8, "\u0000", '"a,b"', '"a\nb"', 'a"b', "a\rb", "\ufeff", '"']),
});
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;
const header = ["from", "to", "code", "value", "duties", "amount", "unit", "when", "note"] as const;

/** A line as it is written: sometimes with a field less or more, empty, or the header once more. */
const written = fc.record({ line, slip: fc.nat(200) });

const file = fc.record({
  lines: fc.array(written, { minLength: 0, maxLength: 40 }),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  isEnded: fc.boolean(),
  mark: fc.constantFrom("", "", "\ufeff"),
  size: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 31, max: 3000 })),
  delimiter: fc.constantFrom(",", ",", ";", "\t", "|"),
  names: fc.constantFrom(all, columns, { exporter: "from", value: "value" }),
  more: fc.record(
    {
      decimal: fc.constantFrom(".", ","),
      amountsIn: fc.constantFrom("units", "thousands", "millions"),
      problems: fc.constantFrom("collect", "collect", "stop"),
      repeatedRows: fc.constantFrom("keep", "keep", "refuse"),
      quotes: fc.constantFrom(true, false),
      economies: fc.constantFrom("iso-alpha-3", "name", "partner-code"),
    },
    { requiredKeys: [] },
  ),
  adds: fc.boolean(),
});
type File = typeof file extends fc.Arbitrary<infer Value> ? Value : never;

function textOf({ lines, lineEnd, isEnded, mark, delimiter }: File): string {
  const cells = (each: Line) => header.map((name) => each[name]);
  const rows = lines.map(({ line: each, slip }) => {
    if (slip === 0) return "";
    if (slip === 1) return header.join(delimiter);
    if (slip === 2) return cells(each).slice(1).join(delimiter);
    return [...cells(each), ...(slip === 3 ? ["more"] : [])].join(delimiter);
  });
  return mark + [header.join(delimiter), ...rows].join(lineEnd) + (isEnded ? lineEnd : "");
}

function optionsOf({ delimiter, names, more }: File): Options {
  const { importer, year, ...rest } = some;
  const given = names === all ? rest : { ...rest, importer, year };
  return { ...given, columns: names, delimiter, ...more } as Options;
}

describe("plain lines, read as columns", () => {
  it("give the rows, baselines, reports and errors of a read record by record", async () => {
    by.linesTaken = 0;
    let [sound, wrong] = [0, 0];
    await fc.assert(
      fc.asyncProperty(file, async (given) => {
        const { adds, size } = given;
        const { baseline } = await expectSame(
          bytesOf(textOf(given)),
          size,
          optionsOf(given),
          adds ? "add" : undefined,
        );
        if ("error" in baseline) wrong++;
        else sound++;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(sound, wrong, by.linesTaken)).toBeGreaterThan(20);
  });

  it("are the same wherever the file is cut", async () => {
    const text =
      "\ufefffrom,code,value,duties,note\r\nCHN,0101210010,1.50,0,café\r\nCAN,8507600010,12,3,\r\nMEX,0101210010,7,0.25,x";
    const bytes = bytesOf(text);
    for (let size = 1; size <= bytes.length; size++) {
      const { stream } = await expectSame(bytes, size, some);
      expect(stream.rows).toHaveLength(3);
    }
  });
});
