import { readRecord } from "../entry/readRecord.js";
import { type DecimalText, readDecimal } from "../exact/decimal.js";
import { readHsCode } from "../goods/hsCode.js";
import { type IsoDate, readDate } from "../internal/isoDate.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import { type Scenario, sealScenario } from "../scenario/scenario.js";
import type { DatedMeasure } from "./datedMeasure.js";
import { measures } from "./figures/measures.js";
import type { LawFacts, MetalShares, NorthAmericanClaims } from "./lawFacts.js";
import { isInForce, measureSteps } from "./measureSteps.js";
import { claimSteps, precedenceSteps } from "./precedenceSteps.js";

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
}

const first: IsoDate = "2018-01-01";
const last: IsoDate = "2026-11-25";

function readShare(value: unknown, path: string): DecimalText {
  const share = readDecimal(value, path);
  if (share.gte(0) && share.lte(1)) return value as DecimalText;
  throw new TariffError({ code: "out-of-range", path, received: value, advice: "Give a share from 0 to 1." });
}

function readMetals(shares: MetalShares, path: string): MetalShares {
  const metals = ["steel", "aluminum", "copper"] as const;
  const given = readOptions(shares, path, metals);
  const read = metals.map((metal) => readShare(given[metal], `${path}.${metal}`));
  if (read.reduce((sum, share) => sum + Number(share), 0) <= 1 + 1e-12) return given;
  throw new TariffError({
    code: "shares-do-not-add-up",
    path,
    received: read.join(" + "),
    advice: "Give shares that together are no more than the whole value.",
  });
}

function readClaims(claims: NorthAmericanClaims, path: string): NorthAmericanClaims {
  const given = readOptions(claims, path, ["CAN", "MEX"]);
  const read = (partner: "CAN" | "MEX") => {
    const share = given[partner];
    const at = `${path}.${partner}`;
    if (typeof share !== "object" || share === null) return readShare(share, at);
    const { byProduct } = readOptions(share, at, ["byProduct"]);
    const table = readRecord(byProduct, `${at}.byProduct`, readShare);
    if (table.size === 0) {
      throw new TariffError({
        code: "empty",
        path: `${at}.byProduct`,
        received: byProduct,
        advice: 'Give a share for one product or more, or one share for all: "0" where nothing is claimed.',
      });
    }
    const pairs = [...table].map(([code, one]) => [readHsCode(code, `${at}.byProduct.${code}`), one]);
    return { byProduct: Object.fromEntries(pairs) };
  };
  return { CAN: read("CAN"), MEX: read("MEX") };
}

function oneOf<T extends string>(value: T, names: readonly T[], path: string): T {
  if (names.includes(value)) return value;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: `Write one of ${names.join(", ")}.`,
  });
}

function readDayOfLaw(value: unknown): IsoDate {
  const day = readDate(value, "day");
  if (day >= first && day <= last) return day;
  throw new TariffError({
    code: "out-of-range",
    path: "day",
    received: value,
    advice: `Give a day from ${first} to ${last}: of others the package knows no law.`,
  });
}

/**
 * The tariff measures of the United States since 2018, and the answers of Canada and China, as they stood on a day.
 *
 * **Formula**: authorities add up. Afterwards one gives way to another that comes first on the same good (cars before
 * the border rates before metals until 3 June 2025, metals before the border rates from 4 June 2025), on the whole or on
 * the metal alone; goods that claim the North American preference are free of what the law exempts them from.
 *
 * **Result**: a closed scenario, evaluated on that day. Every step names its measure, its legal source with the sources
 * seen and how sure they are, and its days.
 *
 * **Leaves out**: the ordinary duty, which the question or the baseline brings; antidumping and countervailing duties;
 * exclusions that are described by the article; the codes of metal derivatives of 12 March 2025 (chapters 73 and 76 and
 * beyond), which have to be read from the Federal Register first; quotas, where the rate is the one within them; goods
 * that were under way; the North American content of cars. What a measure leaves out stands in its `leavesOut` in
 * {@link datedMeasures}.
 *
 * **Source**: the documents named in each step, with the product lists of their annexes.
 * @throws `out-of-range` for a day outside 2018-01-01 to 2026-11-25 and for shares, `shares-do-not-add-up`, `not-a-date`, `not-a-decimal`,
 * `not-an-hs-code`, `empty`, `missing-key`, `unknown-key`, `unsafe-key`, `wrong-type`.
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
  const given = readOptions(options, "", [
    "day",
    "importers",
    "confidence",
    "ordinaryDuty",
    "metalShares",
    "northAmericanClaims",
  ]);
  const day = readDayOfLaw(given.day);
  const confidence = oneOf(given.confidence, ["two sources", "any"], "confidence");
  if (!Array.isArray(given.importers) || given.importers.length === 0 || given.importers.length > 3) {
    throw new TariffError({
      code: Array.isArray(given.importers) && given.importers.length === 0 ? "empty" : "wrong-type",
      path: "importers",
      received: given.importers,
      advice: "Give a list of USA, CAN and CHN.",
    });
  }
  const importers = Array.from(given.importers, (code, at) =>
    oneOf(code, ["USA", "CAN", "CHN"], `importers[${at}]`),
  );
  const ordinaryDuty = requireText(given.ordinaryDuty, "ordinaryDuty");
  if (ordinaryDuty === "" || ordinaryDuty.length > 100) {
    throw new TariffError({
      code: ordinaryDuty === "" ? "empty" : "too-long",
      path: "ordinaryDuty",
      received: ordinaryDuty,
      advice: 'Name the authority of the ordinary duty, "mfn" or "baseline".',
    });
  }
  const facts: LawFacts = {
    ordinaryDuty,
    metalShares: readMetals(given.metalShares, "metalShares"),
    northAmericanClaims: readClaims(given.northAmericanClaims, "northAmericanClaims"),
  };
  const inForce = measures.filter(
    (measure) =>
      isInForce(measure, day) &&
      importers.includes(measure.importer) &&
      (confidence === "any" || measure.confidence === "two sources"),
  );
  return scenarioOf(inForce, day, facts);
}

function scenarioOf(inForce: readonly DatedMeasure[], day: IsoDate, facts: LawFacts): Scenario<never> {
  const made = inForce.map((measure) => ({ measure, steps: measureSteps(measure, day, facts) }));
  const charged = made.filter(({ steps }) => steps.length > 0).map(({ measure }) => measure);
  const steps = [
    ...made.flatMap((one) => one.steps),
    ...precedenceSteps(charged, day, facts),
    ...claimSteps(charged, day, facts),
  ];
  const evaluate = { on: day, statuses: ["in-force"] } as const;
  const id = `law-${day}`;
  const title = `The tariff measures in force on ${day}`;
  return sealScenario({ id, title, parameters: {}, bound: {}, openParameters: [], steps, evaluate });
}
