/**
 * An edition of the Harmonized System.
 *
 * @category Goods
 */
export type HsEdition = "HS2012" | "HS2017" | "HS2022";

export const editions: readonly HsEdition[] = ["HS2012", "HS2017", "HS2022"];

/**
 * Which codes of one edition of the Harmonized System hold the goods of another, at six digits. Taken from
 * `tariff-whatif/data/hs-concordance`; its texts are read by {@link correspondingCodes} and {@link endUsesOf}.
 *
 * @category Goods
 */
export interface HsConcordance {
  /** A short identifier. */
  readonly id: string;
  /** What it is, for a table heading. */
  readonly title: string;
  /** The codes of each edition: a heading and the last two digits of each of its subheadings. */
  readonly codes: Readonly<Record<HsEdition, string>>;
  /** Codes of an edition that are not one code of the edition before, and the codes they hold. */
  readonly changes: Readonly<Record<"HS2017" | "HS2022", string>>;
  /** The end uses of each edition: the first code of every run with one use. */
  readonly endUses: Readonly<Record<HsEdition, string>>;
  /** Where it comes from. */
  readonly sources: readonly {
    /** A short identifier. */
    readonly id: string;
    /** What it is called. */
    readonly title: string;
    /** Who publishes it. */
    readonly publisher: string;
    /** On what terms. */
    readonly licence: string;
    /** What to know of it. */
    readonly note: string;
  }[];
}
