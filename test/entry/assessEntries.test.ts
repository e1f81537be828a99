import { type AssessEntriesOptions, assessEntries, type EntrySheet, explainEntry } from "tariff-whatif/entry";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";

const rounding = { amount: { to: "0.01", mode: "half-away-from-zero" } } as const;
const entry = (id: string, unit: string, quantity: string, value: string, day = "2025-03-03") =>
  ({ id, day, currency: "USD", lines: [{ id: "1", value, quantities: { [unit]: quantity } }] }) as never;
const run = (
  entries: readonly never[],
  [within, over]: readonly [string, string],
  quota: NonNullable<AssessEntriesOptions["quotas"]>[number],
) =>
  assessEntries({
    entries,
    measures: [
      {
        authority: "mfn",
        kind: "duty",
        per: "line",
        rate: { quota: "q", within, over },
        base: ["customs value"],
      },
    ],
    rounding,
    quotas: [quota],
  });

describe("quotas", () => {
  it("are drawn on in order of arrival", () => {
    const entries = [
      entry("A", "kg", "6500", "16250"),
      entry("B", "kg", "5000", "9000"),
      entry("C", "kg", "100", "210"),
    ];
    const quota = { id: "q", unit: "kg", balance: "10000", sameDay: "in-order" } as const;
    const sheets = run(entries, ["2.9¢/kg", "30.5¢/kg + 8.5%"], quota);
    expect(sheets.flatMap(({ charges }) => charges.map(({ part, amount }) => [part, amount]))).toEqual([
      ["within quota", { exactly: "188.50" }],
      ["within quota", { exactly: "101.50" }],
      ["over quota", { exactly: "687.00" }],
      ["over quota", { exactly: "48.35" }],
    ]);
    expect(sheets.map(({ balances }) => balances.q)).toEqual(["3500", "0", "0"]);
  });

  it("are shared in proportion where a day asks for more than is left", () => {
    const entries = [entry("A", "t", "900", "90000"), entry("B", "t", "600", "60000")];
    const quota = { id: "q", unit: "t", balance: "1000", sameDay: "in-proportion" } as const;
    const sheets = run(entries, ["0%", "20%"], quota);
    expect(sheets.map(({ charges }) => charges.map(({ exact }) => exact))).toEqual([
      ["0", "6000"],
      ["0", "4000"],
    ]);
    expect(sheets.at(-1)?.balances).toEqual({ q: "0" });
  });

  it("end within an entry: 60 of 100 cars at 10 %, the rest at 27.5 %", () => {
    const quota = { id: "q", unit: "piece", balance: "60", sameDay: "in-order" } as const;
    const [sheet] = run([entry("A", "number", "100", "3000000")], ["10%", "27.5%"], quota);
    expect(sheet?.charges.map(({ exact }) => exact)).toEqual(["180000", "330000"]);
    expect(sheet?.shareOfValue?.total).toEqual({ exactly: "17.00%" });
  });

  const shared = (sameDay: "in-order" | "in-proportion", products: readonly (readonly string[])[]) => {
    const line = (id: string, product: string) =>
      ({ id, product, value: "1000", quantities: { kg: "100" } }) as const;
    const [sheet] = assessEntries({
      entries: [
        { id: "A", day: "2025-03-03", currency: "USD", lines: [line("1", "0201"), line("2", "0202")] },
      ],
      measures: products.map((reached, at) => ({
        authority: `measure ${at + 1}`,
        kind: "duty",
        per: "line",
        products: reached,
        rate: { quota: "q", within: "2%", over: "20%" },
        base: ["customs value"],
      })),
      rounding,
      quotas: [{ id: "q", unit: "kg", balance: "150", sameDay }],
    });
    const rows = sheet?.charges.map(({ line, authority, exact }) => `${line} ${authority.at(-1)} ${exact}`);
    return [rows, sheet?.balances.q];
  };
  it("that measures of different goods share are drawn on by all of them", () => {
    const each = [["0201"], ["0202"]];
    expect(shared("in-order", each)).toEqual([["1 1 20", "2 2 10", "2 2 100"], "0"]);
    // 150 kg for 200: three quarters of each line.
    expect(shared("in-proportion", each)).toEqual([["1 1 15", "1 1 50", "2 2 15", "2 2 50"], "0"]);
  });
  it("that two measures on one line name are drawn on once", () => {
    const twice = [["0201"], ["0201"], ["0202"]];
    expect(shared("in-order", twice)).toEqual([["1 1 20", "1 2 20", "2 3 10", "2 3 100"], "0"]);
    expect(shared("in-proportion", twice)[1]).toBe("0");
  });

  it("are printed with their unit, and a part of a value to four places", () => {
    const quota = { id: "q", unit: "kg", balance: "100", sameDay: "in-order" } as const;
    const [sheet] = run([entry("A", "kg", "300", "1000")], ["2%", "20%"], quota);
    expect(sheet?.charges.map(({ base }) => base)).toEqual(["1000/3", "2000/3"]);
    expect(sheet?.balanceUnits).toEqual({ q: "kg" });
    const text = explainEntry(sheet as EntrySheet);
    expect(text).toMatch(/ 2% on about 333\.3333 +6\.67\n.* 20% on about 666\.6667 +133\.33\n/);
    expect(text).toMatch(/Left of the quota q: 0 kg$/);
    const { balanceUnits, ...before } = sheet as EntrySheet;
    expect(explainEntry(before as EntrySheet)).toMatch(/Left of the quota q: 0$/);
  });
  it("take nothing that is not there", () => {
    const one = entry("A", "kg", "1", "1");
    const whole = { id: "q", unit: "kg", balance: "1", sameDay: "in-order" } as const;
    const of = (more: object, entries: readonly never[] = [one]) =>
      errorOf(() => run(entries, ["1%", "2%"], { ...whole, ...more } as never)).code;
    expect(of({ balance: "-1" })).toBe("out-of-range");
    expect(of({ unit: "liter" })).toBe("unit-mismatch");
    expect(of({ id: "another" })).toBe("missing-fact");
    expect(() => run([entry("A", "kg", "0", "1")], ["1%", "2%"], whole)).toThrow(
      /above zero.*Received: "0". \[out-of-range\]/,
    );
    expect(of({}, [one, entry("B", "kg", "1", "1", "2025-03-02")])).toBe("dates-out-of-order");
  });
});
