import { Decimal } from "../../exact/decimal.js";
import { moneyFromNumber, percentChangeFromNumber, rateFromNumber } from "../../exact/fromNumber.js";
import { writeMoney } from "../../exact/money.js";
import { writePercentagePoints } from "../../exact/rate.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Baseline } from "../../trade/baseline.js";
import { type FlowPart, flowContributions } from "../flowContributions.js";
import { measuresOf, type OutcomeRow } from "../outcome.js";
import { overPeriod, type WorkingEquation, type WorkingParts, type WorkingValue } from "../working.js";
import { writeValue } from "../writeValue.js";
import type { World } from "./calibration/World.js";
import type { WorldEquilibrium } from "./solver/WorldOutcome.js";
import type { TariffsByPair } from "./tariffsByPair.js";

const formulas: Readonly<Record<string, string>> = {
  customsValue: "customs value = sum of trade across borders before duty",
  duties: "duties = sum of tariff x customs value after",
  additionalDuties: "additional duties = sum of tariff x customs value after; the baseline has none",
  effectiveRate: "effective rate = duties / customs value after",
  welfare: "welfare = (d expenditure + (1 - d) labour income) / price index - 1, d the weight of expenditure",
  welfareChange: "welfare in money = baseline expenditure x welfare in percent",
  realWage: "real wage = (1 + wage) / (1 + price index) - 1",
  priceIndex: "price index = price of what consumers buy, duty included, in the numeraire",
  employment: "employment = hours that the after-tax real wage calls forth",
};

/** How a number of the world model came about: its trade and tariffs, and the equations of the equilibrium. */
export function worldWorking(
  baseline: Baseline,
  scenario: Scenario,
  { tariffs, weighted }: TariffsByPair,
  world: World,
  equilibrium: WorldEquilibrium,
  row: OutcomeRow,
): WorkingParts {
  const { dimension, key, indicator } = row;
  const { importers, exporters, columns, currency, priceYear } = baseline;
  const money = (value: number) => moneyFromNumber(value, currency, priceYear);
  const indexOf = new Map(world.economies.map((economy, at) => [economy as string, at]));
  const tariffOf = new Map(
    tariffs.map(({ importer, exporter, tariff }) => [`${importer}/${exporter}`, tariff]),
  );
  const apart = new Set(weighted.map(({ importer, exporter }) => `${importer}/${exporter}`));
  const flows = columns.exporter.flatMap((exporterAt, at) => {
    const [importer, exporter] = [importers[columns.importer[at] ?? 0]!, exporters[exporterAt]!];
    if (
      importer === exporter ||
      (dimension !== "all" && key !== { importer, exporter }[dimension as "importer"])
    ) {
      return [];
    }
    const [from, to] = [indexOf.get(exporter), indexOf.get(importer)];
    if (from === undefined || to === undefined) return [];
    const pair = `${importer}/${exporter}`;
    const [before, after] = [world.trade[from]?.[to] ?? 0, equilibrium.trade[from]?.[to] ?? 0];
    return [{ at, pair, before, after, tariff: tariffOf.get(pair) ?? 0 }];
  });
  const averaged = new Set(flows.filter(({ pair }) => apart.has(pair)).map(({ at }) => at));
  const imports = flows.reduce((sum, flow) => sum + flow.after, 0);
  const duties = flows.reduce((sum, flow) => sum + flow.tariff * flow.after, 0);
  const economy =
    dimension === "all" ? undefined : equilibrium.economies.find((each) => each.economy === key);
  const percent = (name: string, value: number, meaning: string): WorkingValue => ({
    name,
    value: percentChangeFromNumber(value / 100),
    meaning,
  });
  const values: WorkingValue[] = [
    { name: "customs value after", value: money(imports), meaning: "trade across borders before duty" },
    { name: "duties", value: money(duties), meaning: "tariff x customs value after, summed over pairs" },
    ...(economy === undefined
      ? []
      : [
          percent("wage", economy.wagePercent, "in the numeraire"),
          percent("price index", economy.priceIndexPercent, "in the numeraire, duty included"),
          percent("real wage", economy.realWagePercent, "wage over the price index"),
          percent("employment", economy.employmentPercent, "hours worked"),
          percent("welfare", economy.welfarePercent, "of the average person"),
          {
            name: "baseline expenditure",
            value: money(world.expenditure[indexOf.get(key) ?? 0] ?? 0),
            meaning: "what the economy spends before the scenario",
          },
        ]),
  ];
  const written = (name: string) => writeValue(values.find((value) => value.name === name)?.value as "1%");
  const right: Readonly<Record<string, () => string>> = {
    effectiveRate: () => `${written("duties")} / ${written("customs value after")}`,
    welfareChange: () => `${written("baseline expenditure")} x ${written("welfare")}`,
    realWage: () => `(1 + ${written("wage")}) / (1 + ${written("price index")}) - 1`,
    welfare: () =>
      `from real wage ${written("real wage")}, employment ${written("employment")}, duties ${written("duties")}`,
    priceIndex: () => `(1 + ${written("wage")}) / (1 + ${written("real wage")}) - 1`,
    employment: () => `from real wage ${written("real wage")}`,
  };
  const isRate = indicator === "effectiveRate";
  const ofDuties = isRate || indicator === "duties" || indicator === "additionalDuties";
  const counted = ofDuties || indicator === "customsValue";
  const parts = flows.map(({ at, before, after, tariff }): FlowPart => {
    const duty = tariff * after;
    return {
      at,
      before: isRate ? "0%" : money(ofDuties ? 0 : before),
      after: isRate ? rateFromNumber(tariff) : money(ofDuties ? duty : after),
      contribution: new Decimal(
        isRate ? (imports === 0 ? 0 : duty / imports) : ofDuties ? duty : after - before,
      ),
    };
  });
  const behind = counted
    ? flowContributions(
        baseline,
        scenario,
        parts,
        (part) => (isRate ? writePercentagePoints(part) : writeMoney(part, currency, priceYear)),
        (at) => averaged.has(at),
      )
    : { contributions: [], others: null, measures: measuresOf(scenario) };
  return {
    formula: (formulas[indicator] ?? indicator) + overPeriod(scenario),
    withValues: `${writeValue(row.after)} = ${right[indicator]?.() ?? `sum over ${flows.length} pairs`}`,
    values,
    ...behind,
    equations: equationsOf(equilibrium),
    residual: equilibrium.residual,
  };
}

function equationsOf({ residuals }: WorldEquilibrium): readonly WorkingEquation[] {
  return [
    {
      name: "labour income",
      equation:
        "labour income_j = value added share x sum_i sales_ji / (1 + tariff_ji) + marketing at home and abroad",
      residual: residuals.labourIncome,
    },
    {
      name: "budget",
      equation: "expenditure_i = labour income_i + tariff revenue_i + transfer_i",
      residual: residuals.budget,
    },
    {
      name: "labour supply",
      equation: "hours_i = (after-tax real wage_i)^labour supply elasticity",
      residual: residuals.labourSupply,
    },
    {
      name: "price index",
      equation: "price_i^-elasticity = sum_j share_ji (cost_j (1 + tariff_ji))^-elasticity",
      residual: residuals.priceIndex,
    },
    {
      name: "numeraire",
      equation: "world labour income = that of the baseline",
      residual: residuals.numeraire,
    },
  ];
}
