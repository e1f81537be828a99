import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { type HsCode, readHsCode } from "../hsCode.js";
import type { HsConcordance, HsEdition } from "./concordance.js";
import { requireCode } from "./correspondingCodes.js";
import { pairTables, requireEdition } from "./pairTables.js";

/**
 * What {@link endUsesOf} is asked.
 *
 * @category Goods
 */
export interface EndUseOptions {
  /** The table, from `tariff-whatif/data/hs-concordance`. */
  readonly concordance: HsConcordance;
  /** The edition that the code is of. */
  readonly edition: HsEdition;
  /** A code of six digits. */
  readonly code: string;
}

/**
 * One end use of goods.
 *
 * @category Goods
 */
export interface EndUse {
  /** The category of BEC, revision 4, for example `"41"`. */
  readonly bec: string;
  /** The class of the national accounts it belongs to; `"mixed"` for motor spirit, passenger cars and goods not specified. */
  readonly use: "capital" | "intermediate" | "consumption" | "mixed";
}

const capital = ["41", "521"];
const consumption = ["112", "122", "522", "61", "62", "63"];
const mixed = ["32", "321", "51", "7"];

const useOf = (bec: string): EndUse["use"] =>
  capital.includes(bec)
    ? "capital"
    : consumption.includes(bec)
      ? "consumption"
      : mixed.includes(bec)
        ? "mixed"
        : "intermediate";

interface Runs {
  readonly starts: readonly string[];
  readonly uses: readonly (readonly EndUse[])[];
}

const known = /* @__PURE__ */ new WeakMap<HsConcordance, Map<HsEdition, Runs>>();

/**
 * What goods are mostly used for: the categories of the Broad Economic Categories, revision 4.
 *
 * **Result**: one category for most codes, several where goods of one code have several uses; none where the table says none.
 *
 * **Source**: [UN correspondence tables], United Nations Statistics Division, correspondence of HS and BEC revision
 * 4.
 *
 * @throws `unknown-code`, `not-an-hs-code`, `wrong-type`, `missing-key`, `unknown-key`, `not-defined`.
 * @example Horses for breeding are capital
 * ```ts
 * import { endUsesOf } from "tariff-whatif";
 * import { hsConcordance } from "tariff-whatif/data/hs-concordance";
 *
 * endUsesOf({ concordance: hsConcordance, edition: "HS2022", code: "010121" }); // => [{ bec: "41", use: "capital" }]
 * ```
 * @category Goods
 */
export function endUsesOf(options: EndUseOptions): readonly EndUse[] {
  const { concordance, edition, code } = readOptions(options, "", ["concordance", "edition", "code"]);
  const tables = pairTables(concordance, "concordance");
  requireEdition(edition, "edition");
  const digits = requireCode(tables, edition, readHsCode(code, "code"), "code");
  return endUses(concordance, edition, digits);
}

/** The end uses of a code that the edition has. */
export function endUses(concordance: HsConcordance, edition: HsEdition, code: HsCode): readonly EndUse[] {
  const runs = known.get(concordance) ?? new Map<HsEdition, Runs>();
  known.set(concordance, runs);
  let run = runs.get(edition);
  if (run === undefined) {
    run = readRuns(concordance.endUses[edition]);
    runs.set(edition, run);
  }
  let [low, high] = [0, run.starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((run.starts[middle] as string) <= code) low = middle + 1;
    else high = middle;
  }
  return run.uses[low - 1] ?? [];
}

function readRuns(text: string): Runs {
  const pairs = text.split(" ").map((each) => each.split("=") as [string, string?]);
  return deepFreeze({
    starts: pairs.map(([code]) => code),
    uses: pairs.map(([, uses = ""]) =>
      uses === "" ? [] : uses.split("+").map((bec) => ({ bec, use: useOf(bec) })),
    ),
  });
}
