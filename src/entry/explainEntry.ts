import { readFraction } from "../exact/fraction.js";
import { readOptions } from "../internal/readOptions.js";
import { requireSmall } from "../internal/requireSmall.js";
import { TariffError } from "../internal/TariffError.js";
import { type ReadRoundTo, roundTo } from "./rounding.js";
import type { Charge, EntrySheet, SheetAmount, SheetShare } from "./sheet.js";
import { writeRounded } from "./writeAmount.js";

const writeAmount = (amount: SheetAmount | SheetShare): string => {
  if ("exactly" in amount) return amount.exactly;
  const { atLeast, atMost } = amount;
  return atMost === undefined ? `${atLeast} or more` : `${atLeast} to ${atMost}`;
};

const fourPlaces: ReadRoundTo = {
  to: "0.0001",
  mode: "half-away-from-zero",
  step: { numerator: 1n, denominator: 10_000n },
  places: 4,
};

/** A ratio says nothing to a reader: 1000/3 is about 333.3333. The sheet keeps it. */
const readable = (text: string): string =>
  text.replace(
    /\b\d+\/\d+\b/g,
    (ratio) => `about ${writeRounded(roundTo(readFraction(ratio, "sheet"), fourPlaces), fourPlaces)}`,
  );

/** A longer rate pushes its own row to the right, not all the others. */
const widest = 40;

/** The parts of a row, each as wide as its column needs; amounts stand to the right. */
function writeRows(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2].map((at) =>
    Math.min(widest, Math.max(0, ...rows.map((row) => (row[at] ?? "").length))),
  );
  return rows.map(([name = "", how = "", amount = "", ...more]) => {
    const [first = 0, second = 0, third = 0] = widths;
    const cells = [name.padEnd(first), how.padEnd(second), amount.padStart(third), ...more];
    return `  ${cells.join("  ").trimEnd()}`;
  });
}

const writeCharge = ({ authority, part, rate, base, amount, law, notes }: Charge): readonly string[] => [
  part === undefined ? authority : `${authority}, ${part}`,
  rate === undefined ? (base === undefined ? "fixed" : `on ${base}`) : `${rate} on ${base && readable(base)}`,
  writeAmount(amount),
  [law, ...notes.map(readable)].filter((text) => text !== undefined).join("; "),
];

function write(sheet: EntrySheet): string {
  const of = (line: string | undefined) => sheet.charges.filter((charge) => charge.line === line);
  const lines = sheet.lines.flatMap(({ id, product, value }) => [
    `Line ${id}${product === undefined ? "" : `, ${product}`}, customs value ${readable(value)}`,
    ...writeRows(of(id).map(writeCharge)),
  ]);
  const once = of(undefined);
  const share = sheet.shareOfValue;
  const totals = [
    ...Object.entries(sheet.totals).map(([kind, amount]) => [kind, "", writeAmount(amount)]),
    [
      "total",
      share === undefined ? "" : `${writeAmount(share.total)} of the customs value ${readable(sheet.value)}`,
      writeAmount(sheet.total),
    ],
  ];
  return [
    `Entry ${sheet.id} of ${sheet.day}, amounts in ${sheet.currency}`,
    ...lines,
    ...(once.length === 0 ? [] : ["On the entry as a whole", ...writeRows(once.map(writeCharge))]),
    "Totals",
    ...writeRows(totals),
    ...sheet.notCharged.map(({ authority, why }) => `Not charged: ${authority}, ${why}`),
    ...sheet.unknown.map(
      ({ line, authority, what }) =>
        `Not known: ${authority}${line === undefined ? "" : ` on line ${line}`}: ${what}`,
    ),
    ...Object.entries(sheet.balances).map(
      ([quota, left]) =>
        `Left of the quota ${quota}: ${[readable(left), sheet.balanceUnits?.[quota]].filter(Boolean).join(" ")}`,
    ),
  ].join("\n");
}

/**
 * A sheet as a broker reads it: line by line what is charged, by which rate on what, under which law, and the totals.
 *
 * **Result**: plain text, a row for each charge. What is not charged, what is not known and what is left of the quotas
 * stand at the end. A value that no decimal states is written to four places, as "about".
 *
 * @throws `wrong-type`, `missing-key`, `unknown-key` for anything but a sheet.
 * @example The rows of one line
 * ```ts
 * import { assessEntry, explainEntry, roundingRules } from "tariff-whatif/entry";
 *
 * const sheet = assessEntry({
 *   entry: { id: "7", day: "2025-02-03", currency: "USD", lines: [{ id: "1", value: "1000" }] },
 *   measures: [
 *     { authority: "mfn", kind: "duty", per: "line", rate: "2.9%", base: ["customs value"], law: "7326.90.86" },
 *   ],
 *   rounding: roundingRules.unitedStates,
 * });
 * explainEntry(sheet).split("\n").slice(1, 3);
 * // => ["Line 1, customs value 1000", "  mfn  2.9% on 1000  29.00  7326.90.86"]
 * ```
 * @category Entries
 */
export function explainEntry(sheet: EntrySheet): string {
  readOptions(
    sheet,
    "sheet",
    [
      "id",
      "day",
      "currency",
      "lines",
      "charges",
      "notCharged",
      "unknown",
      "totals",
      "total",
      "value",
      "balances",
    ],
    ["shareOfValue", "balanceUnits"],
  );
  requireSmall(sheet, "sheet", 2_000_000);
  try {
    return write(sheet);
  } catch {
    // An object of another shape has no rows to write; which of them was missing does not help the caller.
    throw new TariffError({
      code: "wrong-type",
      path: "sheet",
      received: sheet,
      advice: "Pass a sheet as assessEntry returns it.",
    });
  }
}
