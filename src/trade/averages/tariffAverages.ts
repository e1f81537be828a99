import { Decimal, divide, writeDecimal } from "../../exact/decimal.js";
import { writePercentagePoints, writeRate } from "../../exact/rate.js";
import { sectionOf } from "../../goods/sectionOf.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { type ReadLine, readLines } from "./readLines.js";
import { readOver, readWeights } from "./readWeights.js";
import type { TariffAverage, TariffAveragesOptions } from "./tariffLine.js";

const internationalPeak = /* @__PURE__ */ new Decimal("0.15");

const keys: Readonly<Record<TariffAveragesOptions["by"], (line: ReadLine) => string>> = {
  all: () => "all",
  exporter: ({ exporter }) => exporter,
  heading: ({ product }) => product.slice(0, 4),
  chapter: ({ product }) => product.slice(0, 2),
  section: ({ product }) => sectionOf(product).section,
};

/**
 * Average tariffs, each by its own name: statutory or effective; over all lines, the dutiable or the covered ones; simple,
 * weighted by imports or by another's imports.
 *
 * **Formula**: average = sum of weight × rate / sum of weights over the lines that count. The rate of a line is the sum of
 * what its authorities state (statutory), or duties paid / customs value (effective), so that an effective average
 * weighted by imports is all duties over all value. `byAuthority` takes the part of each authority in that sum.
 *
 * **Result**: one entry for each group in order of first appearance; a group in which no line counts, or whose weights are
 * all zero, is absent. Authorities add up to the rate exactly; `dutyFree`, `internationalPeaks` and `domesticPeaks` are shares
 * of the weights.
 *
 * **Leaves out**: the averaging of lines to six digits that World Tariff Profiles does first: give lines of six digits to
 * compare with it. Duties that are not a rate: give their equivalent. Weighted by imports, a tariff that stops trade
 * weighs nothing.
 *
 * **Source**: [World Tariff Profiles], WTO, ITC and UNCTAD, World Tariff Profiles, technical notes: international
 * peaks are duties above 15 %, domestic peaks those above three times the overall simple average.
 *
 * @throws `empty`, `too-long`, `duplicate-flow`, `overlapping-scope`, `unknown-economy`, `not-an-hs-code`, `not-a-rate`, `rate-below-minus-100`,
 * `not-a-decimal`, `out-of-range`, `division-by-zero` for duties without a value, `unknown-authority` for one that
 * no line has or that took duties without a rate, `missing-key`, `unknown-key`, `unsafe-key`, `wrong-type`.
 * @example Four averages of the same three lines
 * ```ts
 * import { type TariffLine, tariffAverages } from "tariff-whatif";
 *
 * const lines: TariffLine[] = [
 *   { exporter: "CHN", product: "950300", rates: { mfn: "0%", "section-301": "25%" }, customsValue: "100", duties: { "section-301": "20" } },
 *   { exporter: "DEU", product: "950300", rates: { mfn: "0%" }, customsValue: "50", duties: {} },
 *   { exporter: "DEU", product: "640399", rates: { mfn: "10%" }, customsValue: "50", duties: { mfn: "5" } },
 * ];
 * const rate = (options: Pick<Parameters<typeof tariffAverages>[0], "of" | "over" | "weights">) =>
 *   tariffAverages({ lines, by: "all", ...options })[0]!.rate;
 * rate({ of: "statutory", over: "all", weights: "imports" }); // => "15%"
 * rate({ of: "effective", over: "all", weights: "imports" }); // => "12.5%"
 * rate({ of: "effective", over: "dutiable", weights: "imports" }).slice(0, 5); // => "16.66"
 * rate({ of: "statutory", over: { coveredBy: ["section-301"] }, weights: "simple" }); // => "25%"
 * ```
 * @category Averages
 */
