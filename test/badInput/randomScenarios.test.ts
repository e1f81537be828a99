import * as fc from "fast-check";
import {
  appliedRate,
  bind,
  explainRate,
  type Policy,
  parseScenario,
  type RateQuery,
  requireClosed,
  type Scenario,
  type Step,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { freeze } from "../support/freeze.js";
import { refusal } from "../support/refusal.js";

/** A line for people that is not blank. */
const lineUpTo = (maxLength: number) =>
  fc.string({ minLength: 1, maxLength }).filter((text) => text.trim() !== "");

const economies = ["USA", "CHN", "MEX", "CAN", "GBR", "JPN", "ROW"] as const;
const prefixes = ["27", "2709", "8703", "870323", "8503004500"] as const;
/** Prefixes of which none begins another. */
const apart = ["27", "8703", "85030045", "72"] as const;
const authorities = ["mfn", "section-232", "surcharge", "other"] as const;

const rate = fc.integer({ min: 0, max: 300_000 }).map((thousandths) => `${thousandths / 1000}%` as const);
const share = fc.integer({ min: 0, max: 1000 }).map((thousandth) => `${thousandth / 1000}` as const);
const scope = <T>(codes: readonly T[]) => {
  const list = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.constant("all" as const),
    list,
    list.map((allBut) => ({ allBut })),
  );
};
const table = <T>(value: fc.Arbitrary<T>) =>
  fc
    .dictionary(fc.constantFrom(...prefixes), value, { minKeys: 1, maxKeys: 3, noNullPrototype: true })
    .map((byProduct) => ({ byProduct }));
const value = <T>(given: fc.Arbitrary<T>, parameter: string) => {
  const open = fc.constant({ parameter });
  return fc.oneof(
    { weight: 4, arbitrary: given },
    { weight: 1, arbitrary: open },
    { weight: 1, arbitrary: table(fc.oneof(given, open)) },
  );
};
const days = fc
  .integer({ min: 0, max: 800 })
  .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
const dates = fc
  .tuple(days, days, fc.record({ announced: days, signed: days }, { requiredKeys: [] }), fc.nat(3))
  .map(([one, two, rest, kind]) => {
    const [effective, expires] = one <= two ? [one, two] : [two, one];
    return { ...rest, ...(kind > 0 ? { effective } : {}), ...(kind > 1 ? { expires } : {}) };
  });
const status = fc.constantFrom("threatened", "announced", "signed", "in-force", "suspended", "ended");
const of = fc.uniqueArray(fc.constantFrom(...authorities), { minLength: 1, maxLength: 4 });
const authority = fc.constantFrom(...authorities);

const rates = value(rate, "openRate");
const shares = value(share, "openShare");
const operator: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({ operator: fc.constant("add"), authority, rate: rates }),
  fc.record({ operator: fc.constant("replace"), authority, of, rate: rates }),
  fc.record({ operator: fc.constant("raiseTotalTo"), authority, of, rate: rates }),
  fc
    .record({ operator: fc.constant("capTotalAt"), of, rate: rates })
    .map((step) => ({ ...step, authority: step.of[0] })),
  fc.record({ operator: fc.constant("scale"), of, share: shares }),
);
const common = fc.record(
  {
    title: lineUpTo(20),
    importers: scope(economies),
    exporters: scope([...economies.slice(1), "EU27"]),
    products: scope(apart),
    dates,
    status,
    source: fc.record(
      {
        title: lineUpTo(9),
        place: lineUpTo(9),
        url: fc.string({ maxLength: 9 }),
      },
      { requiredKeys: ["title"] },
    ),
    measure: fc.constantFrom("m1", "m2"),
    when: fc.record({ authority, above: rate }),
  },
  { requiredKeys: ["title", "importers", "exporters", "products", "dates", "status", "source"] },
);
const plain = fc.tuple(common, operator).map(([first, second]) => ({ ...first, ...second }));
const steps = (depth: number): fc.Arbitrary<Record<string, unknown>[]> => {
  if (depth === 0) return fc.array(plain, { maxLength: 2 });
  const inner = steps(depth - 1);
  const splits = fc
    .record({ all: common, share: shares, first: inner, rest: inner })
    .map(({ all, ...rest }) => ({ ...all, operator: "split", ...rest }));
  return fc.array(fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: splits }), {
    maxLength: 3,
  });
};

