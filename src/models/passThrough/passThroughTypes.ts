/**
 * What `passThrough` takes.
 *
 * @category Pass-through
 */
export interface PassThroughOptions {
  /** Baseline customs value of the goods, before duty; the quantity stays as it is. */
  readonly customsValue: number;
  /** Baseline and scenario rate as fractions. */
  readonly rateBefore: number;
  readonly rateAfter: number;
  /** Relative change of the duty-inclusive import price over that of the tariff factor, 0 to 1, in logarithms. */
  readonly borderPassThrough: number;
  /** The same for what consumers pay for the imported content; at most `borderPassThrough`. */
  readonly retailPassThrough: number;
}

/**
 * Who pays a change in duties. The three amounts add up to `dutiesChange`, the three shares to 1.
 *
 * @category Pass-through
 */
export interface PassThroughResult {
  readonly dutiesBefore: number;
  readonly dutiesAfter: number;
  readonly dutiesChange: number;
  readonly paidByExporters: number;
  readonly paidByImporters: number;
  readonly paidByConsumers: number;
  readonly exporterShare: number;
  readonly importerShare: number;
  readonly consumerShare: number;
  /** Ratios to the baseline. */
  readonly producerPrice: number;
  readonly tariffInclusivePrice: number;
}
