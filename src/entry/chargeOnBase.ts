import {
  compareFractions,
  dividedBy,
  type Fraction,
  isZero,
  minus,
  one,
  times,
  writeFraction,
  zero,
} from "../exact/fraction.js";
import { TariffError } from "../internal/TariffError.js";
import type { DutyComponent, DutyExpression } from "./expressions/dutyExpression.js";
import type { ReadFacts } from "./expressions/dutyFacts.js";
import { type DutyPlace, dutyRange, seasonOf } from "./expressions/dutyRange.js";
import { quantityName } from "./expressions/needsOf.js";
import { writeBounded } from "./expressions/writeDutyExpression.js";
import { isKnown, mapRange, nothing, type Range } from "./range.js";
import type { RateOnBase } from "./readMeasureRate.js";
import { writeShare } from "./writeAmount.js";

/** A rate on a base, before bounds and rounding. */
export interface OnBase {
  readonly range: Range;
  readonly rate: string;
  readonly base: string;
  /** The law charges nothing, whatever the base: there is no least of nothing. */
  readonly free: boolean;
  readonly unknown: readonly string[];
}

export const writeRange = ({ least, greatest }: Range): string =>
  greatest !== undefined && compareFractions(least, greatest) === 0
    ? writeFraction(least)
    : `${writeFraction(least)} to ${greatest === undefined ? "an unknown amount" : writeFraction(greatest)}`;

/** A duty that grows with its base, at both ends of the base. */
function atBothEnds(duty: DutyExpression, base: Range, facts: ReadFacts, place: DutyPlace) {
  const low = dutyRange(duty, { ...facts, value: base.least }, place);
  if (isKnown(base)) return { range: low, unknown: low.unknown };
  const high =
    base.greatest === undefined
      ? duty.needs.includes("value")
        ? undefined
        : low.greatest
      : dutyRange(duty, { ...facts, value: base.greatest }, place).greatest;
  return { range: { least: low.least, greatest: high }, unknown: low.unknown };
}

function describe(component: DutyComponent, base: Range, facts: ReadFacts): string {
  if ("byReference" in component) return component.byReference;
  if (!("amount" in component)) {
    const part = component.of === undefined ? undefined : facts.values.get(component.of);
    return part === undefined ? writeRange(base) : `${writeFraction(part)} for ${component.of}`;
  }
  const name = component.over === undefined ? quantityName(component) : "piece";
  const quantity = writeFraction(facts.quantities.get(name) ?? zero);
  const each = component.forEach;
  const more = each === undefined ? "" : ` at ${writeFraction(facts.quantities.get(each) ?? zero)} ${each}`;
  return `${quantity} ${name}${more}`;
}

/** What a rate is charged on, in the order of its addends. */
function describeBase(duty: DutyExpression, base: Range, facts: ReadFacts): string {
  const sum = seasonOf(duty, facts.day?.slice(5) ?? "") ?? duty;
  const components = [sum, sum.least, sum.greatest].flatMap((one) => one?.components ?? []);
  if (components.length === 0) return writeRange(base);
  return [...new Set(components.map((component) => describe(component, base, facts)))].join("; ");
}

/** The base that holds the charge itself: base / (1 - rate). */
function grossedUp(base: Range, rate: Fraction | undefined, text: string, place: DutyPlace): Range {
  if (rate !== undefined && compareFractions(rate, one) < 0)
    return mapRange(base, (amount) => dividedBy(amount, minus(one, rate)));
  throw new TariffError({
    code: "out-of-range",
    path: `${place.path}rate`,
    received: text,
    advice: "Give one share below 100%: a charge inside its own base has no other meaning.",
  });
}

/** A duty as one share of the value; undefined for any other. */
function oneShare(duty: DutyExpression, facts: ReadFacts, place: DutyPlace): Fraction | undefined {
  if (duty.kind === "free") return zero;
  return duty.kind === "adValorem" ? dutyRange(duty, { ...facts, value: one }, place).least : undefined;
}

/** What a rate charges on a base and on the facts of the goods. */
export function chargeOnBase(
  rate: RateOnBase,
  base: Range,
  facts: ReadFacts,
  place: DutyPlace,
  inside: boolean,
): OnBase {
  const wholeOf = (duty: DutyExpression) =>
    inside ? grossedUp(base, oneShare(duty, facts, place), duty.text, place) : base;
  if (rate.is === "ratio") {
    const whole = inside ? grossedUp(base, rate.ratio, rate.text, place) : base;
    const range = mapRange(whole, (amount) => times(amount, rate.ratio));
    return { range, rate: writeShare(rate.ratio), base: writeRange(whole), free: false, unknown: [] };
  }
  if (rate.is === "unknown") {
    const charged = (duty: DutyExpression) => atBothEnds(duty, wholeOf(duty), facts, place).range;
    const range: Range = {
      least: rate.least === undefined ? zero : charged(rate.least).least,
      greatest: rate.greatest && charged(rate.greatest).greatest,
    };
    const bounds = `${rate.least?.text ?? "0%"} to ${rate.greatest?.text ?? "an unknown rate"}`;
    return { range, rate: bounds, base: writeRange(base), free: false, unknown: [rate.name] };
  }
  const { duty, claim } = rate;
  const whole = wholeOf(duty);
  const { range, unknown } =
    duty.kind === "free" ? { range: nothing, unknown: [] } : atBothEnds(duty, whole, facts, place);
  const season = seasonOf(duty, facts.day?.slice(5) ?? "");
  const { kind, sameAs } = season ?? duty;
  const text = season === undefined ? duty.text : writeBounded(season);
  return {
    range,
    rate: claim === undefined ? text : `${text} (${claim})`,
    base: describeBase(duty, whole, facts),
    free: kind === "free" || sameAs === "free",
    unknown,
  };
}

/** The facts of a part of a line. */
export function partOf(facts: ReadFacts, share: Fraction): ReadFacts {
  if (isZero(minus(share, one))) return facts;
  const counts = (name: string) =>
    name.startsWith("%") || name.startsWith("degrees") || name === "lines" || name === "jewel per piece";
  const part = (amounts: ReadonlyMap<string, Fraction>) =>
    new Map([...amounts].map(([name, amount]) => [name, counts(name) ? amount : times(amount, share)]));
  return {
    ...facts,
    quantities: part(facts.quantities),
    values: part(facts.values),
    referred: part(facts.referred),
  };
}
