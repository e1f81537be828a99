/**
 * Who pays a tariff: foreign exporters, importing firms or consumers? Twice: from measured pass-through, and from a
 * model in which buyers and sellers react.
 *
 *   npm run example -- who-pays
 */
import {
  accounting,
  januaryScenarios,
  partialEquilibrium,
  type SupplyElasticity,
  toMarkdown,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { passThrough } from "tariff-whatif/formulas";
import {
  cavallo2021Border,
  cavallo2025Retail,
  completeBorderPassThrough,
  gopinathNeiman2026For2018,
  simonovskaWaugh2014,
} from "tariff-whatif/parameters";

/** How many landed values a shelf price is worth: our assumption, for the preset is a share of shelf prices. */
const shelfToLandedValue = 2;
const billion = (amount: number) => (amount / 1e9).toFixed(1);
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

// 1. Ten percent on Chinese goods, the quantity as it is: how the bill is divided is a matter of pass-through.
const { byPartner } = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
const china = byPartner.find((row) => row.key === "CHN")!;
console.log(
  "10% on goods from China: who bears the additional duties, by measured pass-through (USD billion)\n",
);
console.log(
  toMarkdown(
    [completeBorderPassThrough, cavallo2021Border, gopinathNeiman2026For2018].map(({ source, values }) => {
      const result = passThrough({
        customsValue: Number(china.customsValue.amount),
        rateBefore: china.baselineRate,
        rateAfter: china.effectiveRate,
        borderPassThrough: values.borderPassThrough,
        ...cavallo2025Retail.values,
        shelfToLandedValue,
      });
      return {
        "border pass-through": `${values.borderPassThrough} (${source})`,
        "more duties": billion(result.dutiesChange),
        exporters: `${billion(result.paidByExporters)} (${percent(result.exporterShare)})`,
        "importing firms": `${billion(result.paidByImporters)} (${percent(result.importerShare)})`,
        consumers: `${billion(result.paidByConsumers)} (${percent(result.consumerShare)})`,
      };
    }),
  ),
);
console.log(
  `In the shops: ${cavallo2025Retail.values.shelfPricePassThrough} of the tariff in shelf prices (${cavallo2025Retail.source}); a shelf is worth ${shelfToLandedValue} landed values, our assumption.\n`,
);

// 2. All three threats, with buyers who turn to other origins, and sellers who give way on price or do not.
const supply: [string, SupplyElasticity][] = [
  ["sellers do not give way (infinite supply)", "infinite"],
  ["supply elasticity 10", 10],
  ["supply elasticity 3", 3],
];
console.log("China 10%, Mexico and Canada 25%: gains and losses when buyers react (USD billion)\n");
console.log(
  toMarkdown(
    supply.map(([name, exportSupplyElasticity]) => {
      const { market } = partialEquilibrium({
        baseline: usImports2024,
        scenario: januaryScenarios.chinaMexicoCanada,
        assumptions: {
          substitutionElasticity: simonovskaWaugh2014.values.tradeElasticity,
          importDemandElasticity: -1,
          exportSupplyElasticity,
        },
      });
      const { consumerSurplusChange, revenueChange, welfareChange, termsOfTradeGain, exporterSurplusChange } =
        market.totals;
      return {
        supply: name,
        buyers: billion(consumerSurplusChange),
        "US Treasury": billion(revenueChange),
        "United States together": billion(welfareChange),
        "of which better terms of trade": billion(termsOfTradeGain),
        "foreign exporters": billion(exporterSurplusChange),
      };
    }),
  ),
);
console.log(
  `Substitution between origins ${simonovskaWaugh2014.values.tradeElasticity} (${simonovskaWaugh2014.source}); import demand -1, our assumption.`,
);
console.log("Buyers are firms and households together: the model does not know the margin of shops.");
