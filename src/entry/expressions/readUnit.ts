import type { DecimalText } from "../../exact/decimal.js";
import { findUnit } from "../../goods/findUnit.js";
import { type QuantityUnit, unitsOfQuantity } from "../../goods/units.js";
import {
  type Cursor,
  decimalText,
  eat,
  eatWords,
  isDigit,
  isLetter,
  NotUnderstood,
  next,
  readNumber,
  readWord,
  shown,
} from "./cursor.js";
import type { SpecificDuty } from "./dutyExpression.js";
import { readPhrase } from "./readPhrase.js";

/** What an amount is charged for. */
export type PerUnit = Omit<SpecificDuty, "amount" | "currency" | "minus" | "less">;

/** Codes of the Union's integrated tariff for units that have another name here. */
const tariffCodes: ReadonlyMap<string, QuantityUnit> = /* @__PURE__ */ new Map<string, QuantityUnit>([
  ["tne", "t"],
  ["kgm", "kg"],
  ["grm", "g"],
  ["ltr", "liter"],
  ["nar", "piece"],
  ["cen", "100 pieces"],
  ["mil", "1000 pieces"],
  ["npr", "pair"],
  ["mtr", "m"],
  ["mtk", "m2"],
  ["mtq", "m3"],
  ["ctm", "carat"],
  ["tjo", "TJ"],
]);

/** Units that are a number of another: the number is then the quantity that one amount is charged for. */
const multiples: Partial<Record<QuantityUnit, readonly [QuantityUnit, bigint]>> = {
  "100 kg": ["kg", 100n],
  "100 pieces": ["piece", 100n],
  "1000 pieces": ["piece", 1000n],
  "1000 m3": ["m3", 1000n],
};

/** What a weight is counted on, by the words and abbreviations of the schedules, the longer ones first. */
const weights: readonly (readonly [words: string, measuredOn: string])[] = [
  ["net drained wt", "net drained weight"],
  ["net drained weight", "net drained weight"],
  ["eda", "net drained weight"],
  ["net dry", "net dry matter"],
  ["mas", "net dry matter"],
  ["net", "net weight"],
  ["gross weight", "gross weight"],
  ["gross", "gross weight"],
  ["br", "gross weight"],
  ["std qual", "standard quality"],
  ["dry lactic matter", "dry lactic matter"],
  ["lactic matter", "lactic matter"],
  ["tot alc", "total alcohol"],
];

function readQualifier(cursor: Cursor): string | undefined {
  for (const [words, measuredOn] of weights) if (eatWords(cursor, words)) return measuredOn;
  return undefined;
}

/** A name of a unit: one word, or two where the two together are one ("pf. liter", "lin. m"). */
function readUnitName(cursor: Cursor): QuantityUnit | undefined {
  const start = cursor.at;
  const first = readWord(cursor);
  const afterFirst = cursor.at;
  if (isLetter(next(cursor))) {
    const both = findUnit(`${first} ${readWord(cursor)}`);
    if (both !== undefined) return both;
  }
  cursor.at = afterFirst;
  const found = first === "" ? undefined : (findUnit(first) ?? tariffCodes.get(first.toLowerCase()));
  if (found === undefined) cursor.at = start;
  return found;
}

function perUnit(unit: QuantityUnit, count: DecimalText, more: Partial<PerUnit>): PerUnit {
  const [per, times] = multiples[unit] ?? [unit, 1n];
  const { base, factor } = unitsOfQuantity[per];
  const perQuantity = scaled(count, times);
  return { per, perQuantity, inBaseUnits: { quantity: product(factor, perQuantity), unit: base }, ...more };
}

const scaled = (count: DecimalText, times: bigint): DecimalText =>
  times === 1n ? count : product(count, times.toString() as DecimalText);

/** The product of two decimal texts; one of them is a whole number. */
function product(left: DecimalText, right: DecimalText): DecimalText {
  if (right === "1") return left;
  if (left === "1") return right;
  const [a, b] = [left, right].map((text) => text.split(".") as [string, string?]) as [
    [string, string?],
    [string, string?],
  ];
  const digits = (BigInt(a[0] + (a[1] ?? "")) * BigInt(b[0] + (b[1] ?? ""))).toString();
  return decimalText(digits, (a[1]?.length ?? 0) + (b[1]?.length ?? 0));
}

/** What stands behind the stroke: "kg", "100 kg / net", "1,000 pins", "% vol / hl", "line / gross", "clean kg". */
export function readUnit(cursor: Cursor): PerUnit {
  if (eat(cursor, "%")) {
    if (eatWords(cursor, "vol") && eat(cursor, "/")) {
      const unit = readUnitName(cursor);
      if (unit !== undefined && unitsOfQuantity[unit].base === "liter")
        return perUnit(unit, "1", { forEach: "% alcohol by volume" });
    }
    throw new NotUnderstood(`per cent of what is not said before ${shown(cursor)}`);
  }
  if (eatWords(cursor, "line") && eat(cursor, "/")) {
    if (eatWords(cursor, "gross")) return perUnit("gross", "1", { forEach: "lines" });
    throw new NotUnderstood(`a unit is missing before ${shown(cursor)}`);
  }
  if (eatWords(cursor, "clean kg")) return perUnit("kg", "1", { measuredOn: "clean content" });
  const count = isDigit(next(cursor)) ? readNumber(cursor) : "1";
  if (count === "0") throw new NotUnderstood("an amount per no units");
  const unit = readUnitName(cursor);
  if (unit === undefined) {
    if (count === "1") throw new NotUnderstood(`no unit of quantity stands before ${shown(cursor)}`);
    const named = isLetter(next(cursor)) ? { measuredOn: readPhrase(cursor) } : {};
    return perUnit("piece", count, named);
  }
  return perUnit(unit, count, readMeasured(cursor, unit));
}

/** What is counted, behind the unit. */
export function readMeasured(cursor: Cursor, unit: QuantityUnit): Partial<PerUnit> {
  const weighed = unitsOfQuantity[unit].base === "kg";
  if (weighed && eat(cursor, "/")) {
    const measuredOn = readQualifier(cursor);
    if (measuredOn === undefined) throw new NotUnderstood(`what is weighed is not known: ${shown(cursor)}`);
    if (measuredOn !== "net weight" || !eat(cursor, "/")) return { measuredOn };
    if (eat(cursor, "%") && eatWords(cursor, "sacchar")) {
      eat(cursor, ".");
      return { measuredOn, forEach: "% sucrose by weight" };
    }
    throw new NotUnderstood(`per cent of what is not said before ${shown(cursor)}`);
  }
  const qualifier = weighed ? readQualifier(cursor) : undefined;
  if (qualifier !== undefined) return { measuredOn: qualifier };
  if (unit === "jewel" && eatWords(cursor, "over")) return { over: readNumber(cursor) };
  if (eatWords(cursor, "on") || eatWords(cursor, "of")) {
    eatWords(cursor, "the");
    return { measuredOn: readPhrase(cursor) };
  }
  const start = cursor.at;
  if (eat(cursor, ",")) {
    if (eatWords(cursor, "including weight of container"))
      return { measuredOn: "weight including the container" };
    cursor.at = start;
  }
  return {};
}
