import { type GsimResult, gsimLinear } from "tariff-whatif/formulas";
import { describe, expect, it } from "vitest";
import { expectClose } from "../support/expectClose.js";
import { readSharedJson } from "../support/sharedCases.js";

type Matrix = number[][];

interface GsimCase {
  inputs: {
    regions: string[];
    trade_exporter_by_importer: Matrix;
    T0: Matrix;
    Em: number[];
    Ex: number[];
    Es: number[];
  };
  scenarios: { US_EU_FTA: Record<string, number[] | Matrix> };
}

const rates = (powers: Matrix) => powers.map((row) => row.map((power) => power - 1));

describe("GSIM 4x4 beside a linear solve of the same model", () => {
  const { inputs, scenarios } = readSharedJson<GsimCase>("cases/partial/gsim-4x4.json");
  const wanted = scenarios.US_EU_FTA;
  const result = gsimLinear({
    regions: inputs.regions,
    trade: inputs.trade_exporter_by_importer,
    rateBefore: rates(inputs.T0),
    rateAfter: rates(wanted.T1 as Matrix),
    importDemandElasticity: inputs.Em,
    exportSupplyElasticity: inputs.Ex,
    substitutionElasticity: inputs.Es,
  });

  const vectors: Record<string, keyof GsimResult["regions"][number]> = {
    world_price_change: "worldPriceChange",
    output_change_supply: "outputChange",
    composite_price_change: "compositePriceChange",
    tariff_revenue_change: "tariffRevenueChange",
    consumer_surplus_change: "consumerSurplusChange",
    producer_surplus_change: "producerSurplusChange",
    net_welfare: "welfareChange",
  };
  const matrices = {
    quantity_change_pct: result.quantityChange,
    internal_price_change: result.internalPriceChange,
    M1: result.tradeAfter,
  };

  it("covers every output of the case", () => {
    const known = [...Object.keys(vectors), ...Object.keys(matrices), "T1", "excess_demand_residual"];
    expect(Object.keys(wanted).sort()).toEqual(known.sort());
    expect(result.solver.residual).toBeLessThan(1e-15);
  });

  describe("vectors", () => {
    it.each(Object.entries(vectors))("%s", (key, ours) => {
      (wanted[key] as number[]).forEach((value, r) => {
        expectClose(result.regions[r]![ours] as number, value, 1e-9, 0, `${key}[${r}]`);
      });
    });
  });

  describe("matrices", () => {
    it.each(Object.entries(matrices))("%s", (key, ours) => {
      (wanted[key] as Matrix).forEach((row, r) => {
        row.forEach((value, v) => {
          expectClose(ours[r]![v]!, value, 1e-9, 0, `${key}[${r}][${v}]`);
        });
      });
    });
  });
});
