import type { Pick } from "./estimates.js";
import type { Reading } from "./readings.js";
import * as ours from "./readings.js";
import type { ScenarioName, sections } from "./scenarios.js";

/**
 * How near ours is to the published number: the same thing measured in another model; near it, with a known difference
 * of definition; or another thing, set beside it because it is the nearest we have, and then without a ratio.
 */
export type Kinship = "same" | "near" | "other";

export interface Comparison {
  readonly reading: Reading;
  readonly kinship: Kinship;
  /** Where the published number is before or after any reaction, only that side of ours has a ratio. */
  readonly only?: "before" | "after";
  /** Another scenario than that of the section, with the words that say so. */
  readonly variant?: { readonly scenario: ScenarioName; readonly text: string };
}

/** One published number and what of ours stands beside it. */
export interface Part {
  readonly label: string;
  readonly pick: Pick;
  readonly unit?: string;
  readonly beside: readonly Comparison[];
}

/** What is done with an estimate: the section it belongs to, or the reason why it has no numbers of ours. */
export interface Treatment {
  readonly section: (typeof sections)[number] | "none";
  readonly parts: readonly Part[];
  readonly why: string;
}

const many = (readings: Reading | readonly Reading[]): readonly Reading[] =>
  Array.isArray(readings) ? readings : [readings as Reading];
const beside =
  (kinship: Kinship) =>
  (readings: Reading | readonly Reading[], scenario?: ScenarioName, text = "") =>
    many(readings).map(
      (reading): Comparison => ({
        reading,
        kinship,
        ...(scenario === undefined ? {} : { variant: { scenario, text } }),
      }),
    );
const [same, near, other] = [beside("same"), beside("near"), beside("other")];
const only = (side: "before" | "after", comparisons: readonly Comparison[]) =>
  comparisons.map((comparison): Comparison => ({ ...comparison, only: side }));
const part = (label: string, pick: Pick, beside: readonly Comparison[], unit?: string): Part => ({
  label,
  pick,
  beside,
  ...(unit === undefined ? {} : { unit }),
});
/** For an estimate without numbers of ours: its parts, each beside nothing. */
const bare = (label: string, pick: Pick, unit?: string) => part(label, pick, other(ours.none), unit);

const allImports =
  "Ours counts all imports, those for firms, investment and stocks included, as if all of it reached consumers in the year; a price index of consumption sees only what reaches consumption, directly or through inputs.";
const growing =
  "They use a forecast of imports, and elasticities and offsets that are not recorded; ours is one year carried forward with growth as stated, and evasion only as a flat share.";
const outputNot =
  "Output comes from a model of the whole economy (investment, wages, exchange rate, central bank); ours stops at the markets of imports, and its welfare is no output.";

const s1 = "S1 = 25% CA + 25% MX + 10% CN";
const s1e = "S1e = 25% CA (energy 10%) + 25% MX + 10% CN";
const s2 = "S2 = 25% CA + 25% MX + 20% CN";
const yale1 = `Yale Budget Lab | 2025-01-31/02-03 | ${s1e}`;
const yale2 = `Yale Budget Lab | 2025-03-03 | ${s2}`;
const crfbParts = (readings: (partner?: string) => readonly Reading[], label: string) =>
  (
    [
      ["total", undefined],
      ["CN", "CHN"],
      ["MX", "MEX"],
      ["CA", "CAN"],
    ] as const
  ).map(([key, partner]) => ({ key, label: `${label}: ${key}`, readings: readings(partner) }));
const floorText = "China's 10% as a floor";

