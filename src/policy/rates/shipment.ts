import { Decimal, type DecimalText, readDecimal } from "../../exact/decimal.js";
import { requireCurrency } from "../../exact/money.js";
import { quotient } from "../../exact/quotient.js";
import { requireUnit } from "../../goods/convertQuantity.js";
import { type BaseUnit, type QuantityUnit, unitsOfQuantity } from "../../goods/units.js";
import { isRecord } from "../../internal/isRecord.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireText } from "../../internal/requireText.js";
import { TariffError } from "../../internal/TariffError.js";
import { readName } from "../language/readConditions.js";

/** What a question says of the goods beside their code: facts, quantities in base units, the currency of their value. */
export interface Shipment {
  readonly facts: ReadonlyMap<string, string>;
  readonly quantities: ReadonlyMap<BaseUnit, Decimal>;
  readonly currency: string | undefined;
  /** Where a year of trade stands in for one shipment: whose, and of what. */
  readonly year?: { readonly baseline: string; readonly goods: string };
}

/** A question that says nothing but the code. */
export const nothingSaid: Shipment = { facts: new Map(), quantities: new Map(), currency: undefined };

/** Reads the facts of a question: texts, days and decimals, all as text. */
export function readFacts(value: unknown, path: string): ReadonlyMap<string, string> {
  return new Map(
    entriesOf(value, path, '{ mode: "vessel", loaded: "2025-04-04" }').map(([name, fact]) => [
      readName(name, `${path}.${name.slice(0, 40)}`),
      requireText(fact, `${path}.${name.slice(0, 40)}`),
    ]),
  );
}

/** Reads the quantities of a question; two units of one kind would state the same thing twice. */
export function readQuantities(value: unknown, path: string): ReadonlyMap<BaseUnit, Decimal> {
  const read = new Map<BaseUnit, Decimal>();
  for (const [name, given] of entriesOf(value, path, '{ kg: "1200" }')) {
    const at = `${path}.${name.slice(0, 40)}`;
    const { base, factor } = unitsOfQuantity[requireUnit(name, at)];
    const quantity = readDecimal(given, at);
    if (quantity.lt(0)) {
      throw new TariffError({
        code: "out-of-range",
        path: at,
        received: given,
        advice: "Give a quantity of zero or more.",
      });
    }
    if (read.has(base)) {
      throw new TariffError({
        code: "conflicting-keys",
        path: at,
        received: given,
        advice: `Give one quantity counted in ${base}: two could contradict one another.`,
      });
    }
    read.set(base, quantity.times(factor));
  }
  return read;
}

function entriesOf(value: unknown, path: string, example: string): readonly [string, unknown][] {
  const entries = isRecord(value) ? Object.entries(value) : undefined;
  if (entries !== undefined && entries.length <= 100) return entries;
  throw new TariffError({
    code: entries === undefined ? "wrong-type" : "too-long",
    path,
    received: value,
    advice: `Give an object of at most 100 keys, for example ${example}.`,
  });
}

/**
 * The customs value of a question.
 *
 * @category Policy
 */
export interface ShipmentValue {
  /** The amount, above zero. */
  readonly amount: DecimalText;
  /** Its currency, as an ISO 4217 code. */
  readonly currency: string;
}

/** Reads the customs value of a question. */
export function readShipmentValue(value: unknown, path: string): { amount: Decimal; currency: string } {
  const { amount, currency } = readOptions(value as ShipmentValue, path, ["amount", "currency"]);
  requireCurrency(currency, `${path}.currency`);
  const read = readDecimal(amount, `${path}.amount`);
  if (read.gt(0)) return { amount: read, currency };
  throw new TariffError({
    code: "out-of-range",
    path: `${path}.amount`,
    received: amount,
    advice: "Give a customs value above zero: a rate is a share of it.",
  });
}

/** The quantity of a shipment in a unit that a step asks for. */
export function quantityIn(shipment: Shipment, unit: QuantityUnit, id: string): Decimal {
  const { base, factor } = unitsOfQuantity[unit];
  const known = shipment.quantities.get(base);
  if (known !== undefined) return quotient(known, new Decimal(factor));
  const others = [...shipment.quantities.keys()];
  if (shipment.year !== undefined) {
    const { baseline, goods } = shipment.year;
    throw new TariffError({
      code: others.length === 0 ? "missing-quantity" : "unit-mismatch",
      path: "baseline.columns.quantities",
      received: others.length === 0 ? undefined : others.join(", "),
      advice: `Step ${id} charges by ${unit}, and ${baseline} does not say how much that is of ${goods}: give the quantity in a unit counted in ${base}, or a rate.`,
    });
  }
  throw new TariffError({
    code: others.length === 0 ? "missing-quantity" : "unit-mismatch",
    path: `quantities.${unit}`,
    received: others.length === 0 ? undefined : others.join(", "),
    advice: `Give the quantity in ${unit}, or another unit counted in ${base}: step ${id} asks for it.`,
  });
}

/** Refuses what a law counts for each shipment, or up to a quota, where all there is are totals of a year. */
export function refuseYear(shipment: Shipment, what: string, id: string): void {
  if (shipment.year === undefined) return;
  throw new TariffError({
    code: "missing-fact",
    path: `scenario.steps.${id}`,
    received: what,
    advice: `Say it as a rate or a share: ${shipment.year.baseline} has the trade of a year, and not its shipments one by one.`,
  });
}
