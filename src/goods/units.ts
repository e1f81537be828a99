import type { DecimalText } from "../exact/decimal.js";

/**
 * A unit of quantity as one of the base units, times an exact factor.
 *
 * @category Goods
 */
export interface UnitOfQuantity {
  /** The unit it is counted in: units with one base convert into one another, and no others do. */
  readonly base: BaseUnit;
  /** Base units in one of it, exact: a dozen is `"12"`, a barrel `"158.987294928"` litres. */
  readonly factor: DecimalText;
}

/**
 * The units in which quantities are counted. A pair is no two pieces, a proof litre no litre: what the schedules count
 * apart is kept apart.
 *
 * @category Goods
 */
export type BaseUnit =
  | "kg"
  | "piece"
  | "pair"
  | "pack"
  | "jewel"
  | "m"
  | "m2"
  | "m3"
  | "liter"
  | "proof liter"
  | "gross ton"
  | "kWh"
  | "TJ"
  | "becquerel"
  | "dollar of face value"
  | "line"
  | "degree"
  | "% by volume"
  | "% by weight";

const unit = <const Base extends BaseUnit, const Factor extends DecimalText>(base: Base, factor: Factor) =>
  ({ base, factor }) as const;

/**
 * Every unit of quantity by its name, with its base unit and the exact factor. The names are API: steps of a policy,
 * duty expressions, quantities of a baseline and lines of an entry all use them. A gross ton is a measure of ships; "ton"
 * alone is no unit, because it may be any of three.
 *
 * **Source**: [Harmonized System], [International yard and pound], the units of quantity of the Harmonized System and
 * its national schedules; the international pound of 1959 with the short ton of
 * 2,000 and the long ton of 2,240 of it, the US barrel of 42 gallons of 231 cubic inches, and the
 * US proof gallon (half alcohol by volume).
 * @category Goods
 */
export const unitsOfQuantity = {
  kg: unit("kg", "1"),
  g: unit("kg", "0.001"),
  t: unit("kg", "1000"),
  "100 kg": unit("kg", "100"),
  carat: unit("kg", "0.0002"),
  pound: unit("kg", "0.45359237"),
  "short ton": unit("kg", "907.18474"),
  "long ton": unit("kg", "1016.0469088"),
  piece: unit("piece", "1"),
  dozen: unit("piece", "12"),
  gross: unit("piece", "144"),
  "100 pieces": unit("piece", "100"),
  "1000 pieces": unit("piece", "1000"),
  pair: unit("pair", "1"),
  "dozen pairs": unit("pair", "12"),
  pack: unit("pack", "1"),
  jewel: unit("jewel", "1"),
  m: unit("m", "1"),
  cm: unit("m", "0.01"),
  km: unit("m", "1000"),
  m2: unit("m2", "1"),
  cm2: unit("m2", "0.0001"),
  m3: unit("m3", "1"),
  "1000 m3": unit("m3", "1000"),
  liter: unit("liter", "1"),
  hl: unit("liter", "100"),
  kl: unit("liter", "1000"),
  barrel: unit("liter", "158.987294928"),
  "US gallon": unit("liter", "3.785411784"),
  "proof liter": unit("proof liter", "1"),
  "liter of pure alcohol": unit("proof liter", "2"),
  "gross ton": unit("gross ton", "1"),
  kWh: unit("kWh", "1"),
  MWh: unit("kWh", "1000"),
  TJ: unit("TJ", "1"),
  becquerel: unit("becquerel", "1"),
  GBq: unit("becquerel", "1000000000"),
  curie: unit("becquerel", "37000000000"),
  "dollar of face value": unit("dollar of face value", "1"),
  line: unit("line", "1"),
  degree: unit("degree", "1"),
  "% by volume": unit("% by volume", "1"),
  "% by weight": unit("% by weight", "1"),
} as const satisfies Readonly<Record<string, UnitOfQuantity>>;

/**
 * The name of a unit of quantity.
 *
 * @category Goods
 */
export type QuantityUnit = keyof typeof unitsOfQuantity;
