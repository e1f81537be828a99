/**
 * Formulas of the literature: numbers in, numbers out, no scenario and no data set.
 *
 * ```text
 * trade, rates, elasticities ── smart, gsimLinear, gsimNonlinear ── trade, prices, welfare
 * a rate, who absorbs it     ── passThrough ── who pays
 * ```
 *
 * @module tariff-whatif/formulas
 */
export * from "./gsim/index.js";
export * from "./passThrough/index.js";
export * from "./revenue/index.js";
export * from "./smart/index.js";
