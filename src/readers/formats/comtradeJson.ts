import { comtradeUnit } from "./comtradeUnits.js";
import type { JsonFormat } from "./format.js";
import { OfficeRows, type OfficeSettings, plainNumbers } from "./office.js";
import { readYear } from "./readPeriod.js";
import { hsEdition } from "./wits.js";

/** Answers end at these lengths without a word. */
const ceilings: readonly number[] = [500, 100_000, 250_000];

/** UN Comtrade, JSON of the API. */
export const comtradeJsonFormat = (settings: OfficeSettings): JsonFormat => ({
  json(value, _lines, sink) {
    const answer = value as { count?: unknown; data?: unknown; error?: unknown };
    if (typeof answer !== "object" || answer === null || !Array.isArray(answer.data)) {
      const said = String((answer as { message?: unknown } | null)?.message ?? answer?.error ?? "");
      sink.refuse({
        code: "api-error",
        place: {},
        received: said,
        advice: "Ask again: the answer has no list of data.",
      });
      return;
    }
    if (typeof answer.error === "string" && answer.error !== "") {
      sink.refuse({
        code: "api-error",
        place: {},
        received: answer.error,
        advice: "Ask again: the answer reports an error.",
      });
    }
    const records = answer.data as readonly Record<string, unknown>[];
    if (answer.count !== undefined && answer.count !== null && Number(answer.count) !== records.length) {
      sink.refuse({
        code: "row-count",
        place: {},
        received: `${String(answer.count)} and ${records.length}`,
        advice: `Ask again: the answer says ${String(answer.count)} records and has ${records.length}.`,
      });
    }
    if (records.length === 0)
      sink.refuse({
        code: "no-rows",
        place: {},
        received: 0,
        advice: "Ask for data that exist: the answer has no records.",
      });
    const rows = new OfficeRows(sink, settings, "comtrade");
    if (ceilings.includes(records.length))
      sink.warn(
        "may-be-cut-off",
        { row: records.length - 1 },
        `The answer has ${records.length} records, where the service stops without a word.`,
      );
    const editionOf = new Map<string, string>();
    for (const [row, record] of records.entries()) readRecord(record, row, { rows, editionOf }, sink);
    rows.finish();
  },
});

function readRecord(
  record: Record<string, unknown>,
  row: number,
  { rows, editionOf }: { readonly rows: OfficeRows; readonly editionOf: Map<string, string> },
  sink: Parameters<JsonFormat["json"]>[2],
): void {
  const at = { row };
  const text = (key: string) =>
    record[key] === null || record[key] === undefined ? "" : String(record[key]);
  if (typeof record !== "object" || record === null) {
    sink.fail("wrong-type", at, record, "Look at this record: it is no object.");
    return;
  }
  const missing = ["flowCode", "reporterCode", "partnerCode", "cmdCode", "primaryValue"].find(
    (key) => !(key in record),
  );
  if (missing !== undefined) {
    sink.fail(
      "missing-column",
      { row, column: missing },
      Object.keys(record).join(", "),
      `Ask for the field ${missing}: this record lacks it.`,
    );
    return;
  }
  if (text("flowCode") !== "M") {
    sink.skip(at, "other-flow", text("flowCode"));
    return;
  }
  if (
    !/^(|0)$/.test(text("partner2Code")) ||
    !/^(|C00)$/.test(text("customsCode")) ||
    !/^(|0)$/.test(text("motCode"))
  ) {
    sink.skip(at, "breakdown", [text("partner2Code"), text("customsCode"), text("motCode")].join(" "));
    return;
  }
  const date = readYear(text("period") || text("refYear"));
  if (date === undefined) {
    sink.fail(
      "not-a-year",
      { row, column: "period" },
      record.period,
      "Look at the period: it is no year and no month.",
    );
    return;
  }
  if (!rows.ofYear(date.year, at)) return;
  const edition = text("classificationCode");
  if (!rows.ofHs(edition, { row, column: "classificationCode" })) return;
  // Each importer reports in an edition of its own; an answer may mix it with what was converted.
  const reported = `${text("reporterCode")} ${date.year}`;
  const first = editionOf.get(reported);
  if (first === undefined) editionOf.set(reported, edition);
  else if (first !== edition)
    sink.warn(
      "two-classifications",
      at,
      `The answer mixes ${hsEdition(first)} and ${hsEdition(edition)} of one importer: convert one before you compare goods.`,
    );
  const product = rows.product(text("cmdCode"), { row, column: "cmdCode" });
  if (product === undefined) return;
  const importer = rows.importer(text("reporterCode"), { row, column: "reporterCode" });
  if (importer === undefined) return;
  const exporter = rows.exporter(text("partnerCode"), { row, column: "partnerCode" });
  if (exporter === undefined) return;
  if (text("partnerCode") === "490")
    sink.warn("taken-as-taiwan", at, "490, Other Asia not elsewhere specified, is taken as Taiwan.");
  const value = rows.amount(text("primaryValue"), plainNumbers, { row, column: "primaryValue" });
  const unit = comtradeUnit(text("qtyUnitCode"));
  const quantity = unit === undefined ? null : rows.amount(text("qty"), plainNumbers, { row, column: "qty" });
  const netWeightKg = rows.amount(text("netWgt"), plainNumbers, { row, column: "netWgt" });
  if (value === undefined || quantity === undefined || netWeightKg === undefined) return;
  if (value === null) {
    sink.skip(at, "missing-value", "primaryValue");
    return;
  }
  if (record.isOriginalClassification === false)
    sink.warn(
      "converted-classification",
      at,
      `This record was reported in ${hsEdition(edition)} and converted by the United Nations.`,
    );
  rows.leveled({
    at,
    importer,
    exporter,
    product,
    ...date,
    value,
    currency: "USD",
    duties: null,
    quantity,
    unit: quantity === null ? null : (unit as string),
    netWeightKg,
    ...(edition === "" ? {} : { hs: hsEdition(edition) }),
  });
}
