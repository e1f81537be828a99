import { accounting, defineScenario, partialEquilibrium, type Scenario, type Step } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { world2023 } from "tariff-whatif/data/world-2023";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { consumerPrices } from "tariff-whatif/prices";
import { sectoralEquilibrium } from "tariff-whatif/sectors";
import { generalEquilibrium, ignatenko2025EatonKortum } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { add, raise, scenarioOf, split } from "../support/steps.js";

const baseline = usImports2024;
/** What each model says of a scenario on the same trade. */
const models: Readonly<Record<string, (scenario: Scenario) => ReturnType<typeof accounting>>> = {
  accounting: (scenario) => accounting({ baseline, scenario }),
  partial: (scenario) =>
    partialEquilibrium({
      baseline,
      scenario,
      assumptions: {
        substitutionElasticity: 2,
        importDemandElasticity: -1,
        exportSupplyElasticity: "infinite",
      },
    }) as never,
  prices: (scenario) =>
    consumerPrices({
      baseline,
      scenario,
      assumptions: {
        tables: usPrices2023,
        margins: "dollars",
        passThrough: { border: 1, wholesale: 1, retail: 1, source: "a test" },
        domesticFollowers: { share: 0, source: "a test" },
        substitution: "none",
      },
    }) as never,
  world: (scenario) =>
    generalEquilibrium({
      baseline: world2023,
      scenario,
      assumptions: {
        parameters: ignatenko2025EatonKortum,
        revenueUse: "lumpSumRebate",
        deficits: "fixedToWorldIncome",
        weights: baseline,
      },
    }) as never,
  sectors: (scenario) =>
    sectoralEquilibrium({
      baseline,
      scenario,
      assumptions: {
        figures: worldSectors2011,
        baselineTariffs: "none",
        deficits: "ofTheData",
        weights: "baseline",
      },
    }) as never,
};
const china = { exporters: ["CHN"] } as const;
const winter = { seasons: [{ from: "12-01", to: "03-31" }] } as const;
const year = { over: { from: "2025-01-01", to: "2025-12-31" } };

const asked = (evaluate: object, ...steps: Step[]): Scenario =>
  defineScenario({ id: "s", title: "s", evaluate: { statuses: "any-status", ...evaluate }, steps } as never);

describe.each(Object.entries(models))("%s", (_, run) => {
  it("says that a season, a spell and a step inside a split count for a whole year", () => {
    const steps = [
      add("season", { ...china, dates: winter }),
      add("spells", {
        ...china,
        dates: {
          spells: [
            { from: "2025-01-01", to: "2025-01-10" },
            { from: "2025-12-01", to: "2025-12-20" },
          ],
        },
      }),
      split("half", {
        ...china,
        dates: { effective: "2025-01-01" },
        first: [add("inner", { ...china, dates: { effective: "2025-12-15", expires: "2025-12-16" } })],
      }),
    ] as Step[];
    const { notes, measures } = run(asked({ on: "2025-12-15" }, ...steps));
    const lengths = notes.flatMap(
      (note) => note.match(/Step (\w+) is in force for (.*), but counts/)?.slice(1) ?? [],
    );
    expect(lengths).toEqual([
      "season",
      "121 days of every year (12-01 to 03-31)",
      "spells",
      "30 days (2025-01-01 to 2025-01-10, 2025-12-01 to 2025-12-20)",
      "inner",
      "2 days (2025-12-15 to 2025-12-16)",
    ]);
    expect(measures.map(({ daysInForce }) => daysInForce)).toEqual([null, 30, null]);
  });

  it("says that rates which follow one another are added up where no date is asked for", () => {
    const at = (id: string, effective: string, expires?: string) =>
      add(id, { ...china, dates: { effective, ...(expires && { expires }) } as never });
    const steps = [
      at("first", "2025-02-04", "2025-03-03"),
      at("second", "2025-03-04", "2025-04-08"),
      at("third", "2025-04-09"),
      add("elsewhere", { exporters: ["MEX"], dates: { effective: "2025-05-01" } }),
      add("other", { ...china, authority: "other", dates: { effective: "2025-05-01" } }),
    ];
    const said = (on: string) =>
      run(asked({ on }, ...steps)).notes.filter((note) => note.includes("added up"));
    expect(said("any-date")).toEqual([
      expect.stringMatching(/^Steps first, second, third charge the same goods one after another/),
    ]);
    expect(said("2025-06-01")).toEqual([]);
  });

  it("counts the days of a period that are in a season and in a spell", () => {
    const { measures } = run(
      asked(
        year,
        add("season", { ...china, dates: winter }),
        add("dated", { ...china, dates: { effective: "2025-03-01", ...winter } }),
        add("spells", { ...china, dates: { spells: [{ from: "2024-12-01", to: "2025-01-10" }] } }),
        add("later", { ...china, dates: { effective: "2026-01-01" } }),
      ),
    );
    // January to March and December; March and December; the first ten days.
    expect(measures.map(({ daysInForce }) => daysInForce)).toEqual([121, 62, 10, 0]);
  });

  it("names the steps that are not in force, and does not say that they count", () => {
    const { notes } = run(
      asked(
        { on: "2025-06-01" },
        add("over", { ...china, dates: { effective: "2025-02-01", expires: "2025-03-01" } }),
        add("winter", { ...china, dates: winter }),
        add("gap", {
          ...china,
          dates: { spells: [{ from: "2025-01-01", to: "2025-02-01" }, { from: "2025-07-01" }] },
        }),
        add("now", { ...china, dates: { effective: "2025-01-01" } }),
      ),
    );
    const said = notes.filter((note) => note.startsWith("Step "));
    expect(said).toEqual([
      "Step over is no longer in force on 2025-06-01.",
      "Step winter is out of season, so it is not in force on 2025-06-01.",
      "Step gap is between two spells, so it is not in force on 2025-06-01.",
    ]);
  });

  it("says that a floor, and what is worked out from it, is applied to averages", () => {
    const floor = raise("floor", { ...china, of: ["baseline", "floor"], rate: "15%" });
    const onFloor = add("onFloor", { ...china, when: { authority: "floor", above: "5%" } });
    const { rate: _, ...least } = add("least", {
      ...china,
      authority: "other",
      base: [{ chargeOf: "baseline" }],
    });
    const { notes, leavesOut } = run(
      scenarioOf("s", floor, onFloor, { ...least, duty: { sum: ["200%"], least: ["3%"] } } as Step),
    );
    const said = notes.flatMap((note) => note.match(/Step \w+: its .* is applied to the average duty/) ?? []);
    expect(said.map((note) => note.slice(0, -" is applied to the average duty".length))).toEqual([
      "Step floor: its floor",
      "Step onFloor: its condition",
      "Step least: its least or greatest duty",
    ]);
    expect(leavesOut.join(" ")).toContain("of floor, onFloor, least are applied to average duties");
  });
});
