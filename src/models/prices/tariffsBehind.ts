import { isRecord } from "../../internal/isRecord.js";
import { requireList } from "../../internal/numericColumns.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { TariffError } from "../../internal/TariffError.js";
import type { PriceTables } from "../../trade/tables/priceTables.js";
import type { PriceChanges } from "./priceResults.js";

/** The tariffs by commodity that price changes were worked out from, as fractions; they may have come through JSON. */
export function tariffsBehind(prices: PriceChanges, tables: PriceTables): Float64Array {
  const list = isRecord(prices) ? prices.commodities : undefined;
  requireList(list as PriceChanges["commodities"], "prices.commodities");
  if (list?.length === tables.commodities.length) {
    return Float64Array.from(list, (each, c) => {
      const path = `prices.commodities[${c}]`;
      if (isRecord(each) && each.commodity === tables.commodities[c]?.code) {
        return requireFinite(each.tariffPercent, `${path}.tariffPercent`) / 100;
      }
      return refuse(`${path}.commodity`, each);
    });
  }
  return refuse("prices.commodities", list);
}

function refuse(path: string, received: unknown): never {
  throw new TariffError({
    code: "mismatched-model",
    path,
    received,
    advice: "Pass prices and the tables that they were worked out from.",
  });
}
