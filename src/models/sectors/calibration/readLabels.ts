import { TariffError } from "../../../internal/TariffError.js";

/** Longest label, in characters. */
export const longestLabel = 200;

/** Reads labels: texts that are not empty, none twice, and not the word that means every one of them. */
export function readLabels(
  value: readonly string[],
  path: string,
  fewest: number,
  most: number,
): readonly string[] {
  const fail = (
    code: "wrong-type" | "empty" | "too-long" | "duplicate-id",
    at: string,
    received: unknown,
  ): TariffError =>
    new TariffError({
      code,
      path: at,
      received,
      advice: `Pass ${fewest} to ${most} different labels as texts of up to ${longestLabel} characters; "all" means every one and is no label.`,
    });
  if (!Array.isArray(value)) throw fail("wrong-type", path, value);
  if (value.length < fewest) throw fail("empty", path, value);
  if (value.length > most) throw fail("too-long", path, value);
  const seen = new Set<unknown>();
  for (let i = 0; i < value.length; i++) {
    const label: unknown = value[i];
    if (typeof label !== "string" || label === "" || label === "all")
      throw fail("wrong-type", `${path}[${i}]`, label);
    if (label.length > longestLabel) throw fail("too-long", `${path}[${i}]`, label);
    if (seen.has(label)) throw fail("duplicate-id", `${path}[${i}]`, label);
    seen.add(label);
  }
  return [...value];
}
