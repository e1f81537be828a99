import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { accounting, type Baseline, defineBaselineColumns } from "tariff-whatif";
import { northAmericanClaimsMonthly, usDutiesMonthly } from "tariff-whatif/data/us-duties-monthly";
import { usLines2024, usLines2024Claims, usLines2024Groups } from "tariff-whatif/data/us-lines-2024";
import { lawOn, northAmericanClaims2024 } from "tariff-whatif/law";
import { describe, expect, it } from "vitest";
import { readCsv, sharedFile } from "../support/shared.js";

const lines = "data/us-imports-2024-hs10.csv.gz";
const monthly = "figures/us-duties-monthly/total.csv";

/** The ten-digit lines themselves. */
function allLines() {
  const file = new URL(`../../../shared/${lines}`, import.meta.url);
  const rows = gunzipSync(readFileSync(file))
    .toString("utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split(","));
  const exporters = [...new Set(rows.map((row) => row[0]!))];
  const products = [...new Set(rows.map((row) => row[1]!))];
  const at = (list: readonly string[]) => new Map(list.map((code, position) => [code, position]));
  const [exporterAt, productAt] = [at(exporters), at(products)];
  return defineBaselineColumns({
    id: "us-lines",
    title: "US imports of 2024 by line",
    year: 2024,
    currency: "USD",
    priceYear: 2024,
    importers: ["USA"],
    exporters: exporters as never,
    products,
    columns: {
      importer: new Uint8Array(rows.length),
      exporter: rows.map((row) => exporterAt.get(row[0]!)!),
      product: rows.map((row) => productAt.get(row[1]!)!),
      customsValue: rows.map((row) => row[2] as `${number}`),
      duties: rows.map((row) => row[3] as `${number}`),
    },
    sources: [
      { id: "census", title: "lines", publisher: "US Census Bureau", licence: "public domain", note: "" },
    ],
  });
}

describe.skipIf(!sharedFile(lines).present)(
  `gathered lines beside the lines${sharedFile(lines).title}`,
  () => {
    // Read by the first test that asks: the body of a block runs even where its tests are skipped.
    let known: ReturnType<typeof allLines> | undefined;
    const wholeLines = () => {
      known ??= allLines();
      return known;
    };
    const added = (baseline: Baseline, day: string, claims: typeof northAmericanClaims2024) => {
      const scenario = lawOn({
        day: day as "2025-04-20",
        importers: ["USA"],
        confidence: "two sources",
        ordinaryDuty: "baseline",
        metalShares: { steel: "0.3", aluminum: "0.3", copper: "0.3" },
        northAmericanClaims: claims,
      });
      const { rateChange } = accounting({ baseline, scenario }).total;
      return Number.parseFloat(rateChange);
    };

    it.each([
      ["2024-06-01", 3],
      ["2025-03-20", 3],
      ["2025-04-20", 3],
      // The all-in rates of August look at the ordinary duty, of which a class has the average.
      ["2025-08-20", 2],
      ["2026-03-15", 2],
    ])("the law of %s adds the same, to %i places of a point", { timeout: 60_000 }, (day, places) => {
      const fine = added(wholeLines(), day, northAmericanClaims2024);
      const gathered = added(usLines2024, day, usLines2024Claims);
      console.log(`${day}: lines ${fine.toFixed(4)}, classes ${gathered.toFixed(4)}`);
      expect(Math.abs(gathered - fine)).toBeLessThan(5 * 10 ** -places);
    });

    it("hold all but a ten-thousandth of the value", () => {
      const total = (baseline: Baseline) =>
        baseline.columns.customsValue.reduce((sum, value) => sum + Number(value), 0);
      expect(1 - total(usLines2024) / total(wholeLines())).toBeLessThan(1e-4);
    });

    it("every class has its group, and the groups are those of the monthly duties", () => {
      const groups = new Set(usLines2024.products.map((code) => usLines2024Groups[code]));
      expect([...groups].sort()).toEqual(Object.keys(usDutiesMonthly[0]?.byGroup ?? {}).sort());
    });
  },
);

it.skipIf(!sharedFile(monthly).present)(
  `duties by month are those of the source${sharedFile(monthly).title}`,
  () => {
    expect(usDutiesMonthly.map(({ month, customsValue, duties }) => [month, customsValue, duties])).toEqual(
      readCsv(monthly).map((row) => [row.month, row.customsValueUsd, row.calculatedDutiesUsd]),
    );
    expect(
      northAmericanClaimsMonthly.flatMap(({ month, CAN, MEX }) => [
        [month, "CAN", Number(CAN)],
        [month, "MEX", Number(MEX)],
      ]),
    ).toEqual(
      readCsv("figures/tariff-lists/usmca-share-monthly.csv").map((row) => [
        row.month,
        row.partner,
        Number(row.share2024Weights),
      ]),
    );
  },
);
