import type { PartnerCode } from "../../economies/partner.js";
import type { DecimalText } from "../../exact/decimal.js";
import type { ProductCode } from "../../trade/baseline.js";
import type { RecordFormat } from "./format.js";
import { columnsOf } from "./format.js";
import { OfficeRows, type OfficeSettings, plainNumbers } from "./office.js";
import { readYear } from "./readPeriod.js";
import { requireColumns } from "./requireColumns.js";

/** What Comext can be asked for: figures of years, or of months. */
export interface ComextSettings extends OfficeSettings {
  readonly frequency: "annual" | "monthly";
}

interface Parts {
  readonly importer: PartnerCode;
  readonly exporter: PartnerCode;
  readonly product: ProductCode;
  readonly year: number;
  readonly period: string | null;
  line: number;
  value?: DecimalText;
  quantity?: DecimalText;
  unit?: string;
  netWeightKg?: DecimalText;
}

/** Eurostat Comext, SDMX-CSV: one observation a line; value and quantity of a flow are joined. */
export const comextFormat = (settings: ComextSettings): RecordFormat => ({
  delimiter: ",",
  open(header, headerLine, sink) {
    const [freq, to, from, what, flow, kind, time, observed] = requireColumns(
      header,
      [
        "freq",
        "reporter",
        "partner",
        "product",
        "flow",
        ["indicators", "indicator"],
        "TIME_PERIOD",
        "OBS_VALUE",
      ],
      headerLine,
      sink,
    ) as [number, number, number, number, number, number, number, number];
    const status = columnsOf(header).get("obsflag");
    const rows = new OfficeRows(sink, settings, "comext");
    const flows = new Map<string, Parts>();
    const wanted = settings.frequency === "annual" ? "A" : "M";
    return {
      record(cells, line) {
        const at = { line };
        const cell = (column: number) => (cells[column] as string).trim();
        if (cell(freq) !== wanted) {
          sink.skip(at, "other-period", cell(freq));
          return;
        }
        if (cell(flow) !== "1") {
          sink.skip(at, "other-flow", cell(flow));
          return;
        }
        const indicator = cell(kind);
        if (
          !/^(VALUE_IN_EUROS|VALUE_EUR|QUANTITY_IN_100KG|QUANTITY_KG|SUPPLEMENTARY_QUANTITY|SUP_QUANTITY)$/.test(
            indicator,
          )
        ) {
          sink.skip(at, "other-indicator", indicator);
          return;
        }
        if (cell(observed) === "") {
          sink.skip(at, "missing-value", status === undefined ? "" : cell(status));
          return;
        }
        const date = readYear(cell(time));
        if (date === undefined) {
          sink.fail(
            "not-a-year",
            { line, column: "TIME_PERIOD" },
            cell(time),
            "Look at the period: it is no year and no month.",
          );
          return;
        }
        if (!rows.ofYear(date.year, at)) return;
        const importer = rows.importer(cell(to), { line, column: "reporter" });
        if (importer === undefined) return;
        const exporter = rows.exporter(cell(from), { line, column: "partner" });
        if (exporter === undefined) return;
        const product = rows.product(cell(what), { line, column: "product" });
        if (product === undefined) return;
        const shift = indicator === "QUANTITY_IN_100KG" ? 2 : 0;
        const amount = rows.amount(cell(observed), { ...plainNumbers, shift }, { line, column: "OBS_VALUE" });
        if (amount === undefined || amount === null) return;
        const key = `${importer}|${exporter}|${product}|${date.period ?? date.year}`;
        const parts = flows.get(key) ?? { importer, exporter, product, ...date, line };
        flows.set(key, parts);
        const isValue = indicator.startsWith("VALUE");
        const isWeight = indicator.startsWith("QUANTITY");
        if ((isValue ? parts.value : isWeight ? parts.netWeightKg : parts.quantity) !== undefined) {
          sink.fail(
            "duplicate-row",
            at,
            key,
            `Look at line ${line}: ${indicator} of this flow stands in the file already.`,
          );
          return;
        }
        if (isValue) Object.assign(parts, { value: amount, line });
        else if (isWeight) parts.netWeightKg = amount;
        else Object.assign(parts, { quantity: amount, unit: "supplementary" });
      },
      finish() {
        for (const { line, value, netWeightKg, ...parts } of flows.values()) {
          if (value === undefined) {
            sink.skip({ line }, "missing-value", "value");
            continue;
          }
          const { importer, exporter, product, year, period } = parts;
          rows.leveled({
            at: { line },
            importer,
            exporter,
            product,
            year,
            period,
            value,
            currency: "EUR",
            duties: null,
            quantity: parts.quantity ?? netWeightKg ?? null,
            unit: parts.unit ?? (netWeightKg === undefined ? null : "kg"),
            ...(netWeightKg === undefined ? {} : { netWeightKg }),
          });
        }
        rows.finish();
      },
    };
  },
});
