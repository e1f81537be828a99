import { type Fraction, minus, plus, zero } from "../exact/fraction.js";
import { isRecord } from "../internal/isRecord.js";
import { TariffError } from "../internal/TariffError.js";
import type { BaseTerm } from "./measure.js";
import { addRanges, exactly, type Range } from "./range.js";
import type { ReadLine } from "./readEntry.js";

/** A line and what has been charged on it so far. */
export interface LineState {
  readonly line: ReadLine;
  /** Before rounding, by authority: ceilings and precedence go by it. */
  readonly charged: Map<string, Range>;
  /** As the next base counts it, by authority. */
  readonly carried: Map<string, Range>;
}

const named = (
  from: ReadonlyMap<string, Fraction>,
  name: string,
  state: LineState,
  kind: "values" | "additions",
): Fraction => {
  const amount = from.get(name);
  if (amount !== undefined) return amount;
  throw new TariffError({
    code: "missing-fact",
    path: `${state.line.path}.${kind}`,
    received: undefined,
    advice: `Give "${name}" in ${kind}: the base of a charge asks for it. Where there is none, give "0".`,
  });
};

/** What a rate is taken of on a line. */
export function baseOf(terms: readonly BaseTerm[], state: LineState): Range {
  let base = exactly(zero);
  for (const term of terms) {
    if (!isRecord(term)) base = addRanges(base, exactly(state.line.value));
    else if ("chargeOf" in term) base = addRanges(base, state.carried.get(term.chargeOf) ?? exactly(zero));
    else if ("addition" in term)
      base = addRanges(base, exactly(named(state.line.additions, term.addition, state, "additions")));
    else {
      const value = named(state.line.goods.values, term.valueOf, state, "values");
      const { least, greatest } = base;
      base = term.less
        ? { least: minus(least, value), greatest: greatest && minus(greatest, value) }
        : { least: plus(least, value), greatest: greatest && plus(greatest, value) };
    }
  }
  if (base.least.numerator >= 0n) return base;
  throw new TariffError({
    code: "shares-do-not-add-up",
    path: `${state.line.path}.values`,
    received: Object.fromEntries(state.line.goods.values),
    advice: "Give parts that are worth no more than the whole: what is taken off exceeds the base.",
  });
}
