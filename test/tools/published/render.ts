import { toMarkdown } from "tariff-whatif";
import { yaleBudgetLabRevenueOffsets } from "tariff-whatif/parameters";
import { type Estimate, nameOf, type Published, read } from "./estimates.js";
import { consumption, growths, households, inForceFrom, usGdp } from "./readings.js";
import { parameterSets, runOf } from "./runs.js";
import { type ScenarioName, scenarios, sections } from "./scenarios.js";
import { type TillColumn, tillColumns, tillElasticities, tillNumber, tillOf } from "./tillColumns.js";
import { type Comparison, type Part, type Treatment, treatments } from "./treatments.js";

/** One line of a table: a published number beside one reading of ours. */
interface Line {
  readonly estimate: Estimate;
  readonly part: Part;
  readonly comparison: Comparison;
  readonly published: Published;
  readonly columns: readonly (number | null)[];
}

const entities: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "*": "\\*", _: "\\_" };
const prose = (text: string) => text.replaceAll(/[<>*_]/g, (sign) => entities[sign] ?? sign);
const fixed = (value: number, places: number) => {
  const text = value.toFixed(places);
  return Number(text) === 0 ? text.replace("-", "") : text;
};
const grouped = (text: string) => text.replace(/\d+/, (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/g, ","));
const number = (value: number | null, places: number) =>
  value === null ? "n/a" : grouped(fixed(value, places));
const range = ([low, high]: readonly [number, number], write: (value: number) => string) =>
  low === high ? write(low) : `${write(low)} to ${write(high)}`;

/** Published over ours, lowest first; null where that says nothing. */
function ratioOf({ published, comparison, columns }: Line, column: 0 | 1): readonly [number, number] | null {
  const ours = columns[column] ?? null;
  const meant = comparison.only === undefined || comparison.only === (column === 0 ? "before" : "after");
  if (published === null || ours === null || ours === 0 || comparison.kinship === "other" || !meant) {
    return null;
  }
  const [first, second] = published.map((value) => value / ours) as [number, number];
  return first <= second ? [first, second] : [second, first];
}

const ratioText = (ratio: readonly [number, number] | null) =>
  ratio === null ? "n/a" : range(ratio, (value) => fixed(value, 2));

function linesOf(estimate: Estimate, { section, parts }: Treatment): readonly Line[] {
  return parts.flatMap((part) =>
    part.beside.map((comparison): Line => {
      const published = read(estimate, part.pick);
      const name: ScenarioName | undefined =
        comparison.variant?.scenario ?? (section === "none" ? undefined : section);
      const columns = name === undefined ? [] : comparison.reading.of(runOf(name));
      return { estimate, part, comparison, published, columns };
    }),
  );
}

const who = ({ org, date }: Estimate) => `${org}, ${date}`;
const publishedText = ({ published, part, estimate }: Line) =>
  published === null
    ? "not recorded"
    : `${range(published, (value) => grouped(String(value)))} ${part.unit ?? estimate.unit}`;

function rowOf(line: Line, names: readonly string[]): Readonly<Record<string, string>> {
  const { estimate, part, comparison, columns } = line;
  const { reading, kinship, variant } = comparison;
  const fixedColumn = columns[0] ?? null;
  return {
    who: who(estimate),
    "what they measure": part.label,
    published: publishedText(line),
    "ours beside it": `${reading.text}${variant === undefined ? "" : `, ${variant.text}`}`,
    unit: reading.unit,
    static: number(fixedColumn, reading.places),
    ...Object.fromEntries(names.map((name, at) => [name, number(columns[at + 1] ?? null, reading.places)])),
    concept: kinship,
    "published / static": ratioText(ratioOf(line, 0)),
    [`published / ${names[0]}`]: ratioText(ratioOf(line, 1)),
  };
}

function noteOf(estimate: Estimate, { why }: Treatment): string {
  const { org, date, scenario, metric, horizon, assumptions, confidence, source_url } = estimate;
  const recorded = assumptions === "" ? "" : ` Recorded with it: ${assumptions}.`;
  return (
    `- **${prose(`${org}, ${date}: ${metric}`)}.** ${why}\n` +
    `  ${prose(`Scenario as recorded: ${scenario}. Horizon: ${horizon}.${recorded} Checked: ${confidence}. Source: ${source_url}`)}`
  );
}