/** Numbers the steps through, and declares the parameters that they use. */
function complete(list: Record<string, unknown>[], evaluate: unknown): Record<string, unknown> {
  let count = 0;
  const number = (step: Record<string, unknown>): unknown => {
    count += 1;
    const id = `s${count}`;
    if (step.operator !== "split") return { ...step, id };
    return {
      ...step,
      id,
      first: (step.first as never[]).map(number),
      rest: (step.rest as never[]).map(number),
    };
  };
  const numbered = list.map(number);
  const text = JSON.stringify(numbered);
  const parameters = {
    ...(text.includes('"parameter":"openRate"') ? { openRate: { kind: "rate", title: "a rate" } } : {}),
    ...(text.includes('"parameter":"openShare"') ? { openShare: { kind: "share", title: "a share" } } : {}),
  };
  return { id: "random", title: "a random scenario", parameters, steps: numbered, evaluate };
}
const evaluations = fc.record({
  on: fc.oneof(days, fc.constant("any-date")),
  statuses: fc.oneof(fc.constant("any-status"), fc.uniqueArray(status, { minLength: 1, maxLength: 3 })),
});
const scenarios = fc.tuple(steps(2), evaluations).map(([list, evaluate]) => complete(list, evaluate));

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("10,000 random scenarios at the door", () => {
  it("go through, and through JSON and back, unchanged", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(scenarios, (input) => {
        const before = JSON.stringify(input);
        const scenario = parseScenario(freeze(input));
        expect(JSON.stringify(input)).toBe(before);
        // Only deep equality by text and by value: the two catch different things (order of keys, undefined).
        const again = parseScenario(json(scenario));
        if (JSON.stringify(again) !== JSON.stringify(scenario)) expect(again).toEqual(scenario);
        expect(scenario.openParameters.length).toBe(Object.keys(input.parameters as object).length);
        for (const step of scenario.steps) seen.add(step.operator);
      }),
      { numRuns: 10_000 },
    );
    expect([...seen].sort()).toEqual(["add", "capTotalAt", "raiseTotalTo", "replace", "scale", "split"]);
  });

  const junk = fc.constantFrom<unknown>(
    null,
    undefined,
    25,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    true,
    "",
    "25",
    "1e999999",
    "-101%",
    "XXX",
    "27AB",
    "12345678901",
    "2025-02-30",
    [],
    [null],
    {},
    { __proto__: null, a: 1 },
    JSON.parse('{"__proto__":1}'),
    new Date(0),
    new Map(),
    Symbol("junk"),
    () => 1,
    "x".repeat(5000),
  );

  it("broken in one place, are refused by an error of ours, or are valid as they are", () => {
    let refused = 0;
    fc.assert(
      fc.property(scenarios, fc.nat(), fc.nat(3), junk, (input, where, how, what) => {
        const broken = structuredClone(input);
        const places: [Record<string, unknown>, string][] = [];
        const walk = (holder: unknown): void => {
          if (typeof holder !== "object" || holder === null) return;
          for (const key of Object.keys(holder)) {
            places.push([holder as Record<string, unknown>, key]);
            walk((holder as Record<string, unknown>)[key]);
          }
        };
        walk(broken);
        const [holder, key] = places[where % places.length] as [Record<string, unknown>, string];
        if (how === 0) delete holder[key];
        else if (how === 1) Object.defineProperty(holder, "bogus", { value: what, enumerable: true });
        else holder[key] = what;
        freeze(broken);
        try {
          const scenario = parseScenario(broken);
          expect(parseScenario(json(scenario))).toEqual(scenario);
        } catch (error) {
          if ((error as Error).name !== "TariffError") throw error;
          refused += 1;
          // The form of the error is looked at in one of twenty, because that takes longer than the refusal.
          if (refused % 20 === 0) refusal(() => parseScenario(broken));
        }
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThan(6000);
  });

  it("give a finite rate once they are closed, and the working ends with it", () => {
    const queries = fc.record({
      importer: fc.constantFrom(...economies),
      exporter: fc.constantFrom(...economies, "EU27"),
      product: fc.constantFrom("2709001000", "8703230010", "8503004500", "7208", "0101"),
      on: fc.oneof(days, fc.constant("any-date")),
      statuses: fc.constant("any-status"),
      base: fc.record(Object.fromEntries(authorities.map((name) => [name, rate]))),
    });
    let finer = 0;
    fc.assert(
      fc.property(scenarios, queries, rate, share, (input, asked, openRate, openShare) => {
        const open = parseScenario(input);
        const values = Object.fromEntries(
          Object.entries({ openRate, openShare }).filter(([name]) => open.openParameters.includes(name)),
        );
        const closed = requireClosed(bind(open, values as never) as Scenario<string>) as Policy<never>;
        const query = freeze(asked) as unknown as RateQuery;
        let rate: string;
        try {
          rate = appliedRate(closed, query).rate;
        } catch (error) {
          expect(["finer-than-baseline", "successive-rates"]).toContain((error as { code: string }).code);
          finer += 1;
          return;
        }
        expect(rate).toMatch(/^-?\d+(\.\d+)?%$/);
        expect(Number(rate.slice(0, -1))).toBeGreaterThanOrEqual(-100);
        const told = explainRate(closed, query);
        expect(told.rate).toBe(rate);
        expect(told.steps.findLast((step) => step.depth === 0)?.after ?? told.base).toBe(rate);
        const outer = told.steps.filter((step) => step.depth === 0);
        outer.forEach((step, index) => {
          expect(step.before).toBe(index === 0 ? told.base : outer[index - 1]?.after);
          if (step.outcome !== "applied") expect(step.after).toBe(step.before);
        });
        expect(outer.length).toBe((closed.steps as readonly Step[]).length);
      }),
      { numRuns: 3000 },
    );
    expect(finer).toBeLessThan(1500);
  });
});
