import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { type DutyExpression, parseSchedule, writeDutyExpression } from "tariff-whatif/entry";
import { expect, it } from "vitest";
import { describeShared } from "../support/sharedCases.js";

type Row = Record<string, string>;

const readRows = (path: string): readonly Row[] => {
  const file = readFileSync(new URL(`../../../shared/data/${path}`, import.meta.url));
  return Papa.parse<Row>(gunzipSync(file).toString("utf8"), { header: true, skipEmptyLines: true }).data;
};
const column = (rows: readonly Row[], name: string) => rows.map((row) => row[name] as string);

/** The average of the lines that are free or wholly ad valorem. */
function averageOf(expressions: readonly DutyExpression[]) {
  const rates = expressions.flatMap(({ kind, components: [first] }) => {
    if (kind === "free") return [0];
    const simple = kind === "adValorem" && first !== undefined && "adValorem" in first && !("of" in first);
    return simple ? [Number.parseFloat(first.adValorem as string)] : [];
  });
  return { lines: rates.length, average: rates.reduce((sum, rate) => sum + rate, 0) / rates.length };
}

describeShared("the schedules of the United States, the United Kingdom and the Union", () => {
  const rows = readRows("us-hts-2025/hts8-2025.csv.gz");
  const texts = {
    general: column(rows, "general"),
    special: column(rows, "special"),
    column2: column(rows, "column2"),
  };
  const { general = [], special = [], column2 = [] } = parseSchedule(texts);
  const european = readRows("uk-eu-tariffs-2021/uk-global-tariff-and-eu-cet.csv.gz");

  it("counts the kinds of the 11,413 lines as the file does", () => {
    const counts: Record<string, number> = {};
    rows.forEach(({ kindOfGeneral = "" }, at) => {
      const { kind, components } = general[at] as DutyExpression;
      const parts = components.some((component) => "of" in component);
      // The file counts sugar as specific, duties on parts alone as other, and two amounts per unit as specific.
      const amounts = components.every((component) => "amount" in component);
      const counted =
        ["adValorem", "byParts"].includes(kind) && parts && !components.some((c) => "amount" in c)
          ? "other"
          : kind === "byReference"
            ? "other"
            : kind === "byParts" || (kind === "alternative" && !amounts)
              ? "compound"
              : amounts && kind !== "free"
                ? "specific"
                : kind;
      expect([kindOfGeneral, texts.general[at]]).toEqual([counted, texts.general[at]]);
      counts[counted] = (counts[counted] ?? 0) + 1;
    });
    expect(counts).toEqual({ free: 4315, adValorem: 5862, specific: 774, compound: 399, other: 63 });
  });

  it("averages 4.244, 3.878 and 4.888 %", () => {
    expect(averageOf(general)).toEqual({ lines: 10_177, average: expect.closeTo(4.244, 3) });
    const { general: uk = [] } = parseSchedule({ general: column(european, "ukDuty") });
    const { general: eu = [] } = parseSchedule({ general: column(european, "euDuty") });
    expect(averageOf(uk)).toEqual({ lines: 10_705, average: expect.closeTo(3.878, 3) });
    expect(averageOf(eu)).toEqual({ lines: 10_519, average: expect.closeTo(4.888, 3) });
  });

  it("leaves seven texts unknown, and says why", () => {
    const { general: eu = [] } = parseSchedule({ general: column(european, "euDuty") });
    const unknown = [...general, ...column2, ...eu].filter(({ kind }) => kind === "unknown");
    expect(
      Object.fromEntries(unknown.map(({ text, reason }) => [text.replaceAll("\u00a0", " "), reason])),
    ).toEqual({
      "37% /": 'what follows is not understood: "/"',
      "24 + 4.2 EUR/100 kg": "a number without a sign of per cent or currency: 24",
      "6.4 + 24.6 EUR/100 kg": "a number without a sign of per cent or currency: 6.4",
      "8.3 + 3.8 EUR/100 kg eda": "a number without a sign of per cent or currency: 8.3",
      "7.2 MIN 0.36 EUR/100 kg": "a number without a sign of per cent or currency: 7.2",
      "11.20% (01 JAN-31 APR, 01 AUG-31 DEC), 12.80% MIN 2.4€/100kg/net (01 MAY-31 JUL)":
        "no day of the year: 31 APR",
      "9.60% MIN 1.1 €/100 kg/net (01 JAN-14 APR, 1 DEC-31 DEC), 13.60% MIN 1.6€/100kg/net":
        "a rate without its season beside a rate with one",
    });
  });

  it("writes every text so that it reads back the same", () => {
    const { general: uk = [] } = parseSchedule({ general: column(european, "ukDuty") });
    const { general: eu = [] } = parseSchedule({ general: column(european, "euDuty") });
    // The writer itself reads back what it wrote, and throws where the meaning is another.
    const all = new Set([...general, ...column2, ...uk, ...eu]);
    for (const expression of all) expect(writeDutyExpression(expression)).not.toBe("");
    expect(all.size).toBeGreaterThan(2000);
  });

  it("reads over eight misprints in the special column and no more", () => {
    const odd = new Set(special.filter((rates) => rates.odd.length > 0).map(({ text }) => text));
    expect(odd.size).toBe(8);
    expect(special.flatMap(({ entries }) => entries).filter(({ rate }) => rate.kind === "unknown")).toEqual(
      [],
    );
  });
});
