import { type AssessEntriesOptions, assessEntries } from "tariff-whatif/entry";
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

  it("take nothing that is not there", () => {
    const one = entry("A", "kg", "1", "1");
    const of = (more: object, entries: readonly never[] = [one]) =>
      errorOf(() =>
        run(entries, ["1%", "2%"], {
          id: "q",
          unit: "kg",
          balance: "1",
          sameDay: "in-order",
          ...more,
        } as never),
      ).code;
    expect(of({ balance: "-1" })).toBe("out-of-range");
    expect(of({ unit: "liter" })).toBe("unit-mismatch");
    expect(of({ id: "another" })).toBe("missing-fact");
    expect(of({}, [one, entry("B", "kg", "1", "1", "2025-03-02")])).toBe("dates-out-of-order");
  });
});
