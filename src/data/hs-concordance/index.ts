import type { HsConcordance } from "../../goods/concordance/concordance.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import * as figures from "./figures.js";

/**
 * The Harmonized System of 2012, 2017 and 2022 at six digits: which codes hold the goods of which, and their end uses.
 *
 * **Leaves out**: descriptions; shares of split codes, which the tables do not have.
 *
 * **Source**: [UN correspondence tables], United Nations Statistics Division, correspondence tables.
 *
 * @example A merger
 * ```ts
 * import { correspondingCodes } from "tariff-whatif";
 * import { hsConcordance } from "tariff-whatif/data/hs-concordance";
 *
 * const question = { concordance: hsConcordance, from: "HS2017", to: "HS2022", code: "620112" } as const;
 * correspondingCodes(question).kind; // => "n:1"
 * correspondingCodes(question).codes; // => ["620130"]
 * ```
 * @category Data
 */
export const hsConcordance: HsConcordance = /* @__PURE__ */ deepFreeze({
  id: "hs-concordance",
  title: "Harmonized System 2012, 2017 and 2022 at six digits",
  codes: { HS2012: figures.codes2012, HS2017: figures.codes2017, HS2022: figures.codes2022 },
  changes: { HS2017: figures.from2017to2012, HS2022: figures.from2022to2017 },
  endUses: { HS2012: figures.bec2012, HS2017: figures.bec2017, HS2022: figures.bec2022 },
  sources: [
    {
      id: "unsd-hs",
      title: "Correspondence and conversion tables of HS 2022, 2017 and 2012",
      publisher: "United Nations Statistics Division",
      licence: "published for free use, no licence named",
      note: "Pairs of codes only. 854150 of 2017 leads to electronic waste alone, and 854151 and 854159 of 2022 convert to 851712: doubtful entries of the source, kept as they are.",
    },
    {
      id: "unsd-bec",
      title: "Correspondence of HS and the Broad Economic Categories, revision 4",
      publisher: "United Nations Statistics Division",
      licence: "published for free use, no licence named",
      note: "Some codes have several categories.",
    },
  ],
});
