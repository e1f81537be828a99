import { type EvaluateDutyOptions, evaluateDutyExpression, parseDutyExpression } from "tariff-whatif/entry";
import { describe, expect, it } from "vitest";
import carried from "../oracle/dutyTexts.json" with { type: "json" };
import { errorOf } from "../support/errorOf.js";
import { describeShared, readSharedJson } from "../support/sharedCases.js";

interface Case {
  readonly id: string;
  readonly column: string;
  readonly kind: string;
  readonly text: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expected: string;
}

const currencies: Readonly<Record<string, string>> = { uk: "GBP", eu: "EUR" };

function evaluate({ text, column, given }: Case) {
  const { value, values, day, ...quantities } = given;
  const facts = Object.entries({ value, values, day, quantities }).filter(([, fact]) => fact !== undefined);
  const options = { text, currency: currencies[column] ?? "USD", ...Object.fromEntries(facts) };
  return evaluateDutyExpression(options as EvaluateDutyOptions).duty;
}

function checkAll(cases: readonly Case[]): void {
  it.each(cases.filter(({ kind }) => kind !== "refused"))("$id $text", (given) => {
    expect(evaluate(given)).toBe(given.expected);
  });

  it.each(cases.filter(({ kind }) => kind === "refused"))("$id is refused", (given) => {
    expect(errorOf(() => evaluate(given)).code).toMatch(/^(missing-quantity|missing-fact|unknown-rate)$/);
  });
}

describe("duties worked out by hand, carried into the project", () => {
  checkAll(carried as unknown as readonly Case[]);
});

describeShared("duties worked out by hand", () => {
  checkAll(readSharedJson<readonly Case[]>("cases/expressions/evaluated.json"));
});

describe("what a rate asks for and the question lacks", () => {
  const ask = (text: string, more: Partial<EvaluateDutyOptions> = {}) =>
    errorOf(() => evaluateDutyExpression({ text, currency: "USD", value: "1000", ...more })).code;

  it("is refused by code", () => {
    expect(ask("$2.16 each", { quantities: { liter: "40" } })).toBe("unit-mismatch");
    expect(ask("3.7¢/kg on drained weight", { quantities: { "kg gross": "50" } })).toBe("missing-quantity");
    expect(ask("5% + 2 EUR / kg", { quantities: { kg: "1" } })).toBe("no-exchange-rate");
    expect(ask("2¢/kg", { quantities: { kg: "1", t: "1" } })).toBe("conflicting-keys");
    expect(ask("2¢/kg", { quantities: { kg: "-1" } })).toBe("out-of-range");
    expect(ask("8.30% + EA")).toBe("unknown-rate");
    expect(ask("8.30% + EA", { referred: { EA: "12" } })).toBe("none");
  });

  it("does not take what is unknown for unknown where it cannot bind", () => {
    const text = "30% MAX 20%";
    expect(evaluateDutyExpression({ text, currency: "EUR", value: "100" }).duty).toBe("20");
    expect(parseDutyExpression(text).kind).toBe("alternative");
  });

  it("converts an amount in another currency", () => {
    const exchange = [{ one: "EUR", is: "1.25", of: "USD" }] as const;
    const options = { text: "2.00 EUR / kg", currency: "USD", quantities: { g: "500" }, exchange } as const;
    expect(evaluateDutyExpression(options).duty).toBe("1.25");
  });
});

describe("a duty", () => {
  const of = (text: string, quantities: Readonly<Record<string, `${number}`>>) =>
    evaluateDutyExpression({ text, currency: "USD", value: "100", quantities }).duty;
  it("is not below zero, whatever is taken off", () => {
    expect(of("12% - $0.10/kg", { kg: "20" })).toBe("10");
    expect(of("12% - $0.10/kg", { kg: "120" })).toBe("0");
    expect(of("12% - $0.10/kg", { kg: "130" })).toBe("0");
    expect(of("12% MAX 2% - $0.10/kg", { kg: "130" })).toBe("0");
  });
  it.each(["lb", "lbs", "lb.", "Pounds"])("on %s counts each at 0.45359237 kg", (unit) => {
    expect(of("10¢/kg", { [unit]: "1000" })).toBe("45.359237");
    if (unit !== "Pounds") expect(of(`10¢/${unit}`, { kg: "45.359237" })).toBe("10");
  });
});
