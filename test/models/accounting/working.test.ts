import {
  accounting,
  defineBaseline,
  defineScenario,
  type Measurement,
  type Working,
  workingOf,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { freeze } from "../../support/freeze.js";
import { add, fourFlows, scenarioOf, smallBaseline } from "../../support/steps.js";

/** Ten percent on China, of which two flows are known: 100 of fuels free of duty, and 300 of cars that paid 40. */
const onChina = () =>
  accounting({ baseline: smallBaseline, scenario: scenarioOf("s", add("a", { exporters: ["CHN"] })) });
const ofChina = (indicator: string) =>
  workingOf(onChina(), { dimension: "exporter", key: "CHN", indicator } as Measurement);
const usd = (amount: string) => ({ amount, currency: "USD", priceYear: 2024 });
const flowsOf = ({ contributions }: Working) =>
  contributions.map(({ product, before, after, contribution }) => [product, before, after, contribution]);

describe("the working of a number that is counted", () => {
  it.each([
    ["customsValue", "customs value = sum of the flows' customs values", "USD 400 = sum of 2 flows"],
    ["duties", "duties after = duties before + additional duties", "USD 80 = USD 40 + USD 40"],
    ["additionalDuties", "additional duties = duties after - duties before", "USD 40 = USD 80 - USD 40"],
    ["effectiveRate", "effective rate = duties after / customs value", "20% = USD 80 / USD 400"],
  ])("%s: the formula, and the formula with its values", (indicator, formula, withValues) => {
    const working = ofChina(indicator);
    expect([working.formula, working.withValues]).toEqual([formula, withValues]);
    expect([working.equations, working.residual]).toEqual([[], null]);
    expect(working.values.map(({ name, value }) => [name, value])).toEqual([
      ["customs value", usd("400")],
      ["duties before", usd("40")],
      ["duties after", usd("80")],
      ["additional duties", usd("40")],
      ["flows", "2"],
    ]);
    for (const { meaning } of working.values) expect(meaning).toMatch(/flows|duties/);
  });

  it("the flows in the unit of the number, the largest first", () => {
    expect(flowsOf(ofChina("duties"))).toEqual([
      ["87", usd("40"), usd("70"), usd("30")],
      ["27", usd("0"), usd("10"), usd("10")],
    ]);
    expect(flowsOf(ofChina("additionalDuties"))).toEqual([
      ["87", usd("0"), usd("30"), usd("30")],
      ["27", usd("0"), usd("10"), usd("10")],
    ]);
    // Of the ten points of the group 30/400 come from the cars, whose own rate rises by ten points too.
    expect(flowsOf(ofChina("effectiveRate"))).toEqual([
      ["87", "13.3333333333333333333333%", "23.3333333333333333333333%", "7.5pp"],
      ["27", "0%", "10%", "2.5pp"],
    ]);
  });

  it("customs values do not change, so that no flow adds anything", () => {
    const { contributions, others } = ofChina("customsValue");
    expect(contributions).toEqual([]);
    expect(others).toEqual({ flows: 2, contribution: usd("0") });
  });

  it("a group that no step meets has its flows among the others", () => {
    for (const [indicator, nothing] of [
      ["duties", usd("0")],
      ["effectiveRate", "0pp"],
    ] as const) {
      const working = workingOf(onChina(), { dimension: "exporter", key: "ROW", indicator });
      expect(working.contributions).toEqual([]);
      expect(working.others).toEqual({ flows: 1, contribution: nothing });
    }
  });

  it("says over which days duties are weighted", () => {
    const over = { from: "2025-04-01", to: "2025-04-30" } as const;
    const scenario = defineScenario(
      freeze({ id: "s", title: "a spell", evaluate: { over, statuses: "any-status" }, steps: [add("a")] }),
    );
    const { formula } = workingOf(accounting({ baseline: smallBaseline, scenario }), {
      dimension: "all",
      key: "all",
      indicator: "duties",
    });
    expect(formula).toBe(
      "duties after = duties before + additional duties; duties weighted by days from 2025-04-01 to 2025-04-30",
    );
  });

  it("goods without value have a rate of 0 %, not a quotient", () => {
    const samples = { importer: "USA", exporter: "CHN", product: "49", customsValue: "0", duties: "0" };
    const baseline = defineBaseline({ ...fourFlows, flows: [samples] } as never);
    const { rows } = accounting({ baseline, scenario: scenarioOf("s", add("a")) });
    expect(rows.filter(({ indicator }) => indicator === "effectiveRate").map(({ after }) => after)).toEqual(
      rows.filter(({ indicator }) => indicator === "effectiveRate").map(() => "0%"),
    );
    const paid = accounting({
      baseline: defineBaseline({ ...fourFlows, flows: [{ ...samples, duties: "3" }] } as never),
      scenario: scenarioOf("s", add("a")),
    });
    const working = workingOf(paid, { dimension: "all", key: "all", indicator: "effectiveRate" });
    expect([working.before, working.after]).toEqual(["0%", "0%"]);
  });
});
