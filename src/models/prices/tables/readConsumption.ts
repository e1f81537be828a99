import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { Named, PriceTables, TableTolerance } from "../../../trade/tables/priceTables.js";
import { slack } from "./checkBalance.js";
import { readColumn } from "./readMatrix.js";

/** Copies consumption by commodity; the imported part lies between zero and the whole, unless the price is held fixed. */
export function readConsumption(
  value: PriceTables["consumption"],
  commodities: readonly Named[],
  fixedPrice: readonly string[],
  tolerance: TableTolerance,
): PriceTables["consumption"] {
  const read = readOptions(value, "consumption", ["total", "imported"]);
  const total = readColumn(read.total, commodities, "consumption.total");
  const imported = readColumn(read.imported, commodities, "consumption.imported");
  commodities.forEach(({ code, name }, c) => {
    if (fixedPrice.includes(code)) return;
    const [all, foreign] = [total[c]!, imported[c]!];
    const within = all >= 0 && foreign >= 0 && foreign - all <= slack(tolerance, all);
    if (within) return;
    throw new TariffError({
      code: "out-of-range",
      path: `consumption.${all < 0 ? "total" : "imported"}[${c}]`,
      received: all < 0 ? all : foreign,
      advice: `Imported consumption must lie between zero and all consumption: row ${code} (${name}).`,
    });
  });
  return { total, imported };
}
