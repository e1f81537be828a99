/** Formulas of the indicators, each with the names of the values in it. */
export const formulas: Readonly<Record<string, readonly [formula: string, values: readonly string[]]>> = {
  customsValue: ["customs value after = sum of quantity x producer price of the flows", []],
  duties: ["duties after = sum of rate after x customs value after of the flows", []],
  additionalDuties: ["additional duties = duties after - duties before", ["duties after", "duties before"]],
  effectiveRate: [
    "effective rate = duties after / customs value after",
    ["duties after", "customs value after"],
  ],
  tradeCreation: ["trade creation = sum of customs value before x (composite quantity - 1)", []],
  tradeDiversion: ["trade diversion = sum of customs value before x (quantity - composite quantity)", []],
  exporterSurplusChange: [
    "exporter surplus = sum of change of customs value x inverse supply / (1 + inverse supply)",
    [],
  ],
  consumerSurplusChange: [
    "consumer surplus = -spending x integral of price^demand elasticity from 1 to the new composite price, summed over products",
    [],
  ],
  welfareChange: [
    "welfare = consumer surplus + revenue change + domestic producer surplus",
    ["consumer surplus", "revenue change", "domestic producer surplus"],
  ],
  termsOfTradeGain: [
    "terms-of-trade gain = -(quantity after x change of the producer price), summed over flows",
    [],
  ],
  efficiencyLoss: ["efficiency loss = terms-of-trade gain - welfare", ["terms-of-trade gain", "welfare"]],
  compositePrice: [
    "composite price = (sum of share x (price with duty)^(1 - substitution))^(1 / (1 - substitution)) - 1",
    [],
  ],
};

/** What joins the values of a formula. */
export const joins: Readonly<Record<string, string>> = {
  additionalDuties: " - ",
  effectiveRate: " / ",
  welfareChange: " + ",
  efficiencyLoss: " - ",
};
