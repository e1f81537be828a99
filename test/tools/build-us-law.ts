/**
 * Writes `src/law/figures` from the shared measures and lists. Run `npx tsx test/tools/build-us-law.ts` when they
 * change; a test compares what the package says with the shared figures.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";

interface Source {
  id: string;
  title: string;
  authority: string;
  instrument: string;
  importer: string;
  exporters: unknown;
  products: string | string[];
  except?: string[];
  exceptLists?: { list: string; from?: string; back?: string }[];
  operator: string;
  rate?: number | string | null;
  rateByExporter?: Record<string, number | { from: string; rate?: number }[]>;
  rateByProduct?: Record<string, number>;
  announced: string | null;
  effective: string;
  expires: string | null;
  suspended?: { from: string; to: string | null }[];
  stacking?: { yieldsTo: string; on: string; from?: string; until?: string }[];
  content?: { from: string };
  preference?: { usmca: string; from?: string; note?: string };
  condition?: string;
  quota?: unknown;
  inTransit?: {
    loadedBefore?: string;
    exportedBefore?: string;
    enteredBefore: string;
    rate: number;
    more?: { loadedBefore: string; rate: number }[];
  };
  sources: string[];
  confidence: string;
}

const figures = "../shared/figures";
const rowsOf = (path: string) =>
  Papa.parse<{ list: string; hsCode: string; rate: string }>(
    gunzipSync(readFileSync(`${figures}/${path}`)).toString("utf8"),
    { header: true, skipEmptyLines: true },
  ).data;
const rows = [...rowsOf("us-law/lists.csv.gz"), ...rowsOf("tariff-lists/lists.csv.gz")];

/**
 * Left out: rules that are no rate by product (postal parcels, offsets, descriptions), washers (a quota with two rates,
 * ended in 2023), what only says that others have ended, and the derivative articles of 12 March 2025, whose codes have
 * to be read from the Federal Register first.
 */
const leftOut = new Set([
  "us-201-washers",
  "us-301-exclusions",
  "us-301-aircraft-eu",
  "us-232-automobiles-offset",
  "us-ieepa-ended",
  "us-de-minimis-chn",
  "us-de-minimis-all",
  "us-301-forced-labour-10",
  "us-301-forced-labour-12.5",
  "us-232-steel-derivatives-73",
  "us-232-steel-derivatives-outside73",
  "us-232-aluminum-derivatives-76",
  "us-232-aluminum-derivatives-outside76",
]);

/** The country rates of April 2025 stand in for the 10 % of the same order, whose clause frees goods loaded before it began. */
const clausesBefore: Readonly<Record<string, readonly { loadedBefore: string; rate: number }[]>> = {
  "us-reciprocal-annex-I": [{ loadedBefore: "2025-04-05", rate: 0 }],
};

const listed = (tokens: readonly string[], kind: "list" | "hs" | "described" | "exporter") =>
  tokens.flatMap((token) => (token.startsWith(`${kind}:`) ? [token.slice(kind.length + 1).trim()] : []));

function ratesOf(source: Source): unknown[] {
  const { effective } = source;
  if (source.rate === "list") {
    const [name = ""] = listed(source.products as string[], "list");
    const byCode = rows.filter(({ list }) => list === name).map(({ hsCode, rate }) => [hsCode, Number(rate)]);
    return [{ from: effective, percent: Object.fromEntries(byCode) }];
  }
  if (typeof source.rate === "number") return [{ from: effective, percent: source.rate }];
  if (source.rateByProduct) {
    const { default: other, ...byCode } = source.rateByProduct;
    const [name = ""] = listed(source.products as string[], "list");
    const codes = rows.filter(({ list }) => list === name).map(({ hsCode }) => hsCode);
    const percent = Object.fromEntries(codes.map((code) => [code, byCode[code] ?? other]));
    return [{ from: effective, percent }];
  }
  const exporters = source.exporters as string[];
  return Object.entries(source.rateByExporter ?? {}).flatMap(([exporter, rate]) => {
    const whole = exporter === "default" || (Array.isArray(exporters) && exporters.join() === exporter);
    const who = whole ? {} : { exporter };
    const spells = typeof rate === "number" ? [{ from: effective, rate }] : rate;
    return spells.map(({ from, rate: percent }) => ({ from, ...who, percent }));
  });
}

