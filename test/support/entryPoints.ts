import * as main from "tariff-whatif";
import { hsConcordance } from "tariff-whatif/data/hs-concordance";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import * as entry from "tariff-whatif/entry";
import * as formulas from "tariff-whatif/formulas";
import * as law from "tariff-whatif/law";
import * as parameters from "tariff-whatif/parameters";
import * as prices from "tariff-whatif/prices";
import * as readers from "tariff-whatif/readers";
import * as realised from "tariff-whatif/realised";
import * as sectors from "tariff-whatif/sectors";
import { toSql } from "tariff-whatif/sql";
import * as uncertainty from "tariff-whatif/uncertainty";
import * as world from "tariff-whatif/world";
import { readerEntryPoints } from "./readerEntryPoints.js";
import { smallAssumptions, tinyTablesInput } from "./smallTables.js";
import { add, fourFlows, policyOf, scenarioOf, smallBaseline, split } from "./steps.js";
import { worldEntryPoints } from "./worldEntryPoints.js";

/** Everything public, whatever entry it comes from: no name stands in two. */
export const tariff = {
  ...main,
  ...entry,
  ...formulas,
  ...law,
  ...parameters,
  ...prices,
  ...readers,
  ...realised,
  ...sectors,
  ...uncertainty,
  ...world,
  ...sectors,
  ...uncertainty,
  ...world,
  toSql,
};

/** One argument of a function: its name in the table, what errors write before its keys, and a valid value. */
export interface Argument {
  readonly prefix: string;
  readonly value: unknown;
}

/** A public function, valid arguments for it, and the places where more than the valid value is valid. */
export interface EntryPoint {
  readonly name: string;
  readonly run: (...args: never[]) => unknown;
  readonly args: () => readonly Argument[];
  /** Objects in which a key that nothing reads is no mistake: rows of data have columns of other people. */
  readonly open?: RegExp;
  /** Places (as errors write them) and the strangers that may stand there. */
  readonly welcome?: readonly (readonly [place: RegExp, strangers: RegExp])[];
}

const options = (value: unknown): readonly Argument[] => [{ prefix: "", value }];
const args = (...list: readonly (readonly [string, unknown])[]): readonly Argument[] =>
  list.map(([prefix, value]) => ({ prefix, value }));

