import { textFromNumber } from "../../exact/fromNumber.js";
import type { Quantity } from "../outcome.js";
import { type WorkingValue, workingValue } from "../working.js";
import { writeValue } from "../writeValue.js";
import type { ProductResult, SolveMarketsResult } from "./marketResults.js";

/** Products shown one by one. */
const mostShown = 5;

/** The integrals behind consumer surplus, product by product, the largest first: each with what stands in it. */
export function surplusValues(
  products: readonly ProductResult[],
  { assumptions }: SolveMarketsResult,
  money: (value: number) => Quantity,
): WorkingValue[] {
  const elasticities: unknown = assumptions.importDemandElasticity;
  const elasticityOf = (product: string): number =>
    typeof elasticities === "number" ? elasticities : (elasticities as Record<string, number>)[product]!;
  return products
    .filter(({ consumerSurplusChange }) => consumerSurplusChange !== 0)
    .sort((a, b) => Math.abs(b.consumerSurplusChange) - Math.abs(a.consumerSurplusChange))
    .slice(0, mostShown)
    .map(({ product, consumerSurplusChange, expenditureBefore, compositePrice }) => {
      const [power, price] = [1 + elasticityOf(product), textFromNumber(compositePrice)];
      const integral =
        power === 0 ? `ln ${price}` : `(${price}^${textFromNumber(power)} - 1) / ${textFromNumber(power)}`;
      return workingValue(
        `consumer surplus of ${product}`,
        money(consumerSurplusChange),
        `-${writeValue(money(expenditureBefore))} x ${integral}`,
      );
    });
}
