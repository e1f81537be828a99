import {
  type AssessEntryOptions,
  assessEntry,
  customsValue,
  drawback,
  drawbackOfFee,
  evaluateDutyExpression,
  explainEntry,
  harborMaintenanceFee,
  merchandiseProcessingFee,
  roundingRules,
} from "tariff-whatif/entry";
import { describe, expect, it } from "vitest";
import carried from "../oracle/workedEntries.json" with { type: "json" };
import { errorOf } from "../support/errorOf.js";
import { describeShared, readSharedJson } from "../support/sharedCases.js";
import { assessmentOf, type WorkedEntry } from "../support/workedEntries.js";

const halfUp = { to: "0.01", mode: "half-away-from-zero" } as const;

describeShared("entries worked by hand", () => {
  const { entries, refused } = readSharedJson<{
    entries: readonly WorkedEntry[];
    refused: readonly { id: string; given: Readonly<Record<string, unknown>>; expected: string }[];
  }>("cases/entry/entries-worked.json");
  const special = ["usDrawback", "quota"];

  it.each(entries.filter(({ kind }) => !special.includes(kind)))("$id", check);

  it.each(refused)("$id is refused or named as unknown", ({ id, given }) => {
    const { rate, value, quantities } = given as {
      rate: string;
      value: "1";
      quantities?: Record<string, "1">;
    };
    const currency = /EUR/.test(rate) ? "EUR" : /GBP|NOV/.test(rate) ? "GBP" : "USD";
    const ask = { text: rate, currency, value, ...(quantities ? { quantities } : {}) };
    expect(errorOf(() => evaluateDutyExpression(ask)).code).toMatch(/missing|mismatch|unknown/);
    const sheetOf = () =>
      assessEntry({
        entry: {
          id,
          day: "2021-05-14",
          currency,
          lines: [{ id: "1", value, ...(quantities ? { quantities } : {}) }],
        },
        measures: [{ authority: "duty", kind: "duty", per: "line", rate, base: ["customs value"] }],
        rounding: { amount: halfUp },
      });
    if (id === "no-day") return;
    if (errorOf(sheetOf).code !== "none") expect(errorOf(sheetOf).code).toMatch(/missing|mismatch/);
    else
      expect(sheetOf()).toMatchObject({
        unknown: expect.arrayContaining([expect.objectContaining({ line: "1" })]),
        total: { atLeast: id === "agricultural-component" ? "83.00" : "0.00" },
      });
  });
});

/** Each amount before and after rounding, the totals and the share of the value. */
function check(worked: WorkedEntry): void {
  const question = assessmentOf(valued(worked));
  const sheet = assessEntry(question);
  const listed = new Set(worked.expected.amounts.map(({ authority }) => authority));
  const got = sheet.charges
    .filter(({ authority }) => listed.has(authority))
    .map(({ line, authority, exact, amount }) => ({ line, authority, exact, amount }));
  // A sheet goes measure by measure, the cases go line by line.
  expect(inOrder(got)).toEqual(
    inOrder(
      worked.expected.amounts.map(({ line, authority, exact, amount }) => ({
        line: line?.toString(),
        authority,
        exact,
        amount: { exactly: amount },
      })),
    ),
  );
  const { shareOfValuePercent, ...totals } = worked.expected.totals;
  const sums = { ...sheet.totals, total: sheet.total };
  for (const [kind, amount] of Object.entries(totals))
    expect([kind, sums[kind as "total"]]).toEqual([kind, { exactly: amount }]);
  if (shareOfValuePercent !== undefined && sheet.value !== "0")
    expect(sheet.shareOfValue?.total).toEqual({ exactly: `${shareOfValuePercent}%` });
  expect(explainEntry(sheet)).toContain(`Entry ${worked.id}`);
}

describe("entries worked by hand, carried into the project", () => {
  it.each(carried as unknown as readonly WorkedEntry[])("$id", check);
});

