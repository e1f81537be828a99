import { TariffError } from "../internal/TariffError.js";

const dimensions: readonly unknown[] = ["all", "importer", "exporter", "product", "chapter", "section"];

/** Refuses what is no breakdown. */
export function requireDimension(value: unknown, path: string): void {
  if (dimensions.includes(value)) return;
  throw new TariffError({
    code: typeof value === "string" ? "out-of-range" : "wrong-type",
    path,
    received: value,
    advice: `Name one of ${dimensions.join(", ")}.`,
  });
}
