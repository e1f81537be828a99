import { moneyFromNumber, percentChangeFromNumber } from "../../../exact/fromNumber.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { measuresOf, type OutcomeRow, type Quantity } from "../../outcome.js";
import {
  overPeriod,
  type WorkingEquation,
  type WorkingParts,
  type WorkingValue,
  workingValue,
} from "../../working.js";
import { writeValue } from "../../writeValue.js";
import type { SectorEquilibrium } from "../solver/SectorOutcome.js";
import { flowsOf, type SectorBasis, type SectorFlow, writeFlow } from "./sectorFlows.js";

const formulas: Readonly<Record<string, string>> = {
  customsValue: "customs value = sum of trade across borders before duty, by sector",
  duties: "duties = sum of tariff x customs value after, by partner and sector",
  additionalDuties: "additional duties = duties after - duties before",
  effectiveRate: "effective rate = duties / customs value after",
  welfare: "welfare = (final use after / final use before) / (1 + consumer prices) - 1",
  realWage: "real wage = (1 + wage) / (1 + consumer prices) - 1",
  priceIndex: "consumer prices = product over sectors of (1 + price of the sector)^(share in final use) - 1",
  welfareChange: "welfare in money = final use before x welfare in percent",
};

/** Flows shown one by one; the others are added up. */
const mostShown = 10;

/** How a number of the sectoral model came about: trade by sector and partner, and the equations of the equilibrium. */
export function sectorWorking(scenario: Scenario, basis: SectorBasis, row: OutcomeRow): WorkingParts {
  const { figures, places, world, equilibrium, unit } = basis;
  const { dimension, key, indicator } = row;
  const money = (value: number): Quantity =>
    moneyFromNumber(value * unit, figures.currency, figures.priceYear);
  const at = dimension === "all" ? -1 : places.partners.indexOf(key as (typeof places.partners)[number]);
  const flows = flowsOf(basis, ({ from, to }) =>
    dimension === "all" ? true : (dimension === "exporter" ? from : to) === at,
  );
  const economy = equilibrium.economies[at];
  const total = (of: (flow: SectorFlow) => number) => flows.reduce((sum, flow) => sum + of(flow), 0);
  const imports = total(({ after }) => after);
  const revenue = dimension === "all" ? equilibrium.economies : economy === undefined ? [] : [economy];
  const duties = revenue.reduce((sum, { levels }) => sum + levels.tariffRevenue, 0);
  const before = revenue.reduce((sum, { levels }) => sum + levels.tariffRevenueBefore, 0);
  const percent = (name: string, value: number, meaning: string) =>
    workingValue(name, percentChangeFromNumber(value / 100), meaning);
  const values: WorkingValue[] = [
    workingValue("customs value after", money(imports), "trade across borders before duty"),
    ...(dimension === "exporter"
      ? []
      : [
          workingValue(
            "duties after",
            money(duties),
            "tariff x customs value after, summed over partners and sectors",
          ),
          workingValue("duties before", money(before), "the same in the figures"),
        ]),
    ...(economy === undefined
      ? []
      : [
          percent("wage", economy.wagePercent, "in the numeraire"),
          percent("consumer prices", economy.consumerPricesPercent, "in the numeraire, duty included"),
          workingValue(
            "final use before",
            money(world.finalUse[at] ?? 0),
            "value added, duties and deficit of the figures",
          ),
          workingValue("final use after", money(economy.levels.finalUse), "the same in the scenario"),
          percent("welfare", economy.welfarePercent, "final use over consumer prices"),
          ...firstOrder(equilibrium, at, percent),
        ]),
    ...(indicator.toLowerCase().includes("duties") || indicator === "effectiveRate"
      ? dutiesBySector(basis, revenue, money)
      : []),
  ];
  const written = (name: string) =>
    writeValue(values.find((value) => value.name === name)?.value as Quantity);
  const right: Readonly<Record<string, () => string>> = {
    additionalDuties: () => `${written("duties after")} - ${written("duties before")}`,
    effectiveRate: () => `${written("duties after")} / ${written("customs value after")}`,
    welfare: () =>
      `(${written("final use after")} / ${written("final use before")}) / (1 + ${written("consumer prices")}) - 1`,
    realWage: () => `(1 + ${written("wage")}) / (1 + ${written("consumer prices")}) - 1`,
    welfareChange: () => `${written("final use before")} x ${written("welfare")}`,
    priceIndex: () => `product over ${world.sectors.length} sectors`,
  };
  const ofTrade = indicator === "customsValue";
  const ranked = ofTrade
    ? [...flows].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    : [];
  return {
    formula: (formulas[indicator] ?? indicator) + overPeriod(scenario),
    withValues: `${writeValue(row.after)} = ${right[indicator]?.() ?? `sum over ${flows.length} flows`}`,
    values,
    contributions: ranked.slice(0, mostShown).map((flow) => writeFlow(basis, flow, money)),
    others: ofTrade
      ? {
          flows: Math.max(0, flows.length - mostShown),
          contribution: money(
            ranked.slice(mostShown).reduce((sum, flow) => sum + flow.after - flow.before, 0),
          ),
        }
      : null,
    measures: measuresOf(scenario),
    equations: equationsOf(),
    residual: equilibrium.residual,
  };
}