/** By the name of the estimate; the test holds that each is treated once and that every number is shown. */
export const treatments: Readonly<Record<string, Treatment>> = {
  [`${yale1} | PCE price level, before substitution`]: {
    section: "S1e",
    parts: [
      part("price level before substitution", "range", only("before", near(ours.consumerPrices))),
      part(
        "cost per household, before substitution",
        /about \$([\d,]+)\/household/,
        only("before", near(ours.lossPerHousehold)),
        "USD",
      ),
    ],
    why: `${allImports} Before substitution, so the static column is the one to read.`,
  },
  [`${yale1} | PCE price level, after substitution`]: {
    section: "S1e",
    parts: [
      part("price level after substitution", "value", only("after", near(ours.consumerPrices))),
      part(
        "cost per household, after substitution",
        /\$([\d,]+)\/household/,
        only("after", near(ours.lossPerHousehold)),
        "USD",
      ),
    ],
    why: `${allImports} After substitution, so the partial columns are the ones to read; theirs also has domestic goods to turn to, ours only other origins and doing without.`,
  },
  [`${yale1} | US real GDP`]: {
    section: "S1e",
    parts: [part("US GDP", "value", other(ours.usWelfare))],
    why: outputNot,
  },
  [`${yale1} | revenue, conventional`]: {
    section: "S1e",
    parts: [part("revenue over ten years", "range", same(ours.window(2026, 2035)))],
    why: `${growing} Their years are read as fiscal ones.`,
  },
  "Yale Budget Lab | 2025-01 | 10% CN only | household cost": {
    section: "china",
    parts: [part("cost per household", "value", near(ours.lossPerHousehold))],
    why: allImports,
  },
  [`${yale2} | average effective tariff rate increase`]: {
    section: "S2",
    parts: [
      part(
        "effective rate, before substitution",
        "value",
        only("before", [
          ...same(ours.rateChange),
          ...same(ours.rateChange, "S2energy", "with Canadian energy at 10%"),
        ]),
      ),
    ],
    why: "The same concept before substitution, and we are well above it. Energy at 10% explains a small part; the record does not say what else, for example another year of trade or preferences that are kept. The partial columns come nearer, but only because taxed goods weigh less after substitution: that is no match, so they have no ratio.",
  },
  [`${yale2} | PCE price level`]: {
    section: "S2",
    parts: [
      part("price level", "range", near(ours.consumerPrices)),
      part("cost per household", /\$([\d,]+)-([\d,]+)\/household/, near(ours.lossPerHousehold), "USD"),
    ],
    why: `${allImports} Their range runs from limited to full retaliation, which changes nothing in our import prices.`,
  },
  [`${yale2} | US real GDP growth 2025`]: {
    section: "S2",
    parts: [part("US GDP growth", "value", other(ours.usWelfare))],
    why: `${outputNot} Theirs is with retaliation, and a change of one year's growth.`,
  },
  [`${yale2} | US real GDP level`]: {
    section: "S2",
    parts: [
      part("US GDP level", "range", other(ours.usWelfare)),
      part("the same in dollars a year", /\$(\d+)-(\d+)bn\/yr/, other(ours.usWelfareBn), "USD bn, a loss"),
    ],
    why: outputNot,
  },
  [`${yale2} | revenue`]: {
    section: "S2",
    parts: [part("revenue over ten years", "range", same(ours.window(2026, 2035)))],
    why: `${growing} Their figure for China at 20% is the same as for 10% with Canadian energy spared; ours rises between the two. Their years are read as fiscal ones.`,
  },
  [`${yale2} | bottom-decile loss`]: {
    section: "S2",
    parts: [part("loss of the lowest tenth", "range", other(ours.lossPerHousehold))],
    why: "Ours is a mean over all households; we have nothing by income.",
  },
  "Yale Budget Lab | 2024-10 | 10% universal / 60% CN | revenue": {
    section: "worldAndChina",
    parts: [part("revenue over ten years", "value", same(ours.window(2025, 2034)))],
    why: `${growing} The record says ten years and not which: we take 2025 to 2034. With a rate of 60% the static column has lost its meaning: most of the trade would go. Whether China's 60% comes with or instead of the 10% is read as instead.`,
  },
  "Yale Budget Lab | 2025-11 | 2025 tariffs as of Nov 2025 | disposable income loss: bottom / top decile": {
    section: "none",
    parts: [bare("lowest tenth", 0), bare("highest tenth", 1)],
    why: "The tariffs of a day in November 2025 are no scenario of this page: they need rates by product below the chapter. And we have nothing by income.",
  },
  [`Tax Foundation | 2025-01/02 | ${s1} | US GDP`]: {
    section: "S1",
    parts: [part("US GDP", "value", other(ours.usWelfare))],
    why: outputNot,
  },
  [`Tax Foundation | 2025-01/02 | ${s1} | revenue, conventional`]: {
    section: "S1",
    parts: [
      part("revenue over ten years", "value", same(ours.window(2025, 2034))),
      part(
        "Canada and Mexico alone",
        /CA\+MX alone (\d+)/,
        same(ours.window(2025, 2034), "neighbours", "only Canada and Mexico"),
      ),
    ],
    why: `${growing} Their years are read as fiscal ones.`,
  },
  [`Tax Foundation | 2025-01/02 | ${s1} | household tax`]: {
    section: "S1",
    parts: [part("tax per household", "value", same(ours.taxPerHousehold(2025)))],
    why: "The same division. Their reaction of buyers, their offsets (ours are those of another publisher) and their number of households are not recorded.",
  },
  [`CRFB | 2025-01 | ${s1} | revenue`]: {
    section: "S1",
    parts: crfbParts((partner) => ours.calendarYear(2025, partner), "revenue of 2025").flatMap(
      ({ key, label, readings }) => [
        part(label, key, [
          ...(key === "MX" || key === "CA" ? [] : same(readings, "S1floor", floorText)),
          ...same(readings),
        ]),
      ],
    ),
    why: "They took the order to mean a minimum for China, hence both readings of ours. A floor on chapter averages is too low: it misses the goods that are taxed below 10% inside a chapter taxed above. Theirs has elasticities of its own, the middle between full and no diversion, and an offset that is not recorded.",
  },
  [`CRFB | 2025-01 | ${s1} | revenue, conventional`]: {
    section: "S1",
    parts: [
      ...crfbParts((partner) => ours.window(2025, 2035, partner), "revenue over eleven years").map(
        ({ key, label, readings }) =>
          part(label, key, [
            ...(key === "MX" || key === "CA" ? [] : same(readings, "S1floor", floorText)),
            ...(key === "MX" || key === "CA" ? same(readings) : []),
          ]),
      ),
      part(
        "total, China's 10% added",
        /additional to existing duties \d+\/([\d,]+)/,
        same(ours.window(2025, 2035)),
        "USD bn",
      ),
      part(
        "first year, China's 10% added",
        /additional to existing duties (\d+)\//,
        same(ours.calendarYear(2025)),
        "USD bn",
      ),
    ],
    why: `${growing} China counted as a minimum, as above.`,
  },
  [`CRFB | 2025-02 | ${s1e} | revenue, conventional`]: {
    section: "S1e",
    parts: [
      ...crfbParts((partner) => ours.window(2025, 2035, partner), "revenue over eleven years").map(
        ({ key, label, readings }) => part(label, key, same(readings)),
      ),
      part("first year: CN", /1st yr CN (\d+)/, same(ours.calendarYear(2025, "CHN")), "USD bn"),
      part("first year: MX", /1st yr CN \d+, MX (\d+)/, same(ours.calendarYear(2025, "MEX")), "USD bn"),
      part(
        "first year: CA",
        /1st yr CN \d+, MX \d+, CA (\d+)/,
        same(ours.calendarYear(2025, "CAN")),
        "USD bn",
      ),
    ],
    why: `${growing} No total is recorded for this reading, so there is no ratio for it.`,
  },
  [`Tax Policy Center | 2025-02 | ${s1e} | after-tax income, average household`]: {
    section: "S1e",
    parts: [part("loss of after-tax income", "value", near(ours.incomeLoss(2026)))],
    why: "Theirs is a change of after-tax income in a model of households; ours divides the conventional revenue of 2026 by their number.",
  },
  "PIIE (McKibbin-Noland) | 2025-01 | 25% CA + MX | US GDP": {
    section: "neighbours",
    parts: [part("US GDP, four years", "value", other(ours.usWelfareBn), "USD bn")],
    why: `${outputNot} Theirs adds up four years.`,
  },
  "PIIE (McKibbin-Noland) | 2025-01 | 10% CN + CN retaliation | US GDP": {
    section: "china",
    parts: [
      part("US GDP, four years", "value", other(ours.answeredBn("USA", "CHN")), "USD bn"),
      part("China's GDP, four years", /CN -(\d+)bn/, other(ours.answeredBn("CHN", "CHN")), "USD bn, a loss"),
    ],
    why: `${outputNot} Theirs adds up four years. Ours for the answer in kind is on world trade of 2023 as one good and from free trade.`,
  },
  "PIIE (Clausing-Lovely) | 2025-02 | S1e | household cost": {
    section: "S1e",
    parts: [part("cost per household, more than", "value", near(ours.lossPerHousehold), "USD")],
    why: `${allImports} Theirs is for a typical household, not the mean one, and says "more than".`,
  },
  [`National Taxpayers Union | 2025 | ${s1} | household cost`]: {
    section: "S1",
    parts: [part("cost per household", "value", near([ours.lossPerHousehold, ours.taxPerHousehold(2025)]))],
    why: "The record does not say what is counted. It lies near the conventional tax per household and far below what buyers lose.",
  },
  [`Boston Fed (Barbiero & Stein) | 2025-02-06 | ${s1} | core PCE inflation`]: {
    section: "S1",
    parts: [part("core prices", "range", near(ours.corePrices))],
    why: "Theirs follows imports through input-output tables into core consumption and divides by it; ours takes all imports but food and energy and divides by all consumption.",
  },
  "Boston Fed | 2025-02-06 | 10% world / 60% CN | core PCE inflation": {
    section: "worldAndChina",
    parts: [part("core prices", "range", near(ours.corePrices))],
    why: "As for their other figure; at 60% it matters more whether buyers react.",
  },
  [`Goldman Sachs | 2025-01/02 | ${s1} | core PCE`]: {
    section: "S1",
    parts: [
      part("core prices", "value", near(ours.corePrices)),
      part("revenue in a year", /\$(\d+)bn\/yr/, same(ours.duties), "USD bn"),
      part("share of imports", /(\d+)% of imports/, same(ours.importsOfThreeShare), "%"),
    ],
    why: "Theirs is a rule of thumb from the effective rate; ours takes all imports but food and energy and divides by all consumption. Whether their revenue is before any reaction is not recorded.",
  },
  "Goldman Sachs | 2025-02 | 25% CA/MX with energy 10% | core PCE / GDP": {
    section: "neighboursEnergy",
    parts: [
      part("core prices, low", 0, near(ours.corePrices), "%"),
      part("core prices, high", 1, near(ours.corePrices), "%"),
      part("US GDP", 2, other(ours.usWelfare), "%"),
      part("effective rate", /adds ([\d.]+)pp to ETR/, same(ours.rateChange), "pp"),
    ],
    why: `${outputNot} The record says "energy 10%" without a country; we spare Canada's only.`,
  },
  "EY (Daco) | 2025-02 | S1 (retaliation treatment not recorded) | US GDP": {
    section: "S1",
    parts: [part("US GDP", "value", other(ours.usWelfare), "%")],
    why: `${outputNot} Whether partners answer is not recorded.`,
  },
  "Kiel (KITE) | 2025-02 | 25% CA+MX incl. oil | GDP yr 1": {
    section: "neighbours",
    parts: [
      part("US GDP", "US", other(ours.usWelfare)),
      part("Mexico's GDP", "MX", other(ours.partnerSurplus("MEX"))),
      part("Canada's GDP", "CA", other(ours.partnerSurplus("CAN"))),
    ],
    why: `${outputNot} For partners we have only what their exporters lose, and only where supply is finite (P3).`,
  },
  "Kiel (KITE) | 2025-02 | 25% on EU | GDP yr 1": {
    section: "europe",
    parts: [
      part("EU GDP", "EU", other(ours.partnerSurplus("EU27"))),
      part("US GDP", "US", other(ours.usWelfare)),
      part("EU exports to the US", /EU exports to US (-\d+) to (-\d+)%/, same(ours.salesToUs("EU27")), "%"),
      part("US prices, up to", /US prices up to \+([\d.]+)%/, near(ours.consumerPrices), "%"),
    ],
    why: `${outputNot} Our exports to the US react as much as the elasticities say, and more than theirs: theirs is for the first year, and in a model of the whole economy US goods compete too. For prices we are far below: ours is the dearer imports from the EU and no more, theirs is an upper end and may have domestic prices follow.`,
  },
  "Kiel (KITE) | 2025-04 | Apr 2 reciprocal | GDP": {
    section: "none",
    parts: [bare("US GDP", "US"), bare("EU GDP", "EU")],
    why: "The rates of 2 April 2025 by country are no scenario of this page.",
  },
  "Bank of Canada | 2025-01-29 | 25% US tariff on all exports incl. Canada + others, full retaliation | Canada GDP level":
    {
      section: "everybody",
      parts: [
        part("Canada's GDP, year 1", "yr1", other(ours.answeredShare("CAN", "CAN"))),
        part("Canada's GDP, year 2", "yr2", other(ours.answeredShare("CAN", "CAN"))),
      ],
      why: `${outputNot} Ours, on world trade of 2023 as one good and from free trade, has Canada answer in kind; the others' answers do not touch it. With infinite supply Canadian exporters lose nothing by construction.`,
    },
  [`Oxford Economics | 2025-03 | ${s2} | US GDP; core PCE`]: {
    section: "S2",
    parts: [
      part("US GDP", 0, other(ours.usWelfare), "pp"),
      part("core inflation, a forecast of its level", 1, other(ours.corePrices), "% avg 2025"),
    ],
    why: `${outputNot} Their second number is the inflation they expect, not what the tariff adds.`,
  },
  "OECD | 2025-03 | 25% CA/MX from April | GDP growth 2025": {
    section: "neighbours",
    parts: [
      part("Canada's growth, a forecast of its level", "CA", other(ours.partnerSurplus("CAN"))),
      part("Mexico's growth, a forecast of its level", "MX", other(ours.partnerSurplus("MEX"))),
    ],
    why: "Growth they expect with the tariff, not what the tariff takes away: it cannot be compared with any effect.",
  },
  "CBO | 2025-06 | tariffs in force to 13-May-2025 | primary deficit; total incl. interest": {
    section: "none",
    parts: [bare("primary deficit", 0), bare("with interest", 1)],
    why: "The tariffs in force on a day in May 2025 are no scenario of this page: several authorities, by product below the chapter.",
  },
  "PWBM | 2025-04-08 | Apr-2 package (as announced) | revenue": {
    section: "none",
    parts: [bare("conventional", 0, "USD bn"), bare("dynamic", 1, "USD bn")],
    why: "The package of 2 April 2025 is no scenario of this page: rates by country, with exempt goods below the chapter.",
  },
  "LSE (Saussay) | 2024-10 | 10% world / 60% CN | GDP": {
    section: "worldAndChina",
    parts: [
      part("US GDP", "US", other(ours.usWelfare)),
      part("China's GDP", "CN", other(ours.partnerSurplus("CHN"))),
      part("EU GDP", "EU", other(ours.partnerSurplus("EU27"))),
    ],
    why: `${outputNot} In ours, what EU exporters lose to their own tariff is nearly made up by buyers who turn away from China.`,
  },
  "Ignatenko et al. | 2025 | Liberation-day replication | US welfare": {
    section: "none",
    parts: [bare("US welfare", "value")],
    why: "Rates of April 2025 by country in a model of the whole world economy, where exporters of all countries give way and the revenue lowers income tax. One market cannot stand in for that.",
  },
  [`worldtradesec.com | 2025 | ${s1} | static revenue, price`]: {
    section: "S1",
    parts: [
      part("revenue in a year, static", 0, only("before", same(ours.duties)), "USD bn"),
      part("prices, over the deflator, static", 1, only("before", near(ours.gdpPrices)), "%"),
      part("rate on the three, below", 2, same(ours.rateOnThree), "pp"),
      part("imports from the three", /about ([\d.]+)tn/, same(ours.importsOfThree), "USD tn"),
      part("the same over GDP", /\(([\d.]+)% GDP\)/, same(ours.importsOfThreeGdp), "%"),
    ],
    why: "The same arithmetic as our static column, on slightly other trade.",
  },
  "Yale tracker | 2026-06 | current tariffs | ETR pre-sub 10.4; prices 0.77%; $1,048/hh; $1,700bn": {
    section: "none",
    parts: [
      bare("effective rate", 0, "%"),
      bare("price level", 1, "%"),
      bare("cost per household", 2, "USD"),
      bare("revenue over ten years", 3, "USD bn"),
    ],
    why: "The tariffs of June 2026 are no scenario of this page.",
  },
};
