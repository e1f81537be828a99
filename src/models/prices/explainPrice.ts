import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { pricesOf, scaleToTill } from "./changesOf.js";
import { consumptionColumnsOf } from "./consumptionColumns.js";
import { inputParts } from "./inputParts.js";
import { type PriceAssumptions, readPriceAssumptions } from "./priceAssumptions.js";
import type { PriceChanges } from "./priceResults.js";
import { requireCode } from "./tables/requireCode.js";
import { tariffsBehind } from "./tariffsBehind.js";

/**
 * What one commodity adds to the price of a line of consumption.
 *
 * @category Consumer prices
 */
export interface PricePart {
  /** The code of the commodity. */
  readonly commodity: string;
  /** Its name. */
  readonly name: string;
  /** What it adds, in percent of what was spent on the line. */
  readonly percent: number;
}

/**
 * How the price of a line of consumption came about; the parts add up to the whole.
 *
 * @category Consumer prices
 */
export interface PriceExplanation {
  /** The code of the line, `"all"` for all of them. */
  readonly key: string;
  /** Its title. */
  readonly title: string;
  /** The change of its price in percent, before substitution. */
  readonly percent: number;
  /** What is imported ready to sell, by commodity, the largest first. */
  readonly imported: readonly PricePart[];
  /** What is made at home from imported inputs, directly or at any remove, by the commodity that was imported. */
  readonly inputs: readonly PricePart[];
  /** What domestic producers add who ask what imports cost, and those who buy from them, in percent of the line. */
  readonly followersPercent: number;
  /** The whole and its parts as a sentence. */
  readonly text: string;
}

/**
 * Takes the price of a line of consumption apart: what is imported ready to sell, which imported inputs the rest was
 * made from, and what domestic producers add by themselves.
 *
 * **Formula**: a domestic price is linear in the prices of imported inputs; the part of commodity k is the price of the
 * line where k alone becomes dearer: the column k of (1 - A'D)^-1 Am' times its change.
 *
 * **Result**: percent of what was spent on the line; positive is dearer. The parts add up to `percent`.
 *
 * **Leaves out**: which scenario step stands behind a commodity; ask the duties for that.
 *
 * @throws `unknown-key` for a line that the tables do not have, and what the assumptions are refused for.
 * @example Why new cars cost more
 * ```ts
 * import { completeByStage } from "tariff-whatif/parameters";
 * import { explainPrice, priceChanges } from "tariff-whatif/prices";
 * import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
 *
 * const assumptions = {
 *   tables: usPrices2023,
 *   margins: "dollars",
 *   passThrough: { ...completeByStage.values, source: completeByStage.source },
 *   domesticFollowers: { share: 0, source: "chosen for the example" },
 *   substitution: "none",
 * } as const;
 * const prices = priceChanges({ tariffFraction: { "3361MV": 0.1, "331": 0.25 }, assumptions });
 * explainPrice({ prices, assumptions, line: "5" }).text.slice(0, 24); // => "New motor vehicles: 2.55"
 * ```
 * @category Consumer prices
 */
export function explainPrice(options: {
  /** The price changes, from {@link priceChanges} or in an outcome of {@link consumerPrices}. */
  readonly prices: PriceChanges;
  /** What was assumed for them. */
  readonly assumptions: PriceAssumptions;
  /** The code of a line of consumption, or `"all"`. */
  readonly line: string;
}): PriceExplanation {
  const { prices, assumptions, line } = readOptions(options, "", ["prices", "assumptions", "line"]);
  const read = readPriceAssumptions(assumptions, "assumptions");
  const { tables } = read;
  const places = tables.lines.flatMap(({ code }, at) => (line === "all" || code === line ? [at] : []));
  if (places.length === 0)
    requireCode(line, new Set(["all", ...tables.lines.map(({ code }) => code)]), "line");
  const solved = pricesOf(tariffsBehind(prices, tables), read);
  const { line: lineOf, commodity, importedShare, spendingOfLine } = consumptionColumnsOf(tables);
  const wanted = new Set(places);
  const spending = places.reduce((sum, at) => sum + spendingOfLine[at]!, 0);
  const foreign = new Float64Array(tables.commodities.length);
  const home = new Float64Array(tables.commodities.length);
  scaleToTill(read).forEach((scale, row) => {
    if (!wanted.has(lineOf[row]!) || spending === 0) return;
    const [c, share] = [commodity[row]!, importedShare[commodity[row]!]!];
    foreign[c]! += (scale * share) / spending;
    home[c]! += (scale * (1 - share)) / spending;
  });
  const named = (values: Float64Array): PricePart[] =>
    tables.commodities
      .map(({ code, name }, c) => ({ commodity: code, name, percent: values[c]! * 100 }))
      .filter(({ percent }) => percent !== 0)
      .sort((left, right) => Math.abs(right.percent) - Math.abs(left.percent));
  const imported = named(foreign.map((weight, c) => weight * solved.imports[c]!));
  const inputs = named(inputParts(tables, solved, home));
  const domestic = home.reduce((sum, weight, c) => sum + weight * solved.domestic[c]! * 100, 0);
  const percent = add(imported) + domestic;
  const followersPercent = read.domesticFollowers.share === 0 ? 0 : domestic - add(inputs);
  const title = line === "all" ? "All items" : tables.lines[places[0]!]!.title;
  return deepFreeze({
    key: line,
    title,
    percent,
    imported,
    inputs,
    followersPercent,
    text: `${title}: ${percent.toFixed(2)} %, of which imported ready to sell ${add(imported).toFixed(2)} %${list(imported)}, imported inputs ${add(inputs).toFixed(2)} %${list(inputs)}, domestic producers who follow ${followersPercent.toFixed(2)} %.`,
  });
}

const add = (parts: readonly PricePart[]): number => parts.reduce((sum, { percent }) => sum + percent, 0);

/** The three largest parts in brackets. */
const list = (parts: readonly PricePart[]): string =>
  parts.length === 0
    ? ""
    : ` (${parts
        .slice(0, 3)
        .map(({ name, percent }) => `${name} ${percent.toFixed(2)} %`)
        .join(", ")}${parts.length > 3 ? ", others" : ""})`;
