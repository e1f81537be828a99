import type { PartnerCode } from "../../economies/partner.js";
import type { DecimalText } from "../../exact/decimal.js";
import type { PercentagePoints, Rate } from "../../exact/rate.js";

/**
 * One product from one exporter: what the law states, what was imported and what was paid.
 *
 * @category Averages
 */
export interface TariffLine {
  /** The exporter. */
  readonly exporter: PartnerCode;
  /** Code of the Harmonized System. */
  readonly product: string;
  /** The rate that each authority states; none of them is a duty of zero. */
  readonly rates: Readonly<Record<string, Rate>>;
  /** Customs value of what was imported, 0 or more. */
  readonly customsValue: DecimalText;
  /** The duties paid under each authority, 0 or more; wanted for effective averages alone. */
  readonly duties?: Readonly<Record<string, DecimalText>>;
}

/**
 * Another importer's trade in a product, which weighs it in place of the importer's own.
 *
 * @category Averages
 */
export interface ImportsElsewhere {
  /** The exporter; omit it where the product weighs alike whoever sells it. */
  readonly exporter?: PartnerCode;
  /** Code of the Harmonized System, as a line writes it. */
  readonly product: string;
  /** Customs value, 0 or more. */
  readonly customsValue: DecimalText;
}

/**
 * What {@link tariffAverages} needs.
 *
 * @category Averages
 */
export interface TariffAveragesOptions {
  /** The lines, each product of an exporter once. */
  readonly lines: readonly TariffLine[];
  /** `"statutory"`: the rates that the law states; `"effective"`: duties paid over value, which needs `duties`. */
  readonly of: "statutory" | "effective";
  /**
   * `"all"` lines; the `"dutiable"` ones, whose rate is above zero; or those `coveredBy` authorities: where one of them states
   * a rate, be it zero.
   */
  readonly over: "all" | "dutiable" | { readonly coveredBy: readonly string[] };
  /** `"simple"`: each line counts the same; `"imports"`: by its customs value; or by imports of another. */
  readonly weights: "simple" | "imports" | { readonly importsOf: readonly ImportsElsewhere[] };
  /** One average for all, or one for each exporter, heading, chapter or section. */
  readonly by: "all" | "exporter" | "heading" | "chapter" | "section";
}

/**
 * An average tariff, and what it is made of.
 *
 * @category Averages
 */
export interface TariffAverage {
  /** Which average it is, for example `"effective, over dutiable lines, weighted by imports"`. */
  readonly average: string;
  /** The group: `"all"`, or a code. */
  readonly key: string;
  /** Lines averaged over. */
  readonly lines: number;
  /** Their customs value, in the unit of the lines. */
  readonly customsValue: DecimalText;
  /** The average, to 24 places for each authority. */
  readonly rate: Rate;
  /** What each authority adds to it; they add up to the rate, exactly. */
  readonly byAuthority: Readonly<Record<string, PercentagePoints>>;
  /** The share of the lines averaged over that pay nothing, in the same weights, 0 to 1. */
  readonly dutyFree: DecimalText;
  /** The share above 15 %, in the same weights. */
  readonly internationalPeaks: DecimalText;
  /** The share above three times the simple average of all lines, in the same weights. */
  readonly domesticPeaks: DecimalText;
}
