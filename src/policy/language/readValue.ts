import { readDecimal, writeDecimal } from "../../exact/decimal.js";
import { readFraction, writeFraction } from "../../exact/fraction.js";
import { type Rate, readRate, writeRate } from "../../exact/rate.js";
import { requireUnit } from "../../goods/convertQuantity.js";
import { readHsCode } from "../../goods/hsCode.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import type { ByProduct, OpenValue, QuotaShare, ShareText, StepShare } from "./step.js";

/** A whole tariff schedule at eight digits has about 13,000 lines. */
const mostEntries = 20_000;

/** Reads a rate and writes it in its shortest form. */
export const readRateText = (value: unknown, path: string): Rate => writeRate(readRate(value, path));

/** Reads a share from 0 to 1: a decimal, or a ratio, which is written as a decimal where one states it. */
export function readShare(value: unknown, path: string): ShareText {
  const share = readFraction(value, path);
  if (share.numerator >= 0n && share.numerator <= share.denominator) return writeFraction(share) as ShareText;
  throw new TariffError({ code: "out-of-range", path, received: value, advice: "Give a share from 0 to 1." });
}

/** Reads a value that may be given, open, or by product. */
export function readValue<T>(
  value: unknown,
  path: string,
  readOne: (given: unknown, at: string) => T,
  kind: "open" | "closed" = "open",
): T | OpenValue | ByProduct<T> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return readOne(value, path);
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === "parameter") {
    const { parameter } = value as OpenValue;
    if (typeof parameter === "string" && parameter.length <= 64) return { parameter };
  }
  if (keys.length !== 1 || keys[0] !== "byProduct") {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: value,
      advice: 'Give the value itself, { "parameter": name }, or { "byProduct": { "2709": value } }.',
    });
  }
  const table = (value as ByProduct<unknown>).byProduct;
  const entries = typeof table === "object" && table !== null ? Object.entries(table) : [];
  if (entries.length === 0 || entries.length > mostEntries) {
    throw new TariffError({
      code: entries.length === 0 ? "empty" : "too-long",
      path: `${path}.byProduct`,
      received: table,
      advice: `Give 1 to ${mostEntries} HS prefixes, each with its value.`,
    });
  }
  const seen = new Set<string>();
  const read = entries.map(([prefix, given]) => {
    const at = `${path}.byProduct.${prefix.slice(0, 20)}`;
    const inner = kind === "closed" ? readOne(given, at) : readValue(given, at, readOne);
    if (typeof inner === "object" && inner !== null && "byProduct" in inner) {
      throw new TariffError({
        code: "wrong-type",
        path: at,
        received: given,
        advice: "Give a value, not another table.",
      });
    }
    const code = readHsCode(prefix, at);
    if (seen.has(code)) {
      throw new TariffError({
        code: "overlapping-scope",
        path: at,
        received: prefix,
        advice: `Give ${code} once: dots do not make it another code.`,
      });
    }
    seen.add(code);
    return [code, inner] as const;
  });
  return { byProduct: Object.fromEntries(read) as ByProduct<T>["byProduct"] };
}

/** Reads the share of a step: given, open, by product, or what a quota leaves. */
export function readStepShare(value: unknown, path: string): StepShare {
  const isQuota = typeof value === "object" && value !== null && Object.hasOwn(value, "quota");
  return isQuota ? readQuota(value as QuotaShare, path) : readValue(value, path, readShare);
}

function readQuota(value: QuotaShare, path: string): QuotaShare {
  const given = value as { quota: string; of?: string; unit?: string };
  const { quota, of, unit } = readOptions(given, path, ["quota"], ["of", "unit"]);
  const amount = writeDecimal(readPositive(quota, `${path}.quota`, true));
  if ((of === undefined) === (unit === undefined)) {
    throw new TariffError({
      code: of === undefined ? "missing-key" : "conflicting-keys",
      path: `${path}.of`,
      received: of,
      advice:
        "Give all imports under the quota (of), or the unit in which the question brings them; not both.",
    });
  }
  if (unit !== undefined) return { quota: amount, unit: requireUnit(unit, `${path}.unit`) };
  return { quota: amount, of: writeDecimal(readPositive(of, `${path}.of`, false)) };
}

function readPositive(value: unknown, path: string, zeroToo: boolean) {
  const read = readDecimal(value, path);
  if (read.gt(0) || (zeroToo && read.isZero())) return read;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: zeroToo ? "Give a quota of zero or more." : "Give imports above zero.",
  });
}
