import { readSharedText } from "./sharedCases.js";

/** US imports 2024 by partner and HS chapter, in USD, with added rates by partner. */
export function importsByChapter(added: Readonly<Record<string, number>>) {
  const rows = readSharedText("figures/us-imports-2024-by-partner-and-chapter.csv")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));
  const customsValue = rows.map((row) => Number(row[2]) * 1000);
  const dutiesBefore = rows.map((row) => Number(row[3]) * 1000);
  const rateBefore = rows.map((_, k) => (customsValue[k]! > 0 ? dutiesBefore[k]! / customsValue[k]! : 0));
  return {
    origin: rows.map((row) => row[0]!),
    product: rows.map((row) => row[1]!),
    customsValue,
    dutiesBefore,
    rateAfter: rateBefore.map((rate, k) => rate + (added[rows[k]![0]!] ?? 0)),
  };
}
