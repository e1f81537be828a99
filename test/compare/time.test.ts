import {
  accounting,
  chartRows,
  compareScenarios,
  comparisonTable,
  defineScenario,
  type Evaluation,
  type Scenario,
  tidyRows,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { add, smallBaseline } from "../support/steps.js";

const step = add("c", { exporters: ["CHN"], dates: { effective: "2025-07-02" } });
const looked = (id: string, evaluate: object): Scenario<never> =>
  defineScenario({
    id,
    title: id,
    evaluate: { statuses: "any-status", ...evaluate } as Evaluation,
    parameters: {},
    bound: {},
    steps: [step],
  });
const titles = (...scenarios: Scenario<never>[]) => {
  const comparison = compareScenarios({
    baseline: smallBaseline,
    scenarios,
    model: accounting,
    against: "baseline",
    by: ["all"],
  });
  const format = { moneyIn: "unit", places: 0, rounding: "half-even" } as const;
  const indicators = ["additionalDuties"];
  return {
    table: comparisonTable({ comparison, dimension: "all", indicators, show: "level", format }),
    tidy: tidyRows(comparison).filter(({ indicator }) => indicator === "additionalDuties"),
    chart: chartRows(comparison, { dimension: "all", indicator: "additionalDuties", moneyIn: "unit" }),
  };
};
const year = { over: { from: "2025-01-01", to: "2025-12-31" } };
const after = { on: "2025-07-02" };

describe("scenarios of different times in one comparison", () => {
  it("have the time in their titles: half a year's average is not read beside a day's rate", () => {
    const { table, tidy, chart } = titles(
      looked("day", after),
      looked("year", year),
      looked("any", { on: "any-date" }),
    );
    const names = [
      "day (on 2025-07-02)",
      "year (2025-01-01 to 2025-12-31, weighted by days)",
      "any (whatever the date)",
    ];
    expect(table.map(({ scenario }) => scenario)).toEqual(names);
    expect(tidy.map(({ title }) => title)).toEqual(names);
    expect(chart.map(({ title }) => title)).toEqual(names);
  });

  it("keep their titles where all are of one time", () => {
    const { table } = titles(looked("one", after), looked("other", after));
    expect(table.map(({ scenario }) => scenario)).toEqual(["one", "other"]);
  });
});
