import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import {
  readBaseline,
  readTrade,
  type Source,
  streamTrade,
  type TradeReadOptions,
} from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";
import { readRefusal } from "../support/readRefusal.js";
import { refusalOf } from "../support/refusal.js";

const head = "partner,hs,value\n";
const text = `${head}CHN,8507600010,1200\nCAN,0101210010,300\n`;
const many = `${head}${Array.from({ length: 60_000 }, (_, row) => `CHN,85${100_000 + row}00,${row}`).join("\n")}\n`;
const file = (source: unknown, more: object = {}): TradeReadOptions => ({
  source: source as Source,
  format: "csv",
  columns: { exporter: "partner", product: "hs", value: "value" },
  economies: "iso-alpha-3",
  importer: "USA",
  year: 2024,
  currency: "USD",
  ...more,
});
const bytes = (of: string, encoding: BufferEncoding = "utf8") => new Uint8Array(Buffer.from(of, encoding));
const packed = new Uint8Array(gzipSync(many));
async function* pieces(whole: Uint8Array, size: number) {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

describe("an error of the source is passed on as it is", () => {
  async function* breaks(whole: Uint8Array, error: unknown) {
    yield whole.subarray(0, 5000);
    throw error;
  }
  const aborted = Object.assign(new Error("The operation was aborted"), { name: "AbortError" });
  const reset = Object.assign(new Error("terminated"), { code: "ECONNRESET" });

  it.each([
    ["plain", bytes(many), reset],
    ["gzip", packed, reset],
    ["gzip, and its own abort", packed, aborted],
  ])("%s", async (_, whole, error) => {
    await expect(readTrade(file(breaks(whole, error)))).rejects.toBe(error);
  });

  it("of a stream of the web", async () => {
    const stream = new ReadableStream({
      start: (control) => control.enqueue(packed.subarray(0, 5000)),
      pull: (control) => control.error(reset),
    });
    await expect(readTrade(file(stream))).rejects.toBe(reset);
  });

  it("and so is one of the caller's own progress", async () => {
    const own = new RangeError("no more room");
    const onProgress = () => {
      throw own;
    };
    await expect(readTrade(file(packed, { onProgress }))).rejects.toBe(own);
  });

  it("while a file that ends early is still truncated", async () => {
    expect((await readRefusal(file(pieces(packed.subarray(0, 9000), 1000)))).code).toBe("truncated-gzip");
  });
});

describe("pieces of a stream", () => {
  it("may be bytes in other wrappings, and text cut inside a sign", async () => {
    const ship = "partner,hs,value,\u{1f6a2}\nCHN,85,1,2\n";
    const cut = ship.indexOf("\u{1f6a2}") + 1;
    const forms = [
      [bytes(text).buffer],
      [new DataView(bytes(text).buffer)],
      [ship.slice(0, cut), ship.slice(cut)],
    ];
    for (const form of forms) {
      const columns = {
        exporter: "partner",
        product: "hs",
        value: "value",
        ...(form.length > 1 ? { duties: "\u{1f6a2}" } : {}),
      };
      const { rows } = await readTrade(
        file(
          (async function* () {
            yield* form;
          })(),
          { columns },
        ),
      );
      expect(rows[0]?.exporter).toBe("CHN");
    }
  });

  it.each([[5], [null], [{ a: 1 }]])("%j is none", async (piece) => {
    const error = await readRefusal(
      file(
        (async function* () {
          yield piece;
        })(),
      ),
    );
    expect([error.code, error.path]).toEqual(["wrong-type", "source"]);
  });
});

describe("the source is closed", () => {
  const open = (whole: readonly Uint8Array[]) => {
    const state = { isClosed: false };
    const source = (async function* () {
      try {
        for (let turn = 0; turn < 1000; turn++) yield whole[Math.min(turn, whole.length - 1)] as Uint8Array;
      } finally {
        state.isClosed = true;
      }
    })();
    return { state, source };
  };
  const body = many.slice(head.length);

  it.each([
    ["plain", [bytes(many), bytes(body)]],
    ["gzip", [packed, new Uint8Array(gzipSync(body))]],
  ])("when the caller leaves: %s", async (_, whole) => {
    const { state, source } = open(whole);
    for await (const rows of streamTrade(file(source, { repeatedRows: "keep" }) as never)) {
      expect(rows.length).toBeGreaterThan(0);
      break;
    }
    await expect.poll(() => state.isClosed).toBe(true);
  });

  it.each([
    ["a wrong row", "oops\n", {}],
    ["a missing column", "", { columns: { exporter: "partner", value: "worth" } }],
  ])("when the read fails: %s", async (_, rest, more) => {
    const { state, source } = open([bytes(text), bytes(rest || body)]);
    await readRefusal(file(source, { repeatedRows: "keep", ...more }));
    expect(state.isClosed).toBe(true);
  });

  it("when the rows make no baseline", async () => {
    const { state, source } = open([bytes("partner,value,when\nCHN,1,2023\n"), bytes("CHN,1,2024\n")]);
    const { year: _, ...own } = file(source) as never as Record<string, unknown>;
    const columns = { exporter: "partner", value: "value", year: "when" };
    const options = { ...own, columns, repeatedRows: "keep" };
    const error = await refusalOf(() =>
      readBaseline({ file: options as never, id: "a", title: "a", priceYear: 2024, sources: [] }),
    );
    expect([error.code, state.isClosed]).toEqual(["several-years", true]);
  });
});

describe("a signal", () => {
  it("counts in the last piece, and after the last rows", async () => {
    const inside = new AbortController();
    const onProgress = () => inside.abort();
    expect((await readRefusal(file({ text }, { signal: inside.signal, onProgress }))).code).toBe("aborted");
    const after = new AbortController();
    const error = await refusalOf(async () => {
      for await (const _ of streamTrade(file({ text }, { signal: after.signal }) as never)) after.abort();
    });
    expect(error.code).toBe("aborted");
  });

  it("ends a stream that has stopped giving pieces, and closes it", async () => {
    const head = Buffer.from(text.slice(0, 40));
    const closed: string[] = [];
    const stuck = {
      "of Node": () => {
        const stream = new Readable({
          read() {},
          destroy: (_, done) => done(closed.push("of Node") as never),
        });
        stream.push(head);
        return stream;
      },
      "of the web": () =>
        new ReadableStream({
          start: (controller) => controller.enqueue(head),
          cancel: () => void closed.push("of the web"),
        }),
      "that is gzip": () =>
        new ReadableStream({
          start: (controller) => controller.enqueue(gzipSync(text).subarray(0, 30)),
          cancel: () => void closed.push("that is gzip"),
        }),
      "of one's own": () =>
        (async function* () {
          yield head;
          await new Promise(() => {});
        })(),
    };
    for (const [name, source] of Object.entries(stuck)) {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 20);
      const error = await readRefusal(file(source() as never, { signal: stop.signal }));
      expect([name, error.code, error.received]).toEqual([name, "aborted", '"after 0 rows"']);
    }
    expect(closed).toEqual(["of Node", "of the web", "that is gzip"]);
    const rows = (async function* () {
      yield { partner: "CHN", hs: "85", value: 1 };
      await new Promise(() => {});
    })();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    const options = { ...file({ rows } as never), format: "table", signal: stop.signal };
    expect((await readRefusal(options as never)).code).toBe("aborted");
  });

  it("counts before a short table is read", async () => {
    const rows = [{ partner: "CHN", hs: "85", value: 1 }];
    const options = { ...file({ rows }), format: "table", signal: AbortSignal.abort() };
    expect((await readRefusal(options as never)).code).toBe("aborted");
  });
});

