import type { IsoDate } from "../internal/isoDate.js";
import { readDate } from "../internal/isoDate.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { Scenario } from "../scenario/scenario.js";
import type { MetalShares, NorthAmericanClaims } from "./lawFacts.js";
import { lawScenario } from "./lawScenario.js";
import { readDayOfLaw, readLawAsked } from "./readLaw.js";

/**
 * What {@link lawOn} needs.
 *
 * @category Law
 */
export interface LawOnOptions {
  /** The day, from 1 January 2018 to 25 November 2026, when the figures were gathered. */
  readonly day: IsoDate;
  /** Whose law: that of the United States, the answers of Canada and China, or several of them. */
  readonly importers: readonly ("USA" | "CAN" | "CHN")[];
  /** Measures that two independent sources mention, or any that one mentions. */
  readonly confidence: "two sources" | "any";
  /** The authority that charges the ordinary duty: `"mfn"` in a question of yours, `"baseline"` on a baseline. */
  readonly ordinaryDuty: string;
  /** The share of each metal in the value of articles on which a duty falls on the metal alone. */
  readonly metalShares: MetalShares;
  /** The share of trade that claims the North American preference; {@link northAmericanClaims2024} has that of 2024. */
  readonly northAmericanClaims: NorthAmericanClaims;
  /**
   * The day on which the goods were loaded. Goods loaded before a measure began have their own rate, where the law says so
   * and they enter in time; omit it where the goods were not under way, and no such clause applies.
   */
  readonly loadedOn?: IsoDate;
}

/**
 * The tariff measures of the United States since 2018, and the answers of Canada and China, as they stood on a day.
 *
 * **Formula**: authorities add up. Afterwards one gives way to another that comes first on the same good (cars before
 * the border rates before metals until 3 June 2025, metals before the border rates from 4 June 2025), on the whole or on
 * the metal alone; goods that claim the North American preference are free of what the law exempts them from, and pay
 * what gives way to it.
 *
 * **Result**: a closed scenario, evaluated on that day; it answers for no other day (`outside-period`), for which
 * {@link lawThrough} has the law. Every step names its measure, its legal source with the sources
 * seen and how sure they are, and its days.
 *
 * **Leaves out**: the ordinary duty, which the question or the baseline brings; antidumping and countervailing duties;
 * exclusions that are described by the article; the codes of metal derivatives of 12 March 2025 (chapters 73 and 76 and
 * beyond), which have to be read from the Federal Register first; quotas, where the rate is the one within them; the
 * North American content of cars; whether goods under way came by sea, as some of the clauses on them ask. What a measure leaves out stands in its `leavesOut` in
 * {@link datedMeasures}.
 *
 * **Source**: [Dated measures], the documents named in each step, with the product lists of their annexes.
 * @throws `out-of-range` for a day outside 2018-01-01 to 2026-11-25 and for shares, `shares-do-not-add-up`, `not-a-date`, `dates-out-of-order`,
 * `not-a-decimal`,
 * `not-an-hs-code`, `overlapping-scope`, `empty`, `missing-key`, `unknown-key`, `unsafe-key`, `wrong-type`.
 * @example Toys from China on three days of 2025
 * ```ts
 * import { appliedRate } from "tariff-whatif";
 * import { lawOn } from "tariff-whatif/law";
 *
 * const rateOn = (day: "2025-02-10" | "2025-05-01" | "2025-06-01") =>
 *   appliedRate(
 *     lawOn({
 *       day,
 *       importers: ["USA"],
 *       confidence: "two sources",
 *       ordinaryDuty: "mfn",
 *       metalShares: { steel: "1", aluminum: "0", copper: "0" },
 *       northAmericanClaims: { CAN: "0", MEX: "0" },
 *     }),
 *     { importer: "USA", exporter: "CHN", product: "95030000", on: day, statuses: ["in-force"], base: { mfn: "0%" } },
 *   ).rate;
 * [rateOn("2025-02-10"), rateOn("2025-05-01"), rateOn("2025-06-01")]; // => ["10%", "145%", "30%"]
 * ```
 * @category Law
 */
export function lawOn(options: LawOnOptions): Scenario<never> {
  const given = readOptions(
    options,
    "",
    ["day", "importers", "confidence", "ordinaryDuty", "metalShares", "northAmericanClaims"],
    ["loadedOn"],
  );
  const day = readDayOfLaw(given.day, "day");
  const loadedOn = given.loadedOn === undefined ? undefined : readDate(given.loadedOn, "loadedOn");
  if (loadedOn !== undefined && loadedOn > day) {
    throw new TariffError({
      code: "dates-out-of-order",
      path: "loadedOn",
      received: loadedOn,
      advice: "Give a day of loading that does not lie behind the day of entry.",
    });
  }
  return lawScenario({ asked: readLawAsked(given), day, to: day, loadedOn, exemptionLists: "applied" });
}
