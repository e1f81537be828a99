import type { Fraction } from "../exact/fraction.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { isRecord } from "../internal/isRecord.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import type { DutyExpression } from "./expressions/dutyExpression.js";
import { readDutyText } from "./expressions/parseDutyExpression.js";
import type { MeasureRate } from "./measure.js";
import { readAmount } from "./readEntry.js";
import { readCodes, readName, readRecord } from "./readRecord.js";

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

/** Texts that were read before: the lines of an entry have few rates, and name them again and again. */
const known = /* @__PURE__ */ new Map<string, DutyExpression>();
const most = 1000;

/** Reads the text of a rate. */
export function readDuty(value: unknown, path: string): DutyExpression {
  const text = requireText(value, path);
  const before = known.get(text);
  if (before !== undefined) return before;
  const duty = deepFreeze(readDutyText(text, path));
  if (known.size >= most) known.clear();
  known.set(text, duty);
  return duty;
}

/** Reads the rate of a measure. */
export function readMeasureRate(rate: MeasureRate, path: string): ReadRate {
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
    const table = readRecord(byProduct, `${path}.byProduct`, readDuty);
    return { is: "by", by: "product", duties: readCodes(table, `${path}.byProduct`) };
  }
  const { byLine } = readOptions(rate as { byLine: Record<string, string> }, path, ["byLine"]);
  return { is: "by", by: "line", duties: readRecord(byLine, `${path}.byLine`, readDuty) };
}
