import { TariffError } from "../../internal/TariffError.js";

/** The rows of a market sorted by product; a domestic variety is the last row of its product. */
export interface Market {
  readonly products: readonly string[];
  /** Where each product's rows start; one more entry than products. */
  readonly starts: Int32Array;
  /** The row of the flows that each row came from; -1 for a domestic variety, -2 for several flows as one. */
  readonly rowOf: Int32Array;
  /** Customs value, or the spending on a domestic variety. */
  readonly value: Float64Array;
  readonly duties: Float64Array;
  readonly rateBefore: Float64Array;
  readonly rateAfter: Float64Array;
  /** ln((1 + rate after) / (1 + rate before)). */
  readonly logTariff: Float64Array;
  /** Share of the product's spending at tariff-inclusive prices. */
  readonly share: Float64Array;
  /** Spending by product. */
  readonly expenditure: Float64Array;
}

/** The logarithm of each tariff factor; exactly 0 where the rate stays. */
export function fillLogTariffs({ logTariff, rateBefore, rateAfter }: Market): void {
  for (let r = 0; r < logTariff.length; r++) {
    logTariff[r] = Math.log1p((rateAfter[r]! - rateBefore[r]!) / (1 + rateBefore[r]!));
  }
}

/** Spending by product and the share of each row in it; refuses a product without spending. */
export function fillShares({ products, starts, value, duties, share, expenditure }: Market): void {
  products.forEach((name, p) => {
    let sum = 0;
    for (let r = starts[p]!; r < starts[p + 1]!; r++) sum += value[r]! + duties[r]!;
    if (!(sum > 0)) throw emptyAt(`flows.product.${name}`, sum);
    expenditure[p] = sum;
    for (let r = starts[p]!; r < starts[p + 1]!; r++) share[r] = (value[r]! + duties[r]!) / sum;
  });
}

/** The error for a product, or a market, that holds nothing. */
export function emptyAt(path: string, received: unknown): TariffError {
  return new TariffError({
    code: "empty",
    path,
    received,
    advice: "Leave out a product without any imports.",
  });
}
