import { perhaps } from "../internal/nearestSpelling.js";
import { TariffError } from "../internal/TariffError.js";

/** What a table can be broken down by. */
export const dimensions: readonly unknown[] = [
  "all",
  "importer",
  "exporter",
  "product",
  "section",
  "chapter",
  "heading",
  "subheading",
  "tariffLine",
];

/** Refuses what is no breakdown. */
export function requireDimension(value: unknown, path: string): void {
  if (dimensions.includes(value)) return;
  throw new TariffError({
    code: typeof value === "string" ? "out-of-range" : "wrong-type",
    path,
    received: value,
    advice: `${perhaps(value, dimensions)}Name one of ${dimensions.join(", ")}.`,
  });
}
