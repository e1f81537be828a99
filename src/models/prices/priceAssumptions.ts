import { requireList } from "../../internal/numericColumns.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { requireShare } from "../../internal/requireShare.js";
import { TariffError } from "../../internal/TariffError.js";
import { type PriceTables, requirePriceTables } from "../../trade/tables/priceTables.js";
import { requireWord } from "./tables/requireWord.js";

/**
 * How much of an additional duty each stage hands on, as shares 0 to 1. A preset of `tariff-whatif/parameters` has
 * them with their source.
 *
 * @category Consumer prices
 */
export interface PassThroughByStage {
  /** The share of the duty by which imports become dearer; the rest is borne by foreign sellers. */
  readonly border: number;
  /** The share of this that importers and wholesalers hand on, to shops and to industries that buy inputs. */
  readonly wholesale: number;
  /** The share of their dearer purchases that shops hand on, for everything that carries a retail margin. */
  readonly retail: number;
  /** Where the shares come from. */
  readonly source: string;
}

/**
 * Domestic producers who ask what imports cost, where that is more than their own costs have risen.
 *
 * @category Consumer prices
 */
export interface DomesticFollowers {
  /** Their share of the sales of every commodity, 0 to 1. */
  readonly share: number;
  /** Where it comes from. */
  readonly source: string;
}

/**
 * How buyers turn from what has become dearer; elasticities of substitution, not negative, as positive numbers.
 *
 * @category Consumer prices
 */
export interface PriceSubstitution {
  /** Between domestic and imported goods of one commodity. */
  readonly betweenOrigins: number;
  /** Between lines of consumption. */
  readonly betweenCategories: number;
  /** Where they come from. */
  readonly source: string;
}

/**
 * How much of the change has arrived after each month.
 *
 * @category Consumer prices
 */
export interface PricePath {
  /** The share that has arrived at the end of month 1, 2 and so on, 0 to 1. */
  readonly shares: readonly number[];
  /** Where the path comes from. */
  readonly source: string;
}

/**
 * What {@link consumerPrices} assumes; nothing has a default.
 *
 * @category Consumer prices
 */
export interface PriceAssumptions {
  /** The tables of the importing economy, for example of `tariff-whatif/data/us-prices-2023`. */
  readonly tables: PriceTables;
  /** Whether trade margins stay the same amount of money, or the same percentage of a dearer good. */
  readonly margins: "dollars" | "percent";
  /** How much of the duty each stage hands on. */
  readonly passThrough: PassThroughByStage;
  /** Domestic producers who follow the prices of imports; a share of 0 where nobody does. */
  readonly domesticFollowers: DomesticFollowers;
  /** How buyers substitute, or `"none"`: everybody buys the same as before. */
  readonly substitution: PriceSubstitution | "none";
  /** How the change arrives over months; omitted, only the whole of it is told. */
  readonly path?: PricePath;
}

/** Checks assumptions. */
export function readPriceAssumptions(value: PriceAssumptions, path: string): PriceAssumptions {
  const read = readOptions(
    value,
    path,
    ["tables", "margins", "passThrough", "domesticFollowers", "substitution"],
    ["path"],
  );
  requirePriceTables(read.tables, `${path}.tables`);
  if (read.margins !== "dollars" && read.margins !== "percent") {
    throw new TariffError({
      code: "out-of-range",
      path: `${path}.margins`,
      received: read.margins,
      advice: 'Say how margins react: "dollars" or "percent".',
    });
  }
  const stages = readOptions(read.passThrough, `${path}.passThrough`, [
    "border",
    "wholesale",
    "retail",
    "source",
  ]);
  for (const stage of ["border", "wholesale", "retail"] as const) {
    requireShare(stages[stage], `${path}.passThrough.${stage}`);
  }
  requireWord(stages.source, `${path}.passThrough.source`);
  const followers = readOptions(read.domesticFollowers, `${path}.domesticFollowers`, ["share", "source"]);
  requireShare(followers.share, `${path}.domesticFollowers.share`);
  requireWord(followers.source, `${path}.domesticFollowers.source`);
  if (read.substitution !== "none") readSubstitution(read.substitution, `${path}.substitution`);
  if (read.path !== undefined) {
    const { shares, source } = readOptions(read.path, `${path}.path`, ["shares", "source"]);
    requireList(shares, `${path}.path.shares`);
    if (shares.length > 600) {
      throw new TariffError({
        code: "too-long",
        path: `${path}.path.shares`,
        received: shares.length,
        advice: "Give at most 600 months.",
      });
    }
    for (let month = 0; month < shares.length; month++)
      requireShare(shares[month], `${path}.path.shares[${month}]`);
    requireWord(source, `${path}.path.source`);
  }
  return read;
}

function readSubstitution(value: PriceSubstitution, path: string): void {
  const read = readOptions(value, path, ["betweenOrigins", "betweenCategories", "source"]);
  for (const key of ["betweenOrigins", "betweenCategories"] as const) {
    const elasticity = requireFinite(read[key], `${path}.${key}`);
    if (elasticity >= 0 && elasticity <= 100) continue;
    throw new TariffError({
      code: "elasticity-sign",
      path: `${path}.${key}`,
      received: elasticity,
      advice: "Give an elasticity of substitution from 0 to 100.",
    });
  }
  requireWord(read.source, `${path}.source`);
}
