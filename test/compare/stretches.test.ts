import { accounting, type Measurement, parseScenario, seek, solveFor } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { describe, expect, it } from "vitest";
import { add, cap } from "../support/steps.js";

const bracket = (from: number, to: number) => [from, to] as const;

describe("a target that is reached more than once", () => {
  it("on a plateau is reached first at its beginning", () => {
    const under = (value: number) => Math.min(value, 3);
    const options = { target: 3, bracket: bracket(0, 10), tolerance: 1e-9 };
    expect(solveFor({ ...options, evaluate: under }).value).toBeCloseTo(3, 8);
    const between = (value: number) => Math.max(0, Math.min(value - 2, 3)) + Math.max(0, value - 8);
    const [only, ...others] = solveFor({ ...options, evaluate: between }).solutions;
    expect(only?.value).toBeCloseTo(5, 8);
    expect(others).toEqual([]);
    expect(solveFor({ ...options, evaluate: () => 3 }).solutions).toEqual([{ value: 0, reached: 3 }]);
  });

  it("at an end is looked for inside too: where a gain is gone again", () => {
    const gain = (tariff: number) => tariff * (0.4 - tariff);
    const gone = solveFor({ evaluate: gain, target: 0, bracket: [0, 1], tolerance: 1e-12 });
    expect(gone.solutions.map(({ value }) => Number(value.toFixed(9)))).toEqual([0, 0.4]);
    const atTop = solveFor({ evaluate: gain, target: gain(0.3), bracket: [0, 0.3], tolerance: 1e-12 });
    expect(atTop.solutions.map(({ value }) => Number(value.toFixed(9)))).toEqual([0.1, 0.3]);
    const line = solveFor({ evaluate: (value) => value, target: 1, bracket: [0, 1], tolerance: 1e-9 });
    expect(line.solutions).toEqual([{ value: 1, reached: 1 }]);
  });

  it("under a ceiling is reached by the lowest rate, and the others are not called the answer", () => {
    const scenario = parseScenario({
      id: "capped",
      title: "a rate under a ceiling of 20 %",
      evaluate: { on: "any-date", statuses: "any-status" },
      parameters: { rate: { kind: "rate", title: "the rate" } },
      steps: [
        add("rate", { exporters: ["CHN"], rate: { parameter: "rate" } as never }),
        cap("ceiling", { exporters: ["CHN"], of: ["surcharge"], rate: "20%" }),
      ],
    });
    const measurement: Measurement = { dimension: "all", key: "all", indicator: "additionalDuties" };
    const target = { amount: "85885167000", currency: "USD", priceYear: 2024 } as const;
    const found = seek({
      ...{ baseline: usImports2024, scenario, parameter: "rate", model: accounting, measurement, target },
      bracket: ["0%", "100%"],
      tolerance: "0.01",
    } as never);
    expect(Number.parseFloat(found.value)).toBeCloseTo(20, 8);
    expect(found.solutions).toHaveLength(1);
    expect(found.reached).toEqual(target);
  });
});
