import { baselineTotals, type PartnerCode } from "tariff-whatif";
import { conventionalRevenue, type YearKind } from "tariff-whatif/formulas";
import { yaleBudgetLabRevenueOffsets } from "tariff-whatif/parameters";
import { usImports2024 } from "../../../src/data/us-imports-2024/index.js";
import { world2023 } from "../../../src/data/world-2023/index.js";
import { readSharedJson } from "../../support/sharedCases.js";
import type { Run, Solved } from "./runs.js";

/** A number of ours that can stand beside a published one: static first, then the partial sets; null where none is. */
export interface Reading {
  readonly kind: string;
  readonly text: string;
  readonly unit: string;
  readonly places: number;
  readonly of: (run: Run) => readonly (number | null)[];
}

interface Macro {
  readonly us_gdp_usd_bn: { readonly 2024: number };
  readonly gdp_2024_usd_bn: Readonly<Record<string, number>>;
  readonly us_households: { readonly 2024: number };
  readonly us_personal_consumption_usd_bn: { readonly 2023: number };
}

const macro = () => readSharedJson<Macro>("figures/macro.json");
export const households = () => macro().us_households["2024"];
export const consumption = () => macro().us_personal_consumption_usd_bn["2023"] * 1e9;
export const usGdp = () => macro().us_gdp_usd_bn["2024"] * 1e9;

/** Chosen for this page, without a source: trade stays as it is, and trade grows by 4 percent a year. */
export const growths = [0, 0.04] as const;
export const inForceFrom = "2025-02-01";

const each = (change: (solved: Solved) => number | null) => (run: Run) => run.columns.map(change);
const over = (amount: number | null, by: number) => (amount === null ? null : amount / by);

export const duties: Reading = {
  kind: "Duties in a year",
  text: "additional duties, a year of 2024 trade",
  unit: "USD bn",
  places: 0,
  of: each(({ duties: amount }) => amount / 1e9),
};

function conventional(annual: number, first: number, last: number, kind: YearKind, growth: number): number {
  return conventionalRevenue({
    annualRevenue: annual,
    baseYear: 2024,
    firstYear: first,
    lastYear: last,
    yearKind: kind,
    schedule: [{ from: inForceFrom, share: 1 }],
    growth,
    ...yaleBudgetLabRevenueOffsets.values,
  }).totals.net;
}

/** Revenue of a budget over some years, for all partners or one, at a growth. */
const budget = (first: number, last: number, kind: YearKind, growth: number, partner?: string): Reading => ({
  kind:
    first === last
      ? "Conventional revenue of one year"
      : `Conventional revenue over the budget window, trade grows ${growth * 100}%`,
  text: `conventional, ${kind === "us-fiscal" ? "FY" : ""}${first === last ? first : `${first}-${last}`}, trade grows ${growth * 100}% a year${partner === undefined ? "" : `, ${partner}`}`,
  unit: "USD bn",
  places: 0,
  of: each((solved) => {
    const annual = partner === undefined ? solved.duties : solved.dutiesOf(partner);
    return conventional(annual, first, last, kind, growth) / 1e9;
  }),
});

export const window = (first: number, last: number, partner?: string): readonly Reading[] =>
  growths.map((growth) => budget(first, last, "us-fiscal", growth, partner));
export const calendarYear = (year: number, partner?: string): readonly Reading[] => [
  budget(year, year, "calendar", growths[0], partner),
];

export const taxPerHousehold = (year: number): Reading => ({
  kind: "Tax per household",
  text: `conventional revenue of ${year} / households`,
  unit: "USD",
  places: 0,
  of: each(({ duties: amount }) => conventional(amount, year, year, "calendar", growths[0]) / households()),
});

export const incomeLoss = (year: number): Reading => ({
  ...taxPerHousehold(year),
  text: `less conventional revenue of ${year} / households`,
  of: (run) =>
    taxPerHousehold(year)
      .of(run)
      .map((amount) => (amount === null ? null : -amount)),
});

export const lossPerHousehold: Reading = {
  kind: "Cost per household",
  text: "what buyers lose / households",
  unit: "USD",
  places: 0,
  of: each(({ buyersLoss }) => buyersLoss / households()),
};

export const rateChange: Reading = {
  kind: "Effective tariff rate",
  text: "change of the effective rate",
  unit: "pp",
  places: 2,
  of: each((solved) => solved.rateChange * 100),
};

export const consumerPrices: Reading = {
  kind: "Consumer prices",
  text: "dearer imports / personal consumption",
  unit: "%",
  places: 2,
  of: each(({ basketCost }) => (basketCost / consumption()) * 100),
};