/** The levels of a scenario by themselves, before anything is set beside them. */
function levels(name: ScenarioName, names: readonly string[]): string {
  const { columns } = runOf(name);
  const rows = [
    ["additional duties, USD bn a year", 1, (at: number) => (columns[at]?.duties ?? 0) / 1e9],
    ["change of the effective rate, pp", 2, (at: number) => (columns[at]?.rateChange ?? 0) * 100],
    ["what buyers lose, USD bn a year", 1, (at: number) => (columns[at]?.buyersLoss ?? 0) / 1e9],
    [
      "US welfare, USD bn a year",
      1,
      (at: number) => {
        const welfare = columns[at]?.welfare ?? null;
        return welfare === null ? null : welfare / 1e9;
      },
    ],
  ] as const;
  return toMarkdown(
    rows.map(([label, places, value]) => ({
      ours: label,
      ...Object.fromEntries(["static", ...names].map((column, at) => [column, number(value(at), places)])),
    })),
  );
}

const quarter = 0.25;
const isClose = (ratio: readonly [number, number] | null) =>
  ratio !== null && ratio[0] <= 1 + quarter && ratio[1] >= 1 - quarter;
const span = (ratios: Ratios) => {
  const known = ratios.filter((ratio) => ratio !== null);
  if (known.length === 0) return "n/a";
  return range(
    [Math.min(...known.map(([low]) => low)), Math.max(...known.map(([, high]) => high))],
    (value) => fixed(value, 2),
  );
};
const hits = (ratios: Ratios) =>
  `${ratios.filter(isClose).length} of ${ratios.filter((ratio) => ratio !== null).length}`;

type Ratios = readonly (readonly [number, number] | null)[];

/** The ratios to the static and to the first partial column of the rows that measure one kind of thing. */
function ratiosOf(lines: readonly Line[], kind: string): readonly [Ratios, Ratios] {
  const own = lines.filter(({ comparison }) => comparison.reading.kind === kind);
  return [own.map((line) => ratioOf(line, 0)), own.map((line) => ratioOf(line, 1))];
}

function overview(lines: readonly Line[], first: string): string {
  const comparable = lines.filter(({ comparison }) => comparison.kinship !== "other");
  const kinds = [...new Set(comparable.map(({ comparison }) => comparison.reading.kind))].sort();
  return toMarkdown(
    kinds.map((kind) => {
      const [toStatic, toFirst] = ratiosOf(comparable, kind);
      return {
        "what is measured": kind,
        "published / static, lowest to highest": span(toStatic),
        "within a quarter of static": hits(toStatic),
        [`published / ${first}, lowest to highest`]: span(toFirst),
        [`within a quarter of ${first}`]: hits(toFirst),
      };
    }),
  );
}

function parameterTable(): string {
  return toMarkdown(
    parameterSets().map(({ name, assumptions, origin }) => ({
      set: name,
      "between origins": String(assumptions.substitutionElasticity),
      "of import demand": String(assumptions.importDemandElasticity),
      "of export supply": String(assumptions.exportSupplyElasticity),
      "where from": origin,
    })),
  );
}

const width = 118;

