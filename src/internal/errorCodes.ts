/**
 * Every code a {@link TariffError} can carry, with its meaning. Codes are API: a code is never renamed and
 * never given a second meaning.
 *
 * @category Errors
 */
export const errorCodes = {
  "wrong-type": "The value has another type than the one asked for.",
  "missing-key": "A required key is absent.",
  "unknown-key": "The object has a key that nothing reads.",
  "unsafe-key": "The object has a key such as __proto__ that could change how objects work.",
  "not-finite": "A number is NaN or infinite.",
  "out-of-range": "The value lies outside the range in which it has a meaning.",
  "too-long": "A text or a list is longer than the ceiling for it.",
  "too-many-steps": "A policy has more steps than the ceiling.",
  "duplicate-id": "Two entries of one list carry the same identifier.",
  "not-a-decimal": 'The text is not a plain decimal such as "1234.50".',
  "not-a-rate": 'The text is not a rate such as "25%".',
  "rate-below-minus-100": "A rate below -100 % would make a price negative.",
  "not-percentage-points": 'The text is not a change in percentage points such as "10pp".',
  "not-a-currency": 'The text is not an ISO 4217 code such as "USD".',
  "not-a-year": "The value is not a calendar year.",
  "not-a-date": 'The text is not a calendar date such as "2025-02-01".',
  "dates-out-of-order": "An end lies before its start.",
  "conflicting-dates": "Steps that are counted as one are not in force on the same days.",
  "currency-mismatch": "Two amounts are in different currencies.",
  "price-year-mismatch": "Two amounts are in prices of different years.",
  "unknown-rounding": "The rounding mode is not one of the named ones.",
  "cannot-allocate": "The weights cannot divide an amount.",
  "division-by-zero": "A ratio has a zero denominator.",
  "unknown-economy": "The code names no economy of ISO 3166-1 and no group.",
  "unknown-group": "The code names no group of economies.",
  "group-not-defined-at-date": "The group did not exist on that date.",
  "overlapping-scope": "Two entries of one scope cover the same economy or product.",
  "not-an-hs-code": "The text is not a code of the Harmonized System.",
  "duplicate-flow": "Two rows describe the same flow.",
  "no-duties": "The baseline has trade but no duties.",
  "unknown-flow": "The baseline has no such flow.",
  "finer-than-baseline": "The policy distinguishes what the baseline has only as a total.",
  "outside-period": "The day lies outside the days for which the policy answers.",
  "not-defined": "The value did not come from the function that checks it.",
  "open-parameters": "The scenario still has parameters without a value.",
  "successive-rates": "One measure has rates that follow one another, and the question names no date.",
  "unknown-authority": "A step names an authority that nobody charges.",
  "unknown-parameter": "The scenario has no such parameter.",
  "wrong-parameter-kind": "A rate was given where a share is wanted, or the other way round.",
  empty: "A list that must hold something is empty.",
  "too-many-measures": "An exact attribution over that many measures would take too long.",
  "target-not-reached": "No value in the bracket reaches the target.",
  "not-converged": "The solver did not reach the tolerance.",
  "unreachable-tolerance": "The tolerance is finer than the model can reach.",
  "not-square": "A matrix does not have one row and one column for each economy.",
  aborted: "The caller stopped the work.",
  "mismatched-model": "The outcomes cannot be compared with one another.",
  "mixed-scopes": "The numbers do not cover the same trade or economy.",
  "price-not-positive": "A rate of -100 % or less would leave a price of zero or less.",
  "elasticity-sign": "An elasticity has a sign or a value with which the model has no meaning.",
  "length-mismatch": "Two lists that describe the same rows differ in length.",
  "conflicting-keys": "Two keys state the same thing; only one may be given.",
  "shares-do-not-add-up": "Shares of one whole exceed it or contradict one another.",
  "singular-matrix": "A system of linear equations has no unique solution.",
  "negative-imports": "A linear formula was carried so far that it gives negative imports.",
  "not-in-world": "The world has no economy with that label.",
  "disconnected-world": "The economies fall into groups that do not trade with one another.",
  "unknown-unit": "The text names no unit of quantity.",
  "unit-mismatch": "A quantity is in a unit of another kind than the one asked for.",
  "missing-quantity": "A rate asks for a quantity that was not given.",
  "missing-fact":
    "A rate asks for a fact of the shipment (a day, the value of a part, a strength) that was not given.",
  "unknown-rate": "A rate is not stated, or its text is not understood: no duty can be worked out.",
  "no-exchange-rate": "An amount is in another currency and no rate between the two was given.",
} as const;

/**
 * The code of a {@link TariffError}: stable, meant for programs to branch on.
 *
 * @category Errors
 */
export type ErrorCode = keyof typeof errorCodes;
