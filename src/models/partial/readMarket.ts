import { readNumbers, readRates } from "../../internal/numericColumns.js";
import { readNames } from "../../internal/readNames.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { emptyAt, fillLogTariffs, fillShares, type Market } from "./market.js";
import type { DomesticVarieties, MarketFlows } from "./marketInputs.js";
import { readBaselineDuties } from "./readBaselineDuties.js";

/** Checks flows and domestic varieties and sorts them by product. */
export function readMarket(flows: MarketFlows, domestic: DomesticVarieties | undefined): Market {
  readOptions(
    flows,
    "flows",
    ["product", "origin", "customsValue", "rateAfter"],
    ["dutiesBefore", "rateBefore"],
  );
  const product = readNames(flows.product, "flows.product");
  const rows = product.length;
  if (rows === 0) throw emptyAt("flows.product", product);
  const origin = readNames(flows.origin, "flows.origin", rows);
  const value = readNumbers(flows.customsValue, "flows.customsValue", rows, 0);
  const { duties, rateBefore } = readBaselineDuties(flows, value);
  const rateAfter = readRates(flows.rateAfter, "flows.rateAfter", rows);
  if (domestic !== undefined) readOptions(domestic, "domestic", ["product", "expenditure"]);
  const own = domestic === undefined ? [] : readNames(domestic.product, "domestic.product");
  const spending = readNumbers(domestic?.expenditure ?? [], "domestic.expenditure", own.length, 0);

  const rowsOf = new Map<string, number[]>();
  const originsOf = new Map<string, Set<string>>();
  product.forEach((name, row) => {
    const origins = originsOf.get(name);
    if (origins === undefined) {
      rowsOf.set(name, [row]);
      originsOf.set(name, new Set([origin[row]!]));
      return;
    }
    if (origins.has(origin[row]!)) throw twice(`flows.product[${row}]`, `${name} from ${origin[row]}`);
    origins.add(origin[row]!);
    rowsOf.get(name)!.push(row);
  });
  own.forEach((name, d) => {
    const list = rowsOf.get(name);
    if (own.indexOf(name) !== d) throw twice(`domestic.product[${d}]`, name);
    if (list !== undefined) {
      list.push(rows + d);
      return;
    }
    throw new TariffError({
      code: "unknown-flow",
      path: `domestic.product[${d}]`,
      received: name,
      advice: "Give a domestic variety only to a product that has imports in the flows.",
    });
  });

  const order = Int32Array.from([...rowsOf.values()].flat());
  const starts = new Int32Array(rowsOf.size + 1);
  [...rowsOf.values()].forEach((list, p) => {
    starts[p + 1] = starts[p]! + list.length;
  });
  const sorted = (column: Float64Array, domesticColumn?: Float64Array) => {
    const inOrder = new Float64Array(order.length);
    for (let r = 0; r < inOrder.length; r++) {
      const row = order[r]!;
      inOrder[r] = row < rows ? column[row]! : (domesticColumn?.[row - rows] ?? 0);
    }
    return inOrder;
  };
  const market = {
    products: [...rowsOf.keys()],
    starts,
    rowOf: order.map((row) => (row < rows ? row : -1)),
    value: sorted(value, spending),
    duties: sorted(duties),
    rateBefore: sorted(rateBefore),
    rateAfter: sorted(rateAfter),
    logTariff: new Float64Array(order.length),
    share: new Float64Array(order.length),
    expenditure: new Float64Array(rowsOf.size),
  };
  fillShares(market);
  fillLogTariffs(market);
  return market;
}

function twice(path: string, received: string): TariffError {
  return new TariffError({
    code: "duplicate-flow",
    path,
    received,
    advice: "Add up the rows of one product and origin first; two rows would count as two varieties.",
  });
}
