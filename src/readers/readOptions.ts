import type { PartnerCode } from "../economies/partner.js";
import type { CsvColumns } from "./formats/csv.js";
import type { PartnerSystem } from "./partnerCell.js";
import type { Source } from "./source/source.js";
import type { TableSource } from "./source/tableSource.js";
import type { Encoding } from "./source/toUtf8.js";

/**
 * How far a read has come.
 *
 * @category Readers
 */
export interface ReadProgress {
  /** Bytes read, before decompression. */
  readonly bytes: number;
  /** Rows read. */
  readonly rows: number;
}

/**
 * What all readers of trade data take.
 *
 * @category Readers
 */
export interface ReadSettings {
  /** The file, text or stream. */
  readonly source: Source;
  /** What becomes of a wrong row: an error that ends the read, or an entry in `failed` of the report. An error where it is not given. */
  readonly problems?: "stop" | "collect";
  /** Called as the read goes on, about once for each 64 kB. */
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Ends the read with the error `aborted` once its `aborted` is true; that of an `AbortController` ends one that is stuck too. */
  readonly signal?: { readonly aborted: boolean };
  /** How the text is written as bytes; UTF-8 where it is not given, and Windows-1252 for files of offices that use it. */
  readonly encoding?: Encoding;
  /** Longest line in bytes; 1,000,000 where it is not given. */
  readonly longestLine?: number;
  /** What becomes of several rows for one flow and period: an error, or all of them kept. An error where it is not given. */
  readonly repeatedRows?: "refuse" | "keep";
}

/**
 * A file of your own with named columns.
 *
 * @category Readers
 */
export interface CsvReadOptions extends ReadSettings {
  /** A separated file. */
  readonly format: "csv";
  /** Which columns hold what. */
  readonly columns: CsvColumns;
  /** The code system of the partners; `"partner-code"` for this package's own codes such as `"CHN"`, `"EU27"` and `"ROW"`. */
  readonly economies: PartnerSystem;
  /** Who imports, where no column says so. */
  readonly importer?: PartnerCode;
  /** The year, where no column says so. */
  readonly year?: number;
  /** ISO 4217 code of the amounts. */
  readonly currency: string;
  /** What the amounts count; units of the currency where it is not given. */
  readonly amountsIn?: "units" | "thousands" | "millions";
  /** The sign between fields; a comma where it is not given. */
  readonly delimiter?: "," | ";" | "\t" | "|";
  /** The sign before the fraction of a number; a point where it is not given. */
  readonly decimal?: "." | ",";
  /** Whether `"` quotes fields, as it does where this is not given. */
  readonly quotes?: boolean;
}

/**
 * A table that another library has read: what Arrow and DuckDB give, or a Parquet file once `hyparquet` has it as objects.
 *
 * @category Readers
 */
export interface TableReadOptions
  extends Pick<ReadSettings, "problems" | "onProgress" | "signal" | "repeatedRows">,
    Pick<CsvReadOptions, "columns" | "economies" | "importer" | "year" | "currency" | "amountsIn"> {
  /** A table in memory, or one that comes row by row. */
  readonly format: "table";
  /** Its rows. */
  readonly source: TableSource;
}

/**
 * A file as an office publishes it.
 *
 * @category Readers
 */
export interface OfficeReadOptions extends ReadSettings {
  /** Whose file it is. */
  readonly format:
    | "census-api"
    | "comtrade"
    | "baci"
    | "wits"
    | "usitc-dataweb"
    | "usa-trade-online"
    | "comext"
    | "comex-stat";
  /** Rows of this importer only; all where it is not given. */
  readonly importer?: PartnerCode;
  /** Rows of this year only; all where it is not given. */
  readonly year?: number;
  /** Codes with so many digits; the most detailed level of the file where it is not given. */
  readonly digits?: 2 | 4 | 6 | 8 | 10;
  /** US Census: imports for consumption, which duties belong to, or general imports; for consumption where it is not given. */
  readonly measure?: "consumption" | "general";
  /** WITS: imports less re-imports in place of gross imports, which are taken where it is not given. */
  readonly netOfReimports?: boolean;
  /** Comext: figures of years or of months; of years where it is not given. */
  readonly frequency?: "annual" | "monthly";
  /** USITC DataWeb: the sheet of calculated duties, where it is a file of its own. */
  readonly duties?: Source;
}

/**
 * A file of trade data and how to read it.
 *
 * @category Readers
 */
export type TradeReadOptions = CsvReadOptions | OfficeReadOptions | TableReadOptions;

/** What is read from bytes. */
export type FileReadOptions = Exclude<TradeReadOptions, TableReadOptions>;
