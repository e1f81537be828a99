import {
  calibrateWorld,
  ignatenko2025CompletePassThrough,
  ignatenko2025EatonKortum,
  ignatenko2025InputOutput,
  recalibrateWorld,
  reciprocalTariffs,
  type WorldTariffs,
  worldEquilibrium,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { hasWorld194, readCase, readFive, readWorld194 } from "./world194Data.js";

// A transcription of the authors' program, equal to their own 15-digit output to 3e-11.
const absent = hasWorld194 ? "" : " (SKIPPED: ../shared/cases/world-194 is absent)";
const farApart = (a: readonly number[], b: readonly number[]) =>
  Math.max(
    ...a.map((value, i) => Math.abs(value - (b[i] as number)) / Math.max(1, Math.abs(b[i] as number))),
  );

describe.skipIf(!hasWorld194)(`194 economies${absent}`, () => {
  const { usTariffs, ...data } = hasWorld194 ? readWorld194() : ({} as ReturnType<typeof readWorld194>);
  const main = () => calibrateWorld({ ...data, parameters: ignatenko2025CompletePassThrough });

  it("calibrates to the same shares, own trade, expenditure, income and transfers", () => {
    const world = main();
    const rows = readCase("calibrated");
    expect(world.ownTradeSetToZero).toEqual(["GMB", "MHL"]);
    const column = (k: number) => rows.map((row) => row[k] as number);
    expect(farApart(world.marketingShare, column(0))).toBeLessThan(1e-13);
    expect(
      farApart(
        world.trade.map((row, i) => row[i] as number),
        column(1),
      ),
    ).toBeLessThan(1e-10);
    expect(farApart(world.expenditure, column(2))).toBeLessThan(1e-10);
    expect(farApart(world.income, column(3))).toBeLessThan(1e-10);
    expect(farApart(world.transfer, column(4))).toBeLessThan(1e-10);
  });

  const relief = "incomeTaxRelief" as const;
  it.each([
    ["s1_ustr_income_tax_relief", relief, "main", "none"],
    ["s8_ustr_lump_sum", "lumpSumRebate" as const, "main", "none"],
    ["s3_ustr_eaton_kortum", relief, "Eaton-Kortum", "none"],
    ["s6_ustr_reciprocal_retaliation", relief, "main", "reciprocal"],
  ])("%s: all results of all economies", (file, revenueUse, model, answer) => {
    const world = model === "main" ? main() : recalibrateWorld(main(), ignatenko2025EatonKortum);
    const tariffs: WorldTariffs =
      answer === "none" ? usTariffs : reciprocalTariffs(world, { tariffs: usTariffs, aggressor: "USA" });
    const result = worldEquilibrium(world, { tariffs, revenueUse, deficits: "fixedToWorldIncome" });
    expect(result.residual).toBeLessThan(1e-12);
    expect(result.ownTradeSetToZero).toEqual(["GMB", "MHL"]);
    const rows = readCase(file);
    result.economies.forEach((economy, i) => {
      const row = rows[i] as number[];
      const within = (value: number, k: number, bound: number) =>
        expect(Math.abs(value - (row[k] as number)), `${economy.economy} column ${k}`).toBeLessThan(bound);
      within(economy.welfarePercent, 0, 1e-8);
      within(economy.exportsOverGdpPercent, 2, 1e-6);
      within(economy.importsOverGdpPercent, 3, 1e-6);
      within(economy.employmentPercent, 4, 1e-8);
      within(economy.priceIndexPercent, 5, 1e-8);
      within(economy.tariffRevenueShare, 6, 1e-8);
      within(economy.deficitPercent as number, 1, 1e-5 * Math.max(1, Math.abs(row[1] as number)));
    });
  });

  it("solves the world with input-output links", () => {
    const world = calibrateWorld({ ...data, parameters: ignatenko2025InputOutput });
    const scenario = { tariffs: usTariffs, revenueUse: relief, deficits: "fixedToWorldIncome" } as const;
    expect(worldEquilibrium(world, scenario).residual).toBeLessThan(1e-12);
  });
});

describe("five economies", () => {
  it.each(["us_tariff_income_tax_relief", "reciprocal_retaliation", "us_tariff_lump_sum", "io_us_tariff"])(
    "%s: calibration, solution and results",
    (name) => {
      const five = readFive();
      const expected = five.scenarios[name];
      const linked = name.startsWith("io");
      const world = calibrateWorld({
        economies: five.regions,
        exports: five.trade_kUSD_no_domestic,
        gdp: five.gdp_kUSD,
        parameters: {
          ...(linked ? ignatenko2025InputOutput : ignatenko2025CompletePassThrough),
          marketingCosts: five.nu,
        },
      });
      expect(farApart(world.tariffExponent, five.params.phi)).toBeLessThan(1e-12);
      if (!linked) expect(farApart(world.trade.flat(), five.calibrated.X.flat())).toBeLessThan(1e-12);
      const [e, y, t] = linked
        ? [expected.E_io, expected.Y_io, expected.T_io]
        : [five.calibrated.E, five.calibrated.Y, five.calibrated.T];
      expect(farApart(world.expenditure, e)).toBeLessThan(1e-12);
      expect(farApart(world.income, y)).toBeLessThan(1e-12);
      expect(farApart(world.transfer, t)).toBeLessThan(1e-9);
      const result = worldEquilibrium(world, {
        tariffs: expected.t,
        revenueUse: name.includes("lump_sum") ? "lumpSumRebate" : "incomeTaxRelief",
        deficits: "fixedToWorldIncome",
      });
      expect(result.residual).toBeLessThan(1e-12);
      expect(farApart(result.ratios.wage, expected.w)).toBeLessThan(1e-9);
      expect(farApart(result.ratios.expenditure, expected.E_hat)).toBeLessThan(1e-9);
      expect(farApart(result.ratios.employment, expected.L)).toBeLessThan(1e-9);
      expect(farApart(result.ratios.price, expected.P)).toBeLessThan(1e-9);
      const columns = result.economies.map((economy) => [
        economy.welfarePercent,
        economy.deficitPercent as number,
        economy.exportsOverGdpPercent,
        economy.importsOverGdpPercent,
        economy.employmentPercent,
        economy.priceIndexPercent,
        economy.tariffRevenueShare,
      ]);
      expect(farApart(columns.flat(), expected.results.flat())).toBeLessThan(1e-9);
    },
  );
});
