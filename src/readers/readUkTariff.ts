import { Decimal } from "../exact/decimal.js";
import { type HsCode, readHsCode } from "../goods/hsCode.js";
import { isRecord } from "../internal/isRecord.js";
import { jsonOf } from "./json/jsonOf.js";
import type { Source } from "./source/source.js";

/**
 * What {@link readUkTariff} reads.
 *
 * @category Readers
 */
export interface UkTariffReadOptions {
  /** The JSON of one commodity. */
  readonly source: Source;
}

/**
 * A customs duty among the measures of a commodity.
 *
 * @category Readers
 */
export interface UkDuty {
  /** The number of the measure. */
  readonly id: string;
  /** Its type, for example `"103"`, third country duty, or `"142"`, tariff preference. */
  readonly type: string;
  /** What the type is called. */
  readonly title: string;
  /** Whom it concerns: `"1011"` all, an ISO code of two letters, or the number of a group. */
  readonly origin: string;
  /** Whether `origin` is a group. */
  readonly originIsGroup: boolean;
  /** Countries the group is without here, ISO codes of two letters. */
  readonly excluded: readonly string[];
  /** The duty as the tariff writes it. */
  readonly text: string;
  /** The duty as a fraction, such as `"0.06"`; null where it is no single ad valorem duty. */
  readonly rate: string | null;
  /** First day. */
  readonly from: string | null;
  /** Last day; null while it is open. */
  readonly to: string | null;
}

/**
 * A measure that is no customs duty.
 *
 * @category Readers
 */
export interface UkSkippedMeasure {
  /** The number of the measure. */
  readonly id: string;
  /** Its type. */
  readonly type: string;
  /** `no-duty`: a unit or a control; `not-customs`: value added tax or excise. */
  readonly reason: "no-duty" | "not-customs";
}

/**
 * The import duties of a commodity.
 *
 * @category Readers
 */
export interface UkTariff {
  /** The commodity, ten digits. */
  readonly product: HsCode;
  /** Customs duties. */
  readonly duties: readonly UkDuty[];
  /** Measures that are none. */
  readonly skipped: readonly UkSkippedMeasure[];
  /** The third country duty for all origins as a fraction; null where it is not a single ad valorem duty, or is absent. */
  readonly mfn: string | null;
}

/**
 * Reads the import duties of a commodity from the API of the UK Trade Tariff.
 *
 * **Result**: customs duties only. An empty duty of a control is no free entry, and value added tax no duty.
 *
 * **Leaves out**: the members of groups, quotas and conditions; measures of export.
 *
 * @throws `not-json`, `truncated-json`, `empty-file`, `api-error` for what is no commodity, `no-such-file`.
 * @example A duty of 6 %
 * ```ts
 * import { readUkTariff } from "tariff-whatif/readers";
 *
 * const link = (type: string, id: string) => ({ data: { type, id } });
 * const text = JSON.stringify({
 *   data: {
 *     attributes: { goods_nomenclature_item_id: "0101300000" },
 *     relationships: { import_measures: { data: [{ type: "measure", id: "1" }] } },
 *   },
 *   included: [
 *     { type: "measure", id: "1", attributes: {}, relationships: {
 *       duty_expression: link("duty_expression", "d"),
 *       measure_type: link("measure_type", "103"),
 *       geographical_area: link("geographical_area", "1011"),
 *     } },
 *     { type: "duty_expression", id: "d", attributes: { base: "6.00 %", verbose_duty: "6.00%" } },
 *   ],
 * });
 * (await readUkTariff({ source: { text } })).mfn; // => "0.06"
 * ```
 * @category Readers
 */
export async function readUkTariff(options: UkTariffReadOptions): Promise<UkTariff> {
  const { value, refuse } = await jsonOf(options);
  const code = at(value, "data", "attributes", "goods_nomenclature_item_id");
  const measures = at(value, "data", "relationships", "import_measures", "data");
  const included = at(value, "included");
  if (typeof code !== "string" || !Array.isArray(measures) || !Array.isArray(included)) {
    refuse({
      code: "api-error",
      place: {},
      received: "",
      advice: "Pass the answer for one commodity: a heading has no measures.",
    });
  }
  const records = new Map<string, unknown>();
  for (const entry of included as readonly unknown[])
    records.set(`${text(at(entry, "type"))} ${text(at(entry, "id"))}`, entry);
  const duties: UkDuty[] = [];
  const skipped: UkSkippedMeasure[] = [];
  for (const reference of measures as readonly unknown[]) {
    const id = text(at(reference, "id"));
    const measure = records.get(`measure ${id}`);
    if (measure === undefined)
      refuse({
        code: "api-error",
        place: {},
        received: id,
        advice: `Ask again: measure ${id} is named and not included.`,
      });
    const linked = (relation: string) => at(measure, "relationships", relation, "data");
    const type = text(at(linked("measure_type"), "id"));
    const written = records.get(`duty_expression ${text(at(linked("duty_expression"), "id"))}`);
    const base = text(at(written, "attributes", "base")).trim();
    if (
      /^3/.test(type) ||
      !/\d/.test(base) ||
      !/^(10[36]|11[0-9]|12[0-9]|14[0-9]|55[0-9]|6\d\d|69\d)$/.test(type)
    ) {
      skipped.push({ id, type, reason: /^3/.test(type) ? "not-customs" : "no-duty" });
      continue;
    }
    const origin = text(at(linked("geographical_area"), "id"));
    const excluded = linked("excluded_countries");
    duties.push({
      id,
      type,
      title: text(at(records.get(`measure_type ${type}`), "attributes", "description")),
      origin,
      originIsGroup: /^\d{4}$/.test(origin) && origin !== "1011",
      excluded: Array.isArray(excluded) ? excluded.map((each) => text(at(each, "id"))) : [],
      text: text(at(written, "attributes", "verbose_duty")) || base,
      rate: fractionOf(base),
      from: day(at(measure, "attributes", "effective_start_date")),
      to: day(at(measure, "attributes", "effective_end_date")),
    });
  }
  const general = duties.find(({ type, origin }) => (type === "103" || type === "105") && origin === "1011");
  return { product: readHsCode(code, "data"), duties, skipped, mfn: general?.rate ?? null };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const day = (value: unknown): string | null => (typeof value === "string" ? value.slice(0, 10) : null);

function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

function fractionOf(base: string): string | null {
  const single = /^(\d{1,6}(?:\.\d{1,6})?) ?%$/.exec(base);
  return single === null ? null : new Decimal(single[1] as string).div(100).toFixed();
}
