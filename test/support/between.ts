import fc from "fast-check";

/** Numbers in a range, without those so close to 0 that float64 itself no longer scales (subnormal). */
export const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((value) => (Math.abs(value) < 1e-150 ? 0 : value));
