import type { FileReadOptions, OfficeReadOptions } from "../readOptions.js";
import { baciFormat } from "./baci.js";
import { censusApiFormat } from "./censusApi.js";
import { comexStatFormat } from "./comexStat.js";
import { comextFormat } from "./comext.js";
import { comtradeJsonFormat } from "./comtradeJson.js";
import { comtradeLegacyFormat } from "./comtradeLegacy.js";
import { csvFormat } from "./csv.js";
import { dataWebFormat } from "./dataWeb.js";
import type { DataWebSheets } from "./dataWebSheets.js";
import type { JsonFormat, RecordFormat } from "./format.js";
import type { OfficeSettings } from "./office.js";
import { usaTradeOnlineFormat } from "./usaTradeOnline.js";
import { witsFormat } from "./wits.js";

/** Offices whose files of text are in Windows-1252 as often as not; only their names of countries and goods are affected. */
export const isLatin = (format: FileReadOptions["format"]): boolean =>
  format === "comtrade" || format === "wits" || format === "comex-stat";

const shifts = { units: 0, thousands: 3, millions: 6 } as const;

/** How the files of a format are read; JSON where the file begins as JSON does. */
export function formatOf(
  options: FileReadOptions,
  isJson: boolean,
  sheets: DataWebSheets,
): RecordFormat | JsonFormat {
  if (options.format === "csv") {
    const { columns, economies, importer, year, currency } = options;
    const delimiter = options.delimiter ?? ",";
    const decimal = options.decimal ?? ".";
    return csvFormat({
      columns,
      economies,
      importer,
      year,
      currency,
      delimiter,
      // Where the fields are not parted by commas and no sign is named, "1,234" could be either.
      numbers: {
        decimal,
        thousands: options.decimal !== undefined || delimiter === ",",
        shift: shifts[options.amountsIn ?? "units"],
      },
    });
  }
  return officeFormat(options, isJson, sheets);
}

function officeFormat(
  options: OfficeReadOptions,
  isJson: boolean,
  sheets: DataWebSheets,
): RecordFormat | JsonFormat {
  const { importer, year, digits } = options;
  const settings: OfficeSettings = { importer, year, digits };
  switch (options.format) {
    case "census-api":
      return censusApiFormat({ ...settings, measure: options.measure ?? "consumption" });
    case "comtrade":
      return isJson ? comtradeJsonFormat(settings) : comtradeLegacyFormat(settings);
    case "baci":
      return baciFormat(settings);
    case "wits":
      return witsFormat({ ...settings, net: options.netOfReimports ?? false });
    case "usitc-dataweb":
      return dataWebFormat(settings, sheets);
    case "usa-trade-online":
      return usaTradeOnlineFormat(settings);
    case "comext":
      return comextFormat({ ...settings, frequency: options.frequency ?? "annual" });
    case "comex-stat":
      return comexStatFormat(settings);
  }
}