const dollars = () => ({ amount: "100", currency: "USD", priceYear: 2024 });
const china = scenarioOf("china", add("china", { exporters: ["CHN"] }));
const mexico = scenarioOf("mexico", add("mexico", { exporters: ["MEX"] }));
const open = tariff.januaryScenarios.europeanUnion;
const rounding = () => ({ places: 2, rounding: "half-even" });
const question = () => ({
  importer: "USA",
  exporter: "CHN",
  product: "8703",
  on: "2025-03-01",
  statuses: ["in-force"],
  base: { mfn: "2.5%" },
});
const may2025 = tariff.lawOn({
  day: "2025-05-01",
  importers: ["USA"],
  confidence: "any",
  ordinaryDuty: "mfn",
  metalShares: { steel: "0.5", aluminum: "0", copper: "0" },
  northAmericanClaims: { CAN: "0.5", MEX: "0" },
});
const carsAndGoods = tariff.defineBaseline({
  ...structuredClone(fourFlows),
  year: 2024,
  flows: [
    { importer: "USA", exporter: "CAN", product: "8703210110", customsValue: "100", duties: "1" },
    { importer: "USA", exporter: "CHN", product: "9503000000", customsValue: "100", duties: "0" },
  ],
});
const canadaAndMexico = tariff.defineBaseline({
  ...structuredClone(fourFlows),
  flows: [
    { importer: "USA", exporter: "CAN", product: "8703210110", customsValue: "100" },
    { importer: "USA", exporter: "MEX", product: "8703210110", customsValue: "100" },
  ],
});
const sixDigits = tariff.defineBaseline({
  ...structuredClone(fourFlows),
  flows: [{ importer: "USA", exporter: "CHN", product: "681510", customsValue: "7" }],
});
const sixDigitsPaid = tariff.defineBaseline({
  ...structuredClone(fourFlows),
  flows: [{ importer: "USA", exporter: "CHN", product: "681510", customsValue: "7", duties: "1" }],
});
const columnsInput = () => {
  const { flows: _flows, ...head } = structuredClone(fourFlows);
  return {
    ...head,
    gdp: { USA: "1" },
    importers: ["USA"],
    exporters: ["CHN", "MEX"],
    products: ["27", "8703"],
    columns: {
      importer: [0, 0],
      exporter: [0, 1],
      product: [0, 1],
      customsValue: { values: [100, 250], places: 2 },
      duties: ["1", "0.5"],
      quantities: [{ unit: "kg", flows: [1], amounts: ["3"] }],
    },
  };
};
const periodQuestion = () => {
  const { on, ...rest } = question();
  return { ...rest, from: on, to: "2025-04-30" };
};
const cents = () => ({ to: "0.01", mode: "half-away-from-zero" });
const assessment = () => ({
  entries: [
    {
      id: "e",
      day: "2025-02-03",
      currency: "USD",
      lines: [
        {
          id: "1",
          value: { amount: "1000", currency: "EUR" },
          product: "7326.90",
          origin: "CHN",
          quantities: { kg: "10" },
        },
      ],
    },
  ],
  measures: [
    {
      authority: "mfn",
      kind: "duty",
      per: "line",
      rate: { quota: "q", within: "2%", over: "2¢/kg + 5%" },
      base: ["customs value"],
      law: "the schedule",
      lines: ["1"],
      products: ["73"],
      origins: ["CHN"],
      exemptClaims: ["AU"],
    },
    {
      authority: "section-232",
      kind: "duty",
      per: "line",
      rate: "25%",
      base: ["customs value", { chargeOf: "mfn" }],
      least: "1",
      greatest: "1000",
      yieldsTo: ["mfn"],
      ceiling: { greatest: "15%", with: ["mfn"] },
      rounding: { amount: cents(), base: cents() },
    },
    { authority: "excise", kind: "excise", per: "entry", amount: "5" },
  ],
  rounding: { amount: cents(), value: cents() },
  quotas: [{ id: "q", unit: "kg", balance: "4", sameDay: "in-order" }],
  exchange: [{ one: "EUR", is: "1.1", of: "USD" }],
});
const freeText = /text|exponent|infinite rate/;
const ofAnEntry: EntryPoint["welcome"] = [
  // Names are the caller's own, and a rate that is not understood is an answer: unknown, with its reason.
  [/(id|law|within|over|what|KR|rate)$/, freeText],
  [/(value|amount|kg|least|greatest|balance|is|to)$/, /bare number as text/],
  [/authority$|chargeOf$/, freeText],
  [/(quotas|lines|products|origins|claims|exemptClaims|yieldsTo|exchange)$/, /an empty list/],
  [
    /(product|origin|law|least|greatest|yieldsTo|ceiling|lines|products|origins|exemptClaims|rounding|base|value)$/,
    /undefined/,
  ],
  [/^(quotas|exchange)$/, /undefined|an empty list/],
  // A code of two digits is a chapter.
  [/product(s\[0\])?$/, /bare number as text/],
  [/exemptClaims\[0\]$/, freeText],
];
const policyInput = () => ({
  id: "p",
  title: "a policy",
  parameters: { rate: { kind: "rate", title: "a rate" } },
  steps: [
    {
      ...add("a", {
        measure: "m",
        rate: { byProduct: { "27": "10%", "87": { parameter: "rate" } } },
        importers: ["USA"],
        exporters: { allBut: ["CHN", "EU27"] },
        products: ["27", "8703"],
        dates: {
          announced: "2025-01-01",
          signed: "2025-01-02",
          effective: "2025-01-03",
          expires: "2025-01-04",
        },
        when: { authority: "mfn", above: "0%" },
        source: { title: "a law", place: "a section", url: "https://example.org" },
      }),
    },
    { ...split("s", { first: [add("b")], rest: [add("c")] }) },
  ],
});
const scenarioInput = () => ({
  ...policyInput(),
  evaluate: { on: "2025-03-01", statuses: ["in-force", "signed"] },
});
const comparison = () =>
  tariff.compareScenarios({
    baseline: smallBaseline,
    scenarios: [china, mexico],
    model: tariff.accounting,
    assumptions: undefined,
    against: "baseline",
    by: ["all", "exporter"],
  });
const measurement = () => ({ dimension: "all", key: "all", indicator: "additionalDuties" });
const twoSectorEconomies = () => ({
  economies: ["A", "B"],
  sectors: ["goods"],
  accounts: {
    valuation: "customsValue",
    trade: [
      [[90], [10]],
      [[10], [50]],
    ],
    inputs: "none",
  },
  tradeElasticities: [4],
  tariffs: [{ exporter: "all", importer: "all", sectors: "all", tariff: 0.1 }],
  deficits: "removed",
});
const sectorWorld = tariff.calibrateSectors(twoSectorEconomies() as never);
const sectorChange = () => ({
  tariffs: [{ exporter: "B", importer: "A", sectors: ["goods"], tariff: 0.1 }],
  tariffsAre: "total",
});
const sectorPlayers = () => [
  { name: "north", members: ["A"] },
  { name: "south", members: ["B"] },
];
const sectorAssumptions = () => ({
  figures: worldSectors2011,
  baselineTariffs: "none",
  deficits: "ofTheData",
  weights: "baseline",
});
const filledName = /some text|exponent|infinite rate|bare number as text/;
const sectorTariffs: EntryPoint["welcome"] = [
  [/tariffs$/, /an empty list/],
  [/tariffs\[0\]\.tariff$/, /minus zero/],
  [/^(tolerance|highestTariff)$/, /undefined/],
];
const format = () => ({ moneyIn: "unit", ...rounding() });
const explanation = () =>
  JSON.parse(JSON.stringify(tariff.explainRate(policyOf(add("a")), { ...question(), base: {} } as never)));

const anything = /^/;
const text = /text|exponent|infinite rate|bare number/;
const filledText = /some text|exponent|infinite rate|bare number/;
/** What an identifier may be. */
const name = /some text|exponent|bare number/;

