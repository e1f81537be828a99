import * as fc from "fast-check";
import {
  accounting,
  defineBaseline,
  januaryScenarios,
  parseScenario,
  requireClosed,
  type Scenario,
  type Step,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../../support/refusal.js";
import {
  add,
  cap,
  fourFlows,
  raise,
  replace,
  scale,
  scenarioOf,
  smallBaseline,
  split,
} from "../../support/steps.js";

const run = (...steps: Step[]) =>
  accounting({ baseline: smallBaseline, scenario: scenarioOf("s", ...steps) });
const amount = (money: { amount: string }) => money.amount;

describe("accounting by head, on four flows of 1000 with duties of 50", () => {
  it("ten percent on China: 40 on 400", () => {
    const { total, byPartner, byChapter, bySection } = run(add("a", { exporters: ["CHN"] }));
    expect(total).toEqual({
      key: "all",
      name: "All trade",
      customsValue: { amount: "1000", currency: "USD", priceYear: 2024 },
      baselineDuties: { amount: "50", currency: "USD", priceYear: 2024 },
      duties: { amount: "90", currency: "USD", priceYear: 2024 },
      additionalDuties: { amount: "40", currency: "USD", priceYear: 2024 },
      baselineRate: "5%",
      effectiveRate: "9%",
      rateChange: "4pp",
    });
    expect(
      byPartner.map((row) => [row.key, amount(row.additionalDuties), row.effectiveRate, row.rateChange]),
    ).toEqual([
      ["CHN", "40", "20%", "10pp"],
      ["MEX", "0", "2.5%", "0pp"],
      ["ROW", "0", "0%", "0pp"],
    ]);
    expect(byChapter.map((row) => [row.key, amount(row.additionalDuties)])).toEqual([
      ["27", "10"],
      ["87", "30"],
      ["71", "0"],
    ]);
    expect(bySection.map((row) => [row.key, amount(row.additionalDuties)])).toEqual([
      ["V", "10"],
      ["XVII", "30"],
      ["XIV", "0"],
    ]);
  });

  it("the duties of the baseline are the authority baseline", () => {
    expect(amount(run(replace("r", { of: ["baseline"], rate: "1%" })).total.duties)).toBe("10");
    expect(amount(run(scale("s", { of: ["baseline"], share: "0" })).total.additionalDuties)).toBe("-50");
    // A floor of 15 %: 15 on 100, 45 on 300, 60 on 400, 30 on 200.
    expect(amount(run(raise("f", { of: ["baseline", "floor"] })).total.duties)).toBe("150");
    // A ceiling of 5 %: only the 40 on 300 is above, by 25.
    expect(amount(run(cap("c", { authority: "baseline", of: ["baseline"], rate: "5%" })).total.duties)).toBe(
      "25",
    );
    const when = { authority: "baseline", above: "5%" } as const;
    expect(amount(run(add("w", { when })).total.additionalDuties)).toBe("30");
  });

  it("splits and tables", () => {
    expect(
      amount(
        run(split("s", { share: "0.25", first: [add("a")], rest: [add("b", { rate: "20%" })] })).total
          .additionalDuties,
      ),
    ).toBe("175");
    expect(
      amount(run(add("t", { rate: { byProduct: { "27": "50%", "71": "1%" } } })).total.additionalDuties),
    ).toBe("52");
  });

  it("looks at the date and the statuses of the scenario", () => {
    const dated = (on: string, statuses: unknown) => ({
      ...scenarioOf("s", add("a", { dates: { effective: "2025-02-01" }, status: "signed" })),
      evaluate: { on, statuses },
    });
    const paid = (on: string, statuses: unknown = "any-status") =>
      amount(
        accounting({ baseline: smallBaseline, scenario: define(dated(on, statuses)) }).total.additionalDuties,
      );
    expect([
      paid("2025-01-31"),
      paid("2025-02-01"),
      paid("2025-02-01", ["in-force"]),
      paid("2025-02-01", ["signed"]),
    ]).toEqual(["0", "100", "0", "100"]);
  });

  it("carries what it rests on: sources, steps, what it leaves out, notes on steps that met no trade", () => {
    const outcome = run(
      add("used", { source: { title: "law", place: "s. 1" } }),
      add("idle", { products: ["99"] }),
      add("table", { rate: { byProduct: { "99": "1%" } } }),
      add("nobody", { exporters: ["MEX"], products: ["27"] }),
    );
    expect(outcome.sources).toEqual(smallBaseline.sources);
    expect(outcome.measures[0]).toEqual({
      id: "used",
      title: "a step of a test",
      source: "law, s. 1",
      daysInForce: null,
    });
    expect(outcome.leavesOut.length).toBeGreaterThan(0);
    expect(outcome.notes).toEqual(
      ["idle", "table", "nobody"].map((id) => `Step ${id} met no trade in four-flows.`),
    );
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
    expect(Object.isFrozen(outcome.rows[0])).toBe(true);
  });

  it("gives the same numbers as rows", () => {
    const outcome = run(add("a"));
    const rows = outcome.rows
      .filter((row) => row.key === "CHN")
      .map((row) => [row.dimension, row.indicator, row.before, row.after]);
    const money = (value: string) => ({ amount: value, currency: "USD", priceYear: 2024 });
    expect(rows).toEqual([
      ["exporter", "customsValue", money("400"), money("400")],
      ["exporter", "duties", money("40"), money("80")],
      ["exporter", "additionalDuties", money("0"), money("40")],
      ["exporter", "effectiveRate", "10%", "20%"],
    ]);
    expect(outcome.rows).toHaveLength(4 * (1 + 1 + 3 + 3 + 3));
  });

  it("refuses what it cannot answer", () => {
    const on =
      (scenario: Scenario<never>, baseline = smallBaseline) =>
      () =>
        accounting({ baseline, scenario });
    expectRefusal(on(januaryScenarios.europeanUnion as never), "open-parameters", "scenario");
    expectRefusal(on(scenarioOf("s", add("a")), world2023), "no-duties", "baseline");
    expectRefusal(
      on(scenarioOf("s", add("a", { exporters: ["DEU"] }))),
      "finer-than-baseline",
      "scenario.steps.a.exporters",
    );
    expectRefusal(
      on(scenarioOf("s", split("x", { rest: [add("a", { exporters: { allBut: ["DEU"] } })] }))),
      "finer-than-baseline",
      "scenario.steps.a.exporters",
    );
    expectRefusal(
      on(scenarioOf("s", add("a", { products: ["8703"] }))),
      "finer-than-baseline",
      "steps.a.products",
    );
    expectRefusal(
      on(scenarioOf("s", add("a", { exporters: ["DEU"] })), usImports2024),
      "finer-than-baseline",
    );
    expectRefusal(
      on(scenarioOf("s", add("a", { rate: "-90%" }), add("b", { rate: "-90%" }))),
      "rate-below-minus-100",
    );
  });
});

describe("accounting, whatever the scenario", () => {
  const exporters = fc.constantFrom(
    ["CHN"] as const,
    ["MEX"] as const,
    "all" as const,
    { allBut: ["CHN"] } as const,
  );
  const rate = fc.integer({ min: -200, max: 2000 }).map((tenths) => `${tenths / 10}%` as const);
  const products = fc.constantFrom("all" as const, ["27"] as const, { allBut: ["87"] } as const);
  const adds = fc
    .array(fc.record({ exporters, rate, products }), { maxLength: 5 })
    .map((list) => list.map((step, index) => add(`s${index}`, step)));
  const doubled = defineBaseline({
    ...fourFlows,
    id: "doubled",
    flows: fourFlows.flows.map((flow) => ({
      ...flow,
      customsValue: `${Number(flow.customsValue) * 2}`,
      duties: `${Number(flow.duties) * 2}`,
    })),
  } as never);

  it("steps that add may come in any order", () => {
    fc.assert(
      fc.property(adds, (steps) => {
        expect(run(...[...steps].reverse()).rows).toEqual(run(...steps).rows);
      }),
      { numRuns: 100 },
    );
  });

  it("parts add up to the total, and twice the trade pays twice the duties at the same rate", () => {
    fc.assert(
      fc.property(adds, (steps) => {
        const once = run(...steps);
        for (const parts of [once.byPartner, once.byChapter, once.bySection]) {
          const sum = parts.reduce((left, part) => left + Math.round(Number(part.duties.amount) * 1000), 0);
          expect(sum).toBe(Math.round(Number(once.total.duties.amount) * 1000));
        }
        const twice = accounting({ baseline: doubled, scenario: scenarioOf("s", ...steps) });
        expect(Number(twice.total.duties.amount)).toBeCloseTo(2 * Number(once.total.duties.amount), 9);
        expect(twice.byPartner.map((row) => row.effectiveRate)).toEqual(
          once.byPartner.map((row) => row.effectiveRate),
        );
        expect(twice.total.rateChange).toBe(once.total.rateChange);
      }),
      { numRuns: 100 },
    );
  });

  it("a scenario of zeros changes nothing", () => {
    const zeros = [
      add("a", { rate: "0%" }),
      raise("f", { of: ["baseline"], rate: "0%" }),
      scale("s", { of: ["baseline"], share: "1" }),
      cap("c", { authority: "baseline", of: ["baseline"], rate: "100%" }),
      split("x", { first: [add("y", { rate: "0%" })] }),
    ];
    expect(run(...zeros).rows).toEqual(run().rows);
    const whole = accounting({ baseline: usImports2024, scenario: scenarioOf("zero", ...zeros) });
    expect(whole.rows.every((row) => JSON.stringify(row.before) === JSON.stringify(row.after))).toBe(true);
  });
});

function define(input: object): Scenario<never> {
  return requireClosed(parseScenario(structuredClone(input)));
}
