import { listBounds, requireBounded } from "../internal/listBounds.js";
import { perhaps } from "../internal/nearestSpelling.js";
import { readOptions } from "../internal/readOptions.js";
import { requireFinite } from "../internal/requireFinite.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";

/**
 * The values an input may take; outside, the model has no meaning.
 *
 * @category Uncertainty
 */
export interface Domain {
  /** It must be above this. */
  readonly above?: number;
  /** It must be at least this. */
  readonly from?: number;
  /** It must be below this. */
  readonly below?: number;
  /** It must be at most this. */
  readonly to?: number;
}

/**
 * A model reduced to numbers in, numbers out: what uncertainty, sensitivity and tables vary. {@link partialEvaluator}
 * makes one; so can you, from any function.
 *
 * @category Uncertainty
 */
export interface Evaluator {
  /** The inputs by name, each with the values it may take. */
  readonly domains: Readonly<Record<string, Domain>>;
  /** The outcomes for some values of all inputs. */
  readonly evaluate: (inputs: Readonly<Record<string, number>>) => Readonly<Record<string, number>>;
}

/** Refuses what is no evaluator. */
export function requireEvaluator(evaluator: Evaluator, path: string): Evaluator {
  const { domains, evaluate } = readOptions(evaluator, path, ["domains", "evaluate"]);
  if (typeof evaluate === "function" && isRecord(domains)) {
    requireFew(Object.keys(domains), `${path}.domains`);
    for (const [name, domain] of Object.entries(domains)) requireDomain(domain, `${path}.domains.${name}`);
    return evaluator;
  }
  throw new TariffError({
    code: "wrong-type",
    path,
    received: evaluator,
    advice: "Pass an object with domains and an evaluate function, for example from partialEvaluator.",
  });
}

/** Each input is looked up among the others: thousands of them would take minutes before they are refused. */
function requireFew(names: readonly string[], path: string): void {
  if (names.length > 0) requireBounded(names, "inputs", path, `Name at most ${listBounds.inputs} inputs.`);
}

const isRecord = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Refuses a domain with a key that nothing reads, or a limit that is no number. */
function requireDomain(domain: Domain, path: string): void {
  for (const [word, limit] of Object.entries(
    readOptions(domain, path, [], ["above", "from", "below", "to"]),
  )) {
    if (limit === undefined || (typeof limit === "number" && !Number.isNaN(limit))) continue;
    throw new TariffError({
      code: typeof limit === "number" ? "not-finite" : "wrong-type",
      path: `${path}.${word}`,
      received: limit,
      advice: "Give the limit as a number, or omit it.",
    });
  }
}

/** Refuses inputs that are missing or unknown, and returns their names. */
export function requireInputs(
  evaluator: Evaluator,
  inputs: Readonly<Record<string, unknown>>,
  path: string,
): readonly string[] {
  if (!isRecord(inputs)) {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: inputs,
      advice: "Pass an object with an entry for each input by name.",
    });
  }
  const names = Object.keys(inputs);
  requireFew(names, path);
  const known = Object.keys(evaluator.domains);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new TariffError({
      code: "unknown-key",
      path: `${path}.${name.slice(0, 40)}`,
      received: name,
      advice: `${perhaps(name, known)}Name one of the inputs ${known.join(", ")}.`,
    });
  }
  const missing = known.find((name) => !names.includes(name));
  if (missing === undefined) return names;
  throw new TariffError({
    code: "missing-key",
    path: `${path}.${missing}`,
    received: undefined,
    advice: "Add this input; it has no default.",
  });
}

/** Refuses a range that reaches outside a domain. */
export function requireWithin(domain: Domain, lowest: number, highest: number, path: string): void {
  const { above = Number.NEGATIVE_INFINITY, from = Number.NEGATIVE_INFINITY } = domain;
  const { below = Number.POSITIVE_INFINITY, to = Number.POSITIVE_INFINITY } = domain;
  const lowEnough = highest <= to && (highest < below || below === Number.POSITIVE_INFINITY);
  if (lowest >= from && (lowest > above || above === Number.NEGATIVE_INFINITY) && lowEnough) return;
  const wanted = Object.entries(domain).map(([word, limit]) => `${word} ${limit}`);
  throw new TariffError({
    code: "out-of-range",
    path,
    received: lowest === highest ? lowest : `${lowest} to ${highest}`,
    advice: `Only values ${wanted.join(" and ")} are possible here: cut the distribution or the range off.`,
  });
}

/** One outcome of an evaluator, checked to be a number. */
export function outcomeOf(outcomes: Readonly<Record<string, number>>, name: string, path: string): number {
  requireText(name, path);
  if (isRecord(outcomes) && Object.hasOwn(outcomes, name)) {
    return requireFinite(outcomes[name], name);
  }
  if (!isRecord(outcomes)) {
    throw new TariffError({
      code: "wrong-type",
      path: "evaluator.evaluate",
      received: outcomes,
      advice: "Let the function return an object with a number for each outcome.",
    });
  }
  throw new TariffError({
    code: "unknown-key",
    path,
    received: name,
    advice: `${perhaps(name, Object.keys(outcomes))}Name one of the outcomes ${Object.keys(outcomes).join(", ")}.`,
  });
}
