import { readDecimal, writeDecimal } from "../../exact/decimal.js";
import { requireCurrency } from "../../exact/money.js";
import { requireUnit } from "../../goods/convertQuantity.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { readName } from "./readConditions.js";
import { readRateText, readValue } from "./readValue.js";
import type { ByProduct, CompoundDuty, DutyBase, DutyPart } from "./step.js";

/** No schedule adds more parts than a watch has: movement, case, strap, battery. */
const mostParts = 20;

/** Reads the duty of a step: one for all products, or by product. */
export function readStepDuty(value: unknown, path: string): CompoundDuty | ByProduct<CompoundDuty> {
  const isTable = typeof value === "object" && value !== null && Object.hasOwn(value, "byProduct");
  return isTable
    ? (readValue(value, path, readDuty, "closed") as ByProduct<CompoundDuty>)
    : readDuty(value, path);
}

/** Reads a duty of several parts. */
function readDuty(value: unknown, path: string): CompoundDuty {
  const { sum, least, greatest } = readOptions(value as CompoundDuty, path, ["sum"], ["least", "greatest"]);
  return {
    sum: readParts(sum, `${path}.sum`),
    ...(least === undefined ? {} : { least: readParts(least, `${path}.least`) }),
    ...(greatest === undefined ? {} : { greatest: readParts(greatest, `${path}.greatest`) }),
  };
}

function readParts(value: unknown, path: string): readonly DutyPart[] {
  return readList(value, path, "Give 1 to 20 parts, each a rate or an amount.", readPart);
}

function readPart(value: unknown, path: string): DutyPart {
  if (typeof value !== "object" || value === null) return readRateText(value, path);
  const { amount, currency, per } = readOptions(
    value as Exclude<DutyPart, string>,
    path,
    ["amount", "currency"],
    ["per"],
  );
  requireCurrency(currency, `${path}.currency`);
  return {
    amount: writeDecimal(readDecimal(amount, `${path}.amount`)),
    currency: currency,
    ...(per === undefined ? {} : { per: requireUnit(per, `${path}.per`) }),
  };
}

/** Reads what the shares of a step are taken of. */
export function readBase(value: unknown, path: string): DutyBase {
  const terms = readList(value, path, 'Give terms such as "customs value" or { chargeOf: "mfn" }.', readTerm);
  const named = terms.map((term) => (typeof term === "string" ? term : `chargeOf ${term.chargeOf}`));
  const twice = named.findIndex((name, at) => named.indexOf(name) !== at);
  if (twice === -1) return terms;
  throw new TariffError({
    code: "duplicate-id",
    path: `${path}[${twice}]`,
    received: terms[twice],
    advice: "Name each term once: it would count twice.",
  });
}

function readTerm(value: unknown, path: string): DutyBase[number] {
  if (value === "customs value") return value;
  const { chargeOf } = readOptions(value as { chargeOf: string }, path, ["chargeOf"]);
  return { chargeOf: readName(chargeOf, `${path}.chargeOf`) };
}

function readList<T>(
  value: unknown,
  path: string,
  advice: string,
  readOne: (one: unknown, at: string) => T,
): readonly T[] {
  if (Array.isArray(value) && value.length >= 1 && value.length <= mostParts) {
    return Array.from(value, (one, at) => readOne(one, `${path}[${at}]`));
  }
  throw new TariffError({
    code: !Array.isArray(value) ? "wrong-type" : value.length === 0 ? "empty" : "too-long",
    path,
    received: value,
    advice,
  });
}
