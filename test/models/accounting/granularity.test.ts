import { accounting, defineBaseline, partialEquilibrium, type Step } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { add, cap, fourFlows, raise, scenarioOf } from "../../support/steps.js";

const floor = raise("floor", { of: ["baseline", "floor"], rate: "15%", products: ["87"] });
/** Two lines of one chapter with duties of 0 and 20 %: a floor of 15 % charges one of them. */
const goods = (products: readonly [string, number, number][]) =>
  defineBaseline({
    ...fourFlows,
    id: "goods",
    flows: products.map(([product, customsValue, duties]) => ({
      importer: "USA",
      exporter: "CHN",
      product,
      customsValue: String(customsValue),
      duties: String(duties),
    })),
  } as never);
const lines = goods([
  ["87032301", 100, 0],
  ["87082901", 100, 20],
]);
const chapter = goods([["87", 200, 20]]);
const run = (baseline: typeof lines, ...steps: Step[]) =>
  accounting({ baseline, scenario: scenarioOf("s", ...steps) });

describe("a rule that is not in proportion to the value", () => {
  it("gives another number on lines than on their chapter, and the outcome says which data would answer", () => {
    expect(run(lines, floor).total.additionalDuties.amount).toBe("15");
    const coarse = run(chapter, floor);
    expect(coarse.total.additionalDuties.amount).toBe("10");
    expect(coarse.notes).toEqual([
      "Step floor: its floor is applied to the average duty of HS chapters (2 digits) in goods; on tariff lines (8 or 10 digits) it gives another number.",
    ]);
    expect(coarse.leavesOut.at(-1)).toContain("of floor are applied to average duties; data by tariff line");
    expect(run(lines, floor).notes).toEqual([]);
  });

  it("is told of ceilings and conditions too, in every model", () => {
    const ceiling = cap("ceiling", { of: ["baseline"], authority: "baseline", rate: "5%" });
    const condition = add("condition", { when: { authority: "baseline", above: "5%" } });
    const scenario = scenarioOf("s", ceiling, condition);
    const elasticities = {
      substitutionElasticity: 4,
      importDemandElasticity: -1,
      exportSupplyElasticity: "infinite",
    } as const;
    for (const { notes } of [
      accounting({ baseline: chapter, scenario: scenarioOf("s", condition, ceiling) }),
      partialEquilibrium({
        baseline: chapter,
        scenario: scenarioOf("s", condition, ceiling),
        assumptions: elasticities,
      }),
    ]) {
      expect(notes.map((note) => note.split(" is applied")[0])).toEqual([
        "Step condition: its condition",
        "Step ceiling: its ceiling",
      ]);
    }
    expect(accounting({ baseline: chapter, scenario }).notes.join(" ")).toContain("Step ceiling");
  });

  it("is not told where the rule looks at rates that are the same for all goods, or met no trade", () => {
    const uniform = cap("cap", { of: ["surcharge"], rate: "15%" });
    expect(run(chapter, add("a", { rate: "20%" }), uniform).notes).toEqual([]);
    expect(run(chapter, raise("other", { of: ["baseline", "floor"], products: ["27"] })).notes).toEqual([
      "Step other met no trade in goods.",
    ]);
  });
});