const inOrder = <T extends { line: string | undefined; authority: string }>(rows: readonly T[]) =>
  rows.toSorted((a, b) => `${a.line} ${a.authority}`.localeCompare(`${b.line} ${b.authority}`));

/** Cases that state the parts of a value get the value that the parts make. */
function valued(worked: WorkedEntry): WorkedEntry {
  const { given, currency } = worked;
  const price = (given.exWorks ?? given.exWorksGbp) as "1" | undefined;
  if (price === undefined) return worked;
  const perPound = (given.perPound ?? {}) as Record<string, "1">;
  const element = (what: string, part: string, amount: unknown, of: string) =>
    amount === undefined ? [] : [{ what, part, amount, currency: of }];
  const { value } = customsValue({
    basis: "CIF",
    currency,
    elements: [
      ...element("ex works", "price", price, currency),
      ...element("freight", "carriage to the border", given.freightToBorder, currency),
      ...element("freight", "carriage to the border", given.freightEur, "EUR"),
      ...element("insurance", "insurance", given.insuranceUsd, "USD"),
      ...element("freight inside", "carriage after the border", given.freightInside, currency),
    ] as never,
    exchange: Object.entries(perPound).map(([of, is]) => ({ one: "GBP", is, of })),
    converted: halfUp,
  });
  return { ...worked, given: { ...given, cif: value } };
}

const line = { id: "1", value: "10000" } as const;
const mfn = { authority: "mfn", kind: "duty", per: "line", rate: "2.9%", base: ["customs value"] } as const;
const ask = (more: Partial<AssessEntryOptions["entry"]>, measures: AssessEntryOptions["measures"] = [mfn]) =>
  assessEntry({
    entry: { id: "e", day: "2025-02-03", currency: "USD", lines: [line], ...more },
    measures,
    rounding: roundingRules.unitedStates,
  });