export const corePrices: Reading = {
  kind: "Core consumer prices",
  text: "dearer imports but food and energy / personal consumption",
  unit: "%",
  places: 2,
  of: each(({ coreCost }) => (coreCost / consumption()) * 100),
};

export const gdpPrices: Reading = {
  kind: "Prices over GDP",
  text: "dearer imports / GDP",
  unit: "%",
  places: 2,
  of: each(({ basketCost }) => (basketCost / usGdp()) * 100),
};

export const usWelfare: Reading = {
  kind: "US output",
  text: "US welfare / GDP (not output)",
  unit: "%",
  places: 2,
  of: each(({ welfare }) => over(welfare, usGdp() / 100)),
};

export const usWelfareBn: Reading = {
  kind: "US output",
  text: "US welfare, one year (not output)",
  unit: "USD bn",
  places: 0,
  of: each(({ welfare }) => over(welfare, 1e9)),
};

/** Codes of the macro figures; the European Union is only among the bundled GDP of 2023. */
const gdpCodes: Readonly<Record<string, string>> = { CAN: "CA", MEX: "MX", CHN: "CN" };
const gdpOf = (partner: string): number => {
  const code = gdpCodes[partner];
  const gdp =
    code === undefined
      ? Number(world2023.gdp[partner as PartnerCode])
      : (macro().gdp_2024_usd_bn[code] ?? 0) * 1e9;
  if (gdp > 0) return gdp;
  throw new Error(`no GDP of ${partner}`);
};

export const partnerSurplus = (partner: string): Reading => ({
  kind: "Output of partners",
  text: `${partner}: gain of its exporters on sales to the US / GDP (not output)`,
  unit: "%",
  places: 2,
  of: each(({ surplusOf }) => over(surplusOf(partner), gdpOf(partner) / 100)),
});

export const answeredShare = (economy: PartnerCode, by: PartnerCode): Reading => ({
  kind: "Output of partners",
  text: `${economy} as buyer and seller, ${by} answers in kind / GDP of 2023 (not output)`,
  unit: "%",
  places: 2,
  of: (run) => [
    null,
    ...run.answered(economy, by).map((gain) => (gain / Number(world2023.gdp[economy])) * 100),
  ],
});

export const answeredBn = (economy: PartnerCode, by: PartnerCode): Reading => ({
  kind: economy === "USA" ? "US output" : "Output of partners",
  text: `${economy} as buyer and seller, ${by} answers in kind, one year (not output)`,
  unit: "USD bn",
  places: 1,
  of: (run) => [null, ...run.answered(economy, by).map((gain) => gain / 1e9)],
});

export const salesToUs = (partner: string): Reading => ({
  kind: "Sales to the US",
  text: `US imports from ${partner}`,
  unit: "%",
  places: 1,
  of: each(({ salesOf }) => {
    const change = salesOf(partner);
    return change === null ? null : change * 100;
  }),
});

const importsFrom = (partners: readonly string[] | "all") =>
  baselineTotals({ baseline: usImports2024, by: "exporter" })
    .filter(({ key }) => partners === "all" || partners.includes(key))
    .reduce((total, { customsValue }) => total + Number(customsValue.amount), 0);

/** A fact of the data before any tariff: no model, so it stands in the first column only. */
const fact = (text: string, unit: string, places: number, value: () => number): Reading => ({
  kind: "Size of the trade",
  text,
  unit,
  places,
  of: () => [value(), null, null, null],
});

const three = ["CAN", "MEX", "CHN"];
export const importsOfThree = fact(
  "imports from the three, 2024",
  "USD tn",
  2,
  () => importsFrom(three) / 1e12,
);
export const importsOfThreeShare = fact(
  "imports from the three / all imports, 2024",
  "%",
  0,
  () => (importsFrom(three) / importsFrom("all")) * 100,
);
export const importsOfThreeGdp = fact(
  "imports from the three / GDP, 2024",
  "%",
  1,
  () => (importsFrom(three) / usGdp()) * 100,
);

export const rateOnThree: Reading = {
  kind: "Effective tariff rate",
  text: "additional duties / imports from the three, 2024",
  unit: "pp",
  places: 1,
  of: (run) => {
    const amount = run.columns[0]?.dutiesOf;
    if (amount === undefined) throw new Error("no run");
    return [
      (three.reduce((total, key) => total + amount(key), 0) / importsFrom(three)) * 100,
      null,
      null,
      null,
    ];
  },
};

export const none: Reading = {
  kind: "",
  text: "none",
  unit: "",
  places: 0,
  of: () => [null, null, null, null],
};
