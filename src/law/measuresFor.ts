import { requireEconomy } from "../economies/economy.js";
import type { EntryMeasure } from "../entry/measure.js";
import { readList, readName } from "../entry/readRecord.js";
import { type Rate, readRate } from "../exact/rate.js";
import { readHsCode } from "../goods/hsCode.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { appliedRate } from "../policy/rates/appliedRate.js";
import { requireScenario, type Scenario } from "../scenario/scenario.js";

/**
 * What {@link measuresFor} needs.
 *
 * @category Law
 */
export interface MeasuresForOptions {
  /** The law of a day, from {@link lawOn}, or another closed scenario. */
  readonly law: Scenario<never>;
  /** Whose customs. */
  readonly importer: string;
  /** The authority that charges the ordinary duty, as it was named to {@link lawOn}. */
  readonly ordinaryDuty: string;
  /** The lines of the entry. */
  readonly lines: readonly {
    /** The id of the line. */
    readonly id: string;
    /** The code of the good. */
    readonly product: string;
    /** Where it originates. */
    readonly origin: string;
    /** The ordinary duty as a rate: an all-in rate counts it. */
    readonly ordinaryRate: Rate;
  }[];
}

/** The documents behind the steps of an authority. */
const documentsOf = ({ steps }: Scenario<never>, authority: string): string =>
  [
    ...new Set(
      steps.flatMap((step) =>
        "authority" in step && step.authority === authority ? [step.source.title] : [],
      ),
    ),
  ].join("; ");

/**
 * The additional duties of a law as measures of an entry: what each authority charges on each line, after all that gives
 * way has given way.
 *
 * **Result**: one measure for each authority that charges something, to be set behind the measure of the ordinary duty
 * in `assessEntry`. Its `law` names the documents that the authority's rates stand in.
 *
 * **Leaves out**: the ordinary duty itself, antidumping and countervailing duties, fees and taxes. One shipment claims the
 * North American preference or does not: take it from a law with claims of `"1"` or `"0"`, no share of a year's trade.
 * @throws `duplicate-id`, `not-defined` for a scenario that did not come through its door, and what {@link appliedRate} and
 * {@link lawOn} throw.
 * @example A seat with a steel frame from Germany
 * ```ts
 * import { lawOn, measuresFor } from "tariff-whatif/law";
 *
 * const law = lawOn({
 *   day: "2025-09-15",
 *   importers: ["USA"],
 *   confidence: "two sources",
 *   ordinaryDuty: "mfn",
 *   metalShares: { steel: "0.3", aluminum: "0", copper: "0" },
 *   northAmericanClaims: { CAN: "0", MEX: "0" },
 * });
 * const lines = [{ id: "1", product: "94017900", origin: "DEU", ordinaryRate: "0%" }] as const;
 * measuresFor({ law, importer: "USA", ordinaryDuty: "mfn", lines }).map(({ authority, rate }) => [authority, rate]);
 * // => [["section-232-steel", { byLine: { "1": "15%" } }], ["ieepa-reciprocal", { byLine: { "1": "10.5%" } }]]
 * ```
 * @category Law
 */
export function measuresFor(options: MeasuresForOptions): readonly EntryMeasure[] {
  const { law, importer, ordinaryDuty, lines } = readOptions(options, "", [
    "law",
    "importer",
    "ordinaryDuty",
    "lines",
  ]);
  requireScenario(law, "law");
  readName(ordinaryDuty, "ordinaryDuty");
  requireEconomy(importer, "importer");
  const byAuthority = new Map<string, Record<string, Rate>>();
  const seen = new Set<string>();
  readList(lines, "lines").forEach((line, at) => {
    const { id, product, origin, ordinaryRate } = readOptions(line, `lines[${at}]`, [
      "id",
      "product",
      "origin",
      "ordinaryRate",
    ]);
    if (seen.has(readName(id, `lines[${at}].id`))) {
      throw new TariffError({
        code: "duplicate-id",
        path: `lines[${at}].id`,
        received: id,
        advice: "Give each line an id of its own: rates are told apart by it.",
      });
    }
    seen.add(id);
    readHsCode(product, `lines[${at}].product`);
    requireEconomy(origin, `lines[${at}].origin`);
    readRate(ordinaryRate, `lines[${at}].ordinaryRate`);
    const question = { importer, exporter: origin, product, ...law.evaluate };
    const { byAuthority: rates } = appliedRate(law, {
      ...question,
      base: { [ordinaryDuty]: ordinaryRate },
    } as Parameters<typeof appliedRate>[1]);
    for (const [authority, rate] of Object.entries(rates)) {
      if (authority === ordinaryDuty || rate === "0%") continue;
      byAuthority.set(authority, { ...byAuthority.get(authority), [id]: rate });
    }
  });
  return deepFreeze(
    [...byAuthority].map(([authority, byLine]): EntryMeasure => {
      const documents = documentsOf(law, authority);
      return {
        authority,
        kind: "duty",
        per: "line",
        rate: { byLine },
        base: ["customs value"],
        lines: Object.keys(byLine),
        ...(documents === "" ? {} : { law: documents }),
      };
    }),
  );
}
