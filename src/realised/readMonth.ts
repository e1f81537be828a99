import { dateOf, readDay } from "../internal/dayNumber.js";
import { type IsoDate, readDate } from "../internal/isoDate.js";
import { TariffError } from "../internal/TariffError.js";
import { readDayOfLaw } from "../law/readLaw.js";

/** The first and the last day of a month such as "2025-04". */
export function readMonth(month: unknown): { readonly from: IsoDate; readonly to: IsoDate } {
  if (typeof month !== "string" || !/^\d{4}-\d{2}$/.test(month)) {
    throw new TariffError({
      code: typeof month === "string" ? "not-a-date" : "wrong-type",
      path: "month",
      received: month,
      advice: 'Write a month as year-month, for example "2025-04".',
    });
  }
  const from = readDate(`${month}-01`, "month");
  // 31 days later lies the next month, whatever the month.
  const next = `${dateOf(readDay(from, "month") + 31).slice(0, 7)}-01`;
  const to = dateOf(readDay(next, "month") - 1);
  readDayOfLaw(from, "month");
  readDayOfLaw(to, "month");
  return { from, to };
}
