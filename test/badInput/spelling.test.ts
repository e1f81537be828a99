import { accounting, dutyOn, januaryScenarios, parseRate, parseScenario, TariffError } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { nearestSpelling } from "../../src/internal/nearestSpelling.js";

const adviceOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof TariffError) return error.advice;
    throw error;
  }
  return "nothing was refused";
};

describe("the nearest spelling", () => {
  it.each([
    ["exporter", ["exporters", "importers"], "exporters"],
    ["eurate", ["euRate"], "euRate"],
    ["soruce", ["source", "share"], "source"],
    ["of", ["by", "on"], "on"],
    ["scenario", ["baseline"], undefined],
    [5, ["five"], undefined],
    ["x".repeat(100_000), ["x"], undefined],
  ])("of %s among %j is %s", (text, known, expected) => {
    expect(nearestSpelling(text, known)).toBe(expected);
  });
});

describe("messages say what was probably meant", () => {
  const [step] = januaryScenarios.china10.steps;
  const withStep = (change: object) => () =>
    parseScenario({ ...januaryScenarios.china10, steps: [{ ...step, ...change }] });

  it("names the step, the nearest key and the known ones", () => {
    const advice = adviceOf(withStep({ exporter: ["CHN"] }));
    expect(advice).toMatch(/^In step "china-10": Did you mean "exporters"\?/);
    expect(advice).toContain("id, title, measure, importers");
  });

  it("names the known kinds of step and of status", () => {
    expect(adviceOf(withStep({ operator: "ad" }))).toMatch(/"add"\? Give one of add, replace, raiseTotalTo/);
    expect(adviceOf(withStep({ status: "threatend" }))).toContain('Did you mean "threatened"?');
    expect(adviceOf(withStep({ source: { titel: "a", title: "b" } }))).toContain('Did you mean "title"?');
  });

  it("names the nearest option of a function", () => {
    const options = { baseline: 0, scenarios: 0 } as unknown as Parameters<typeof accounting>[0];
    expect(adviceOf(() => accounting(options))).toContain('Did you mean "scenario"?');
  });

  it("tells a number from a rate and from money", () => {
    expect(adviceOf(() => parseRate("25"))).toContain('"25%".');
    expect(adviceOf(() => parseRate("0.25"))).toContain('"0.25%" or, if 0.25 is a fraction, "25%"');
    expect(adviceOf(() => parseRate("Free"))).toContain('Write a duty-free rate as "0%"');
    expect(adviceOf(() => dutyOn(100 as never, "25%"))).toContain('amount: "100"');
  });
});
