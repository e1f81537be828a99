import {
  appliedRate,
  bind,
  combineScenarios,
  defineScenario,
  overlayScenario,
  renameScenario,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";

const of = (id: string, covers: { from: string; to?: string } | undefined, rate = "10%") =>
  defineScenario({
    id,
    title: id,
    steps: [
      {
        id,
        title: id,
        operator: "add",
        authority: id,
        rate,
        importers: ["USA"],
        exporters: "all",
        products: "all",
        dates: { effective: "2020-01-01" },
        status: "in-force",
        source: { title: "assumption" },
      },
    ],
    evaluate: { on: "2025-06-01", statuses: ["in-force"] },
    ...(covers && { covers }),
  } as never) as never;
const combine = (...scenarios: never[]) => combineScenarios({ id: "both", title: "both", scenarios });
const overlay = (base: never, changes: never) =>
  overlayScenario({ id: "over", title: "over", base, changes });

describe("the days for which scenarios put together answer", () => {
  it.each([
    [undefined, undefined, undefined],
    [{ from: "2025-01-01" }, undefined, { from: "2025-01-01" }],
    [undefined, { from: "2025-01-01", to: "2025-12-31" }, { from: "2025-01-01", to: "2025-12-31" }],
    [{ from: "2025-01-01" }, { from: "2025-03-01" }, { from: "2025-03-01" }],
    [
      { from: "2025-01-01", to: "2025-06-30" },
      { from: "2025-03-01" },
      { from: "2025-03-01", to: "2025-06-30" },
    ],
    [
      { from: "2025-05-01", to: "2025-12-31" },
      { from: "2025-01-01", to: "2025-07-31" },
      { from: "2025-05-01", to: "2025-07-31" },
    ],
  ])("%j and %j: %j", (left, right, expected) => {
    const [one, two] = [of("one", left), of("two", right)];
    for (const put of [combine(one, two), overlay(one, two)])
      expect((put as { covers?: unknown }).covers).toEqual(expected);
  });

  it("are the days a question may ask for", () => {
    const both = combine(
      of("one", { from: "2025-01-01", to: "2025-06-30" }),
      of("two", { from: "2025-03-01" }),
    );
    const ask = (on: string) =>
      appliedRate(
        both as never,
        {
          importer: "USA",
          exporter: "CHN",
          product: "01",
          on,
          statuses: ["in-force"],
          base: {},
        } as never,
      ).rate;
    expect(ask("2025-03-01")).toBe("20%");
    expect(errorOf(() => ask("2025-02-28"))).toMatchObject({ code: "outside-period" });
    expect(errorOf(() => ask("2025-07-01"))).toMatchObject({ code: "outside-period" });
  });

  it("are refused where there are none", () => {
    const [early, late] = [
      of("one", { from: "2024-01-01", to: "2024-12-31" }),
      of("two", { from: "2025-01-01" }),
    ];
    expect(errorOf(() => combine(early, late))).toMatchObject({ code: "outside-period", path: "scenarios" });
    expect(errorOf(() => overlay(early, late))).toMatchObject({
      code: "outside-period",
      path: "changes.covers",
    });
  });

  it("stay through a new name and through bind", () => {
    const covers = { from: "2025-01-01", to: "2025-12-31" };
    expect(
      (renameScenario(of("one", covers), { id: "other", title: "other" }) as { covers?: unknown }).covers,
    ).toEqual(covers);
    expect((bind(of("one", covers), {}) as { covers?: unknown }).covers).toEqual(covers);
  });
});
