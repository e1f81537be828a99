import { readDate } from "../../internal/isoDate.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import type { DateSpell, Season, StepDates } from "./step.js";

const named = ["announced", "signed", "effective", "expires"] as const;
/** A rate that changes every month for eight years. */
const mostSpells = 100;
const mostSeasons = 24;

/** Reads the dates of a step. */
export function readDates(value: unknown, path: string): StepDates {
  const given = readOptions(value as StepDates, path, [], [...named, "spells", "seasons"]);
  const dates: StepDates = Object.fromEntries(
    named.flatMap((key) =>
      Object.hasOwn(given, key) ? [[key, readDate(given[key], `${path}.${key}`)]] : [],
    ),
  );
  const { effective, expires } = dates;
  if (effective !== undefined && expires !== undefined && effective > expires) {
    throw outOfOrder(`${path}.expires`, expires, `Give a last day on or after the first, ${effective}.`);
  }
  const spells = given.spells === undefined ? undefined : readSpells(given.spells, `${path}.spells`);
  if (spells !== undefined && (effective !== undefined || expires !== undefined)) {
    throw new TariffError({
      code: "conflicting-keys",
      path: `${path}.spells`,
      received: given.spells,
      advice: "Give effective and expires, or spells, not both.",
    });
  }
  return {
    ...dates,
    ...(spells === undefined ? {} : { spells }),
    ...(given.seasons === undefined ? {} : { seasons: readSeasons(given.seasons, `${path}.seasons`) }),
  };
}

const outOfOrder = (path: string, received: unknown, advice: string) =>
  new TariffError({ code: "dates-out-of-order", path, received, advice });

function requireList(value: unknown, most: number, path: string): readonly unknown[] {
  if (Array.isArray(value) && value.length >= 1 && value.length <= most) return Array.from(value);
  throw new TariffError({
    code: !Array.isArray(value) ? "wrong-type" : value.length === 0 ? "empty" : "too-long",
    path,
    received: value,
    advice: `Give a list of 1 to ${most} runs of days, each with from and to.`,
  });
}

/** Reads a run of days. */
export function readSpell(value: unknown, path: string): DateSpell {
  const { from, to } = readOptions(value as DateSpell, path, ["from"], ["to"]);
  readDate(from, `${path}.from`);
  if (to === undefined) return { from };
  if (readDate(to, `${path}.to`) >= from) return { from, to };
  throw outOfOrder(`${path}.to`, to, `Give a last day on or after the first, ${from}.`);
}

function readSpells(value: unknown, path: string): readonly DateSpell[] {
  const spells = requireList(value, mostSpells, path).map((one, at) => readSpell(one, `${path}[${at}]`));
  spells.forEach(({ from }, at) => {
    const before = spells[at - 1];
    if (before === undefined || (before.to !== undefined && before.to < from)) return;
    throw outOfOrder(
      `${path}[${at}].from`,
      from,
      "Give the spells in order, each after the last day of the one before.",
    );
  });
  return spells;
}

function readSeasons(value: unknown, path: string): readonly Season[] {
  return requireList(value, mostSeasons, path).map((one, at) => {
    const here = `${path}[${at}]`;
    const { from, to } = readOptions(one as Season, here, ["from", "to"]);
    return { from: readMonthDay(from, `${here}.from`), to: readMonthDay(to, `${here}.to`) };
  });
}

/** Reads a month and day; 2000 was a leap year, so 29 February is one. */
function readMonthDay(value: unknown, path: string): Season["from"] {
  try {
    if (typeof value === "string") return readDate(`2000-${value}`, path).slice(5) as Season["from"];
  } catch {
    // refused below, as a month and day and not as a date
  }
  throw new TariffError({
    code: typeof value === "string" ? "not-a-date" : "wrong-type",
    path,
    received: value,
    advice: 'Write a month and a day, for example "12-01".',
  });
}
