import { readDate } from "../../internal/isoDate.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { type Evaluation, readEvaluation, readStatuses } from "./readQuery.js";

/** Reads when a scenario is looked at: on a day, or over a period; paths of errors begin here. */
export function readWhen(value: unknown): Evaluation {
  const { on, over, statuses } = readOptions(value as Evaluation, "", ["statuses"], ["on", "over"]);
  if (on !== undefined && over !== undefined) {
    throw new TariffError({
      code: "conflicting-keys",
      path: "over",
      received: over,
      advice: "Give the day or the period, not both.",
    });
  }
  if (on === undefined && over === undefined) {
    throw new TariffError({
      code: "missing-key",
      path: "on",
      received: value,
      advice: 'Give a day ("on"), a period ("over") or on: "any-date".',
    });
  }
  if (over === undefined) return readEvaluation({ on: on as "any-date", statuses });
  const { from, to } = readOptions(over, "over", ["from", "to"]);
  readDate(from, "over.from");
  readDate(to, "over.to");
  if (to >= from) return { over: { from, to }, statuses: readStatuses(statuses) };
  throw new TariffError({
    code: "dates-out-of-order",
    path: "over.to",
    received: to,
    advice: `Give a last day on or after the first, ${from}.`,
  });
}
