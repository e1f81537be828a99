import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { accounting } from "tariff-whatif";
import { usLines2024, usLines2024Claims } from "tariff-whatif/data/us-lines-2024";
import {
  type AssessEntryOptions,
  assessEntry,
  explainEntry,
  harborMaintenanceFee,
  merchandiseProcessingFee,
  parseSchedule,
  roundingRules,
} from "tariff-whatif/entry";
import { lawOn, northAmericanClaims2024 } from "tariff-whatif/law";
import { measure, type Row } from "./harness.js";

const schedule = "../shared/data/us-hts-2025/hts8-2025.csv.gz";
const day = "2025-09-15";

/** The three columns of the schedule of the United States. */
function scheduleTexts() {
  const { data } = Papa.parse<Record<string, string>>(gunzipSync(readFileSync(schedule)).toString("utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  const column = (name: string) => data.map((row) => row[name] as string);
  return { general: column("general"), special: column("special"), column2: column("column2") };
}

/** An entry of twenty lines with duties of every sort: free, per cent, per unit, on parts, on metal, beside metal. */
function twentyLines() {
  const duty = { kind: "duty", per: "line", base: ["customs value"] } as const;
  const goods = [
    { product: "9401.79.00", origin: "DEU", value: "10000", values: { "the metal": "3000" } },
    {
      product: "9102.21.70",
      origin: "CHN",
      value: "28000",
      quantities: { piece: "700" },
      values: { "the case": "6300", "the strap, band or bracelet": "2100", "the metal": "0" },
    },
    {
      product: "0703.20.00",
      origin: "CHN",
      value: "49167",
      quantities: { kg: "25719" },
      values: { "the metal": "0" },
    },
    { product: "6403.99.60", origin: "VNM", value: "7000", values: { "the metal": "0" } },
  ] as const;
  const lines = Array.from({ length: 20 }, (_, at) => ({ id: `${at + 1}`, ...goods[at % goods.length]! }));
  return {
    entry: { id: "twenty", day, currency: "USD", facts: { arrivesBy: "vessel" }, lines },
    measures: [
      {
        ...duty,
        authority: "mfn",
        law: "Harmonized Tariff Schedule, column 1 general",
        rate: {
          byProduct: {
            "94017900": "Free",
            "91022170": "$1.53 each + 4.2% on the case + 9.8% on the strap, band or bracelet",
            "07032000": "0.43¢/kg",
            "64039960": "8.5%",
          },
        },
      },
      {
        ...duty,
        authority: "section-232",
        law: "Section 232",
        products: ["940179"],
        rate: "50%",
        base: [{ valueOf: "the metal" }],
      },
      { ...duty, authority: "section-301", law: "Section 301", origins: ["CHN"], rate: "25%" },
      { ...duty, authority: "ieepa-fentanyl", law: "Executive Order 14195", origins: ["CHN"], rate: "20%" },
      {
        ...duty,
        authority: "ieepa-reciprocal",
        law: "Executive Order 14257 as amended",
        rate: { byLine: Object.fromEntries(lines.map(({ id }) => [id, "10%"])) },
        base: ["customs value", { valueOf: "the metal", less: true }],
      },
      merchandiseProcessingFee({ day, entry: "formal", exemptClaims: [] }),
      harborMaintenanceFee,
    ],
    rounding: roundingRules.unitedStates,
  };
}

/** Law: the texts of a schedule, an entry and its explanation, the law of a day made and compiled on lines. */
export async function rows(): Promise<Row[]> {
  const asked = (at: number, claims: typeof northAmericanClaims2024) =>
    ({
      // Another day each time, so that nothing is found ready.
      day: `2025-${String(4 + (at % 8)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}` as "2025-04-01",
      importers: ["USA"],
      confidence: "two sources",
      ordinaryDuty: "baseline",
      metalShares: { steel: "0.3", aluminum: "0.3", copper: "0.3" },
      northAmericanClaims: claims,
    }) as const;
  let at = 0;
  const entry = twentyLines() as unknown as AssessEntryOptions;
  const texts = existsSync(schedule) ? scheduleTexts() : undefined;
  return [
    ...(texts === undefined
      ? []
      : [
          await measure("parseSchedule: 11,413 lines, three columns (CPU)", () => parseSchedule(texts), {
            target: 150,
            clock: "cpu",
          }),
        ]),
    await measure(
      "an entry of 20 lines, assessed and explained (CPU)",
      () => explainEntry(assessEntry(entry)),
      {
        target: 2,
        budgetMs: 3000,
        clock: "cpu",
      },
    ),
    await measure("lawOn: the law of a day (CPU)", () => lawOn(asked(at++, northAmericanClaims2024)), {
      target: 50,
      clock: "cpu",
    }),
    await measure(
      "lawOn and its duties on 18,776 gathered lines (CPU)",
      () => accounting({ baseline: usLines2024, scenario: lawOn(asked(at++, usLines2024Claims)) }).total,
      { clock: "cpu" },
    ),
  ];
}
