/**
 * Writes `src/data/hs-concordance/figures.ts` from the shared tables. Run `npx tsx test/tools/build-hs-concordance.ts`
 * when a table changes; a test compares what the functions answer with the tables.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const read = (name: string) =>
  gunzipSync(readFileSync(`../shared/cases/readers/concordance/${name}.csv.gz`))
    .toString()
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(",") as [string, string, string, string]);

/** Codes by heading: `0101:21,29,30`. */
const listed = (codes: readonly string[]) => {
  const headings = new Map<string, string[]>();
  for (const code of [...new Set(codes)].sort()) {
    const [heading, rest] = [code.slice(0, 4), code.slice(4)];
    headings.set(heading, [...(headings.get(heading) ?? []), rest]);
  }
  return [...headings].map(([heading, rest]) => `${heading}${rest.join("")}`).join(" ");
};

/** New codes whose old codes are not just the same one: `new>old,old`, the one that UNSD converts to first. */
function changed(name: string) {
  const rows = read(name);
  const olds = new Map<string, string[]>();
  const news = new Map<string, number>();
  for (const [to, from, , conversion] of rows) {
    const list = olds.get(to) ?? [];
    if (conversion === "1") list.unshift(from);
    else list.push(from);
    olds.set(to, list);
    news.set(from, (news.get(from) ?? 0) + 1);
  }
  const pairs = [...olds].filter(([to, from]) => from.length > 1 || from[0] !== to || news.get(to) !== 1);
  return {
    codes: [...olds.keys()],
    old: [...news.keys()],
    text: pairs.map(([to, from]) => `${to}>${from.join("")}`).join(" "),
  };
}

/** Runs of codes, in order, with the same end use: `010121=41`; several uses of one code as `22+41`. */
function uses(edition: string) {
  const byCode = new Map<string, string[]>();
  for (const [hs, code, bec] of read("hs-bec4")) {
    if (hs !== edition) continue;
    const known = byCode.get(code) ?? [];
    byCode.set(code, /^\d+$/.test(bec) ? [...known, bec] : known);
  }
  let last = "";
  return [...byCode]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([code, list]) => {
      const use = list.sort().join("+");
      if (use === last) return [];
      last = use;
      return `${code}=${use}`;
    })
    .join(" ");
}

const [older, newer] = [changed("hs2017-hs2012"), changed("hs2022-hs2017")];
const text = (name: string, value: string, says: string) =>
  `/** ${says} */\nexport const ${name} =\n  "${value}";\n`;
writeFileSync(
  "src/data/hs-concordance/figures.ts",
  "// Written by test/tools/build-hs-concordance.ts; see index.ts for the source.\n\n" +
    text(
      "codes2012",
      listed(older.old),
      "Codes of HS 2012: a heading and the last two digits of each subheading.",
    ) +
    text("codes2017", listed(older.codes), "Codes of HS 2017.") +
    text("codes2022", listed(newer.codes), "Codes of HS 2022.") +
    text(
      "from2017to2012",
      older.text,
      "Codes of HS 2017 and their codes of HS 2012, the one UNSD converts to first.",
    ) +
    text(
      "from2022to2017",
      newer.text,
      "Codes of HS 2022 and their codes of HS 2017, the one UNSD converts to first.",
    ) +
    text("bec2012", uses("2012"), "First codes of runs with one end use, HS 2012.") +
    text("bec2017", uses("2017"), "First codes of runs with one end use, HS 2017.") +
    text("bec2022", uses("2022"), "First codes of runs with one end use, HS 2022."),
);
