import { requireEconomy } from "../economies/economy.js";
import { writeDecimal } from "../exact/decimal.js";
import { compareFractions, type Fraction, readFraction } from "../exact/fraction.js";
import { readRate } from "../exact/rate.js";
import { readHsCode } from "../goods/hsCode.js";
import { isRecord } from "../internal/isRecord.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { readCurrencyCode } from "./exchange.js";
import type { DutyExpression } from "./expressions/dutyExpression.js";
import type { BaseTerm, ChargeKind, EntryMeasure } from "./measure.js";
import { oneOf } from "./oneOf.js";
import { readBaseTerm } from "./readBaseTerm.js";
import { readAmount } from "./readEntry.js";
import { type ReadRate, readDuty, readMeasureRate } from "./readMeasureRate.js";
import { readList, readName, readRecord, readTexts } from "./readRecord.js";
import { refuseIdle, requireOnEntry } from "./refuseIdle.js";
import { type ReadRounding, readRounding } from "./rounding.js";

/** A measure that was read. */
export interface ReadMeasure {
  readonly authority: string;
  readonly kind: ChargeKind;
  readonly per: "line" | "entry";
  readonly path: string;
  readonly law: string | undefined;
  readonly rate: ReadRate | undefined;
  readonly amount: Fraction | undefined;
  readonly base: readonly BaseTerm[];
  readonly inside: boolean;
  readonly least: Fraction | undefined;
  readonly greatest: Fraction | undefined;
  readonly currency: string | undefined;
  readonly lines: readonly string[];
  readonly products: readonly string[];
  readonly origins: readonly string[];
  readonly when: readonly { readonly fact: string; readonly is: readonly string[] }[];
  readonly preferences: ReadonlyMap<string, DutyExpression>;
  readonly exemptClaims: readonly string[];
  readonly yieldsTo: readonly string[];
  readonly ceiling:
    | { readonly greatest: Fraction; readonly text: string; readonly with: readonly string[] }
    | undefined;
  readonly rounding: ReadRounding;
}

function readCeiling(ceiling: NonNullable<EntryMeasure["ceiling"]>, path: string) {
  const given = readOptions(ceiling, path, ["greatest", "with"]);
  const share = readRate(given.greatest, `${path}.greatest`);
  return {
    greatest: readFraction(writeDecimal(share), path),
    text: given.greatest,
    with: readTexts(readList(given.with, `${path}.with`), `${path}.with`),
  };
}

/** Reads one measure. */
function readMeasure(measure: EntryMeasure, path: string, rounding: ReadRounding): ReadMeasure {
  const given = readOptions(
    measure,
    path,
    ["authority", "kind", "per"],
    [
      "rate",
      "amount",
      "base",
      "insideItsBase",
      "least",
      "greatest",
      "currency",
      "law",
      "lines",
      "products",
      "origins",
      "when",
      "preferences",
      "exemptClaims",
      "yieldsTo",
      "ceiling",
      "rounding",
    ],
  );
  if ((given.rate === undefined) === (given.amount === undefined)) {
    throw new TariffError({
      code: given.rate === undefined ? "missing-key" : "conflicting-keys",
      path,
      received: given.rate,
      advice: "Give a rate or a fixed amount, one of the two.",
    });
  }
  if (given.rate !== undefined && given.base === undefined) {
    throw new TariffError({
      code: "missing-key",
      path: `${path}.base`,
      received: undefined,
      advice: 'Say what the rate is taken of, for example ["customs value"]; it has no default.',
    });
  }
  refuseIdle(given, path);
  if (given.insideItsBase !== undefined)
    oneOf(String(given.insideItsBase), ["true"], `${path}.insideItsBase`);
  const optional = (value: unknown, key: string) =>
    value === undefined ? undefined : readAmount(value, `${path}.${key}`);
  const rate = given.rate === undefined ? undefined : readMeasureRate(given.rate, `${path}.rate`);
  if (given.per === "entry" && rate?.is === "text") requireOnEntry(rate.duty, given.rate, `${path}.rate`);
  const [least, greatest] = [optional(given.least, "least"), optional(given.greatest, "greatest")];
  if (least !== undefined && greatest !== undefined && compareFractions(least, greatest) > 0) {
    throw new TariffError({
      code: "out-of-range",
      path: `${path}.least`,
      received: given.least,
      advice: `Give a least that is no more than the greatest, ${given.greatest}.`,
    });
  }
  return {
    authority: readName(given.authority, `${path}.authority`),
    kind: oneOf(given.kind, ["duty", "excise", "tax", "fee"], `${path}.kind`),
    per: oneOf(given.per, ["line", "entry"], `${path}.per`),
    path,
    law: given.law === undefined ? undefined : readName(given.law, `${path}.law`),
    rate,
    amount: optional(given.amount, "amount"),
    base:
      given.base === undefined
        ? []
        : readList(given.base, `${path}.base`).map((term, at) => readBaseTerm(term, `${path}.base[${at}]`)),
    inside: given.insideItsBase === true,
    least,
    greatest,
    currency: given.currency === undefined ? undefined : readCurrencyCode(given.currency, `${path}.currency`),
    lines: readTexts(given.lines, `${path}.lines`),
    products: readTexts(given.products, `${path}.products`).map((code, at) =>
      readHsCode(code, `${path}.products[${at}]`),
    ),
    origins: readTexts(given.origins, `${path}.origins`).map((code, at) =>
      requireEconomy(code, `${path}.origins[${at}]`),
    ),
    when: (given.when === undefined ? [] : readList(given.when, `${path}.when`)).map((condition, at) => {
      const where = `${path}.when[${at}]`;
      const { fact, is } = readOptions(condition, where, ["fact", "is"]);
      return {
        fact: readName(fact, `${where}.fact`),
        is: readTexts(readList(is, `${where}.is`), `${where}.is`),
      };
    }),
    preferences: readRecord(given.preferences, `${path}.preferences`, readDuty),
    exemptClaims: readTexts(given.exemptClaims, `${path}.exemptClaims`),
    yieldsTo: readTexts(given.yieldsTo, `${path}.yieldsTo`),
    ceiling: given.ceiling === undefined ? undefined : readCeiling(given.ceiling, `${path}.ceiling`),
    rounding: given.rounding === undefined ? rounding : readRounding(given.rounding, `${path}.rounding`),
  };
}

/** Refuses an authority that is named before it has charged anything: its charge would count as nothing. */
function requireBefore(names: readonly string[], before: ReadonlySet<string>, path: string): void {
  const unknown = names.find((name) => !before.has(name));
  if (unknown === undefined) return;
  throw new TariffError({
    code: "unknown-authority",
    path,
    received: unknown,
    advice: "Name an authority of a measure that stands before this one; measures work in their order.",
  });
}

/** Reads the measures, in their order. */
export function readMeasures(
  measures: readonly EntryMeasure[],
  path: string,
  rounding: ReadRounding,
): readonly ReadMeasure[] {
  const before = new Set<string>();
  return readList(measures, path).map((measure, at) => {
    const read = readMeasure(measure, `${path}[${at}]`, rounding);
    const charges = read.base.flatMap((term) =>
      isRecord(term) && "chargeOf" in term ? [term.chargeOf] : [],
    );
    requireBefore(charges, before, `${read.path}.base`);
    requireBefore(read.yieldsTo, before, `${read.path}.yieldsTo`);
    requireBefore(read.ceiling?.with ?? [], before, `${read.path}.ceiling.with`);
    before.add(read.authority);
    return read;
  });
}
