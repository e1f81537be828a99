import type { DaysOfYear } from "./dutyExpression.js";

/** The days of a leap year, in order: "01-01" to "12-31". */
const days: readonly string[] = /* @__PURE__ */ [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].flatMap(
  (length, month) =>
    Array.from(
      { length },
      (_, day) => `${String(month + 1).padStart(2, "0")}-${String(day + 1).padStart(2, "0")}`,
    ),
);

/** Whether a day, "12-01", lies in a spell; a spell whose end stands before its start crosses the new year. */
export const inSpell = (day: string, { from, to }: DaysOfYear): boolean =>
  from <= to ? from <= day && day <= to : day >= from || day <= to;

/** The days of the year that no spell covers, and a day that two cover, if there is one. */
export function coverageOf(spells: readonly DaysOfYear[]): {
  readonly notCovered: readonly DaysOfYear[];
  readonly twice: string | undefined;
} {
  const covered = days.map((day) => spells.filter((spell) => inSpell(day, spell)).length);
  const gaps: { from: string; to: string }[] = [];
  days.forEach((day, index) => {
    if (covered[index] !== 0) return;
    const open = covered[index - 1] === 0 ? gaps.at(-1) : undefined;
    if (open === undefined) gaps.push({ from: day, to: day });
    else open.to = day;
  });
  const last = gaps.at(-1);
  if (gaps.length > 1 && gaps[0]?.from === "01-01" && last?.to === "12-31") {
    last.to = (gaps.shift() as DaysOfYear).to;
  }
  return { notCovered: gaps, twice: days[covered.findIndex((count) => count > 1)] };
}