function measureOf(source: Source): object {
  const tokens = typeof source.products === "string" ? [] : source.products;
  const except = source.except ?? [];
  const lists = listed(tokens, "list");
  const codes = listed(tokens, "hs");
  const dated = source.exceptLists ?? [];
  const free = [
    ...listed(except, "hs").map((code) => ({ code })),
    ...listed(except, "list")
      .filter((name) => !dated.some(({ list }) => list === name))
      .map((list) => ({ list })),
    ...dated.map(({ list, from, back }) => ({ list, ...(from && { from }), ...(back && { until: back }) })),
  ];
  const not = listed(except, "exporter");
  const given = source.exporters as "all" | string[] | { allBut: string[] };
  const allBut = typeof given === "object" && !Array.isArray(given) ? given.allBut : [];
  const barred = [...allBut, ...not];
  const exporters = Array.isArray(given)
    ? given.filter((code) => !not.includes(code))
    : barred.length > 0
      ? { allBut: barred }
      : "all";
  const { preference, content } = source;
  const leavesOut = [
    ...listed(except, "described").map((text) => `free: ${text}`),
    ...(source.condition ? [`only: ${source.condition}`] : []),
    ...(source.quota ? ["the quota: the rate is the one within it"] : []),
    ...(source.inTransit ? ["goods that were loaded before the first day"] : []),
    ...(preference?.usmca.endsWith("ContentOnly")
      ? ["with the North American preference: charged on a part of the value only"]
      : []),
  ];
  const claim = preference?.usmca === "exempt" ? (preference.from ?? source.effective) : undefined;
  return {
    id: source.id,
    title: source.title,
    authority: source.authority,
    instrument: source.instrument,
    sources: source.sources.filter((name) => !name.includes("steering")),
    confidence: source.confidence,
    importer: source.importer,
    exporters,
    ...(lists.length > 0 && { lists }),
    ...(codes.length > 0 && { codes }),
    free,
    operator: source.operator,
    rates: ratesOf(source),
    ...(source.announced && { announced: source.announced }),
    effective: source.effective,
    ...(source.expires && { ends: source.expires }),
    suspended: (source.suspended ?? []).map(({ from, to }) => ({ from, ...(to && { until: to }) })),
    yieldsTo: (source.stacking ?? []).map(({ yieldsTo, on, from, until }) => ({
      authority: yieldsTo,
      on,
      ...(from && { from }),
      ...(until && { until }),
    })),
    ...(content && { metalFrom: content.from }),
    ...(claim && { freeWithClaimFrom: claim }),
    ...(source.inTransit && {
      underWay: {
        enteredBefore: source.inTransit.enteredBefore,
        rates: [...(clausesBefore[source.id] ?? []), source.inTransit, ...(source.inTransit.more ?? [])].map(
          (one) => ({
            loadedBefore: one.loadedBefore ?? (one as { exportedBefore?: string }).exportedBefore,
            percent: one.rate,
          }),
        ),
      },
    }),
    leavesOut,
  };
}

const sources = JSON.parse(readFileSync(`${figures}/us-law/measures.json`, "utf8")) as Source[];
const kept = sources.filter(
  ({ id, products }) =>
    !leftOut.has(id) &&
    (typeof products === "string" || products.every((token) => !token.startsWith("described"))),
);
const measures = kept.map(measureOf);
const used = new Set(
  kept.flatMap(({ products, except = [], exceptLists = [] }) => [
    ...(typeof products === "string" ? [] : listed(products, "list")),
    ...listed(except, "list"),
    ...exceptLists.map(({ list }) => list),
  ]),
);

/** Codes of a list by heading, "0101:2100,2900;0102:": a third of what they are one by one. */
function pack(name: string): string {
  const all = [...new Set(rows.filter(({ list }) => list === name).map(({ hsCode }) => hsCode))].sort();
  if (all.length === 0) throw new Error(`no list ${name}`);
  const shortest = all.filter((code) => !all.some((other) => other !== code && code.startsWith(other)));
  const byHeading = new Map<string, string[]>();
  for (const code of shortest) {
    const heading = code.slice(0, 4);
    byHeading.set(heading, [...(byHeading.get(heading) ?? []), code.slice(4)]);
  }
  return [...byHeading].map(([heading, rest]) => `${heading}:${rest.join(",")}`).join(";");
}

const heading = "// Written by test/tools/build-us-law.ts; see measures in index.ts for the sources.\n\n";
writeFileSync(
  "src/law/figures/measures.ts",
  `${heading}import type { DatedMeasure } from "../datedMeasure.js";\n\nexport const measures: readonly DatedMeasure[] = ${JSON.stringify(measures)};\n`,
);
writeFileSync(
  "src/law/figures/lists.ts",
  `${heading}export const lists: Readonly<Record<string, string>> = ${JSON.stringify(
    Object.fromEntries([...used].sort().map((name) => [name, pack(name)])),
  )};\n`,
);
const claims = Papa.parse<{ partner: string; hs4: string; usmcaShare: string }>(
  readFileSync(`${figures}/tariff-lists/usmca-share-2024-hs4.csv`, "utf8").trim(),
  { header: true },
).data;
const claimsOf = (partner: string) =>
  claims
    .filter((row) => row.partner === partner)
    .map(({ hs4, usmcaShare }) => `${hs4}:${Number(usmcaShare).toFixed(4)}`)
    .join(";");
writeFileSync(
  "src/law/figures/claims.ts",
  `${heading}export const claims2024 = ${JSON.stringify({ CAN: claimsOf("CAN"), MEX: claimsOf("MEX") })} as const;\n`,
);
