import { preset } from "./preset.js";

/**
 * Caliendo and Parro: trade elasticities of 20 goods sectors and of services.
 *
 * @example Read the value
 * ```ts
 * import { caliendoParro2015 } from "tariff-whatif/parameters";
 *
 * caliendoParro2015.values.tradeElasticityBySector.Textile; // => 8.1
 * ```
 * @category Presets
 */
export const caliendoParro2015 = preset({
  id: "caliendoParro2015",
  values: {
    tradeElasticityBySector: {
      Agriculture: 9.11,
      Mining: 13.53,
      Food: 2.62,
      Textile: 8.1,
      Wood: 11.5,
      Paper: 16.52,
      Petroleum: 64.85,
      Chemicals: 3.13,
      Plastic: 1.67,
      Minerals: 2.41,
      "Basic metals": 3.28,
      "Metal products": 6.99,
      "Machinery n.e.c.": 1.45,
      Office: 12.95,
      Electrical: 12.91,
      Communication: 3.95,
      Medical: 8.71,
      Auto: 8.22,
      "Other transport": 8.22,
      Other: 3.98,
      Services: 8.22,
    },
  },
  source: "L. Caliendo and F. Parro, Review of Economic Studies 82(1), 2015",
  confidence: "as used in the NAFTA replication data set",
  note: "Dispersion of productivity, theta, by sector; services, each, have the value that the data set gives them.",
});
