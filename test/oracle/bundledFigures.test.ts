import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { iso31661 } from "iso-3166";
import { baselineTotals, findEconomy, type PartnerCode } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { describe, expect, it } from "vitest";
import { iso3166 } from "../../src/economies/iso3166.js";
import { readCsv, sharedFile } from "../support/shared.js";
import { readSharedText } from "../support/sharedCases.js";

const imports = "figures/us-imports-2024-by-partner-and-chapter.csv";
const trade = "figures/world-goods-trade-2023.csv";
const units = (figure: string | undefined, zeros: string) =>
  Number(figure) === 0 ? "0" : `${figure}${zeros}`;

describe("the bundled figures beside the files they come from", () => {
  it.skipIf(!sharedFile(imports).present)(
    `US imports of 2024, row by row${sharedFile(imports).title}`,
    () => {
      const rows = readCsv(imports);
      expect(rows).toHaveLength(3414);
      const { importers, exporters, products, columns } = usImports2024;
      const ours = columns.exporter.map((exporter, flow) => [
        importers[columns.importer[flow] ?? -1],
        exporters[exporter],
        products[columns.product[flow] ?? -1],
        columns.customsValue[flow],
        columns.duties?.[flow],
      ]);
      expect(ours).toEqual(
        rows.map((row) => [
          "USA",
          row.partner,
          row.hs_chapter,
          units(row.customs_value_usd_thousand, "000"),
          units(row.calculated_duties_usd_thousand, "000"),
        ]),
      );
    },
  );

  it.skipIf(!sharedFile(trade).present)(`world trade of 2023, row by row${sharedFile(trade).title}`, () => {
    const rows = readCsv(trade);
    expect(rows).toHaveLength(1366);
    const { importers, exporters, columns } = world2023;
    const ours = columns.exporter.map((exporter, flow) => [
      exporters[exporter],
      importers[columns.importer[flow] ?? -1],
      columns.customsValue[flow],
    ]);
    expect(ours).toEqual(rows.map((row) => [row.exporter, row.importer, units(row.usd_million, "000000")]));
    expect(columns.duties).toBeNull();
  });
});

/** SHA-256 of each file of figures, as it was when the files it is built from were last compared with it row by row. */
const checksums: Readonly<Record<string, string>> = {
  "hs-concordance": "6d3239872e623f6872f34d1556da76b134bb8117a5731a17c71316470f1b098c",
  "us-duties-monthly": "d973cb28ecced02dd4bda76bf860daf935ea77ccbb1d1e555186c6a9cf839233",
  "us-imports-2024": "0ae19c946aacc91779a5b326e7a95bce59b21942d82218ad5586529cb0fbef7a",
  "us-lines-2024": "c1f13b8f0455b7d37fc96bb9f96131f2d788f05d09a64923d86a0393b391be97",
  "us-prices-2023": "da823a665b19c5592a3d470d7784576e2315b63900447d6e53cfdb9cb37d56b7",
  "world-2023": "0a94d12e189a009774667bdabbb45ee09af9038c68fc06d07ed5711fd2b9837d",
  "world-sectors-2011": "5e727dc7941af39aa53a93ceec8d67599e0a4a933c984c0dc96ed48a859adcd6",
};

describe("the bundled figures by themselves", () => {
  it("every set has its checksum", () => {
    const sets = readdirSync("src/data").filter((set) => existsSync(`src/data/${set}/figures.ts`));
    expect(Object.keys(checksums).sort()).toEqual(sets.sort());
  });

  it.each(Object.entries(checksums))(
    "%s is, byte for byte, what was compared with its source",
    (set, checksum) => {
      const text = readFileSync(`src/data/${set}/figures.ts`, "utf8").replaceAll("\r\n", "\n");
      expect(createHash("sha256").update(text).digest("hex")).toBe(checksum);
    },
  );

  it("GDP of 2023 is that of the source, economy by economy", () => {
    const rows = readSharedText("figures/gdp-2023.csv").trim().split("\n").slice(1);
    const expected = Object.fromEntries(
      rows.map((row) => row.split(",")).map(([economy, millions]) => [economy, units(millions, "000000")]),
    );
    expect(world2023.gdp).toEqual(expected);
    expect(Object.keys(world2023.gdp)).toHaveLength(world2023.importers.length);
  });

  it.each([usImports2024, world2023])("$id is frozen to the bottom and names its sources", (baseline) => {
    expect(Object.isFrozen(baseline.columns.customsValue)).toBe(true);
    expect(Object.isFrozen(baseline.sources[0])).toBe(true);
    for (const source of baseline.sources) {
      expect(source.publisher).not.toBe("");
      expect(source.licence).not.toBe("");
    }
    const { importer, exporter, product, customsValue } = baseline.columns;
    expect(new Set([importer, exporter, product, customsValue].map((column) => column.length)).size).toBe(1);
    for (const [at, list] of [
      [importer, baseline.importers],
      [exporter, baseline.exporters],
      [product, baseline.products],
    ] as const) {
      expect(at.every((position) => list[position] !== undefined)).toBe(true);
    }
  });

  it("no row stands twice", () => {
    for (const { columns } of [usImports2024, world2023]) {
      const keys = columns.exporter.map(
        (exporter, flow) => `${columns.importer[flow]}/${exporter}/${columns.product[flow]}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("China: 429,425,835 thousand of imports, 46,661,216 thousand of duties", () => {
    const china = baselineTotals({ baseline: usImports2024, by: "exporter" }).find(
      (row) => row.key === "CHN",
    );
    expect([china?.customsValue.amount, china?.duties.amount]).toEqual(["429425835000", "46661216000"]);
  });
});

describe("the codes of economies beside another list of ISO 3166-1", () => {
  it("has the same economies with the same three codes", () => {
    const ours = Object.entries(iso3166).map(([alpha3, [alpha2, numeric]]) => [alpha3, alpha2, numeric]);
    const theirs = iso31661.map(({ alpha3, alpha2, numeric }) => [alpha3, alpha2, numeric]);
    expect(ours.sort()).toEqual(theirs.sort());
  });

  it("finds each of them by each code", () => {
    for (const { alpha3, alpha2, numeric } of iso31661) {
      const expected = { code: alpha3, alpha2, numeric };
      expect(findEconomy({ system: "iso-alpha-3", code: alpha3 })).toMatchObject(expected);
      expect(findEconomy({ system: "iso-alpha-2", code: alpha2 })).toMatchObject(expected);
      expect(findEconomy({ system: "un-m49", code: numeric })).toMatchObject(expected);
    }
  });

  it("every partner of the data is one of them, a group or the rest of the world", () => {
    const known = new Set<PartnerCode>([...iso31661.map(({ alpha3 }) => alpha3 as "CHN"), "EU27", "ROW"]);
    for (const { importers, exporters } of [usImports2024, world2023]) {
      expect([...importers, ...exporters].filter((partner) => !known.has(partner))).toEqual([]);
    }
  });
});
