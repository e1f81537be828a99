import { readDecimal, writeDecimal } from "../../exact/decimal.js";
import { identifierForm } from "../../internal/identifier.js";
import { readDate } from "../../internal/isoDate.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireText } from "../../internal/requireText.js";
import { TariffError } from "../../internal/TariffError.js";
import { readRateText } from "./readValue.js";
import type { FactCondition, RateCondition, Step, StepCondition } from "./step.js";

/** More conditions than any one provision has. */
const most = 20;
const mostTexts = 100;
const limits = ["above", "atLeast", "below", "atMost"] as const;

/** The conditions of a step, all of which must hold. */
export const conditionsOf = (
  when: StepCondition | readonly StepCondition[] | undefined,
): readonly StepCondition[] =>
  when === undefined ? [] : Array.isArray(when) ? when : [when as StepCondition];

/** A step with each of its conditions passed through a function. */
export function mapConditions<S extends Step>(step: S, change: (one: StepCondition) => StepCondition): S {
  if (step.when === undefined) return step;
  const when = conditionsOf(step.when).map(change);
  return { ...step, when: Array.isArray(step.when) ? when : (when[0] as StepCondition) };
}

/** Reads what must hold for a step to apply: one condition, or a list of them. */
export function readConditions(value: unknown, path: string): StepCondition | readonly StepCondition[] {
  if (!Array.isArray(value)) return readCondition(value, path);
  if (value.length >= 1 && value.length <= most) {
    return Array.from(value, (one, at) => readCondition(one, `${path}[${at}]`));
  }
  throw new TariffError({
    code: value.length === 0 ? "empty" : "too-long",
    path,
    received: value,
    advice: `Give 1 to ${most} conditions.`,
  });
}

function readCondition(value: unknown, path: string): StepCondition {
  const isFact = typeof value === "object" && value !== null && Object.hasOwn(value, "fact");
  return isFact ? readFactCondition(value as FactCondition, path) : readRateCondition(value, path);
}

function readRateCondition(value: unknown, path: string): RateCondition {
  const given = readOptions(value as RateCondition, path, ["authority"], limits);
  const read = limits.flatMap((limit) =>
    given[limit] === undefined ? [] : [[limit, readRateText(given[limit], `${path}.${limit}`)]],
  );
  if (read.length === 0) throw nothingAsked(path, given, '{ authority: "mfn", above: "5%" }');
  return { authority: readName(given.authority, `${path}.authority`), ...Object.fromEntries(read) };
}

const days = ["before", "from"] as const;
const texts = ["is", "isNot"] as const;

function readFactCondition(value: FactCondition, path: string): FactCondition {
  const given = readOptions(value, path, ["fact"], [...texts, ...days, ...limits]);
  const read: (readonly [string, unknown])[] = [];
  for (const key of texts) {
    if (given[key] !== undefined) read.push([key, readTexts(given[key], `${path}.${key}`)]);
  }
  for (const key of days) {
    if (given[key] !== undefined) read.push([key, readDate(given[key], `${path}.${key}`)]);
  }
  for (const key of limits) {
    if (given[key] !== undefined) read.push([key, writeDecimal(readDecimal(given[key], `${path}.${key}`))]);
  }
  if (read.length === 0) throw nothingAsked(path, given, '{ fact: "mode", is: ["vessel"] }');
  return { fact: readName(given.fact, `${path}.fact`), ...Object.fromEntries(read) };
}

function readTexts(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value) && value.length >= 1 && value.length <= mostTexts) {
    return Array.from(value, (text, at) => requireText(text, `${path}[${at}]`));
  }
  throw new TariffError({
    code: !Array.isArray(value) ? "wrong-type" : value.length === 0 ? "empty" : "too-long",
    path,
    received: value,
    advice: `Give a list of 1 to ${mostTexts} texts.`,
  });
}

/** Reads the name of a fact or an authority. */
export function readName(value: unknown, path: string): string {
  if (typeof value === "string" && value.length <= 64 && identifierForm.test(value)) return value;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: "Give a short name of letters, digits, dots, dashes and underscores, up to 64 characters.",
  });
}

const nothingAsked = (path: string, received: unknown, example: string) =>
  new TariffError({
    code: "missing-key",
    path,
    received,
    advice: `Say what must hold, for example ${example}.`,
  });
