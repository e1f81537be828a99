import { toMarkdown } from "tariff-whatif";
import { usDutiesMonthly } from "tariff-whatif/data/us-duties-monthly";
import {
  amitiReddingWeinstein2019WithZeroFlows,
  boehm2023LongRun,
  boehm2023ShortRun,
  simonovskaWaugh2014,
} from "tariff-whatif/parameters";
import type { PredictedAndRealised, RealisedSteps } from "tariff-whatif/realised";
import { type Asked, monthOf, thirds } from "./months.js";

const number = (text: string): number => Number.parseFloat(text);
const rate = (text: string): string => `${number(text).toFixed(2)}%`;
const points = (text: string): string => {
  const fixed = number(text).toFixed(2);
  return `${Number(fixed) === 0 ? "0.00" : Number(fixed) > 0 ? `+${fixed}` : fixed}pp`;
};

const columns: Readonly<Record<keyof RealisedSteps, string>> = {
  exemptionLists: "exemption lists",
  daysInForce: "days in force",
  goodsInTransit: "in transit",
  claims: "claims",
  composition: "composition",
  reaction: "reaction",
};

const lineOf = ({ month, predicted, realised, gap, unexplained }: PredictedAndRealised) => ({
  month,
  predicted: rate(predicted),
  realised: rate(realised),
  "predicted less realised": points(gap),
  "of it unexplained": points(`${-number(unexplained)}`),
});

const stepsOf = ({ month, asWritten, steps, unexplained, realised }: PredictedAndRealised) => ({
  month,
  "as written": rate(asWritten),
  ...Object.fromEntries(
    steps.map(({ step, taken, change }) => [columns[step], taken ? points(change) : "off"]),
  ),
  unexplained: points(unexplained),
  realised: rate(realised),
});

const shown = ["2025-04", "2025-08"] as const;

/** Other choices that could have been made, for two months. */
const others: readonly { readonly label: string; readonly asked: Asked }[] = [
  { label: "as on this page", asked: {} },
  { label: "no metal in mixed articles", asked: { metalShares: { steel: "0", aluminum: "0", copper: "0" } } },
  { label: "mixed articles all steel", asked: { metalShares: { steel: "1", aluminum: "0", copper: "0" } } },
  { label: "claims as in 2024", asked: { claimsOf: "off" } },
  { label: "nothing in transit", asked: { goodsInTransit: "off" } },
  {
    label: "all goods of China 30 days at sea",
    asked: { goodsInTransit: [{ exporter: "CHN", share: "1", days: 30 }] },
  },
  ...[boehm2023LongRun, simonovskaWaugh2014].map(({ id, values }) => ({
    label: `reaction by ${id} (${values.tradeElasticity})`,
    asked: { substitutionElasticity: values.tradeElasticity },
  })),
  {
    label: `reaction by ${amitiReddingWeinstein2019WithZeroFlows.id} (${amitiReddingWeinstein2019WithZeroFlows.values.importElasticity})`,
    asked: { substitutionElasticity: amitiReddingWeinstein2019WithZeroFlows.values.importElasticity },
  },
];

function otherChoices(): string {
  const recorded = (month: string): readonly { label: string; asked: Asked }[] =>
    month === "2025-04" ? [{ label: "claims as recorded in April", asked: { claimsOf: "2025-04" } }] : [];
  return toMarkdown(
    shown.flatMap((month) =>
      [...others, ...recorded(month)].map(({ label, asked }) => {
        const { predicted, steps, realised, unexplained } = monthOf(month, asked);
        return {
          month,
          choice: label,
          predicted: rate(predicted),
          "after all steps": rate(steps.at(-1)?.rate as string),
          realised: rate(realised),
          unexplained: points(unexplained),
        };
      }),
    ),
  );
}

