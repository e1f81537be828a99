import { TariffError } from "../internal/TariffError.js";
import type { ReadLine } from "./readEntry.js";
import type { ReadMeasure } from "./readMeasures.js";

const missing = (line: ReadLine, key: string, measure: ReadMeasure) =>
  new TariffError({
    code: "missing-fact",
    path: `${line.path}.${key}`,
    received: undefined,
    advice: `Give it: whether ${measure.authority} is charged depends on it.`,
  });

/** Refuses a code that is too short to tell what a measure tells apart: 8703 may be 8703.23 or not. */
export function requireFine(
  prefixes: readonly string[],
  product: string,
  line: ReadLine,
  { authority }: ReadMeasure,
): void {
  const finer = prefixes.find((prefix) => prefix.length > product.length && prefix.startsWith(product));
  if (finer === undefined) return;
  throw new TariffError({
    code: "missing-fact",
    path: `${line.path}.product`,
    received: product,
    advice: `Give the code to more digits: ${authority} tells ${finer} apart within ${product}.`,
  });
}

/** Why a measure does not reach a line, or undefined where it does. */
export function whyNot(measure: ReadMeasure, line: ReadLine): string | undefined {
  const { lines, products, origins, when } = measure;
  if (lines.length > 0 && !lines.includes(line.id)) return `it reaches lines ${lines.join(", ")} only`;
  if (origins.length > 0) {
    if (line.origin === undefined) throw missing(line, "origin", measure);
    if (!origins.includes(line.origin)) return `it reaches goods from ${origins.join(", ")} only`;
  }
  if (products.length > 0) {
    const { product } = line;
    if (product === undefined) throw missing(line, "product", measure);
    if (!products.some((prefix) => product.startsWith(prefix))) {
      requireFine(products, product, line, measure);
      return "it does not reach the product";
    }
  }
  for (const { fact, is } of when) {
    const given = line.facts.get(fact);
    if (given === undefined) throw missing(line, `facts.${fact}`, measure);
    if (!is.includes(given)) return `${fact} is ${given}`;
  }
  return undefined;
}

/** The claim that frees a line from a measure, if one does. */
export const exemptionOf = (measure: ReadMeasure, line: ReadLine): string | undefined =>
  line.claims.find((claim) => measure.exemptClaims.includes(claim));

/** Refuses a measure that names a line which no entry has: it would charge nothing, in silence. */
export function requireKnownLines(lines: readonly ReadLine[], measures: readonly ReadMeasure[]): void {
  const ids = new Set(lines.map(({ id }) => id));
  for (const { lines: named, path } of measures) {
    const at = named.findIndex((id) => !ids.has(id));
    if (at < 0) continue;
    throw new TariffError({
      code: "missing-fact",
      path: `${path}.lines[${at}]`,
      received: named[at],
      advice: `Name lines by their ids; here ${[...ids].slice(0, 20).join(", ")}.`,
    });
  }
}

/** Refuses a claim that no measure knows: it would be passed over in silence. */
export function requireKnownClaims(lines: readonly ReadLine[], measures: readonly ReadMeasure[]): void {
  for (const line of lines) {
    line.claims.forEach((claim, at) => {
      if (
        measures.some(
          ({ preferences, exemptClaims }) => preferences.has(claim) || exemptClaims.includes(claim),
        )
      )
        return;
      throw new TariffError({
        code: "unknown-rate",
        path: `${line.path}.claims[${at}]`,
        received: claim,
        advice: "Give the rate of the programme in the preferences of a measure, or do not claim it.",
      });
    });
  }
}
