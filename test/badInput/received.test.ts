import { januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { sectoralEquilibrium } from "tariff-whatif/sectors";
import { generalEquilibrium, ignatenko2025CompletePassThrough } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { refusal } from "../support/refusal.js";

const scenario = januaryScenarios.china10;

describe("an error that is passed on under the caller's paths", () => {
  it("shows what was received once, in the world and in the sectors", () => {
    const world = {
      parameters: ignatenko2025CompletePassThrough,
      revenueUse: "foo",
      deficits: "fixedToWorldIncome",
      weights: "none",
      source: "a test",
    };
    const { path, received } = refusal(() =>
      generalEquilibrium({ baseline: world2023, scenario, assumptions: world as never }),
    );
    expect([path, received]).toEqual(["assumptions.revenueUse", '"foo"']);
    const sectors = {
      figures: worldSectors2011,
      baselineTariffs: "none",
      deficits: "foo",
      weights: "baseline",
    };
    const other = refusal(() =>
      sectoralEquilibrium({ baseline: usImports2024, scenario, assumptions: sectors as never }),
    );
    expect([other.path, other.received]).toEqual(["assumptions.deficits", '"foo"']);
  });
});
