import { requireEconomy } from "../economies/economy.js";
import { writeDecimal } from "../exact/decimal.js";
import { type Fraction, readFraction } from "../exact/fraction.js";
import { readRate } from "../exact/rate.js";
import { readHsCode } from "../goods/hsCode.js";
import { isRecord } from "../internal/isRecord.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import type { DutyExpression } from "./expressions/dutyExpression.js";
import { readDutyText } from "./expressions/parseDutyExpression.js";
import type { BaseTerm, ChargeKind, EntryMeasure, MeasureRate } from "./measure.js";
import { readAmount } from "./readEntry.js";
import { readList, readName, readRecord, readTexts } from "./readRecord.js";
import { type EntryRounding, readRounding } from "./rounding.js";

/** A rate that was read. */
export type ReadRate =
  | { readonly is: "text"; readonly duty: DutyExpression; readonly claim?: string }
  | {
      readonly is: "by";
      readonly by: "line" | "product";
      readonly duties: ReadonlyMap<string, DutyExpression>;
    }
  | { readonly is: "ratio"; readonly text: string; readonly ratio: Fraction }
  | {
      readonly is: "quota";
      readonly quota: string;
      readonly within: DutyExpression;
      readonly over: DutyExpression;
    }
  | {
      readonly is: "unknown";
      readonly name: string;
      readonly least: DutyExpression | undefined;
      readonly greatest: DutyExpression | undefined;
    };

/** A rate on one base: what is left when the line, the product and the quota are known. */
export type RateOnBase = Exclude<ReadRate, { is: "by" | "quota" }>;

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
  readonly rounding: EntryRounding;
}

const readDuty = (value: unknown, path: string): DutyExpression =>
  readDutyText(requireText(value, path), path);

function oneOf<T extends string>(value: T, names: readonly T[], path: string): T {
  if (names.includes(value)) return value;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: `Write one of ${names.join(", ")}.`,
  });
}

function readMeasureRate(rate: MeasureRate, path: string): ReadRate {
  if (!isRecord(rate)) return { is: "text", duty: readDuty(rate, path) };
  if ("quota" in rate) {
    const { quota, within, over } = readOptions(
      rate as { quota: string; within: string; over: string },
      path,
      ["quota", "within", "over"],
    );
    return {
      is: "quota",
      quota: readName(quota, `${path}.quota`),
      within: readDuty(within, `${path}.within`),
      over: readDuty(over, `${path}.over`),
    };
  }
  if ("unknown" in rate) {
    const { unknown, least, greatest } = readOptions(
      rate as { unknown: string; least?: string; greatest?: string },
      path,
      ["unknown"],
      ["least", "greatest"],
    );
    return {
      is: "unknown",
      name: readName(unknown, `${path}.unknown`),
      least: least === undefined ? undefined : readDuty(least, `${path}.least`),
      greatest: greatest === undefined ? undefined : readDuty(greatest, `${path}.greatest`),
    };
  }
  if ("ratio" in rate) {
    const { ratio } = readOptions(rate as { ratio: string }, path, ["ratio"]);
    return { is: "ratio", text: ratio, ratio: readAmount(ratio, `${path}.ratio`) };
  }
  if ("byProduct" in rate) {
    const { byProduct } = readOptions(rate as { byProduct: Record<string, string> }, path, ["byProduct"]);
    const duties = readRecord(byProduct, `${path}.byProduct`, readDuty);
    return {
      is: "by",
      by: "product",
      duties: new Map(
        [...duties].map(([code, duty]) => [readHsCode(code, `${path}.byProduct.${code}`), duty]),
      ),
    };
  }
  const { byLine } = readOptions(rate as { byLine: Record<string, string> }, path, ["byLine"]);
  return { is: "by", by: "line", duties: readRecord(byLine, `${path}.byLine`, readDuty) };
}

function readTerm(term: BaseTerm, path: string): BaseTerm {
  if (!isRecord(term)) return oneOf<"customs value">(term as "customs value", ["customs value"], path);
  const [key = ""] = Object.keys(term);
  const known = ["chargeOf", "valueOf", "addition"] as const;
  const name = oneOf(key as (typeof known)[number], known, path);
  const given = readOptions(
    term as Readonly<Record<string, unknown>>,
    path,
    [name],
    name === "valueOf" ? ["less"] : [],
  );
  readName(given[name], `${path}.${name}`);
  if (given.less !== undefined && given.less !== true) {
    throw new TariffError({
      code: "wrong-type",
      path: `${path}.less`,
      received: given.less,
      advice: "Write true, or leave the key out.",
    });
  }
  return term;
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
function readMeasure(measure: EntryMeasure, path: string, rounding: EntryRounding): ReadMeasure {
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
  if (given.insideItsBase !== undefined)
    oneOf(String(given.insideItsBase), ["true"], `${path}.insideItsBase`);
  const optional = (value: unknown, key: string) =>
    value === undefined ? undefined : readAmount(value, `${path}.${key}`);
  return {
    authority: readName(given.authority, `${path}.authority`),
    kind: oneOf(given.kind, ["duty", "excise", "tax", "fee"], `${path}.kind`),
    per: oneOf(given.per, ["line", "entry"], `${path}.per`),
    path,
    law: given.law === undefined ? undefined : readName(given.law, `${path}.law`),
    rate: given.rate === undefined ? undefined : readMeasureRate(given.rate, `${path}.rate`),
    amount: optional(given.amount, "amount"),
    base:
      given.base === undefined
        ? []
        : readList(given.base, `${path}.base`).map((term, at) => readTerm(term, `${path}.base[${at}]`)),
    inside: given.insideItsBase === true,
    least: optional(given.least, "least"),
    greatest: optional(given.greatest, "greatest"),
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
  rounding: EntryRounding,
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
