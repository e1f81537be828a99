import { type PartnerCode, requirePartner } from "../../economies/partner.js";
import { Decimal, divide, readNonNegative } from "../../exact/decimal.js";
import { readRate } from "../../exact/rate.js";
import { readHsCode } from "../../goods/hsCode.js";
import { isRecord } from "../../internal/isRecord.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import type { TariffAveragesOptions, TariffLine } from "./tariffLine.js";

/** A line as numbers: what each authority charges, as a fraction of the value. */
export interface ReadLine {
  readonly exporter: PartnerCode;
  readonly product: string;
  readonly value: Decimal;
  /** The authorities that state a rate. */
  readonly stated: readonly string[];
  readonly charged: ReadonlyMap<string, Decimal>;
  readonly rate: Decimal;
}

const most = 1_000_000;
const unsafe = new Set(["__proto__", "constructor", "prototype"]);

/** A list that holds something. */
export function readEntries<T>(value: readonly T[], path: string): readonly T[] {
  if (Array.isArray(value) && value.length > 0 && value.length <= most) return Array.from(value);
  throw new TariffError({
    code: Array.isArray(value) ? (value.length === 0 ? "empty" : "too-long") : "wrong-type",
    path,
    received: value,
    advice: `Give a list of 1 to ${most} entries.`,
  });
}

function readTable(value: unknown, path: string, read: (one: unknown, path: string) => Decimal) {
  if (!isRecord(value)) {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: value,
      advice: "Give an object with one entry for each authority.",
    });
  }
  const names = Object.getOwnPropertyNames(value);
  const bad = names.find((name) => unsafe.has(name) || name === "" || name.length > 100);
  if (bad !== undefined) {
    throw new TariffError({
      code: unsafe.has(bad) ? "unsafe-key" : bad === "" ? "empty" : "too-long",
      path: `${path}.${bad.slice(0, 100)}`,
      received: bad,
      advice: "Name an authority in 1 to 100 characters.",
    });
  }
  return new Map(names.map((name) => [name, read(value[name], `${path}.${name}`)]));
}

function readOne(line: TariffLine, of: TariffAveragesOptions["of"], path: string): ReadLine {
  const given = readOptions(
    line,
    path,
    of === "effective"
      ? ["exporter", "product", "rates", "customsValue", "duties"]
      : ["exporter", "product", "rates", "customsValue"],
    ["duties"],
  );
  const value = readNonNegative(given.customsValue, `${path}.customsValue`);
  const rates = readTable(given.rates, `${path}.rates`, readRate);
  const duties =
    given.duties === undefined ? new Map() : readTable(given.duties, `${path}.duties`, readNonNegative);
  const stranger = [...duties.keys()].find((name) => !rates.has(name));
  if (stranger !== undefined) {
    throw new TariffError({
      code: "unknown-authority",
      path,
      received: stranger,
      advice: "Give the rate that the authority states as well, be it 0%.",
    });
  }
  const paid = [...duties].map(([name, duty]): [string, Decimal] => [
    name,
    shareOf(duty, value, `${path}.customsValue`),
  ]);
  const charged = of === "effective" ? new Map(paid) : rates;
  return {
    exporter: requirePartner(given.exporter, `${path}.exporter`),
    product: readHsCode(given.product, `${path}.product`),
    value,
    stated: [...rates.keys()],
    charged,
    rate: [...charged.values()].reduce((sum, one) => sum.plus(one), new Decimal(0)),
  };
}

/** A duty over its value; a line without trade paid nothing. */
function shareOf(duty: Decimal, value: Decimal, path: string): Decimal {
  return duty.isZero() ? duty : divide(duty, value, path);
}

/** Reads the lines; a product that an exporter sells stands once, and not beside a part of it. */
export function readLines(
  lines: readonly TariffLine[],
  of: TariffAveragesOptions["of"],
): readonly ReadLine[] {
  const seen = new Set<string>();
  const read = readEntries(lines, "lines").map((line, at) => {
    const one = readOne(line, of, `lines[${at}]`);
    const key = `${one.exporter} ${one.product}`;
    if (seen.has(key)) {
      throw new TariffError({
        code: "duplicate-flow",
        path: `lines[${at}]`,
        received: key,
        advice: "Give each product of an exporter once.",
      });
    }
    seen.add(key);
    return one;
  });
  read.forEach(({ exporter, product }, at) => {
    for (let end = product.length - 2; end >= 2; end -= 2) {
      const whole = product.slice(0, end);
      if (!seen.has(`${exporter} ${whole}`)) continue;
      throw new TariffError({
        code: "overlapping-scope",
        path: `lines[${at}].product`,
        received: product,
        advice: `Give goods at one level: the line of ${whole} from ${exporter} already contains ${product}.`,
      });
    }
  });
  return read;
}
