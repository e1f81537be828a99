import {
  compareFractions,
  dividedBy,
  type Fraction,
  fraction,
  greater,
  lesser,
  minus,
  plus,
  readFraction,
  times,
  zero,
} from "../../exact/fraction.js";
import { TariffError } from "../../internal/TariffError.js";
import type { Convert } from "../exchange.js";
import { inSpell } from "./daysOfYear.js";
import type { DutyComponent, DutyExpression, DutySum, SeasonalDuty, SpecificDuty } from "./dutyExpression.js";
import type { ReadFacts } from "./dutyFacts.js";
import { quantityName, quantityNeeded } from "./needsOf.js";
import type { BoundedSum } from "./readSum.js";

/** A duty that lies between two amounts; without a greatest it has no end. Known where the two are one. */
export interface DutyRange {
  readonly least: Fraction;
  readonly greatest: Fraction | undefined;
  /** What is not known, by name. */
  readonly unknown: readonly string[];
}

/** Where a duty is worked out: the currency it is wanted in, the rates between currencies, places for errors. */
export interface DutyPlace {
  readonly currency: string;
  readonly convert: Convert;
  /** Before the names of facts in errors: `"lines[2]."`, or nothing. */
  readonly path: string;
}

const missing = (
  code: "missing-quantity" | "missing-fact" | "unit-mismatch",
  place: DutyPlace,
  name: string,
) =>
  new TariffError({
    code,
    path: `${place.path}${code === "missing-fact" ? "" : "quantities"}`,
    received: undefined,
    advice:
      code === "unit-mismatch"
        ? `Give the quantity as "${name}": the rate is charged on it, and no factor leads to it from what is given.`
        : `Give "${name}": the rate asks for it.`,
  });

function factOf(name: string, from: ReadonlyMap<string, Fraction>, place: DutyPlace): Fraction {
  const found = from.get(name);
  if (found !== undefined) return found;
  throw missing("missing-fact", place, name);
}

/** The quantity that an amount is charged on. Litres for a piece rate are another mistake than no quantity at all. */
function quantityOf(component: SpecificDuty, facts: ReadFacts, place: DutyPlace): Fraction {
  const { measuredOn: measured } = component;
  const name = quantityName(component);
  const found = facts.quantities.get(name);
  if (found !== undefined) return found;
  const sameThing = [...facts.quantities.keys()].some((key) =>
    measured === undefined ? !key.includes(" ") : key.endsWith(` of ${measured}`),
  );
  throw missing(sameThing ? "unit-mismatch" : "missing-quantity", place, quantityNeeded(component));
}

/** The amount of one unit, after what comes off for each degree; a whole degree at a time unless in proportion. */
function perUnit({ amount, less }: SpecificDuty, facts: ReadFacts, place: DutyPlace): Fraction {
  const full = readFraction(amount, "amount");
  if (less === undefined) return full;
  const degrees = factOf("degrees of polarisation", facts.quantities, place);
  const under = greater(zero, minus(readFraction(less.under, "under"), degrees));
  const counted = less.proportional ? under : fraction(under.numerator / under.denominator);
  return greater(zero, minus(full, times(readFraction(less.amount, "less"), counted)));
}

function specificDuty(component: SpecificDuty, facts: ReadFacts, place: DutyPlace): Fraction {
  const { forEach, over, inBaseUnits, currency } = component;
  let quantity: Fraction;
  if (over !== undefined) {
    const inEach = factOf("jewel per piece", facts.quantities, place);
    const above = greater(zero, minus(inEach, readFraction(over, "over")));
    const pieces = facts.quantities.get("piece");
    if (pieces === undefined) throw missing("missing-quantity", place, "piece");
    quantity = times(above, pieces);
  } else quantity = quantityOf(component, facts, place);
  if (forEach !== undefined) quantity = times(quantity, factOf(forEach, facts.quantities, place));
  const units = dividedBy(quantity, readFraction(inBaseUnits.quantity, "inBaseUnits"));
  const duty = times(perUnit(component, facts, place), units);
  return place.convert(duty, currency, place.currency, `${place.path}rate`);
}

