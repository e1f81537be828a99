import { appliedRate, type Step } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { areSuccessive, isSuccessorOf } from "../../src/policy/rates/refuseSuccessive.js";
import { refusal } from "../support/refusal.js";
import { add, policyOf, query, scale, split } from "../support/steps.js";

type Dates = Step["dates"];
const season = (...runs: readonly (readonly [from: string, to: string])[]): Dates => ({
  seasons: runs.map(([from, to]) => ({ from, to }) as never),
});
const spells = (...runs: readonly (readonly [from: string, to?: string])[]): Dates => ({
  spells: runs.map(([from, to]) => ({ from, ...(to === undefined ? {} : { to }) }) as never),
});
const days = (effective?: string, expires?: string): Dates =>
  ({ ...(effective && { effective }), ...(expires && { expires }) }) as Dates;

describe("the days of two steps", () => {
  it.each<readonly [what: string, one: Dates, other: Dates, successive: boolean]>([
    ["one after the other", days("2025-02-04", "2025-03-03"), days("2025-03-04"), true],
    ["one day in both", days("2025-02-04", "2025-03-04"), days("2025-03-04"), false],
    ["an end alone, before a start", days(undefined, "2025-03-03"), days("2025-03-04"), true],
    ["an end alone, on the day of a start", days(undefined, "2025-03-04"), days("2025-03-04"), false],
    ["two ends", days(undefined, "2025-03-03"), days(undefined, "2025-04-03"), false],
    ["two starts", days("2025-03-03"), days("2025-04-03"), false],
    ["no days said", {}, {}, false],
    ["no days said beside some", {}, days("2025-02-04", "2025-03-03"), false],
    ["winter and summer", season(["11-01", "05-14"]), season(["05-15", "10-31"]), true],
    ["a day of both seasons", season(["11-01", "05-15"]), season(["05-15", "10-31"]), false],
    ["a season inside another", season(["01-01", "12-31"]), season(["06-01", "06-30"]), false],
    ["two seasons over new year", season(["12-01", "01-31"]), season(["11-01", "02-28"]), false],
    [
      "a season between two of another",
      season(["01-01", "01-31"], ["03-01", "03-31"]),
      season(["02-01", "02-29"]),
      true,
    ],
    [
      "a season that reaches the second of another",
      season(["01-01", "01-31"], ["03-01", "03-31"]),
      season(["02-01", "03-01"]),
      false,
    ],
    ["a season beside whole years", season(["01-01", "01-31"]), {}, false],
    [
      "a season beside a season and days",
      season(["01-01", "01-31"]),
      { ...season(["01-31", "02-01"]), ...days("2025-01-01") },
      false,
    ],
    [
      "one season in two years",
      { ...season(["01-01", "01-31"]), ...days("2024-01-01", "2024-12-31") },
      { ...season(["01-01", "01-31"]), ...days("2025-01-01", "2025-12-31") },
      true,
    ],
    [
      "one season in spells apart",
      { ...season(["01-01", "01-31"]), ...spells(["2024-01-01", "2024-12-31"]) },
      { ...season(["01-01", "01-31"]), ...spells(["2025-01-01"]) },
      true,
    ],
    [
      "spells in turn",
      spells(["2025-01-01", "2025-01-31"], ["2025-03-01", "2025-03-31"]),
      spells(["2025-02-01", "2025-02-28"], ["2025-04-01"]),
      true,
    ],
    [
      "spells with a day in both",
      spells(["2025-01-01", "2025-01-31"], ["2025-03-01", "2025-03-31"]),
      spells(["2025-02-01", "2025-03-01"]),
      false,
    ],
    ["spells without ends", spells(["2025-01-01"]), spells(["2025-06-01"]), false],
    [
      "spells and what begins after them",
      spells(["2025-01-01", "2025-01-31"], ["2025-03-01", "2025-03-31"]),
      days("2025-04-01"),
      true,
    ],
    [
      "spells and what begins on their last day",
      spells(["2025-01-01", "2025-01-31"], ["2025-03-01", "2025-03-31"]),
      days("2025-03-31"),
      false,
    ],
    [
      "spells and what lies between them",
      spells(["2025-01-01", "2025-01-31"], ["2025-03-01", "2025-03-31"]),
      days("2025-02-01", "2025-02-28"),
      true,
    ],
    [
      "spells and what begins between them",
      spells(["2025-01-01", "2025-01-31"], ["2025-03-01", "2025-03-31"]),
      days("2025-02-01"),
      false,
    ],
    [
      "a spell without end and what ends before it",
      spells(["2025-05-01"]),
      days("2025-01-01", "2025-04-30"),
      true,
    ],
    ["a spell and an end alone", spells(["2025-05-01"]), days(undefined, "2025-04-30"), false],
  ])("%s", (_what, one, other, successive) => {
    const [a, b] = [add("a", { dates: one }), add("b", { dates: other })];
    expect([areSuccessive(a, b), areSuccessive(b, a)]).toEqual([successive, successive]);
  });

  it("are compared for steps of one measure and one authority, and only for steps that charge", () => {
    const [early, late] = [days("2025-01-01", "2025-01-31"), days("2025-02-01")];
    const first = add("a", { measure: "m", dates: early });
    const follows = (changes: object) =>
      isSuccessorOf(first, add("b", { measure: "m", dates: late, ...changes }));
    expect(follows({})).toBe(true);
    expect(follows({ dates: early })).toBe(false);
    expect(follows({ measure: "n" })).toBe(false);
    expect(follows({ authority: "other" })).toBe(false);
    expect(isSuccessorOf(first, first)).toBe(false);
    expect(isSuccessorOf(add("a", { dates: early }), add("b", { dates: late }))).toBe(false);
    const scales = scale("s", { measure: "m", dates: late });
    expect([isSuccessorOf(first, scales), isSuccessorOf(scales, first)]).toEqual([false, false]);
  });
});