describe("one entry to the cent", () => {
  it("charges 11,039.99 on the steel article, 77.90 % of its value", () => {
    const duty = { kind: "duty", per: "line", base: ["customs value"] } as const;
    const sheet = ask({ lines: [{ id: "1", value: "14172.00", product: "7326.90.8688", origin: "CHN" }] }, [
      { ...duty, authority: "section-301", rate: "25%", origins: ["CHN"] },
      { ...duty, authority: "section-232", rate: "50%", products: ["73"] },
      { ...duty, authority: "mfn", rate: { byProduct: { "73": "5%", "73269086": "2.9%" } } },
    ]);
    expect(sheet.charges.map(({ amount }) => amount)).toEqual(
      ["3543.00", "7086.00", "410.99"].map((exactly) => ({ exactly })),
    );
    expect(sheet.shareOfValue?.total).toEqual({ exactly: "77.90%" });
  });

  it.each([
    ["5000", "25.00", ["least 25"]],
    ["100000", "346.40", []],
    ["200000", "485.00", ["greatest 485"]],
  ] as const)("keeps the fee on %s between its least and greatest: %s", (value, exactly, notes) => {
    const fee = merchandiseProcessingFee({ day: "2017-06-01", entry: "formal", exemptClaims: [] });
    const { charges } = ask({ lines: [{ id: "1", value }] }, [fee]);
    expect(charges).toMatchObject([{ amount: { exactly }, notes }]);
  });

  it("charges the harbor fee on what comes by sea", () => {
    const by = (arrivesBy: string) => ask({ facts: { arrivesBy } }, [harborMaintenanceFee]);
    expect(by("vessel").total).toEqual({ exactly: "12.50" });
    expect(by("truck").notCharged).toEqual([{ authority: "hmf", why: "arrivesBy is truck" }]);
    expect(errorOf(() => ask({}, [harborMaintenanceFee]))).toMatchObject({ code: "missing-fact" });
  });

  it("names what is not known, and the total is a range", () => {
    const sheet = ask({}, [
      mfn,
      { ...mfn, authority: "component", rate: "8.30% + EA MAX 18.70%" },
      { ...mfn, authority: "antidumping", rate: { unknown: "the deposit of case A-1", greatest: "40%" } },
      {
        ...mfn,
        authority: "vat",
        kind: "tax",
        rate: "10%",
        base: ["customs value", { chargeOf: "antidumping" }],
      },
    ]);
    expect(sheet.total).toEqual({ atLeast: "2120.00", atMost: "7560.00" });
    expect(sheet.unknown.map(({ what }) => what)).toEqual(["EA", "the deposit of case A-1"]);
    expect(explainEntry(sheet)).toMatch(/2120\.00 to 7560\.00[\s\S]*Not known: component on line 1: EA/);
    expect(ask({}, [{ ...mfn, rate: "See additional U.S. note 1" }]).total).toEqual({ atLeast: "0.00" });
  });

  it("gives back what was paid on goods that leave again", () => {
    const rounding = { to: "0.01", mode: "towards-zero" } as const;
    const back = drawback({ paid: "4217.50", imported: "1000", exported: "640", share: "99%", rounding });
    expect(back).toEqual({ exact: "2672.208", amount: "2672.20" });
    const lines = [
      { id: "1", units: "5000", value: "50000" },
      { id: "2", units: "6000", value: "90000" },
      { id: "3", units: "10000", value: "200000" },
    ] as const;
    const four = { to: "0.0001", mode: "half-away-from-zero" } as const;
    const fees = drawbackOfFee({ fee: "485", lines, share: "99%", rounding: four });
    expect(fees.map((fee) => [fee.fee, fee.drawback])).toEqual([
      ["71.3435", "70.6301"],
      ["128.3795", "127.0957"],
      ["285.2770", "282.4242"],
    ]);
    expect(fees[0]?.perUnit).toBe("0.0141");
  });

  it("takes freight out of a value at the exporter's border, and puts it into one at the importer's", () => {
    const elements = [
      { what: "price, delivered", part: "price", amount: "12000", currency: "USD" },
      { what: "sea freight", part: "carriage to the border", amount: "900", currency: "USD", inPrice: true },
      {
        what: "lorry to the works",
        part: "carriage after the border",
        amount: "300",
        currency: "USD",
        inPrice: true,
      },
    ] as const;
    const value = (basis: "FOB" | "CIF") => customsValue({ basis, currency: "USD", elements }).value;
    expect([value("FOB"), value("CIF")]).toEqual(["10800", "11700"]);
  });

  it.each([
    ["no-exchange-rate", () => ask({ lines: [{ id: "1", value: { amount: "1", currency: "EUR" } }] })],
    ["missing-quantity", () => ask({}, [{ ...mfn, rate: "2¢/kg" }])],
    [
      "unit-mismatch",
      () => ask({ lines: [{ ...line, quantities: { liter: "4" } }] }, [{ ...mfn, rate: "$2 each" }]),
    ],
    ["unknown-authority", () => ask({}, [{ ...mfn, base: [{ chargeOf: "bcd" }] }])],
    ["unknown-rate", () => ask({ lines: [{ ...line, claims: ["KR"] }] })],
    ["unknown-rate", () => ask({}, [{ ...mfn, rate: { byLine: { "2": "5%" } } }])],
    ["missing-key", () => ask({}, [{ authority: "mfn", kind: "duty", per: "line", rate: "5%" }])],
    ["duplicate-id", () => ask({ lines: [line, line] })],
    ["missing-fact", () => ask({}, [{ ...mfn, products: ["73"] }])],
    [
      "shares-do-not-add-up",
      () =>
        ask({ lines: [{ ...line, values: { metal: "20000" } }] }, [
          { ...mfn, base: ["customs value", { valueOf: "metal", less: true }] },
        ]),
    ],
    [
      "unknown-rate",
      () => merchandiseProcessingFee({ day: "2011-09-30", entry: "formal", exemptClaims: [] }),
    ],
  ])("refuses with %s", (code, run) => {
    expect(errorOf(run).code).toBe(code);
  });
});
