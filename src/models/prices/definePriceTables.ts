import { requireList } from "../../internal/numericColumns.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { requirePositive, requireShare } from "../../internal/requireShare.js";
import { TariffError } from "../../internal/TariffError.js";
import { type PriceTables, sealPriceTables } from "../../trade/tables/priceTables.js";
import { priceSystemOf } from "./priceSystem.js";
import { checkBalance } from "./tables/checkBalance.js";
import { readConcordance } from "./tables/readConcordance.js";
import { readConsumption } from "./tables/readConsumption.js";
import { readHeader } from "./tables/readHeader.js";
import { readHouseholds } from "./tables/readHouseholds.js";
import { readLines } from "./tables/readLines.js";
import { readColumn, readMatrix } from "./tables/readMatrix.js";
import { readNamed } from "./tables/readNamed.js";
import { requireCode } from "./tables/requireCode.js";

/**
 * Checks input-output tables of one economy and returns them as {@link PriceTables}: a make and a use table, or a
 * symmetric table, with the imported part, margins, weights and a concordance.
 *
 * **Formula**: for every industry, purchases + value added = output, and the row of `make` adds up to the same; for
 * every purchase of a household, producers' value + margins = purchasers' value; each within `tolerance`.
 *
 * **Result**: frozen; the input is not changed. Amounts are in any one unit, which `unit` names.
 *
 * **Leaves out**: whether commodities balance, because investment, government and exports are not part of the tables.
 *
 * @throws `does-not-add-up`, `input-share-above-one`, `out-of-range` for a negative margin or imports above purchases,
 * each with row and column; `length-mismatch`, `unknown-key` for a code that no list has, `duplicate-id`,
 * `not-an-hs-code`, `unknown-economy`, `not-a-currency`, `not-a-year`, `missing-key`, `wrong-type`, `not-finite`,
 * `empty`, `too-long`, `singular-matrix`.
 * @example Two sectors, one of which imports
 * ```ts
 * import { definePriceTables } from "tariff-whatif/prices";
 *
 * const tables = definePriceTables({
 *   id: "two-sectors",
 *   title: "Goods and services",
 *   economy: "GBR",
 *   year: 2024,
 *   currency: "GBP",
 *   priceYear: 2024,
 *   unit: 1000000,
 *   commodities: [{ code: "G", name: "Goods" }, { code: "S", name: "Services" }],
 *   industries: [{ code: "G", name: "Goods" }, { code: "S", name: "Services" }],
 *   make: null,
 *   use: [[30, 20], [10, 10]],
 *   imported: [[10, 5], [0, 0]],
 *   valueAdded: [60, 70],
 *   output: [100, 100],
 *   consumption: { total: [80, 80], imported: [30, 0] },
 *   groups: [{ code: "all", name: "All goods" }],
 *   lines: [
 *     {
 *       code: "1",
 *       title: "Things",
 *       group: "all",
 *       kind: "core",
 *       purchases: [
 *         { commodity: "G", producersValue: 80, transport: 0, wholesale: 5, retail: 15, purchasersValue: 100 },
 *       ],
 *     },
 *   ],
 *   households: null,
 *   fixedPrice: [],
 *   concordance: { rules: { "84": "G", "85": "G" }, splits: [] },
 *   tolerance: { share: 0, amount: 0.5 },
 *   sources: [{ id: "own", title: "Own tables", publisher: "Us", licence: "ours", note: "an example" }],
 * });
 * tables.lines[0]?.title; // => "Things"
 * ```
 * @category Consumer prices
 */
export function definePriceTables(input: PriceTables): PriceTables {
  const read = readOptions(input, "", keys);
  const header = readHeader(read);
  const commodities = readNamed(read.commodities, "commodities");
  const industries = readNamed(read.industries, "industries");
  if (read.make === null && industries.length !== commodities.length) {
    throw new TariffError({
      code: "length-mismatch",
      path: "industries",
      received: industries.length,
      advice: "In a symmetric table industries are the commodities; give both lists alike, or a make table.",
    });
  }
  const limits = readOptions(read.tolerance, "tolerance", ["share", "amount"]);
  const tolerance = {
    share: requireShare(limits.share, "tolerance.share"),
    amount: requireNotNegative(limits.amount, "tolerance.amount"),
  };
  const codes = new Set(commodities.map(({ code }) => code));
  requireList(read.fixedPrice, "fixedPrice");
  const fixedPrice = Array.from(read.fixedPrice, (code, at) => requireCode(code, codes, `fixedPrice[${at}]`));
  const inputs = {
    commodities,
    industries,
    make: read.make === null ? null : readMatrix(read.make, industries, commodities, "make"),
    use: readMatrix(read.use, commodities, industries, "use"),
    imported: readMatrix(read.imported, commodities, industries, "imported"),
    valueAdded: readColumn(read.valueAdded, industries, "valueAdded"),
    output: readColumn(read.output, industries, "output"),
    tolerance,
  };
  checkBalance(inputs);
  const groups = readNamed(read.groups, "groups");
  const groupCodes = new Set(groups.map(({ code }) => code));
  const tables = sealPriceTables({
    ...header,
    ...inputs,
    unit: requirePositive(read.unit, "unit"),
    consumption: readConsumption(read.consumption, commodities, fixedPrice, tolerance),
    groups,
    lines: readLines(read.lines, codes, groupCodes, tolerance),
    households: readHouseholds(read.households, groups),
    fixedPrice,
    concordance: readConcordance(read.concordance, codes),
  });
  // Solved once here, so that tables whose prices are not determined are refused at the door.
  priceSystemOf(tables);
  return tables;
}

const keys = [
  "id",
  "title",
  "economy",
  "year",
  "currency",
  "priceYear",
  "unit",
  "commodities",
  "industries",
  "make",
  "use",
  "imported",
  "valueAdded",
  "output",
  "consumption",
  "groups",
  "lines",
  "households",
  "fixedPrice",
  "concordance",
  "tolerance",
  "sources",
] as const satisfies readonly (keyof PriceTables)[];

function requireNotNegative(value: unknown, path: string): number {
  const number = requireFinite(value, path);
  if (number >= 0) return number;
  throw new TariffError({ code: "out-of-range", path, received: value, advice: "Give zero or more." });
}
