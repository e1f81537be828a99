import type { OutcomeRow } from "../outcome.js";
import { scaleToTill } from "./changesOf.js";
import { consumptionColumnsOf } from "./consumptionColumns.js";
import type { PriceAssumptions } from "./priceAssumptions.js";

/** How much of a number a change of 1 in the import price and in the domestic price of each commodity makes. */
export interface PriceWeights {
  readonly foreign: Float64Array;
  readonly home: Float64Array;
}

/**
 * A number as a weighted sum of the prices of commodities, in percent of what it is a share of or in money. Undefined
 * where it is no such sum: after substitution.
 */
export function priceWeights(
  { dimension, key, indicator }: OutcomeRow,
  assumptions: PriceAssumptions,
): PriceWeights | undefined {
  const { tables } = assumptions;
  const goods = tables.commodities.length;
  const weights = { foreign: new Float64Array(goods), home: new Float64Array(goods) };
  if (dimension === "commodity") {
    const c = tables.commodities.findIndex(({ code }) => code === key);
    weights[indicator === "importPrice" ? "foreign" : "home"][c] = 100;
    return weights;
  }
  if (indicator === "directPriceChange" || indicator === "producerPriceChange") {
    const { total, imported } = tables.consumption;
    const bought = total.reduce((sum, each) => sum + each, 0);
    for (let c = 0; c < goods; c++) {
      weights.foreign[c] = (100 * imported[c]!) / bought;
      if (indicator === "producerPriceChange") weights.home[c] = (100 * (total[c]! - imported[c]!)) / bought;
    }
    return weights;
  }
  const purchase = purchaseWeights(dimension, key, indicator, assumptions);
  if (purchase === undefined) return undefined;
  const { line, commodity, importedShare } = consumptionColumnsOf(tables);
  scaleToTill(assumptions).forEach((scale, row) => {
    const c = commodity[row]!;
    const weight = scale * purchase.ofLine(line[row]!);
    weights.foreign[c]! += weight * importedShare[c]!;
    weights.home[c]! += weight * (1 - importedShare[c]!);
  });
  return weights;
}

/** What a dollar more for a line adds to the number. */
function purchaseWeights(
  dimension: string,
  key: string,
  indicator: string,
  { tables }: PriceAssumptions,
): { readonly ofLine: (line: number) => number } | undefined {
  const { spendingOfLine, groupOfLine, shares } = consumptionColumnsOf(tables);
  const isIn = (line: number): boolean => {
    if (indicator === "coreConsumerPrices") return tables.lines[line]!.kind === "core";
    if (dimension === "consumptionLine") return tables.lines[line]!.code === key;
    if (dimension === "consumptionGroup") return tables.groups[groupOfLine[line]!]!.code === key;
    return true;
  };
  const spent = (of: (line: number) => number) =>
    spendingOfLine.reduce((sum, spending, line) => sum + of(line) * spending, 0);
  const households = tables.households;
  switch (indicator) {
    case "consumerPrices":
    case "coreConsumerPrices": {
      const whole = spent((line) => Number(isIn(line)));
      return { ofLine: (line) => (isIn(line) ? 100 / whole : 0) };
    }
    case "costOfConsumption":
      return { ofLine: (line) => Number(isIn(line)) };
    case "costPerHousehold":
    case "costShareOfSpending": {
      if (households === null) return undefined;
      const tenths = shares[0]?.length ?? 1;
      const own = (line: number) =>
        dimension === "all"
          ? shares[groupOfLine[line]!]!.reduce((sum, share) => sum + share, 0) / households.number
          : (shares[groupOfLine[line]!]![Number(key) - 1]! * tenths) / households.number;
      if (indicator === "costPerHousehold") return { ofLine: own };
      const whole = spent(own);
      return { ofLine: (line) => (100 * own(line)) / whole };
    }
    default:
      return undefined;
  }
}
