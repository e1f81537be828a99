/**
 * How a source states something: to the digit, as a lower bound, roughly, or not at all.
 *
 * @category Claims
 */
export type ClaimStrength = "exactly" | "atLeast" | "about" | "unspecified";

/**
 * What every claim says.
 *
 * @category Claims
 */
export interface ClaimCommon {
  /** A short identifier. */
  readonly id: string;
  /** What the claim is about. */
  readonly subject: string;
  /** Where it stands in the source. */
  readonly where: string;
  /** The few words that carry it. */
  readonly words: string;
}

/**
 * Something a source states, with the strength it has there. A claim without a value stays without one.
 *
 * @category Claims
 */
export type Claim<Value = string> =
  | (ClaimCommon & { readonly strength: Exclude<ClaimStrength, "unspecified">; readonly value: Value })
  | (ClaimCommon & { readonly strength: "unspecified" });