describe("successive rates asked about without a date", () => {
  const ask = (steps: readonly Step[], changes: object = {}) =>
    refusal(() => appliedRate(policyOf(...steps), query(changes)));
  const step = (id: string, dates: Dates, changes: object = {}) =>
    add(id, { measure: "m", dates, ...changes });

  it.each<readonly [what: string, one: Dates, other: Dates, received: string, day: string]>([
    [
      "days",
      days("2025-02-04", "2025-03-03"),
      days("2025-03-04"),
      "a (2025-02-04 to 2025-03-03), b (2025-03-04 to ...)",
      ", for example 2025-02-04:",
    ],
    [
      "an end alone",
      days(undefined, "2025-03-03"),
      days("2025-03-04"),
      "a (... to 2025-03-03), b (2025-03-04 to ...)",
      ", for example 2025-03-03:",
    ],
    [
      "spells",
      spells(["2025-01-01", "2025-01-31"], ["2025-03-01", "2025-03-31"]),
      days("2025-04-01"),
      "a (2025-01-01 to 2025-03-31), b (2025-04-01 to ...)",
      ", for example 2025-01-01:",
    ],
    [
      "seasons of all years",
      season(["01-01", "01-31"], ["03-01", "03-31"]),
      season(["02-01", "02-28"]),
      "a (every year 01-01 to 01-31, 03-01 to 03-31), b (every year 02-01 to 02-28)",
      '"any-date": these',
    ],
    [
      "seasons of some years",
      { ...season(["01-01", "01-31"]), ...days("2025-01-01") },
      { ...season(["02-01", "02-28"]), ...days(undefined, "2026-12-31") },
      "a (2025-01-01 to ..., every year 01-01 to 01-31), b (... to 2026-12-31, every",
      ", for example 2025-01-01:",
    ],
  ])("are named with their %s", (_what, one, other, received, day) => {
    const error = ask([step("a", one), step("b", other)]);
    expect(error.received.slice(1, received.length + 1)).toBe(received);
    expect(error.advice).toContain(day);
    expect([error.code, error.path]).toEqual(["successive-rates", "steps.a"]);
  });

  it("are found inside parts, and only where both meet the question", () => {
    const [early, late] = [days("2025-01-01", "2025-01-31"), days("2025-02-01")];
    const parts = split("s", { first: [step("a", early)], rest: [split("t", { rest: [step("b", late)] })] });
    expect(ask([parts]).path).toBe("steps.a");
    const rate = (changes: object) =>
      appliedRate(policyOf(step("a", early), step("b", late, changes)), query()).rate;
    expect(rate({ exporters: ["MEX"] })).toBe("10%");
    expect(rate({ importers: ["CAN"] })).toBe("10%");
    expect(rate({ products: ["72"] })).toBe("10%");
    expect(rate({ rate: { byProduct: { "72": "1%" } } })).toBe("10%");
    expect(ask([step("a", early), step("b", late, { rate: { byProduct: { "87": "1%" } } })]).code).toBe(
      "successive-rates",
    );
  });
});