/** The whole page. */
export function renderPage(): string {
  const months = usDutiesMonthly.map(({ month }) => monthOf(month));
  const of2024 = months.filter(({ month }) => month.startsWith("2024"));
  const farthest = Math.max(...of2024.map(({ gap }) => Math.abs(number(gap)))).toFixed(2);
  const [april, august] = shown.map((wanted) => months.find(({ month }) => month === wanted)!) as [
    PredictedAndRealised,
    PredictedAndRealised,
  ];
  return `---
title: Predicted and realised
---

# Predicted and realised

What the law in force gives on the trade of 2024, month by month, beside the duties that were calculated on what entered. The
two are far apart in 2025, and the page says by how much, which part of it is known, and what nobody knows. Written by
\`test/golden/predictedAndRealised.test.ts\`: every number is computed, none is typed, and nothing is fitted to the answer.

## In short

- In 2024 the law predicts every month within ${farthest} points: nothing much changed, and trade did not move.
- In April 2025 it predicts ${rate(april.predicted)}, and ${rate(april.realised)} were collected; in August ${rate(august.predicted)} and
  ${rate(august.realised)}. Rates that a law states are no forecast of what it collects.
- The steps below explain part of it; ${points(`${-number(april.unexplained)}`)} of April's gap and ${points(`${-number(august.unexplained)}`)} of August's are left.

${toMarkdown(months.map(lineOf))}
Predicted: ordinary duties of 2024, and what \`lawOn\` adds on each day of the month, averaged over its days; lists of exemptions
are applied, claims of the North American preference are those of 2024. Realised: calculated duties over customs value
(data set \`us-duties-monthly\`).

## From the law as it is written to what was collected

Each step changes the law or the trade of the one before; in another order each would be worth something else. A row adds up.

${toMarkdown(months.map(stepsOf))}
- **As written**: the law of the last day of the month, for all days and all goods, whatever lists free them.
- **Exemption lists**: goods that the law's own lists free (Annex II, electronics, aircraft and so on).
- **Days in force**: each day with its own law, not that of the last.
- **In transit**: the law's clauses for goods loaded before a measure began. Of China's goods 63 % are taken to come by
  vessel, half of them in 14 days and half in 30: between two weeks and a month is what the US Department of Commerce gives
  for container vessels from Asia; 63 % is the vessel's share of freight with China in 2022 by value (Bureau of
  Transportation Statistics, read in a reprint, both directions). Other partners are left open: no share by vessel and
  partner was at hand, so their goods count as not under way.
- **Claims**: of the North American preference. From July 2025 the month's own total for Canada and Mexico, spread over
  goods by \`claimsAtTotal\`; from March to June that of July, because the record breaks in July (before, goods that
  were free anyway were hardly counted). Claims as recorded stand in the last table.
- **Composition**: groups of industries (three digits of NAICS, some joined where the concordance of goods does not tell them
  apart) in the shares of the month, not those of 2024.
- **Reaction**: the partial model with substitution ${boehm2023ShortRun.values.tradeElasticity} between origins (preset \`boehm2023ShortRun\`, read as trade without
  duty), demand by \`amitiReddingWeinstein2019\`, infinite supply by \`witsSmart\`. Inside a group where the step before has set
  the shares. A class of goods is one market.
- **Unexplained**: realised less what the steps reach. Negative: less was collected. In it are entries brought forward before
  a measure began and withdrawn from warehouses, shifts between partners beyond the reaction, exemptions for described
  articles, goods in transit from elsewhere than China, errors and evasion.

## What the data are

The law is \`lawOn\` with measures of two sources, without the metal derivatives of 12 March 2025 whose codes are not bundled, so
that metals are too low from then on. Trade is \`us-lines-2024\`: the 207,148 ten-digit lines of 2024, gathered where no list of
the law and no group of industries tells them apart; a test compares the gathered lines with the lines. Ordinary duties are what was
paid in 2024 less what the law of 2024 added on an average day; where less was paid than that, the difference stays
relieved. Mixed articles of steel, aluminium and copper pay on the metal alone from the day the law says so; nobody
publishes the shares, so a third each is taken (${thirds.steel}), and the extremes stand below.

## Other choices

${otherChoices()}
Each row changes one choice and leaves the others. No row was chosen because it comes near.

## Another month

\`\`\`sh
npm run example -- predicted-and-realised 2025-09 266000000000 30000000000
\`\`\`

takes a month with its customs value and duties, in dollars, from wherever you have them. Composition is then off, unless
you call \`predictedBesideRealised\` with the values by group.
`;
}