/** What a cell of a table may be. */
const cell = /text|exponent|infinite|digits/;
/** A function may be a model of somebody else: what it returns is theirs to answer for. */
const model = [/^model$/, /a function/] as const;

const assumePrices = () => ({
  ...smallAssumptions(),
  passThrough: { border: 1, wholesale: 1, retail: 1, source: "a test" },
  domesticFollowers: { share: 0.5, source: "a test" },
  substitution: { betweenOrigins: 3, betweenCategories: 2, source: "a test" },
  path: { shares: [0.5, 1], source: "a test" },
});
const priceWords: EntryPoint["welcome"] = [
  [/source$/, filledText],
  [/border$|wholesale$|retail$|share$|shares\[\d\]$/, /minus zero/],
  [/between/, /a number|minus zero/],
  [/shares$/, /an empty list/],
  [/path$/, /undefined/],
];

const steps: EntryPoint["welcome"] = [
  [/products\[\d\]$/, /bare number as text/],
  [/\.dates$/, /an empty object|without prototype/],
  [/\.title$|^title$/, filledText],
  [/\.place$/, filledText],
  [/\.url$/, text],
  [/(^|\.)id$|measure$|authority$|of\[\d\]$/, name],
  [/\.note$/, text],
  [/\.byProduct\.27$/, /^$/],
  [/\.(first|rest)$/, /an empty list/],
];