describe("files of another kind", () => {
  it.each([
    ["a ZIP archive", Buffer.from("504b0304140000000800", "hex"), "ZIP archive"],
    ["gzip twice", gzipSync(packed), "compressed twice"],
    ["zlib", Buffer.from("789c4b4c4a0600024d0127", "hex"), "zlib"],
    ["bzip2", Buffer.from("425a68393141592653590000", "hex"), "bzip2"],
    ["xz", Buffer.from("fd377a585a000004", "hex"), "xz"],
    ["zstd", Buffer.from("28b52ffd04000102", "hex"), "zstd"],
    ["Parquet", Buffer.from("PAR1\u0015\u0000\u0015\u0010", "latin1"), "Parquet"],
    ["a workbook of old", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "workbook"],
    ["a page", Buffer.from("\ufeff\n<!DOCTYPE html>\n<html><title>Sign in</title>"), '"Sign in"'],
  ])("%s is named", async (_, whole, what) => {
    for (const source of [new Uint8Array(whole), pieces(new Uint8Array(whole), 1)]) {
      const error = await readRefusal(file(source));
      expect(error.code).toBe("not-text");
      expect(error.advice).toContain(what);
    }
  });

  it("UTF-16 without a mark is named, and read where it is said", async () => {
    for (const encoding of ["utf-16le", "utf-16be"]) {
      const wide = Buffer.from(text, "utf16le");
      const whole = new Uint8Array(encoding === "utf-16le" ? wide : wide.swap16());
      const error = await readRefusal(file(whole, { problems: "collect" }));
      expect(error.code).toBe("utf-16");
      expect(error.advice).toContain(encoding);
      expect((await readTrade(file(whole, { encoding }))).rows).toHaveLength(2);
    }
  });

  it("the mark of UTF-8 counts in pieces of one byte, and before the habit of an office", async () => {
    const quoted = `\ufeff"partner, who",hs,value\nCHN,85,1\n`;
    const columns = { exporter: "partner, who", product: "hs", value: "value" };
    expect((await readTrade(file(pieces(bytes(quoted), 1), { columns }))).rows).toHaveLength(1);
    const wits =
      "\ufeffReporter,Partner,ProductCode,Year,TradeFlow,Trade Value 1000USD\nUnited States,T\u00fcrkiye,85,2019,Import,1\n";
    const { rows } = await readTrade({ source: bytes(wits), format: "wits" });
    expect(rows[0]?.exporter).toBe("TUR");
  });
});

it("rows of separators alone, as spreadsheets leave below the data, are no rows", async () => {
  const { rows, report } = await readTrade(file({ text: `${text},,\n , ,\n` }));
  expect(rows).toHaveLength(2);
  expect(report.counts).toEqual({ dataRows: 2, read: 2, skipped: 0, failed: 0 });
});
