import {
  accounting,
  januaryScenarios,
  partialEquilibrium,
  type Working,
  workingMarkdown,
  workingOf,
  workingText,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { generalEquilibrium, ignatenko2025EatonKortum } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";

const scenario = januaryScenarios.chinaMexicoCanada;
const numeric = (quantity: unknown) =>
  Number(
    typeof quantity === "string"
      ? quantity.replace(/[^\d.e-]/g, "")
      : (quantity as { amount: string }).amount,
  );

/** Contributions shown and the others add up to the change of the number. */
function expectWhole({ before, after, contributions, others }: Working, digits: number) {
  const sum =
    contributions.reduce((total, { contribution }) => total + numeric(contribution), 0) +
    numeric(others?.contribution ?? "0%");
  const change = numeric(after) - numeric(before);
  expect(Math.abs(sum - change)).toBeLessThanOrEqual(10 ** -digits * Math.max(1, Math.abs(change)));
}

const outcomes = {
  accounting: accounting({ baseline: usImports2024, scenario }),
  partial: partialEquilibrium({
    baseline: usImports2024,
    scenario,
    assumptions: { substitutionElasticity: 3, importDemandElasticity: -1, exportSupplyElasticity: 4 },
  }),
  world: generalEquilibrium({
    baseline: world2023,
    scenario,
    assumptions: {
      parameters: ignatenko2025EatonKortum,
      revenueUse: "lumpSumRebate",
      deficits: "fixedToWorldIncome",
      weights: "none",
    },
  }),
};

describe("workingOf", () => {
  it.each(Object.entries(outcomes))("tells how each number of the %s model came about", (_, outcome) => {
    const wanted = outcome.rows.filter(
      ({ dimension, key }) => dimension === "all" || ["CHN", "USA", "87", "XVII"].includes(key),
    );
    expect(wanted.length).toBeGreaterThan(8);
    for (const row of wanted) {
      const { dimension, key, indicator } = row;
      const working = workingOf(outcome, { dimension, key, indicator });
      expect(JSON.parse(JSON.stringify(working))).toEqual(working);
      expect(working.after).toEqual(row.after);
      expect(working.withValues).toContain("=");
      if (working.others !== null && row.indicator !== "customsValue") expectWhole(working, 6);
      expect(workingText(working)).toContain(working.formula);
      expect(workingMarkdown(working)).toContain("#### Values");
    }
  });

  it("goes down to the steps of one flow's rate and their law", () => {
    const working = workingOf(outcomes.accounting, {
      dimension: "all",
      key: "all",
      indicator: "effectiveRate",
    });
    const [first] = working.contributions;
    expect(first?.rate?.steps.some(({ outcome }) => outcome === "applied")).toBe(true);
    expect(working.measures.map(({ id }) => id)).toEqual(["china-10", "mexico-25", "canada-25"]);
    expect(working.residual).toBeNull();
    expect(workingText(working)).toContain("Result: ");
  });

  it("takes pairs, and lists only the steps that meet the group", () => {
    const measurement = { dimension: ["exporter", "chapter"], key: "CHN/85", indicator: "duties" } as const;
    const working = workingOf(outcomes.accounting, measurement);
    expect(working.measures.map(({ id }) => id)).toEqual(["china-10"]);
    expect(working.contributions).toHaveLength(1);
  });

  it("shows the equations of a solved model and their residual", () => {
    for (const outcome of [outcomes.partial, outcomes.world]) {
      const working = workingOf(outcome, { dimension: "all", key: "all", indicator: "duties" });
      expect(working.equations.length).toBeGreaterThan(2);
      expect(working.residual).toBeLessThan(1e-9);
    }
  });

  it("refuses a copy from JSON, a number that is not there and what is no working", () => {
    const total = { dimension: "all", key: "all", indicator: "duties" } as const;
    const copy = JSON.parse(JSON.stringify(outcomes.accounting));
    expect(errorOf(() => workingOf(copy, total)).code).toBe("not-defined");
    expect(errorOf(() => workingOf(outcomes.accounting, { ...total, indicator: "joy" })).code).toBe(
      "unknown-flow",
    );
    expect(errorOf(() => workingText({} as Working)).code).toBe("wrong-type");
    const working = workingOf(outcomes.accounting, total);
    expect(errorOf(() => workingMarkdown({ ...working, values: [null as never] })).code).toBe("wrong-type");
  });

  it("writes the integral behind consumer surplus with what stands in it", () => {
    const { values } = workingOf(outcomes.partial, {
      dimension: "chapter",
      key: "87",
      indicator: "consumerSurplusChange",
    });
    const own = values.find(({ name }) => name === "consumer surplus of 87");
    const price = values.find(({ name }) => name === "composite price");
    // With a demand elasticity of -1 the integral is a logarithm.
    expect(own?.meaning).toMatch(/^-USD [\d,.]+ x ln 1\.\d+$/);
    const spending = Number(/USD ([\d,.]+)/.exec(own?.meaning ?? "")?.[1]?.replaceAll(",", ""));
    expect(-spending * Math.log(Number(price?.value))).toBeCloseTo(numeric(own?.value), 0);
  });
});
