import { type HsCode, readHsCode } from "../goods/hsCode.js";
import { isRecord } from "../internal/isRecord.js";
import { requirePlainList } from "../internal/listBounds.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";

/** More names than a line or a measure has. */
const most = 10_000;

const unsafe = new Set(["__proto__", "constructor", "prototype"]);

/** Reads an object whose keys are names, each value by the function given. */
export function readRecord<T>(
  value: Readonly<Record<string, unknown>> | undefined,
  path: string,
  read: (value: unknown, path: string) => T,
): ReadonlyMap<string, T> {
  if (value === undefined) return new Map();
  const keys = isRecord(value) ? Object.getOwnPropertyNames(value) : [];
  const unsafeKey = keys.find((key) => unsafe.has(key));
  if (!isRecord(value) || keys.length > most || unsafeKey !== undefined) {
    throw new TariffError({
      code: !isRecord(value) ? "wrong-type" : unsafeKey === undefined ? "too-long" : "unsafe-key",
      path: unsafeKey === undefined ? path : `${path}.${unsafeKey}`,
      received: value,
      advice: `Give an object with at most ${most} names.`,
    });
  }
  return new Map(keys.map((key) => [key, read(value[key], `${path}.${key}`)]));
}

/** A table by code, with digits only; a code that stands there twice, once with dots, is refused. */
export function readCodes<T>(table: ReadonlyMap<string, T>, path: string): ReadonlyMap<HsCode, T> {
  const read = new Map<HsCode, T>();
  for (const [code, value] of table) {
    const digits = readHsCode(code, `${path}.${code}`);
    if (read.has(digits)) {
      throw new TariffError({
        code: "overlapping-scope",
        path: `${path}.${code}`,
        received: code,
        advice: `Give ${digits} once: dots do not make it another code.`,
      });
    }
    read.set(digits, value);
  }
  return read;
}

/** Reads a list of texts, none of them empty; absent is an empty list. */
export function readTexts(value: readonly string[] | undefined, path: string): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > most) {
    throw new TariffError({
      code: Array.isArray(value) ? "too-long" : "wrong-type",
      path,
      received: value,
      advice: `Give a list of at most ${most} texts.`,
    });
  }
  return Array.from(value, (text, at) => readName(text, `${path}[${at}]`));
}

/** Reads a text that is not empty and no page. */
export function readName(value: unknown, path: string): string {
  const text = requireText(value, path);
  if (text !== "" && text.length <= 1000) return text;
  throw new TariffError({
    code: text === "" ? "empty" : "too-long",
    path,
    received: text,
    advice: "Give a text of 1 to 1,000 characters.",
  });
}

/** A list of 1 to 10,000 entries. */
export function readList<T>(value: readonly T[], path: string): readonly T[] {
  if (Array.isArray(value) && value.length > 0 && value.length <= most)
    return Array.from(requirePlainList(value, path));
  throw new TariffError({
    code: Array.isArray(value) ? (value.length === 0 ? "empty" : "too-long") : "wrong-type",
    path,
    received: value,
    advice: `Give a list of 1 to ${most} entries.`,
  });
}
