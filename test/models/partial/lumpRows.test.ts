import { describe, expect, it } from "vitest";
import { lumpRows } from "../../../src/models/partial/lumpRows.js";
import { readMarket } from "../../../src/models/partial/readMarket.js";

/** Steel from S, T and U by the factor 1.1, two of them from no duty; from V and W by none; each has a variety of home. */
const flows = {
  product: ["steel", "tin", "steel", "steel", "tin", "steel", "steel", "tin"],
  origin: ["S", "S", "T", "V", "T", "U", "W", "U"],
  customsValue: [3, 5, 7, 6, 0, 10, 2, 0],
  rateBefore: [0, 0.1, 0.25, 0, 0.1, 0, 0.5, 0.3],
  rateAfter: [0.1, 0.21, 0.375, 0, 0.1, 0.1, 0.5, 0.3],
};
const domestic = { product: ["tin", "steel"], expenditure: [40, 80] };
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 14));

describe("rows that meet one shock as one row", () => {
  it("have the sums of their values, duties and shares, and rates as their values weigh", () => {
    const market = readMarket(flows, domestic);
    const lumped = lumpRows(market, new Set());
    expect([...lumped.starts]).toEqual([0, 3, 6]);
    // Several flows, several, the variety of home; a flow of its own, several, the variety of home.
    expect([...lumped.rowOf]).toEqual([-2, -2, -1, 1, -2, -1]);
    expect([...lumped.value]).toEqual([20, 8, 80, 5, 0, 40]);
    expect([...lumped.duties]).toEqual(close([7 / 4, 1, 0, 0.5, 0, 0]));
    expect([...lumped.rateBefore]).toEqual(close([1.75 / 20, 1 / 8, 0, 0.1, 0.1, 0]));
    const change = (3 * 0.1 + 7 * 0.125 + 10 * 0.1) / 20;
    expect([...lumped.rateAfter]).toEqual(close([1.75 / 20 + change, 1 / 8, 0, 0.21, 0.1, 0]));
    expect([...lumped.logTariff]).toEqual(close([Math.log(1.1), 0, 0, Math.log(1.1), 0, 0]));
    const [steel, tin] = [80 + 28 + 2.75, 40 + 5.5];
    expect([...lumped.expenditure]).toEqual(close([steel, tin]));
    expect([...lumped.share]).toEqual(close([21.75 / steel, 9 / steel, 80 / steel, 5.5 / tin, 0, 40 / tin]));
    expect(lumped.products).toEqual(["steel", "tin"]);
  });

  it("but not those whose rates will change, which keep their own to the last digit", () => {
    const lumped = lumpRows(readMarket(flows, domestic), new Set([0, 5, 6, 4]));
    expect([...lumped.starts]).toEqual([0, 6, 10]);
    expect([...lumped.rowOf]).toEqual([0, 2, 3, 5, 6, -1, 1, 4, 7, -1]);
    expect([...lumped.value]).toEqual([3, 7, 6, 10, 2, 80, 5, 0, 0, 40]);
    // 3 x 0.1 / 3 would not be 0.1.
    expect(lumped.rateAfter[0]).toBe(0.1);
    expect([...lumped.rateBefore]).toEqual([0, 0.25, 0, 0, 0.5, 0, 0.1, 0.1, 0.3, 0]);
  });
});
