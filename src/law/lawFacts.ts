import type { DecimalText } from "../exact/decimal.js";

/** Facts that the law asks for and trade figures do not state. */
export interface LawFacts {
  readonly ordinaryDuty: string;
  readonly metalShares: MetalShares;
  readonly northAmericanClaims: NorthAmericanClaims;
}

/**
 * The share of trade for which the North American preference is claimed, for each of the two: one share, or one by
 * prefix of the code. A product without a share claims nothing.
 *
 * @category Law
 */
export type NorthAmericanClaims = Readonly<
  Record<"CAN" | "MEX", DecimalText | { readonly byProduct: Readonly<Record<string, DecimalText>> }>
>;

/**
 * The share of each metal in the value of the articles on which a duty falls on the metal alone; together no more than
 * the whole.
 *
 * @category Law
 */
export interface MetalShares {
  /** Steel, 0 to 1. */
  readonly steel: DecimalText;
  /** Aluminium, 0 to 1. */
  readonly aluminum: DecimalText;
  /** Copper, 0 to 1. */
  readonly copper: DecimalText;
}