/** What one addend charges. */
export function componentRange(component: DutyComponent, facts: ReadFacts, place: DutyPlace): DutyRange {
  const known = (amount: Fraction): DutyRange => ({ least: amount, greatest: amount, unknown: [] });
  if ("byReference" in component) {
    const amount = component.if === undefined ? facts.referred.get(component.byReference) : undefined;
    return amount ? known(amount) : { least: zero, greatest: undefined, unknown: [component.byReference] };
  }
  if ("amount" in component) return known(specificDuty(component, facts, place));
  const { adValorem, adValoremRatio, of, ifAny } = component;
  const share = adValoremRatio
    ? readFraction(`${adValoremRatio.numerator}/${adValoremRatio.denominator}`, "rate")
    : times(readFraction((adValorem as string).slice(0, -1), "rate"), fraction(1n, 100n));
  const value = of === undefined || of === "the entire set" ? facts.value : facts.values.get(of);
  if (value !== undefined) return known(times(share, value));
  if (ifAny) return known(zero);
  throw missing("missing-fact", place, of === undefined ? "value" : `value of ${of}`);
}

function sumRange({ components }: DutySum, facts: ReadFacts, place: DutyPlace): DutyRange {
  let [least, greatest]: [Fraction, Fraction | undefined] = [zero, zero];
  const unknown: string[] = [];
  for (const component of components) {
    const part = componentRange(component, facts, place);
    unknown.push(...part.unknown);
    if (component.minus) {
      greatest = greatest && minus(greatest, part.least);
      least = part.greatest ? minus(least, part.greatest) : zero;
    } else {
      least = plus(least, part.least);
      greatest = greatest && part.greatest && plus(greatest, part.greatest);
    }
  }
  return { least, greatest, unknown };
}

function boundedRange(sum: BoundedSum, facts: ReadFacts, place: DutyPlace): DutyRange {
  let { least, greatest, unknown } = sumRange(sum, facts, place);
  if (sum.least !== undefined) {
    const floor = sumRange(sum.least, facts, place);
    least = greater(least, floor.least);
    greatest = greatest && floor.greatest && greater(greatest, floor.greatest);
    unknown = [...unknown, ...floor.unknown];
  }
  if (sum.greatest !== undefined) {
    const ceiling = sumRange(sum.greatest, facts, place);
    least = lesser(least, ceiling.least);
    greatest =
      greatest === undefined || ceiling.greatest === undefined
        ? (greatest ?? ceiling.greatest)
        : lesser(greatest, ceiling.greatest);
    unknown = [...unknown, ...ceiling.unknown];
  }
  return { least, greatest, unknown };
}

/** The season that a day of the year, "12-01", lies in. */
export const seasonOf = ({ seasons }: DutyExpression, day: string): SeasonalDuty | undefined =>
  seasons?.find(({ spells }) => spells.some((spell) => inSpell(day, spell)));

/** What a duty expression charges. What is not stated makes a range with a name; what is not given is refused. */
export function dutyRange(expression: DutyExpression, facts: ReadFacts, place: DutyPlace): DutyRange {
  const open = (name: string): DutyRange => ({ least: zero, greatest: undefined, unknown: [name] });
  if (expression.kind === "unknown") return open(`"${expression.text}": ${expression.reason}`);
  if (expression.reference !== undefined) return open(expression.text);
  if (expression.seasons === undefined) return settle(boundedRange(expression, facts, place));
  if (facts.day === undefined) throw missing("missing-fact", place, "day");
  const day = facts.day.slice(5);
  const season = seasonOf(expression, day);
  if (season === undefined) return open(`the rate of ${facts.day}: "${expression.text}" states none`);
  return settle(boundedRange(season, facts, place));
}

/**
 * A duty is never below zero, whatever is taken off. A ceiling whose amount is not known may be so high that it does not
 * bind: then nothing is unknown below it.
 */
function settle(range: DutyRange): DutyRange {
  const least = greater(zero, range.least);
  const greatest = range.greatest && greater(zero, range.greatest);
  const closed = greatest !== undefined && compareFractions(least, greatest) === 0;
  return { least, greatest, unknown: closed ? [] : range.unknown };
}