/** Sets paragraphs and list items to one width; tables, headings and the front matter stay as they are. */
function reflow(page: string): string {
  const [matter = "", ...blocks] = page.trimEnd().split(/\n{2,}/);
  const wrap = (text: string) => {
    const indent = text.startsWith("- ") ? "  " : "";
    const lines = [""];
    for (const word of text.split(/\s+/)) {
      const last = lines.at(-1) as string;
      if (last.trim() === "") lines[lines.length - 1] = `${last}${word}`;
      else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(`${indent}${word}`);
    }
    return lines.join("\n");
  };
  const set = (block: string) =>
    /^[|#]/.test(block)
      ? block
      : block
          .split(/\n(?=- )/)
          .map(wrap)
          .join("\n");
  return `${[matter, ...blocks.map(set)].join("\n\n")}\n`;
}

const tillKinds = ["Consumer prices", "Core consumer prices", "Cost per household"];

/** Prices and households once more, from the tables of consumption: the old columns beside the new. */
function tillTable(lines: readonly Line[]): string {
  const rows = lines.flatMap(({ estimate, part, comparison, published, columns }) => {
    const { section } = treatments[nameOf(estimate)] as Treatment;
    const name = comparison.variant?.scenario ?? section;
    const { kind, places } = comparison.reading;
    if (published === null || name === "none" || !tillKinds.includes(kind)) return [];
    if (comparison.kinship === "other") return [];
    const till = tillOf(name);
    const ours = (column: TillColumn) => tillNumber(kind, column, till.get(column) as never);
    const read = comparison.only === "after" ? "after substitution" : "margins in dollars";
    const base = ours(read);
    return [
      {
        who: who(estimate),
        "what they measure": part.label,
        scenario: name,
        published: `${range(published, (value) => grouped(String(value)))} ${part.unit ?? estimate.unit}`,
        static: number(columns[0] ?? null, places),
        ...Object.fromEntries(
          (Object.keys(tillColumns) as TillColumn[]).map((column) => [column, number(ours(column), places)]),
        ),
        "published / static": ratioText(ratioOf({ estimate, part, comparison, published, columns }, 0)),
        "published / ours":
          base === null || base === 0 ? "n/a" : range(published, (value) => fixed(value / base, 2)),
        "read against": read,
      },
    ];
  });
  return toMarkdown(rows);
}

/** The whole page. */
export function renderGuide(estimates: readonly Estimate[]): string {
  const names = parameterSets().map(({ name }) => name);
  const first = names[0] as string;
  const treated = estimates.map((estimate) => {
    const treatment = treatments[nameOf(estimate)];
    if (treatment === undefined) throw new Error(`Nothing says what to do with ${nameOf(estimate)}`);
    return { estimate, treatment, lines: linesOf(estimate, treatment) };
  });
  const inSection = (section: string) => treated.filter(({ treatment }) => treatment.section === section);
  const all = treated.flatMap(({ lines }) => lines);
  const parts = treated.flatMap(({ treatment }) => treatment.parts);
  const comparableParts = treated.flatMap(({ treatment }) =>
    treatment.parts.filter((part) => part.beside.some(({ kinship }) => kinship !== "other")),
  );
  const close = (kind: string, column: 0 | 1) => {
    const ratios = ratiosOf(all, kind)[column];
    if (ratios.length === 0) throw new Error(`no row measures ${kind}`);
    return hits(ratios);
  };
  const percent = (share: number) => `${fixed(share * 100, 0)}%`;
  const { nonComplianceShare, incomeAndPayrollOffset } = yaleBudgetLabRevenueOffsets.values;
  const chapters = [
    `---
title: Beside published estimates
---

# Beside published estimates

What others published about these threats, and what this package says to the same question. Written by
\`test/golden/publishedEstimates.test.ts\`: every number of ours is computed, none typed. Nothing is averaged, because the
published numbers have different bases; every recorded estimate has its row, also those we cannot match.

## In short

- ${estimates.length} estimates are recorded, with ${parts.length} numbers. For ${comparableParts.length} of these
  numbers we compute the same thing or something near it; for the others we show the nearest we have without a ratio, or
  say why we have nothing (${inSection("none").length} estimates).
- **Where we are close.** The size of the trade, and the duty on it before anybody reacts, which is arithmetic (yearly
  duties: ${close("Duties in a year", 0)} rows within a quarter of our static column). Tax per household once buyers react (${close("Tax per household", 1)}
  within a quarter of ${first}). Budget windows: ${growths.map((growth) => `${close(`Conventional revenue over the budget window, trade grows ${growth * 100}%`, 1)} within a quarter of ${first} at ${growth * 100}% growth`).join(", ")};
  the growth and the elasticities are ours to choose, so closeness there proves little.
- **Where we are not.** Consumer prices (${close("Consumer prices", 0)} rows within a quarter of static, ${close("Consumer prices", 1)} of ${first}) and what households lose
  (${close("Cost per household", 0)} and ${close("Cost per household", 1)}): for the threats on Canada, Mexico and China we come out higher, because we count all
  imports as if consumers bought them; for the EU we come out far lower. One year's revenue: ${close("Conventional revenue of one year", 1)} rows within a
  quarter of ${first}, ${close("Conventional revenue of one year", 0)} of static: what is expected of the first year mostly lies between no reaction and the full one, and of
  China's share there are two readings. The effective rate before substitution that Yale printed in March: ours is higher, and the record does not
  let us say why. EU sales to the US: ours fall far more.
- **What we cannot say.** Output, employment, inflation over time, incomes by household: those need models of the whole
  economy. Our welfare is shown beside output, marked as another concept, and no ratio is given.
- The static column is an upper bound on duties, not a forecast. The partial columns depend on elasticities that nobody
  knows well: read them as a range of what could be assumed, not as a margin of error.

The ratios by what is measured, from the lowest to the highest single row (a published range counts as close when any of
it is):

${overview(all, first)}
## What our columns are

**Static** is \`accounting\` on US imports of 2024: nobody changes what they buy. **${names.join(", ")}** are
\`partialEquilibrium\` on the same data, chapter by chapter, with three sets of elasticities; none is a default:

${parameterTable()}
## Prices and households, from the tables of consumption

The columns above count all imports as if consumers bought them. \`consumerPrices\` follows them through the make and use
tables of 2023 into 76 lines of consumption instead, on the same trade by chapter. Nobody else's method is copied: the
columns differ by one assumption each, and *after substitution* (with margins in dollars; ${tillElasticities.betweenOrigins} between origins,
${tillElasticities.betweenCategories} between lines of consumption, both chosen for this page) is read where they print a number after it.

${tillTable(all)}
Why the gaps that remain:

- **Margins.** Dealers who keep their percentage nearly double the change. Most of the published numbers for Canada, Mexico
  and China lie between our two columns of margins, and few say which of the two they take.
- **Domestic prices.** Ours rise with the cost of imported inputs alone; where domestic producers follow their dearer rivals
  the change is far larger. The range of the Boston Fed is one of markups; we show half of all producers as one reading.
- **Substitution.** Ours turns to domestic goods inside a commodity and to other lines of consumption, with elasticities
  that are chosen and not estimated; others have estimates, or a model of all countries.
- **Exchange rate and retaliation.** Left out here: a dearer dollar would make imports cheaper again. Which of the others count
  it is mostly not recorded. What Kiel prints for the EU, "up to 1.5", lies above all our columns, and the record does not say why.
- **Who buys.** Imports of firms for investment, and of government, reach no consumer in the year: that is most of what lies
  between our static column and these, and 4 to 6 % of imports have no commodity in the tables and count for nothing.
- **Household.** Spending of 2023 over the households of 2024; others take incomes, or a later year.

## The steps from models to published numbers

Steps from there to what others print, each with what it assumes:

- **Conventional revenue**: \`conventionalRevenue\` on the additional duties, in force from ${inForceFrom}, preset
  \`yaleBudgetLabRevenueOffsets\` (${percent(nonComplianceShare)} not collected, ${percent(incomeAndPayrollOffset)} lost to other taxes; ${yaleBudgetLabRevenueOffsets.confidence}) also beside publishers who use
  another. Trade of 2024 grows by ${growths.map(percent).join(" or by ")} a year: both chosen for this page, and both shown for budget windows; a single year is shown without growth. Fiscal years unless the record says calendar year.
- **Cost per household**: what buyers lose over ${grouped(String(households()))} households (2024, Census ACS; recorded as a single
  source). Static: the additional duties. Partial: the loss of consumer surplus.
- **Tax per household**: conventional revenue of the year over the same households.
- **Prices**: what the imported basket costs more (static: the duties; partial: spending times the change of the composite
  price) over personal consumption of USD ${grouped(fixed(consumption() / 1e9, 0))} bn, which is that of 2023: none is recorded for 2024, and two
  vintages of 2023 differ. So our price changes are too high by the growth of consumption. *Core* leaves out chapters 01
  to 24 and 27 above the line, but not below it. Over GDP means USD ${grouped(fixed(usGdp() / 1e9, 0))} bn (2024).
- **Welfare** over GDP: consumer surplus plus revenue of the importer, with no view on output.
- **Partners**: what their exporters gain (a loss has a minus) on sales to the US, over their GDP; only with finite supply.
- No preference for goods that meet the terms of the North American agreement: it came later than most of these estimates.

*Concept* says how near the two are: **same**, **near** (a known difference of definition), **other** (no ratio). Ratios
are published over ours: below 1, we are higher. \`n/a\` means that the number does not exist or would say nothing.
`,
    ...sections.map((section) => {
      const own = inSection(section);
      return `## ${scenarios[section].title}

${levels(section, names)}
${toMarkdown(own.flatMap(({ lines }) => lines.map((line) => rowOf(line, names))))}
Why they differ:

${own.map(({ estimate, treatment }) => noteOf(estimate, treatment)).join("\n")}
`;
    }),
    `## Estimates without numbers of ours

${toMarkdown(
  inSection("none").flatMap(({ estimate, lines }) =>
    lines.map((line) => ({
      who: who(estimate),
      scenario: estimate.scenario,
      "what they measure": line.part.label,
      published: publishedText(line),
    })),
  ),
)}
Why we have none:

${inSection("none")
  .map(({ estimate, treatment }) => noteOf(estimate, treatment))
  .join("\n")}

## How far to trust the published side

Several of these numbers were read in press copies and not at their source. *Checked* gives what is known about each:
confirm at the source before quoting.
`,
  ];
  return reflow(chapters.join("\n"));
}
