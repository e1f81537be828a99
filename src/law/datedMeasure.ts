import type { PartnerCode } from "../economies/partner.js";
import type { IsoDate } from "../internal/isoDate.js";
import type { EconomyScope } from "../policy/language/step.js";

/**
 * A rate of a measure from a day on.
 *
 * @category Law
 */
export interface DatedRate {
  /** First day. */
  readonly from: IsoDate;
  /** The exporters that have it; absent where it is the rate of all whom no other rate names. */
  readonly exporter?: PartnerCode;
  /** Per cent, or per cent by prefix of the code. */
  readonly percent: number | Readonly<Record<string, number>>;
}

/**
 * A measure of a tariff law with its days, its source and how sure they are.
 *
 * @category Law
 */
export interface DatedMeasure {
  /** A name of its own. */
  readonly id: string;
  /** One line for people. */
  readonly title: string;
  /** Who charges it, by the law it stands in: `"section-301"`, `"ieepa-reciprocal"`; `"answer"` for retaliation. */
  readonly authority: string;
  /** The document. */
  readonly instrument: string;
  /** Where the document and its days were read. */
  readonly sources: readonly string[];
  /** How many independent sources were seen to mention the measure with its date or rate. */
  readonly confidence: "two sources" | "single source";
  /** The economy whose law it is. */
  readonly importer: "USA" | "CAN" | "CHN";
  /** On whose goods. */
  readonly exporters: EconomyScope;
  /** Lists of products, by name; absent for all goods. */
  readonly lists?: readonly string[];
  /** Codes of products beside the lists. */
  readonly codes?: readonly string[];
  /** Lists and codes that are free of it, some from a day on or until a day (the first on which they no longer are). */
  readonly free: readonly {
    readonly list?: string;
    readonly code?: string;
    readonly from?: IsoDate;
    readonly until?: IsoDate;
  }[];
  /** What it does to the duties of its authority; `raiseTotalTo` counts the ordinary duty too. */
  readonly operator: "add" | "replace" | "raiseAuthorityTo" | "raiseTotalTo";
  /** Its rates. */
  readonly rates: readonly DatedRate[];
  /** When it was made known. */
  readonly announced?: IsoDate;
  /** First day in force. */
  readonly effective: IsoDate;
  /** First day no longer in force; absent where no end is known. */
  readonly ends?: IsoDate;
  /** Spells in which it is suspended, without the day on which they end. */
  readonly suspended: readonly { readonly from: IsoDate; readonly until?: IsoDate }[];
  /** Authorities that come before it on the same good: on the whole of it, or on the metal alone. */
  readonly yieldsTo: readonly {
    readonly authority: string;
    readonly on: "whole" | "content";
    readonly from?: IsoDate;
    readonly until?: IsoDate;
  }[];
  /** From this day on it falls on the value of the metal alone. */
  readonly metalFrom?: IsoDate;
  /** From this day on goods for which the North American preference is claimed are free of it. */
  readonly freeWithClaimFrom?: IsoDate;
  /**
   * The rate, in per cent, of goods that were loaded before a day (the first of the list that fits) and entered before
   * another; 0 where they are free of the measure. Where the measure's own rate is lower by then, they have that.
   */
  readonly underWay?: {
    readonly enteredBefore: IsoDate;
    readonly rates: readonly { readonly loadedBefore: IsoDate; readonly percent: number }[];
  };
  /** What the law says and these data cannot. */
  readonly leavesOut: readonly string[];
}