export const entryPoints: readonly EntryPoint[] = [
  {
    name: "createMoney",
    run: tariff.createMoney,
    args: () => options(dollars()),
    welcome: [[/^amount$/, /bare number as text/]],
  },
  {
    name: "addMoney",
    run: tariff.addMoney,
    args: () => args(["first", dollars()], ["second", dollars()]),
    welcome: [[/amount$/, /bare number as text/]],
  },
  {
    name: "subtractMoney",
    run: tariff.subtractMoney,
    args: () => args(["first", dollars()], ["second", dollars()]),
    welcome: [[/amount$/, /bare number as text/]],
  },
  {
    name: "convertMoney",
    run: tariff.convertMoney,
    args: () => [
      { prefix: "money", value: dollars() },
      { prefix: "", value: { to: "GBP", exchangeRate: "0.8" } },
    ],
    welcome: [[/amount$|exchangeRate$/, /bare number as text/]],
  },
  {
    name: "dutyOn",
    run: tariff.dutyOn,
    args: () => args(["customsValue", dollars()], ["rate", "25%"]),
    welcome: [[/amount$/, /bare number as text/]],
  },
  {
    name: "roundMoney",
    run: tariff.roundMoney,
    args: () => args(["money", dollars()], ["rounding", rounding()]),
    welcome: [
      [/amount$/, /bare number as text/],
      [/places$/, /a number|minus zero/],
    ],
  },
  {
    name: "allocateMoney",
    run: tariff.allocateMoney,
    args: () => [
      { prefix: "money", value: dollars() },
      { prefix: "", value: { weights: ["1", "2"], places: 2 } },
    ],
    welcome: [
      [/amount$|weights\[/, /bare number as text/],
      [/places$/, /a number|minus zero/],
    ],
  },
  { name: "parseRate", run: tariff.parseRate, args: () => args(["rate", "25%"]) },
  {
    name: "roundRate",
    run: tariff.roundRate,
    args: () => args(["rate", "25.5%"], ["rounding", rounding()]),
    welcome: [[/places$/, /a number|minus zero/]],
  },
  { name: "rateDifference", run: tariff.rateDifference, args: () => options({ from: "1%", to: "2%" }) },
  { name: "rateToFraction", run: tariff.rateToFraction, args: () => args(["rate", "25%"]) },
  {
    name: "rateFromFraction",
    run: tariff.rateFromFraction,
    args: () => args(["fraction", "0.25"]),
    welcome: [[/fraction/, /bare number as text/]],
  },
  {
    name: "addPercentagePoints",
    run: tariff.addPercentagePoints,
    args: () => args(["rate", "25%"], ["change", "5pp"]),
  },
  { name: "findEconomy", run: tariff.findEconomy, args: () => options({ system: "un-m49", code: "156" }) },
  { name: "membersOf", run: tariff.membersOf, args: () => args(["group", "EU"], ["on", "2020-01-01"]) },
  { name: "partnerName", run: tariff.partnerName, args: () => args(["partner", "CHN"]) },
  {
    name: "parseHsCode",
    run: tariff.parseHsCode,
    args: () => args(["code", "8703"]),
    welcome: [[/code/, /bare number as text/]],
  },
  {
    name: "chapterOf",
    run: tariff.chapterOf,
    args: () => args(["code", "8703"]),
    welcome: [[/code/, /bare number as text/]],
  },
  {
    name: "sectionOf",
    run: tariff.sectionOf,
    args: () => args(["code", "8703"]),
    welcome: [[/code/, /bare number as text/]],
  },
  {
    name: "longestPrefixOf",
    run: tariff.longestPrefixOf,
    args: () => args(["code", "8703"], ["prefixes", ["87"]]),
    welcome: [
      [/code|prefixes\[/, /bare number as text/],
      [/^prefixes$/, /an empty list/],
    ],
  },
  {
    name: "defineBaseline",
    run: tariff.defineBaseline,
    args: () => options({ ...structuredClone(fourFlows), gdp: { USA: "1" } }),
    welcome: [
      ...steps,
      [/customsValue$|duties$|gdp\.USA$/, /bare number as text/],
      [/product$/, /bare number as text/],
      [/publisher$|licence$/, filledText],
      [/^gdp$/, /an empty object|without prototype|undefined/],
    ],
  },
  {
    name: "parseBaseline",
    run: tariff.parseBaseline,
    args: () => options({ ...structuredClone(fourFlows), gdp: { USA: "1" } }),
    welcome: [
      ...steps,
      [/customsValue$|duties$|gdp\.USA$/, /bare number as text/],
      [/product$/, /bare number as text/],
      [/publisher$|licence$/, filledText],
      [/^gdp$/, /an empty object|without prototype|undefined/],
    ],
  },
  {
    name: "defineBaselineColumns",
    run: tariff.defineBaselineColumns,
    args: () => options(columnsInput()),
    welcome: [
      ...steps,
      [/amounts|duties|^gdp\.USA$|products\[\d\]$/, /bare number as text/],
      [/^columns/, /minus zero/],
      [/\.values\[\d\]$|places$/, /a number|a big integer/],
      [/^columns\.duties$/, /undefined|null/],
      // Without its list of flows a quantity belongs to all of them, and is one short.
      [/quantities\[0\]\.flows$/, /undefined|null|an empty list/],
      [/publisher$|licence$/, filledText],
      [/^gdp$|^columns\.quantities$/, /an empty object|without prototype|undefined|an empty list/],
    ],
  },
  {
    name: "convertQuantity",
    run: tariff.convertQuantity,
    args: () => options({ quantity: "1", from: "dozen", to: "piece" }),
    welcome: [[/quantity/, /bare number as text/]],
  },
  {
    name: "toSql",
    run: tariff.toSql,
    args: () =>
      options({
        ...{
          scenario: china,
          dialect: "duckdb",
          table: "main.lines",
          importer: "USA",
          exporters: ["CHN", "MEX"],
        },
        columns: { exporter: "partner", product: "hs10", value: "value", duties: "duties" },
        amounts: { digits: 18, places: 2 },
      }),
    welcome: [
      [/^table$|^columns\./, filledText],
      [/places$/, /minus zero|a number/],
      [/digits$/, /a number/],
    ],
  },
  {
    name: "toSql of several importers",
    run: tariff.toSql,
    args: () =>
      options({
        ...{
          scenario: china,
          dialect: "trino",
          table: "lines",
          importers: ["USA", "CAN"],
          exporters: ["CHN"],
        },
        columns: {
          importer: "buyer",
          exporter: "partner",
          product: "hs10",
          value: "value",
          duties: "duties",
        },
        amounts: { digits: 18, places: 2 },
      }),
    welcome: [
      [/^table$|^columns\./, filledText],
      [/places$/, /minus zero|a number/],
      [/digits$/, /a number/],
    ],
  },
  {
    name: "correspondingCodes",
    run: tariff.correspondingCodes,
    args: () => options({ concordance: hsConcordance, from: "HS2012", to: "HS2017", code: "681510" }),
    welcome: [[/code/, /bare number as text/]],
  },
  {
    name: "endUsesOf",
    run: tariff.endUsesOf,
    args: () => options({ concordance: hsConcordance, edition: "HS2012", code: "681510" }),
    welcome: [[/code/, /bare number as text/]],
  },
  {
    name: "convertBaseline",
    run: tariff.convertBaseline,
    args: () =>
      options({
        ...{ baseline: sixDigits, concordance: hsConcordance, from: "HS2012", to: "HS2017" },
        splits: { byTradeOf: sixDigits },
      }),
  },
  {
    name: "baselineTotals",
    run: tariff.baselineTotals,
    args: () => options({ baseline: smallBaseline, by: "exporter" }),
  },
  {
    name: "totalsByEndUse",
    run: tariff.totalsByEndUse,
    args: () => options({ baseline: sixDigitsPaid, concordance: hsConcordance, edition: "HS2012" }),
  },
  {
    name: "totalsByCommodity",
    run: tariff.totalsByCommodity,
    args: () => options({ baseline: usImports2024, tables: usPrices2023 }),
  },
  {
    name: "tradeBetween",
    run: tariff.tradeBetween,
    args: () => options({ baseline: smallBaseline, first: "CHN", second: "USA" }),
  },
  {
    name: "parseDutyExpression",
    run: tariff.parseDutyExpression,
    args: () => args(["text", "2.4¢/kg + 5%"]),
    // A text that is not understood is an answer: unknown, with the reason.
    welcome: [[/text/, /text|exponent|infinite rate/]],
  },
  {
    name: "parseSpecialRates",
    run: tariff.parseSpecialRates,
    args: () => args(["text", "Free (AU,BH) 2.75% (JP)"]),
    welcome: [[/text/, /text|exponent|infinite rate/]],
  },
  {
    name: "parseSchedule",
    run: tariff.parseSchedule,
    args: () => options({ general: ["Free"], special: ["Free (AU)"], column2: ["5%"] }),
    welcome: [
      [/\[0\]$/, /text|exponent|infinite rate/],
      [/^(general|special|column2)$/, /undefined/],
    ],
  },
  {
    name: "writeDutyExpression",
    run: tariff.writeDutyExpression,
    args: () => args(["expression", tariff.parseDutyExpression("2.4¢/kg + 5%")]),
  },
  {
    name: "evaluateDutyExpression",
    run: tariff.evaluateDutyExpression,
    args: () =>
      options({
        text: "2.4¢/kg + 5%",
        currency: "USD",
        value: "100",
        quantities: { kg: "10" },
        exchange: [{ one: "GBP", is: "1.1361", of: "EUR" }],
        day: "2025-06-01",
      }),
    welcome: [
      [/^value$|kg$|is$/, /bare number as text/],
      [/^(exchange|day)$/, /undefined/],
      [/^exchange$/, /an empty list/],
    ],
  },
  {
    name: "assessEntry",
    run: tariff.assessEntry,
    args: () => {
      const { entries, ...rest } = assessment();
      return options({ ...rest, entry: entries[0] });
    },
    welcome: ofAnEntry,
  },
  {
    name: "assessEntries",
    run: tariff.assessEntries,
    args: () => options(assessment()),
    welcome: ofAnEntry,
  },
  {
    name: "explainEntry",
    run: tariff.explainEntry,
    args: () => {
      const { entries, ...rest } = assessment();
      return args(["sheet", tariff.assessEntry({ ...rest, entry: entries[0] } as never)]);
    },
  },
  {
    name: "customsValue",
    run: tariff.customsValue,
    args: () =>
      options({
        basis: "CIF",
        currency: "GBP",
        elements: [
          { what: "ex works", part: "price", amount: "10000", currency: "GBP", inPrice: false },
          { what: "freight", part: "carriage to the border", amount: "1200", currency: "EUR" },
        ],
        exchange: [{ one: "GBP", is: "1.1361", of: "EUR" }],
        converted: cents(),
      }),
    welcome: [
      [/amount$|is$|to$/, /bare number as text/],
      [/what$/, /text|exponent|infinite rate/],
      [/converted$|inPrice$|exchange$/, /undefined/],
      [/exchange$/, /an empty list/],
      [/inPrice$/, /boolean/],
    ],
  },
  {
    name: "drawback",
    run: tariff.drawback,
    args: () =>
      options({ paid: "4217.50", imported: "1000", exported: "20", share: "99%", rounding: cents() }),
    welcome: [[/paid|exported|imported|to$/, /bare number as text/]],
  },
  {
    name: "drawbackOfFee",
    run: tariff.drawbackOfFee,
    args: () =>
      options({
        fee: "485",
        lines: [{ id: "1", value: "50000", units: "5000" }],
        share: "99%",
        rounding: cents(),
      }),
    welcome: [
      [/fee|value|units|to$/, /bare number as text/],
      [/id$/, /text|exponent|infinite rate/],
    ],
  },
  {
    name: "merchandiseProcessingFee",
    run: tariff.merchandiseProcessingFee,
    args: () => options({ day: "2025-02-03", entry: "formal", exemptClaims: ["KR"] }),
    welcome: [
      [/exemptClaims$/, /an empty list/],
      [/exemptClaims\[0\]$/, /text|exponent|infinite rate/],
    ],
  },
  {
    name: "lawOn",
    run: tariff.lawOn,
    args: () =>
      options({
        day: "2025-05-01",
        importers: ["USA"],
        confidence: "any",
        ordinaryDuty: "mfn",
        metalShares: { steel: "0.5", aluminum: "0", copper: "0" },
        northAmericanClaims: { CAN: "0.5", MEX: { byProduct: { "01": "0.5" } } },
      }),
    welcome: [[/ordinaryDuty$/, freeText]],
  },
  {
    name: "tariffAverages",
    run: tariff.tariffAverages,
    args: () =>
      options({
        lines: [
          {
            exporter: "CHN",
            product: "950300",
            rates: { mfn: "0%", "section-301": "25%" },
            customsValue: "100",
            duties: { "section-301": "20" },
          },
          {
            exporter: "DEU",
            product: "640399",
            rates: { mfn: "10%" },
            customsValue: "50",
            duties: { mfn: "5" },
          },
        ],
        of: "effective",
        over: { coveredBy: ["mfn"] },
        weights: { importsOf: [{ exporter: "CHN", product: "950300", customsValue: "3" }] },
        by: "exporter",
      }),
    welcome: [
      [/customsValue$|mfn$|301$|product$/, /bare number as text/],
      [/duties$/, /an empty object|without prototype/],
      [/exporter$/, /^undefined$/],
    ],
  },
  {
    name: "lawThrough",
    run: tariff.lawThrough,
    args: () =>
      options({
        from: "2025-04-07",
        to: "2025-04-10",
        importers: ["USA"],
        confidence: "any",
        ordinaryDuty: "mfn",
        metalShares: { steel: "0.5", aluminum: "0", copper: "0" },
        northAmericanClaims: { CAN: "0.5", MEX: "0" },
        exemptionLists: "applied",
        daysUnderWay: 20,
      }),
    welcome: [
      [/ordinaryDuty$/, freeText],
      [/daysUnderWay$/, /^a number$|minus zero/],
    ],
  },
  {
    name: "predictedBesideRealised",
    run: tariff.predictedBesideRealised,
    args: () =>
      options({
        baseline: carsAndGoods,
        month: "2025-05",
        realised: { customsValue: "100", duties: "9" },
        confidence: "two sources",
        metalShares: { steel: "0.5", aluminum: "0", copper: "0" },
        northAmericanClaims: { CAN: "0.5", MEX: "0" },
        steps: {
          exemptionLists: "on",
          daysInForce: "on",
          goodsInTransit: [{ exporter: "CHN", share: "0.5", days: 20 }],
          claims: { CAN: "0.6", MEX: "0" },
          composition: {
            groupOf: { "8703210110": "cars", "9503000000": "toys" },
            customsValue: { cars: "1", toys: "2" },
          },
          reaction: {
            substitutionElasticity: 2,
            importDemandElasticity: -1,
            exportSupplyElasticity: "infinite",
          },
        },
      }),
    welcome: [
      [/(customsValue|duties|cars|toys)$/, /bare number as text/],
      [/days$/, /^a number$|minus zero/],
      [/(substitution|exportSupply)Elasticity$/, /^a number$/],
    ],
  },
  {
    name: "claimsAtTotal",
    run: tariff.claimsAtTotal,
    args: () =>
      options({
        baseline: canadaAndMexico,
        claims: { CAN: "0.5", MEX: { byProduct: { "8703": "0.4" } } },
        totals: { CAN: "0.6", MEX: "0.2" },
      }),
  },
  {
    name: "daysOfChange",
    run: tariff.daysOfChange,
    args: () => options({ from: "2025-04-07", to: "2025-04-13" }),
  },
  {
    name: "measuresFor",
    run: tariff.measuresFor,
    args: () =>
      options({
        law: may2025,
        importer: "USA",
        ordinaryDuty: "mfn",
        lines: [{ id: "1", product: "94017900", origin: "DEU", ordinaryRate: "0%" }],
      }),
    welcome: [
      [/id$|ordinaryDuty$/, freeText],
      // A chapter is a product, if too coarse a one for this law: the error then names the step that asks for more.
      [/product$/, /bare number as text/],
    ],
  },
  { name: "definePolicy", run: tariff.definePolicy, args: () => options(policyInput()), welcome: steps },
  { name: "parsePolicy", run: tariff.parsePolicy, args: () => options(policyInput()), welcome: steps },
  {
    name: "defineScenario",
    run: tariff.defineScenario,
    args: () => options(scenarioInput()),
    welcome: [...steps, [/evaluate\.statuses$/, /an empty list/]],
  },
  {
    name: "parseScenario",
    run: tariff.parseScenario,
    args: () => options(scenarioInput()),
    welcome: [...steps, [/evaluate\.statuses$/, /an empty list/]],
  },
  {
    name: "appliedRate",
    run: tariff.appliedRate,
    args: () => [
      { prefix: "policy", value: policyOf(add("a")) },
      { prefix: "", value: question() },
    ],
    welcome: [
      [/^product$/, /bare number as text/],
      [/^statuses$/, /an empty list/],
      [/^base$/, /an empty object|without prototype/],
    ],
  },
  {
    name: "explainRate",
    run: tariff.explainRate,
    args: () => [
      { prefix: "policy", value: policyOf(add("a")) },
      { prefix: "", value: question() },
    ],
    welcome: [
      [/^product$/, /bare number as text/],
      [/^statuses$/, /an empty list/],
      [/^base$/, /an empty object|without prototype/],
    ],
  },
  ...(
    [
      ["timeline", tariff.timeline, {}],
      ["difference", tariff.difference, {}],
      ["averageRates", tariff.averageRates, { per: "month" }],
    ] as const
  ).map(([name, run, more]) => ({
    name,
    run: run as (...args: never[]) => unknown,
    args: (): Argument[] => [
      { prefix: "policy", value: policyOf(add("a")) },
      { prefix: "", value: { ...periodQuestion(), ...more } },
    ],
    welcome: [
      [/^product$/, /bare number as text/],
      [/^statuses$/, /an empty list/],
      [/^base$/, /an empty object|without prototype/],
    ] as const,
  })),
  {
    name: "bind",
    run: tariff.bind,
    args: () => args(["scenario", open], ["values", { euRate: "10%" }]),
    welcome: [[/^values$/, /an empty object|without prototype/]],
  },
  { name: "requireClosed", run: tariff.requireClosed, args: () => args(["scenario", china]) },
  {
    name: "combineScenarios",
    run: tariff.combineScenarios,
    args: () => options({ id: "c", title: "both", scenarios: [china, mexico] }),
    welcome: [
      [/^id$/, name],
      [/^title$/, filledText],
    ],
  },
  {
    name: "overlayScenario",
    run: tariff.overlayScenario,
    args: () => options({ id: "o", title: "over", base: china, changes: mexico }),
    welcome: [
      [/^id$/, name],
      [/^title$/, filledText],
    ],
  },
  {
    name: "renameScenario",
    run: tariff.renameScenario,
    args: () => args(["scenario", china], ["names", { id: "n", title: "new" }]),
    welcome: [
      [/id$/, name],
      [/title$/, filledText],
    ],
  },
  {
    name: "scenarioDifference",
    run: tariff.scenarioDifference,
    args: () => args(["first", china], ["second", mexico]),
  },
  {
    name: "accounting",
    run: tariff.accounting,
    args: () => options({ baseline: smallBaseline, scenario: china }),
  },
  {
    name: "compareScenarios",
    run: tariff.compareScenarios,
    args: () =>
      options({
        baseline: smallBaseline,
        scenarios: [china, mexico],
        model: tariff.accounting,
        against: "baseline",
        by: ["all"],
      }),
    welcome: [model],
  },
  {
    name: "sweep",
    run: tariff.sweep,
    args: () =>
      options({
        baseline: usImports2024,
        scenario: open,
        parameter: "euRate",
        values: ["10%"],
        model: tariff.accounting,
      }),
    welcome: [model],
  },
  {
    name: "seek",
    run: tariff.seek,
    args: () =>
      options({
        baseline: usImports2024,
        scenario: open,
        parameter: "euRate",
        model: tariff.accounting,
        measurement: measurement(),
        target: { amount: "1000", currency: "USD", priceYear: 2024 },
        bracket: ["0%", "100%"],
        tolerance: "0.01",
      }),
    welcome: [model, [/tolerance$|amount$/, /bare number as text/]],
  },
  {
    name: "attribute",
    run: tariff.attribute,
    args: () =>
      options({
        baseline: smallBaseline,
        scenario: china,
        model: tariff.accounting,
        measurement: measurement(),
      }),
    welcome: [model],
  },
  {
    name: "rankRows",
    run: tariff.rankRows,
    args: () =>
      options({
        comparison: comparison(),
        indicator: "duties",
        dimension: "all",
        by: "level",
        order: "largest-first",
      }),
  },
  {
    name: "comparisonTable",
    run: tariff.comparisonTable,
    args: () =>
      options({
        comparison: comparison(),
        dimension: "all",
        indicators: ["duties"],
        show: "level",
        format: format(),
      }),
    welcome: [[/places$/, /a number|minus zero/]],
  },
  { name: "tidyRows", run: tariff.tidyRows, args: () => args(["comparison", comparison()]) },
  {
    name: "explanationText",
    run: tariff.explanationText,
    args: () => args(["explanation", explanation()]),
    // It reads what it prints, and no more.
    welcome: [
      [anything, /text|exponent|infinite rate|digits/],
      [
        /query\.(statuses|base)|\.(shareOfValue|dates)|\.(url|place|effective|expires|signed|announced)$/,
        anything,
      ],
      [/\.value$/, anything],
      [/\.(byAuthority|steps)$/, /empty/],
      [/byAuthority$/, /without prototype|class instance/],
      [/depth$/, /number|minus zero/],
    ],
  },
  {
    name: "formatQuantity",
    run: tariff.formatQuantity,
    args: () => args(["quantity", { amount: "1", currency: "USD", priceYear: 2024 }], ["options", format()]),
    welcome: [
      [/places$/, /a number|minus zero/],
      [/amount$/, /bare number as text/],
    ],
  },
  {
    name: "toCsv",
    run: tariff.toCsv,
    args: () => args(["rows", [{ a: "1" }, { a: "2" }]]),
    welcome: [
      [/\.a$/, cell],
      [/^rows\[0\]$/, /class instance/],
    ],
  },
  {
    name: "toMarkdown",
    run: tariff.toMarkdown,
    args: () => args(["rows", [{ a: "1" }, { a: "2" }]]),
    welcome: [
      [/\.a$/, cell],
      [/^rows\[0\]$/, /class instance/],
    ],
  },
  {
    name: "toJson",
    run: tariff.toJson,
    args: () => args(["", { a: [1], b: { c: "d" } }]),
    welcome: [
      [
        anything,
        /null|number$|minus zero|boolean|text|exponent|infinite rate|digits|list|empty object|class instance|without prototype|__proto__/,
      ],
    ],
  },
  {
    name: "tradeToReplaceSales",
    run: tariff.tradeToReplaceSales,
    args: () => options({ baseline: usImports2024, shareLost: "0.1", growth: "article" }),
  },
  {
    name: "definePriceTables",
    run: tariff.definePriceTables,
    args: () => options(tinyTablesInput()),
    // A number may be another number, and a name another name, as long as the table adds up.
    welcome: [
      [/shares\.G$/, /minus zero/],
      ...steps,
      [
        /\]$|\.(wholesale|retail|transport|producersValue|purchasersValue|share|amount|number)$|^unit$/,
        /number|zero/,
      ],
      [/name$|title$|publisher$|licence$/, filledText],
      [/code$/, text],
      [/make$|exporter$|income$|households$|rules\.\d+$/, /null/],
      [/fixedPrice$|splits$/, /an empty list/],
      [/rules$|shares$/, /an empty object|without prototype/],
    ],
  },
  {
    name: "priceChanges",
    run: tariff.priceChanges,
    args: () => options({ tariffFraction: { G: 0.25 }, assumptions: assumePrices() }),
    welcome: [
      ...priceWords,
      [/tariffFraction$/, /an empty object|without prototype/],
      [/\.G$/, /minus zero/],
    ],
  },
  {
    name: "explainPrice",
    run: tariff.explainPrice,
    args: () =>
      options({
        prices: tariff.priceChanges({ tariffFraction: { G: 0.25 }, assumptions: smallAssumptions() }),
        assumptions: assumePrices(),
        line: "2",
      }),
    welcome: priceWords,
  },
  {
    name: "consumerPrices",
    run: tariff.consumerPrices,
    args: () => options({ baseline: smallBaseline, scenario: china, assumptions: assumePrices() }),
    welcome: priceWords,
  },
  {
    name: "pricesEvaluator",
    run: tariff.pricesEvaluator,
    args: () => {
      const { passThrough: _, ...others } = assumePrices();
      return options({
        baseline: smallBaseline,
        scenario: tariff.parseScenario({
          id: "open",
          title: "an open rate",
          evaluate: { on: "any-date", statuses: "any-status" },
          parameters: { rate: { kind: "rate", title: "a rate" } },
          steps: [add("open", { exporters: ["CHN"], rate: { parameter: "rate" } })],
        }),
        assumptions: { ...others, passThrough: { border: 1, source: "a test" } },
      });
    },
    welcome: [
      ...priceWords,
      [/passThrough$/, /an empty object|without prototype/],
      [/border$|passThrough\.source$|domesticFollowers$/, /undefined/],
    ],
  },
  {
    name: "calibrateSectors",
    run: tariff.calibrateSectors,
    args: () => options(twoSectorEconomies()),
    welcome: [
      [/trade\[\d\](\[\d\]){2}$/, /a number|minus zero/],
      [/^(economies|sectors)\[\d\]$/, /some text|exponent|infinite rate|bare number as text/],
      [/tradeElasticities\[\d\]$/, /a number/],
      [/^tariffs$/, /an empty list/],
      [/^tariffs\[0\]\.tariff$/, /minus zero/],
    ],
  },
  {
    name: "sectorEquilibrium",
    run: tariff.sectorEquilibrium,
    args: () => args(["world", sectorWorld], ["", { ...sectorChange(), tolerance: 1e-10 }]),
    welcome: sectorTariffs,
  },
  {
    name: "bestSectorTariffs",
    run: tariff.bestSectorTariffs,
    args: () => [
      { prefix: "world", value: sectorWorld },
      {
        prefix: "",
        value: {
          bloc: ["A"],
          shape: "uniform",
          sectors: ["goods"],
          against: sectorChange(),
          highestTariff: 4,
        },
      },
    ],
    welcome: sectorTariffs,
  },
  {
    name: "sectorNashFormula",
    run: tariff.sectorNashFormula,
    args: () => args(["world", sectorWorld], ["", { players: sectorPlayers() }]),
    welcome: [[/name$/, filledName]],
  },
  {
    name: "sectorNash",
    run: tariff.sectorNash,
    args: () => [
      { prefix: "world", value: sectorWorld },
      {
        prefix: "",
        value: { players: sectorPlayers(), shape: "uniform", sectors: ["goods"], highestTariff: 4 },
      },
    ],
    welcome: [
      [/name$/, filledName],
      [/highestTariff$/, /undefined/],
    ],
  },
  {
    name: "sectorAgreement",
    run: tariff.sectorAgreement,
    args: () => args(["world", sectorWorld], ["", { without: sectorChange(), under: sectorChange() }]),
    welcome: sectorTariffs,
  },
  {
    name: "retaliationList",
    run: tariff.retaliationList,
    args: () => [
      { prefix: "world", value: sectorWorld },
      {
        prefix: "",
        value: { by: ["B"], against: "A", tariff: 0.2, sectors: ["goods"], given: sectorChange() },
      },
    ],
    welcome: sectorTariffs,
  },
  {
    name: "tariffsBySector",
    run: tariff.tariffsBySector,
    args: () => options({ figures: worldSectors2011, scenario: china, weights: usImports2024 }),
  },
  {
    name: "sectoralEquilibrium",
    run: tariff.sectoralEquilibrium,
    args: () => options({ baseline: usImports2024, scenario: china, assumptions: sectorAssumptions() }),
    welcome: [[/baselineTariffs$/, /an empty list/]],
  },
  {
    name: "sectorsEvaluator",
    run: tariff.sectorsEvaluator,
    args: () =>
      options({
        baseline: usImports2024,
        scenario: china,
        assumptions: sectorAssumptions(),
        economies: ["USA"],
      }),
    welcome: [[/baselineTariffs$/, /an empty list/]],
  },
  ...readerEntryPoints,
  ...worldEntryPoints,
] as never;
