import { definePolicy, parseScenario } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { refusal } from "../support/refusal.js";
import { add } from "../support/steps.js";

const scenario = (change: object, ...steps: object[]) => ({
  id: "all",
  title: "All mistakes",
  evaluate: { on: "any-date", statuses: "any-status" },
  steps,
  ...change,
});
/** Where something is wrong, and what, in the order of the value. */
const told = (value: object) =>
  refusal(() => parseScenario(value)).issues.map(({ path, code }) => `${path} ${code}`);

describe("all that is wrong is told at once", () => {
  it("in a step whose operator is misspelled, and where its key is", () => {
    const { operator, ...rest } = add("s", { rate: "20" as never, products: ["7x"] as never });
    expect(told(scenario({}, { ...rest, operator: "addd" }))).toEqual([
      "steps[0].operator out-of-range",
      "steps[0].products[0] not-an-hs-code",
      "steps[0].rate not-a-rate",
    ]);
    const { issues } = refusal(() => parseScenario(scenario({}, { ...rest, operater: operator })));
    expect(issues.map(({ path }) => path)).toContain("steps[0].operater");
    expect(issues.find(({ path }) => path === "steps[0].operater")?.advice).toContain(
      'Did you mean "operator"?',
    );
    expect(issues).toHaveLength(4);
  });

  it("keys that nothing reads, each of them", () => {
    expect(told(scenario({ titel: "x", idd: "y" }))).toEqual(["titel unknown-key", "idd unknown-key"]);
  });

  it("inside one value that is read as a whole", () => {
    const step = {
      ...add("s"),
      dates: { effective: "2025-02-30", expires: "soon", efective: "x" },
      products: ["01", "7x", "02", "8y", "03", "9z"],
      exporters: { allBut: ["XX", "CHN", "YY"] },
      rate: { byProduct: { "87": "2.5", "88": "1%", "89": "3" } },
    };
    expect(told(scenario({}, step)).sort()).toEqual(
      [
        "steps[0].dates.efective unknown-key",
        "steps[0].dates.effective not-a-date",
        "steps[0].dates.expires not-a-date",
        "steps[0].exporters.allBut[0] unknown-economy",
        "steps[0].exporters.allBut[2] unknown-economy",
        "steps[0].products[1] not-an-hs-code",
        "steps[0].products[3] not-an-hs-code",
        "steps[0].products[5] not-an-hs-code",
        "steps[0].rate.byProduct.87 not-a-rate",
        "steps[0].rate.byProduct.89 not-a-rate",
      ].sort(),
    );
  });

  it("what only all steps show, beside what one of them shows", () => {
    const parameters = { carRate: { kind: "rate", title: "cars" } };
    const steps = [
      add("a", { rate: { parameter: "carrate" } as never }),
      add("a"),
      add("b", { status: "threatend" as never, rate: { parameter: "carRate" } as never }),
    ];
    expect(told(scenario({ parameters }, ...steps))).toEqual([
      "steps[2].status out-of-range",
      "steps[1].id duplicate-id",
      "steps[0].rate unknown-parameter",
    ]);
    const two = refusal(() =>
      definePolicy({ id: "p", title: "p", parameters, steps: steps.slice(0, 2) } as never),
    );
    expect(two.issues.map(({ path }) => path)).toEqual([
      "steps[1].id",
      "steps[0].rate",
      "parameters.carRate",
    ]);
    expect(two.issues[1]?.advice).toContain('Did you mean "carRate"?');
  });

  it("twenty of a list, and not for ever", () => {
    const products = Array.from({ length: 20_000 }, () => "7x");
    const start = performance.now();
    expect(told(scenario({}, { ...add("s"), products }))).toHaveLength(20);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
