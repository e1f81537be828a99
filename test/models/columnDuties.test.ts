import fc from "fast-check";
import { accounting, defineBaseline, defineScenario, type FlowInput } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { plusScaled, readScaled, writeScaledText } from "../../src/exact/scaled.js";
import { additionalDuties } from "../../src/models/additionalByGroup.js";
import { columnDuties } from "../../src/models/columnDuties.js";
import { dutiesByForm } from "../../src/models/dutiesByForm.js";
import { flowDuties } from "../../src/models/flowDuties.js";
import { add } from "../support/steps.js";

/** Steps of every kind, on the duties of the baseline and on one another. */
const authorities = ["baseline", "a", "b"] as const;
const rate = fc.integer({ min: -20, max: 60 }).map((percent) => `${percent}.5%`);
const share = fc.integer({ min: 0, max: 100 }).map((percent) => String(percent / 100));
const scope = {
  exporters: fc.constantFrom("all", ["CHN"], { allBut: ["CHN"] }, ["MEX", "CAN"]),
  products: fc.constantFrom("all", ["72"], ["8703", "7208"], { allBut: ["8703"] }),
};
const of = fc.subarray([...authorities], { minLength: 1 });
const byProduct = rate.map((given) => ({ byProduct: { "72": given, "8703": "3%" } }));
const operator = (depth: number): fc.Arbitrary<object> => {
  const plain = [
    fc.record({
      operator: fc.constant("add"),
      authority: fc.constantFrom("a", "b"),
      rate: fc.oneof(rate, byProduct),
    }),
    fc.record({ operator: fc.constant("replace"), authority: fc.constantFrom("a", "b"), of, rate }),
    fc.record({ operator: fc.constant("raiseTotalTo"), authority: fc.constantFrom("a", "b"), of, rate }),
    of.chain((list) =>
      fc.record({
        operator: fc.constant("capTotalAt"),
        authority: fc.constantFrom(...list),
        of: fc.constant(list),
        rate,
      }),
    ),
    fc.record({ operator: fc.constant("scale"), of, share }),
  ];
  if (depth === 0) return fc.oneof(...plain);
  const inner = fc.array(step(depth - 1), { maxLength: 2 });
  return fc.oneof(...plain, fc.record({ operator: fc.constant("split"), share, first: inner, rest: inner }));
};
let id = 0;
const step = (depth: number): fc.Arbitrary<object> =>
  fc
    .record({
      ...scope,
      body: operator(depth),
      when: fc.option(fc.record({ authority: fc.constantFrom(...authorities), above: rate }), {
        nil: undefined,
      }),
    })
    .map(({ body, when, ...rest }) => {
      const {
        authority: _a,
        rate: _r,
        operator: _o,
        ...common
      } = add(`s${++id}`, {}) as unknown as Record<string, unknown>;
      return { ...common, ...rest, ...body, ...(when === undefined ? {} : { when }) };
    });

const lines: readonly FlowInput[] = ["CHN", "MEX", "CAN"].flatMap((exporter, at) =>
  ["7208", "7326", "8703", "0101"].flatMap((product, row) => ({
    importer: "USA",
    exporter: exporter as "CHN",
    product,
    customsValue: String(1000.25 * (at + 1) * (row + 3)) as "1",
    duties: String([0, 25.5, 100, 3000][(at + row) % 4]) as "1",
  })),
);
const baseline = defineBaseline({
  ...{ id: "own", title: "own", year: 2024, currency: "USD", priceYear: 2024, flows: lines },
  sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
});

/** What a fold over each line gives, or the code of its error. */
const outcome = <T>(run: () => T) => {
  try {
    return run();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("duties in columns", () => {
  it("are those of the fold over each line, exactly, for any policy", () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(step(2), { minLength: 1, maxLength: 5 }), (steps) => {
        const scenario = outcome(() =>
          defineScenario({
            id: "s",
            title: "s",
            steps,
            evaluate: { on: "2025-06-01", statuses: "any-status" },
          } as never),
        );
        if (typeof scenario === "string") return;
        const byLine = outcome(() => {
          const { changed, idle } = flowDuties(baseline, scenario);
          return { changed, idle };
        });
        const inColumns = outcome(() => {
          expect(columnDuties(baseline, scenario)).toBeDefined();
          return additionalDuties(baseline, scenario);
        });
        if (typeof byLine === "string" || typeof inColumns === "string") {
          expect(inColumns).toBe(byLine);
          return;
        }
        const each = Int32Array.from({ length: lines.length }, (_, line) => line);
        const additional = inColumns.byGroup(each, lines.length);
        lines.forEach((line, at) => {
          const after = byLine.changed.get(at)?.toFixed() ?? line.duties;
          const extra = additional.get(at);
          const own =
            extra === undefined
              ? line.duties
              : writeScaledText(plusScaled(extra, readScaled(line.duties as string)));
          expect(own).toBe(after);
        });
        expect([...inColumns.idle]).toEqual([...byLine.idle]);
        const written = (changed: ReadonlyMap<number, { toFixed(): string }>) =>
          [...changed].map(([at, duty]) => [at, duty.toFixed()]).sort();
        expect(written(dutiesByForm(baseline, scenario).changed)).toEqual(written(byLine.changed));
        const some = [0, 5, 11];
        expect(written(dutiesByForm(baseline, scenario, some).changed)).toEqual(
          written(flowDuties(baseline, scenario, some).changed),
        );
        compared++;
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("are found for some lines though another, which is passed over, has no meaning", () => {
    const scenario = defineScenario({
      ...{ id: "s", title: "s", evaluate: { on: "any-date", statuses: "any-status" } },
      steps: [
        add("a", { rate: "50%" }),
        add("b", { exporters: ["CHN"], rate: "-100%" }),
        add("c", { exporters: ["CHN"], rate: "-100%" }),
      ],
    } as never);
    expect(outcome(() => dutiesByForm(baseline, scenario))).toBe("rate-below-minus-100");
    // Of Mexico, on 7208: twice 1,000.25 by three, and half of it more than the 25.50 of before.
    const { changed } = dutiesByForm(baseline, scenario, [4]);
    expect([...changed].map(([at, duty]) => [at, duty.toFixed()])).toEqual([[4, "3026.25"]]);
  });

  it("give rows by heading and by tariff line that add up", () => {
    const scenario = defineScenario({
      ...{ id: "s", title: "s", steps: [add("a", { exporters: ["CHN"] })] },
      evaluate: { on: "any-date", statuses: "any-status" },
    } as never);
    const { total, byPartner } = accounting({ baseline, scenario });
    const sum = byPartner.reduce((added, row) => added + Number(row.additionalDuties.amount), 0);
    expect(sum).toBe(Number(total.additionalDuties.amount));
  });
});
