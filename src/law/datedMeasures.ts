import { deepFreeze } from "../internal/deepFreeze.js";
import type { DatedMeasure } from "./datedMeasure.js";
import { measures } from "./figures/measures.js";

/**
 * The measures behind {@link lawOn}, each with its document, the sources seen, its days and what it leaves out: those
 * of the United States from 2018 to 2026 and the answers of Canada and China in 2025.
 *
 * **Leaves out**: what is named in {@link lawOn}.
 *
 * **Source**: [Dated measures], the documents named in each measure. "Two sources" means that two independent sources
 * were seen to mention the measure with its date or rate, not that the whole document was read field by field; where
 * only secondary sources were seen, the number of the document itself was not checked against the official journal.
 * @example How many, and how many of them stand on one source only
 * ```ts
 * import { datedMeasures } from "tariff-whatif/law";
 *
 * datedMeasures.filter(({ confidence }) => confidence === "single source").length; // => 8
 * ```
 * @category Law
 */
export const datedMeasures: readonly DatedMeasure[] = /* @__PURE__ */ deepFreeze(measures);
