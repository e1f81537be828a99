import { accounting, bind, defineBaseline, defineScenario } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { freeze } from "../../support/freeze.js";
import { expectRefusal } from "../../support/refusal.js";
import { add, fourFlows, scenarioOf, smallBaseline } from "../../support/steps.js";

const scenario = scenarioOf("s", add("a"));

describe("what an outcome of accounting says of itself", () => {
  it("leaves out behaviour, what is not collected, and what comes back", () => {
    const { leavesOut, scope, assumptions } = accounting({ baseline: smallBaseline, scenario });
    expect(leavesOut).toEqual([
      expect.stringContaining("an upper bound on revenue"),
      expect.stringMatching(/Exemptions, drawback, evasion/),
      expect.stringMatching(/Retaliation, exchange rates/),
    ]);
    expect(scope).toBe("imports of the United States");
    expect(assumptions).toEqual([]);
  });

  it("has one row for each group of all trade, importers, exporters, chapters and sections", () => {
    const { byImporter, total, rows } = accounting({ baseline: smallBaseline, scenario });
    expect(byImporter).toEqual([{ ...total, key: "USA", name: "United States" }]);
    expect([...new Set(rows.map(({ dimension }) => dimension))]).toEqual([
      "all",
      "importer",
      "exporter",
      "chapter",
      "section",
    ]);
    expect(new Set(rows.map(({ name }) => name))).toContain("Mexico");
  });

  it("refuses what it was not given, by its place", () => {
    const place = { baseline: smallBaseline, scenario };
    expectRefusal(() => accounting({ ...place, baseline: {} as never }), "not-defined", "baseline");
    expectRefusal(() => accounting({ ...place, scenario: {} as never }), "not-defined", "scenario");
    expectRefusal(() => accounting({ ...place, elasticity: 1 } as never), "unknown-key", "elasticity");
    expectRefusal(() => accounting({ baseline: smallBaseline } as never), "missing-key", "scenario");
    expect(accounting({ ...place, assumptions: undefined }).rows).toEqual(accounting(place).rows);
    const bare = defineBaseline({
      ...fourFlows,
      flows: fourFlows.flows.map(({ duties: _, ...flow }) => flow),
    } as never);
    expectRefusal(() => accounting({ ...place, baseline: bare }).total, "no-duties", "baseline");
  });

  it("carries the values that were bound", () => {
    const open = defineScenario(
      freeze({
        id: "open",
        title: "open",
        evaluate: { on: "any-date", statuses: "any-status" },
        parameters: { rate: { kind: "rate", title: "the rate" } },
        steps: [add("a", { rate: { parameter: "rate" } as never })],
      }) as never,
    );
    const { assumptions } = accounting({
      baseline: smallBaseline,
      scenario: bind(open as never, { rate: "10%" } as never),
    });
    expect(assumptions).toHaveLength(1);
    expect(assumptions[0]).toMatchObject({ value: "10%" });
  });
});
