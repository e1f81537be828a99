/**
 * Where figures come from. The card travels with the figures into every result computed from them.
 *
 * @category Baseline
 */
export interface SourceCard {
  /** A short identifier, unique among the sources of a result. */
  readonly id: string;
  /** The title of the publication or data set. */
  readonly title: string;
  /** Who publishes it. */
  readonly publisher: string;
  /** On what terms it may be reused. */
  readonly licence: string;
  /** What a reader should know of it: edition, coverage, what is missing. */
  readonly note: string;
  /** Its public address, where there is one. */
  readonly url?: string;
}
