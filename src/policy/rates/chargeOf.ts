import { Decimal, writeDecimal } from "../../exact/decimal.js";
import { readRate, writeRate } from "../../exact/rate.js";
import { TariffError } from "../../internal/TariffError.js";
import type { CompoundDuty, DutyBase, DutyPart } from "../language/step.js";
import type { Duties } from "./duties.js";
import { quantityIn, refuseYear, type Shipment } from "./shipment.js";

/** What the shares of a step are taken of, at this point of the list. */
export function baseOf(base: DutyBase | undefined, value: Decimal, duties: Duties): Decimal {
  if (base === undefined) return value;
  return base.reduce(
    (sum, term) => sum.plus(typeof term === "string" ? value : (duties.get(term.chargeOf) ?? 0)),
    new Decimal(0),
  );
}

/** One part of a duty as it was worked out. */
export interface ChargedPart {
  readonly part: DutyPart;
  /** What it was taken of: the base of a share, the quantity of an amount; one for a fixed amount. */
  readonly of: Decimal;
  readonly amount: Decimal;
}

/** A duty of several parts as it was worked out. */
export interface Charged {
  readonly sum: readonly ChargedPart[];
  readonly least: readonly ChargedPart[];
  readonly greatest: readonly ChargedPart[];
  /** What decided. */
  readonly decidedBy: "sum" | "least" | "greatest";
  readonly amount: Decimal;
}

const total = (parts: readonly ChargedPart[]) =>
  parts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));

/** Works a duty of several parts out, on a share of the shipment. */
export function chargeOf(
  duty: CompoundDuty,
  base: Decimal,
  share: Decimal,
  shipment: Shipment,
  id: string,
): Charged {
  const work = (parts: readonly DutyPart[] = []): readonly ChargedPart[] =>
    parts.map((part) => chargePart(part, base, share, shipment, id));
  const [sum, least, greatest] = [work(duty.sum), work(duty.least), work(duty.greatest)];
  let [amount, decidedBy] = [total(sum), "sum" as Charged["decidedBy"]];
  if (duty.least !== undefined && total(least).gt(amount)) [amount, decidedBy] = [total(least), "least"];
  if (duty.greatest !== undefined && total(greatest).lt(amount)) {
    [amount, decidedBy] = [total(greatest), "greatest"];
  }
  return { sum, least, greatest, decidedBy, amount };
}

function chargePart(
  part: DutyPart,
  base: Decimal,
  share: Decimal,
  shipment: Shipment,
  id: string,
): ChargedPart {
  if (typeof part === "string") return { part, of: base, amount: base.times(readRate(part, "duty")) };
  if (shipment.currency !== part.currency) {
    throw new TariffError({
      code: shipment.currency === undefined ? "missing-key" : "currency-mismatch",
      path: shipment.year === undefined ? "value" : "baseline.currency",
      received: shipment.currency,
      advice: `Give the customs value in ${part.currency}: step ${id} charges ${part.amount} ${part.currency}${part.per === undefined ? "" : ` per ${part.per}`}.`,
    });
  }
  if (part.per === undefined) refuseYear(shipment, "an amount once a shipment", id);
  const of = (part.per === undefined ? new Decimal(1) : quantityIn(shipment, part.per, id)).times(share);
  return { part, of, amount: of.times(part.amount) };
}

/** A rate as the one part of a duty, for the working. */
export const rateAsPart = (rate: Decimal, base: Decimal): ChargedPart => ({
  part: writeRate(rate),
  of: base,
  amount: base.times(rate),
});

/** Text of a part: its amount in full. */
export const writePart = ({ part, of, amount }: ChargedPart) => ({
  part,
  of: writeDecimal(of),
  amount: writeDecimal(amount),
});
