/**
 * Writes `src/data/us-lines-2024/figures.ts` from the lines of 2024 and `src/data/us-duties-monthly/figures.ts` from the
 * duties by month. Run `npx tsx test/tools/build-us-lines.ts` when those figures or the lists of the law change; a test
 * compares the gathered lines with the lines themselves.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { measures } from "../../src/law/figures/measures.js";
import { codesIn } from "../../src/law/unpack.js";

const shared = "../shared";
const rowsOf = (text: string) => Papa.parse<string[]>(text.trim()).data.slice(1);
const read = (path: string) => rowsOf(readFileSync(`${shared}/${path}`, "utf8"));
const heading = "// Written by test/tools/build-us-lines.ts; see index.ts for the source.\n\n";
const constant = (name: string, value: unknown, text: string) =>
  `/** ${text} */\nexport const ${name} = ${JSON.stringify(value)};\n`;

/** Groups of NAICS codes that the concordance of goods tells apart, by the BEA commodities that they are made of. */
const groups: readonly { naics: readonly string[]; commodities: readonly string[] }[] = [
  { naics: ["111", "112"], commodities: ["111CA"] },
  { naics: ["113", "114", "115"], commodities: ["113FF"] },
  { naics: ["211"], commodities: ["211"] },
  { naics: ["212"], commodities: ["212"] },
  { naics: ["311", "312"], commodities: ["311FT"] },
  { naics: ["313", "314"], commodities: ["313TT"] },
  { naics: ["315", "316"], commodities: ["315AL"] },
  ...["321", "322", "323", "324", "325", "326", "327", "331", "332", "333", "334", "335"].map((code) => ({
    naics: [code],
    commodities: [code],
  })),
  { naics: ["336"], commodities: ["3361MV", "3364OT"] },
  { naics: ["337"], commodities: ["337"] },
  { naics: ["339"], commodities: ["339"] },
  { naics: ["910", "930", "980", "990"], commodities: ["NA"] },
];
const nameOf = ({ naics }: { naics: readonly string[] }) => naics.join("+");

/** The value of the longest prefix of a code in a table. */
function longest<T>(table: ReadonlyMap<string, T>, code: string): T | undefined {
  for (let end = code.length; end >= 2; end--) {
    const found = table.get(code.slice(0, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every table of codes that a measure of the United States looks at: two goods alike in all of them pay alike. */
const tables: ReadonlyMap<string, string>[] = [];
const seen = new Set<string>();
function table(name: string, entries: Iterable<readonly [string, string]>): void {
  if (seen.has(name)) return;
  seen.add(name);
  tables.push(new Map(entries));
}
for (const measure of measures) {
  if (measure.importer !== "USA") continue;
  for (const list of [...(measure.lists ?? []), ...measure.free.flatMap((free) => free.list ?? [])])
    table(
      list,
      codesIn([{ list }]).map((code) => [code, "1"]),
    );
  for (const code of [...(measure.codes ?? []), ...measure.free.flatMap((free) => free.code ?? [])])
    table(code, [[code, "1"]]);
  measure.rates.forEach(({ percent }, at) => {
    if (typeof percent !== "number")
      table(
        `${measure.id} ${at}`,
        Object.entries(percent).map(([code, rate]) => [code, String(rate)]),
      );
  });
}

const commodityOf = new Map(
  read("figures/us-consumer-prices/hs-to-commodity.csv").map((row) => [row[0]!, row[1]!]),
);
const groupOf = (code: string) => {
  const commodity = longest(commodityOf, code) ?? "NA";
  const group = groups.find(({ commodities }) => commodities.includes(commodity));
  if (group === undefined) throw new Error(`${code}: no group for ${commodity}`);
  return nameOf(group);
};

const lines = rowsOf(gunzipSync(readFileSync(`${shared}/data/us-imports-2024-hs10.csv.gz`)).toString("utf8"));
const codes = [...new Set(lines.map((row) => row[1]!))].sort();
/** The class of a code: the first code, in order, that no law and no group of industries tells from it. */
const classOf = new Map<string, string>();
const firstOf = new Map<string, string>();
for (const code of codes) {
  const sign = `${groupOf(code)} ${tables.map((one) => longest(one, code) ?? "").join()}`;
  const first = firstOf.get(sign) ?? code;
  firstOf.set(sign, first);
  classOf.set(code, first);
}

const claimed = new Map(
  read("figures/tariff-lists/usmca-share-2024-hs4.csv").map((row) => [`${row[0]} ${row[1]}`, Number(row[3])]),
);
const exporters = [...new Set(lines.map((row) => row[0]!))].sort();
const products = [...new Set(classOf.values())].sort();
const cells = new Map<string, { value: number; duties: number; claimed: number }>();
for (const [exporter, code, value, duties] of lines as [string, string, string, string][]) {
  const key = `${exporter} ${classOf.get(code)}`;
  const cell = cells.get(key) ?? { value: 0, duties: 0, claimed: 0 };
  cell.value += Number(value);
  cell.duties += Number(duties);
  cell.claimed += Number(value) * (claimed.get(`${exporter} ${code.slice(0, 4)}`) ?? 0);
  cells.set(key, cell);
}

/** Below this, in dollars, a class of goods from one exporter is left out. */
const least = 100_000;
const flows = exporters.map((exporter) => {
  let last = 0;
  return products
    .flatMap((product, at) => {
      const cell = cells.get(`${exporter} ${product}`);
      if (cell === undefined || cell.value < least) return [];
      const row = `${at - last},${Math.round(cell.value / 1000)},${Math.round(cell.duties / 1000)}`;
      last = at;
      return [row];
    })
    .join(";");
});
const claims = (partner: string) =>
  Object.fromEntries(
    products.flatMap((product) => {
      const cell = cells.get(`${partner} ${product}`);
      if (cell === undefined || cell.value < least || cell.claimed === 0) return [];
      return [[product, `${Number(Math.min(1, cell.claimed / cell.value).toFixed(6))}`]];
    }),
  );

writeFileSync(
  "src/data/us-lines-2024/figures.ts",
  heading +
    constant("exporters", exporters, "Partners.") +
    constant("products", products, "One code for each class of goods, the first in order.") +
    constant("groups", groups.map(nameOf), "Groups of NAICS codes.") +
    constant(
      "groupOfProduct",
      products.map((product) => groups.map(nameOf).indexOf(groupOf(product))),
      "The group of each product, a position in groups.",
    ) +
    constant("flows", flows, "For each exporter: step in products, customs value, duties, USD thousand.") +
    constant("claims", { CAN: claims("CAN"), MEX: claims("MEX") }, "Shares claimed in 2024, by product."),
);

const naics = read("figures/us-duties-monthly/by-naics3.csv");
const months = [...new Set(naics.map((row) => row[0]!))].sort();
const figuresByMonth = months.map((month) => ({
  month,
  byGroup: groups.map((group) => {
    const rows = naics.filter((row) => row[0] === month && group.naics.includes(row[1]!));
    return [2, 3].map((at) => rows.reduce((sum, row) => sum + Number(row[at]), 0));
  }),
}));
const total = new Map(read("figures/us-duties-monthly/total.csv").map((row) => [row[0]!, row]));
for (const { month, byGroup } of figuresByMonth) {
  for (const at of [0, 1]) {
    const sum = byGroup.reduce((all, cell) => all + cell[at]!, 0);
    if (sum !== Number(total.get(month)?.[at + 1])) throw new Error(`${month}: the groups do not add up.`);
  }
}
const monthlyClaims = read("figures/tariff-lists/usmca-share-monthly.csv");
writeFileSync(
  "src/data/us-duties-monthly/figures.ts",
  heading +
    constant("groups", groups.map(nameOf), "Groups of NAICS codes.") +
    constant(
      "months",
      figuresByMonth.map(({ month, byGroup }) => [month, ...byGroup.flat()]),
      "Month, then customs value and calculated duties of each group, USD.",
    ) +
    constant("claims", monthlyClaims, "Month, partner, share of trade of 2024 that claims the preference."),
);
