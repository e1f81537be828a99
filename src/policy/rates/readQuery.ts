import { type PartnerCode, requirePartner } from "../../economies/partner.js";
import { Decimal, type DecimalText } from "../../exact/decimal.js";
import { roundedQuotient } from "../../exact/quotient.js";
import { type Rate, readRate } from "../../exact/rate.js";
import { readHsCode } from "../../goods/hsCode.js";
import type { QuantityUnit } from "../../goods/units.js";
import { type IsoDate, readDate } from "../../internal/isoDate.js";
import { isRecord } from "../../internal/isRecord.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import type { StepStatus } from "../language/step.js";
import { stepStatuses } from "../language/stepStatuses.js";
import type { Duties } from "./duties.js";
import type { FoldContext } from "./foldContext.js";
import { readFacts, readQuantities, readShipmentValue, type ShipmentValue } from "./shipment.js";

/**
 * A policy looked at on a date, or whatever the dates (`"any-date"`: every step as if in force); and which steps count by
 * how far they have got.
 *
 * @category Policy
 */
export interface EvaluationOnDay {
  /** A date, on which steps without an effective date do not apply; or `"any-date"`. */
  readonly on: IsoDate | "any-date";
  /** A day is asked for, so no period is. */
  readonly over?: undefined;
  /** The statuses that count, or `"any-status"`. */
  readonly statuses: "any-status" | readonly StepStatus[];
}

/**
 * A policy looked at over a period: what it charges is weighted by the days of each rate. Steps without an effective date
 * do not apply.
 *
 * @category Policy
 */
export interface EvaluationOverPeriod {
  /** The first and the last day; both are included. */
  readonly over: { readonly from: IsoDate; readonly to: IsoDate };
  /** A period is asked for, so no day is. */
  readonly on?: undefined;
  /** The statuses that count, or `"any-status"`. */
  readonly statuses: "any-status" | readonly StepStatus[];
}

/**
 * When a policy is looked at: on a day, or over a period.
 *
 * @category Policy
 */
export type Evaluation = EvaluationOnDay | EvaluationOverPeriod;

/**
 * One question about a rate: who imports what from whom, when, and what was charged before.
 *
 * @category Policy
 */
export interface RateQuery extends EvaluationOnDay {
  /** The importer. */
  readonly importer: PartnerCode;
  /** The exporter. */
  readonly exporter: PartnerCode;
  /** An HS code as long as the policy needs it, or `"total"`. */
  readonly product: string;
  /** The rates charged before the first step, by authority. */
  readonly base: Readonly<Record<string, Rate>>;
  /** The customs value; needed where a step charges amounts. The answer then gives amounts too. */
  readonly value?: ShipmentValue;
  /** Quantities by unit, as plain decimal text; needed where a step charges per unit: `{ kg: "1200" }`. */
  readonly quantities?: Readonly<Partial<Record<QuantityUnit, DecimalText>>>;
  /** Facts of the shipment by name, as text; needed where a step asks for one: `{ mode: "vessel" }`. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Only steps that were known on this day count: announced, else signed, else in force by then. */
  readonly knownOn?: IsoDate;
}

/** A question as it was read: its context, the value on which the fold works, and the base as duties on it. */
export interface ReadQuery {
  readonly context: FoldContext;
  readonly base: Duties;
  readonly value: Decimal;
}

/** Reads on which day a policy is looked at. */
export function readEvaluation({ on, statuses }: EvaluationOnDay): EvaluationOnDay {
  if (on !== "any-date") readDate(on, "on");
  return { on, statuses: readStatuses(statuses) };
}

/** Reads which statuses count. */
export function readStatuses(asked: Evaluation["statuses"]): Evaluation["statuses"] {
  if (asked === "any-status") return asked;
  if (
    Array.isArray(asked) &&
    asked.length > 0 &&
    asked.length <= stepStatuses.length &&
    Array.from(asked).every((status) => stepStatuses.includes(status))
  ) {
    return Array.from(asked);
  }
  throw new TariffError({
    code: Array.isArray(asked) && asked.length === 0 ? "empty" : "wrong-type",
    path: "statuses",
    received: asked,
    advice: `Give "any-status" or a list of ${stepStatuses.join(", ")}.`,
  });
}

/** Reads a question about a rate: its context, and the base as duties on its value, which is one where it has none. */
export function readQuery(query: RateQuery): ReadQuery {
  const read = readOptions(
    query,
    "",
    ["importer", "exporter", "product", "on", "statuses", "base"],
    ["value", "quantities", "facts", "knownOn"],
  );
  const { on, statuses: asked } = readEvaluation(read);
  const given = read.value === undefined ? undefined : readShipmentValue(read.value, "value");
  const value = given?.amount ?? new Decimal(1);
  const context: FoldContext = {
    importer: requirePartner(read.importer, "importer"),
    exporter: requirePartner(read.exporter, "exporter"),
    product: read.product === "total" ? "total" : readHsCode(read.product, "product"),
    on,
    statuses: asked,
    ...(read.knownOn === undefined ? {} : { knownOn: readDate(read.knownOn, "knownOn") }),
    shipment: {
      facts: read.facts === undefined ? new Map() : readFacts(read.facts, "facts"),
      quantities: read.quantities === undefined ? new Map() : readQuantities(read.quantities, "quantities"),
      currency: given?.currency,
    },
  };
  if (!isRecord(read.base)) {
    throw new TariffError({
      code: "wrong-type",
      path: "base",
      received: read.base,
      advice: 'Give the rates charged before the first step by authority, for example { mfn: "2.5%" }.',
    });
  }
  const base: Duties = new Map();
  for (const [authority, rate] of Object.entries(read.base)) {
    if (authority === "__proto__" || authority === "constructor" || authority === "prototype") {
      throw new TariffError({
        code: "unsafe-key",
        path: `base.${authority}`,
        received: authority,
        advice: "Name the authority otherwise; this key could change how objects work.",
      });
    }
    base.set(authority, readRate(rate, `base.${authority.slice(0, 40)}`).times(value));
  }
  return { context, base, value };
}

/** The sum of duties, whatever it is: between two steps it may lie below minus the whole value. */
export const sumOf = (duties: Duties): Decimal =>
  [...duties.values()].reduce((sum, duty) => sum.plus(duty), new Decimal(0));

/** The sum of duties; refuses a total below minus the whole value. */
export function totalOf(duties: Duties, value: Decimal, path: string): Decimal {
  const total = roundedQuotient(sumOf(duties));
  if (total.gte(value.negated())) return total;
  throw new TariffError({
    code: "rate-below-minus-100",
    path,
    received: value.isZero() ? total.toString() : `${total.div(value).times(100).toDecimalPlaces(6)}%`,
    advice: "Lower the subsidies: together the steps take the rate below -100%.",
  });
}
