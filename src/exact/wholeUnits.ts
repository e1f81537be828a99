import { Decimal } from "./decimal.js";

/** A decimal as a whole number of units of the given place; it may not have more places. */
export const toUnits = (value: Decimal, places: number): bigint =>
  BigInt(value.times(new Decimal(10).pow(places)).toFixed(0));

/** The decimal that a whole number of units of the given place is. */
export const fromUnits = (units: bigint, places: number): Decimal =>
  new Decimal(units.toString()).times(new Decimal(10).pow(-places));
