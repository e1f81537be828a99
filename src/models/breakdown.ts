import { perhaps } from "../internal/nearestSpelling.js";
import { TariffError } from "../internal/TariffError.js";
import type { Baseline } from "../trade/baseline.js";
import { type Dimension, type Grouping, groupingOf } from "../trade/dimension.js";

/**
 * What the rows of an outcome are broken down by: nothing (`"all"`), one dimension, or two of them, the first written
 * before a slash: `"exporter/chapter"`.
 *
 * @category Models
 */
export type Breakdown = "all" | Dimension | `${Dimension}/${Dimension}` | ConsumptionDimension;

/**
 * What consumer prices are broken down by: what is bought (a commodity of the tables, a line of consumption, a group of
 * lines) and who buys it (a tenth of households). Only a model of consumer prices has rows for these.
 *
 * @category Models
 */
export type ConsumptionDimension = "commodity" | "consumptionLine" | "consumptionGroup" | "householdTenth";

/**
 * A breakdown as one asks for it: its name, or two dimensions in a list: `["exporter", "chapter"]`.
 *
 * @category Models
 */
export type BreakdownRequest = Breakdown | readonly [Dimension, Dimension];

const dimensions: readonly Dimension[] = [
  ...(["importer", "exporter", "product", "chapter", "section"] as const),
  ...(["heading", "subheading", "tariffLine"] as const),
];
const ofConsumption: readonly ConsumptionDimension[] = [
  "commodity",
  "consumptionLine",
  "consumptionGroup",
  "householdTenth",
];

const isOfConsumption = (value: unknown): value is ConsumptionDimension =>
  (ofConsumption as readonly unknown[]).includes(value);

/** Reads a breakdown and gives it its name; refuses what is none. */
export function readBreakdown(value: unknown, path: string): Breakdown {
  if (value === "all" || isOfConsumption(value)) return value;
  const parts: unknown[] | null =
    typeof value === "string"
      ? value.slice(0, 40).split("/")
      : Array.isArray(value) && value.length <= 2
        ? Array.from(value)
        : null;
  if (
    parts !== null &&
    parts.length > 0 &&
    parts.length <= 2 &&
    parts.every((part) => (dimensions as readonly unknown[]).includes(part)) &&
    parts[0] !== parts[1]
  ) {
    return parts.join("/") as Breakdown;
  }
  throw new TariffError({
    code: typeof value === "string" || Array.isArray(value) ? "out-of-range" : "wrong-type",
    path,
    received: value,
    advice: `${perhaps(value, ["all", ...dimensions, ...ofConsumption])}Name one of all, ${dimensions.join(", ")}, two of them, for example ["exporter", "chapter"], or, of consumer prices, ${ofConsumption.join(", ")}.`,
  });
}

/** The groups of a breakdown of the flows of a baseline; of pairs, those that trade, in the order of their parts. */
export function breakdownOf(baseline: Baseline, breakdown: Breakdown): Grouping {
  if (breakdown === "all") return everything(baseline);
  const [outer, inner] = breakdown.split("/") as [Dimension, Dimension | undefined];
  const first = groupingOf(baseline, outer);
  return inner === undefined ? first : pairsOf(first, groupingOf(baseline, inner));
}

function everything({ columns }: Baseline): Grouping {
  return { keys: ["all"], names: ["All trade"], groupOf: new Int32Array(columns.customsValue.length) };
}

function pairsOf(first: Grouping, second: Grouping): Grouping {
  const width = second.keys.length;
  const codes = Float64Array.from(
    first.groupOf,
    (outer, flow) => outer * width + (second.groupOf[flow] ?? 0),
  );
  const present = [...new Set(codes)].sort((left, right) => left - right);
  const position = new Map(present.map((code, at) => [code, at]));
  const write = (of: keyof Pick<Grouping, "keys" | "names">, between: string) =>
    present.map((code) => `${first[of][Math.floor(code / width)]}${between}${second[of][code % width]}`);
  return {
    keys: write("keys", "/"),
    names: write("names", ": "),
    groupOf: Int32Array.from(codes, (code) => position.get(code) ?? 0),
  };
}