export function tariffAverages(options: TariffAveragesOptions): readonly TariffAverage[] {
  const given = readOptions(options, "", ["lines", "of", "over", "weights", "by"]);
  requireWord(given.of, ["statutory", "effective"], "of");
  requireWord(given.by, Object.keys(keys), "by");
  const lines = readLines(given.lines, given.of);
  if (given.by === "heading") requireHeadings(lines);
  const counts = readOver(given.over, lines);
  const weightOf = readWeights(given.weights);
  const one = new Decimal(1);
  const simple = averageOf(lines, () => one);
  const average = nameOf(given);
  const groups = new Map<string, ReadLine[]>();
  for (const line of lines) {
    const key = keys[given.by](line);
    if (!counts(line)) continue;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [line]);
    else own.push(line);
  }
  return deepFreeze(
    [...groups].flatMap(([key, own]) => {
      const weights = own.reduce((sum, line) => sum.plus(weightOf(line)), new Decimal(0));
      return weights.isZero() ? [] : [{ average, ...averagesOf(key, own, weightOf, simple.times(3)) }];
    }),
  );
}

/** Refuses a chapter among headings: in a table by heading it would stand as one of them. */
function requireHeadings(lines: readonly ReadLine[]): void {
  const at = lines.findIndex(({ product }) => product.length < 4);
  if (at < 0) return;
  throw new TariffError({
    code: "out-of-range",
    path: `lines[${at}].product`,
    received: lines[at]?.product,
    advice: 'Give products of four digits or more, or ask by "chapter".',
  });
}

type Weight = (line: ReadLine) => Decimal;

function averageOf(
  lines: readonly ReadLine[],
  weightOf: Weight,
  of: (line: ReadLine) => Decimal = ({ rate }) => rate,
) {
  let [sum, weights] = [new Decimal(0), new Decimal(0)];
  for (const line of lines) {
    const weight = weightOf(line);
    sum = sum.plus(of(line).times(weight));
    weights = weights.plus(weight);
  }
  return divide(sum, weights, "weights");
}

function averagesOf(
  key: string,
  lines: readonly ReadLine[],
  weightOf: Weight,
  domesticPeak: Decimal,
): Omit<TariffAverage, "average"> {
  const [zero, one] = [new Decimal(0), new Decimal(1)];
  const authorities = [...new Set(lines.flatMap(({ charged }) => [...charged.keys()]))];
  const parts = authorities.map(
    (name) => [name, averageOf(lines, weightOf, ({ charged }) => charged.get(name) ?? zero)] as const,
  );
  const share = (counted: (rate: Decimal) => boolean) =>
    writeDecimal(averageOf(lines, weightOf, ({ rate }) => (counted(rate) ? one : zero)));
  return {
    key,
    lines: lines.length,
    customsValue: writeDecimal(lines.reduce((sum, { value }) => sum.plus(value), zero)),
    rate: writeRate(parts.reduce((sum, [, part]) => sum.plus(part), zero)),
    byAuthority: Object.fromEntries(parts.map(([name, part]) => [name, writePercentagePoints(part)])),
    dutyFree: share((rate) => rate.isZero()),
    internationalPeaks: share((rate) => rate.gt(internationalPeak)),
    domesticPeaks: share((rate) => rate.gt(domesticPeak)),
  };
}

/** Which average it is, in words: the same lines have a dozen, and none can be told from its number. */
function nameOf({ of, over, weights }: TariffAveragesOptions): string {
  const lines =
    typeof over === "string" ? `over ${over} lines` : `over lines covered by ${over.coveredBy.join(", ")}`;
  const weighted =
    weights === "simple"
      ? "simple"
      : weights === "imports"
        ? "weighted by imports"
        : "weighted by imports of another";
  return `${of}, ${lines}, ${weighted}`;
}

function requireWord(value: unknown, words: readonly string[], path: string): void {
  if (typeof value === "string" && words.includes(value)) return;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: `Write one of ${words.join(", ")}.`,
  });
}