/** The sectors on which most is collected. */
function dutiesBySector(
  { figures, world }: SectorBasis,
  economies: SectorEquilibrium["economies"],
  money: (value: number) => Quantity,
): WorkingValue[] {
  return world.sectors
    .map((label, k) => ({
      name: `duties on ${figures.sectorNames?.[k] ?? label}`,
      value: economies.reduce((sum, { sectors }) => sum + (sectors[k]?.levels.tariffRevenue ?? 0), 0),
    }))
    .filter(({ value }) => value !== 0)
    .sort((left, right) => right.value - left.value)
    .slice(0, mostShown)
    .map(({ name, value }) => ({ name, value: money(value), meaning: "collected in the scenario" }));
}

/** Where a change of welfare comes from, to the first order: near the exact one for small tariffs only. */
function firstOrder(
  { firstOrder }: SectorEquilibrium,
  at: number,
  percent: (name: string, value: number, meaning: string) => WorkingValue,
): WorkingValue[] {
  const parts = firstOrder[at];
  if (parts === undefined) return [];
  const largest = [...parts.byPartner].sort(
    (left, right) => Math.abs(right.termsOfTradePercent) - Math.abs(left.termsOfTradePercent),
  )[0];
  return [
    percent(
      "terms of trade, to the first order",
      parts.termsOfTradePercent,
      "sales dearer against purchases",
    ),
    percent(
      "volume of trade, to the first order",
      parts.volumeOfTradePercent,
      "more imports where duty is charged",
    ),
    ...(largest === undefined
      ? []
      : [
          percent(
            `terms of trade with ${largest.of}, to the first order`,
            largest.termsOfTradePercent,
            "the partner that matters most",
          ),
        ]),
  ];
}

/** One residual is kept, the largest over all of them. */
function equationsOf(): readonly WorkingEquation[] {
  const equations: readonly (readonly [name: string, equation: string])[] = [
    [
      "unit cost",
      "cost_jk = wage_j^(value added share) x product over inputs l of price_jl^(share of l in k)",
    ],
    ["price", "price_ik^-elasticity_k = sum_j share_jik (cost_jk (1 + tariff_jik))^-elasticity_k"],
    [
      "expenditure",
      "spending_ik = sum over sectors of inputs of k + share of k x (labour income + duties + deficit)",
    ],
    ["trade balance", "purchases before duty - sales = deficit_i"],
    ["numeraire", "world value added = that of the figures"],
  ];
  return equations.map(([name, equation]) => ({
    name,
    equation,
    residual: null,
  }));
}
