import { readDate } from "../../internal/isoDate.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { type Evaluation, readEvaluation, readStatuses } from "./readQuery.js";

/** Reads when a scenario is looked at: on a day, or over a period. */
export function readWhen(value: unknown, path: string): Evaluation {
  const { on, over, statuses } = readOptions(value as Evaluation, path, ["statuses"], ["on", "over"]);
  if (on !== undefined && over !== undefined) {
    throw new TariffError({
      code: "conflicting-keys",
      path: path === "" ? "over" : `${path}.over`,
      received: over,
      advice: "Give the day or the period, not both.",
    });
  }
  if (on === undefined && over === undefined) {
    throw new TariffError({
      code: "missing-key",
      path: path === "" ? "on" : `${path}.on`,
      received: value,
      advice: 'Give a day ("on"), a period ("over") or on: "any-date".',
    });
  }
  if (over === undefined) return readEvaluation({ on: on as "any-date", statuses }, path);
  const at = path === "" ? "over" : `${path}.over`;
  const { from, to } = readOptions(over, at, ["from", "to"]);
  readDate(from, `${at}.from`);
  readDate(to, `${at}.to`);
  if (to >= from) return { over: { from, to }, statuses: readStatuses(statuses, path) };
  throw new TariffError({
    code: "dates-out-of-order",
    path: `${at}.to`,
    received: to,
    advice: `Give a last day on or after the first, ${from}.`,
  });
}
