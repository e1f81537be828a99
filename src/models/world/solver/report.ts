import type { World } from "../calibration/World.js";
import type { WorldCore } from "./core.js";
import type { Shock } from "./Shock.js";
import type { DeficitRule, EconomyOutcome, WorldOutcome } from "./WorldOutcome.js";
import type { Workspace } from "./workspace.js";

const leavesOut: readonly string[] = Object.freeze([
  "tariffs in the baseline: every tariff is a change from free trade",
  "sectors and products: one composite good",
  "time: only the new equilibrium, not the way there",
  "investment, saving and exchange-rate dynamics: transfers follow the rule given",
]);

/** Welfare of economy i relative to the baseline, from the solution in the workspace. */
export function welfareRatio(core: WorldCore, shock: Shock, space: Workspace, i: number): number {
  const { labourSupplyElasticity } = core;
  const earned = space.labourIncome[i]!;
  const before = core.income[i]! + core.transfer[i]!;
  const after = space.revenue[i]! + earned + shock.transfer[i]! * space.worldGrowth;
  const relieved = shock.relief ? space.revenue[i]! / earned : 0;
  const weight =
    before /
    (before - (labourSupplyElasticity * (1 - relieved) * core.income[i]!) / (1 + labourSupplyElasticity));
  const realIncome = earned / core.income[i]! / space.price[i]!;
  return (weight * (after / before)) / space.price[i]! + (1 - weight) * realIncome;
}

/** The outcome of the solution in the workspace, after `account`, as plain frozen values. */
export function report(
  world: World,
  core: WorldCore,
  shock: Shock,
  space: Workspace,
  tolerance: number,
  deficits: DeficitRule,
): WorldOutcome {
  const economies: EconomyOutcome[] = [];
  let tradeBefore = 0;
  let tradeAfter = 0;
  for (let i = 0; i < core.n; i++) {
    const before = { exports: core.exports[i]!, imports: core.imports[i]! };
    const exports = space.exports[i]!;
    const imports = space.imports[i]!;
    const gap = before.imports - before.exports;
    const income = space.labourIncome[i]!;
    const growth = income / core.income[i]!;
    tradeBefore += before.exports;
    tradeAfter += exports;
    const balanced = Math.abs(gap) <= 1e-12 * (before.imports + before.exports);
    economies.push(
      Object.freeze({
        economy: world.economies[i]!,
        welfarePercent: 100 * (welfareRatio(core, shock, space, i) - 1),
        realWagePercent: 100 * (space.wage[i]! / space.price[i]! - 1),
        wagePercent: 100 * (space.wage[i]! - 1),
        priceIndexPercent: 100 * (space.price[i]! - 1),
        employmentPercent: 100 * (space.employment[i]! - 1),
        ...(balanced ? {} : { deficitPercent: (100 * (imports - exports - gap)) / Math.abs(gap) }),
        exportsOverGdpPercent: before.exports > 0 ? 100 * (exports / before.exports / growth - 1) : 0,
        importsOverGdpPercent: before.imports > 0 ? 100 * (imports / before.imports / growth - 1) : 0,
        tariffRevenueShare: space.revenue[i]! / core.expenditure[i]!,
        levels: Object.freeze({
          expenditure: core.expenditure[i]! * space.expenditure[i]!,
          income,
          exports,
          imports,
          deficit: imports - exports,
          tariffRevenue: space.revenue[i]!,
        }),
      }),
    );
  }
  return {
    economies: Object.freeze(economies),
    ratios: Object.freeze({
      wage: Object.freeze(Array.from(space.wage)),
      expenditure: Object.freeze(Array.from(space.expenditure)),
      employment: Object.freeze(Array.from(space.employment)),
      price: Object.freeze(Array.from(space.price)),
    }),
    worldTradePercent: tradeBefore > 0 ? 100 * (tradeAfter / tradeBefore - 1) : 0,
    residual: space.residual,
    tolerance,
    converged: space.residual <= Math.max(tolerance, acceptable),
    iterations: space.iterations,
    passes: Math.ceil(space.passes),
    ownTradeSetToZero: world.ownTradeSetToZero,
    revenueUse: shock.relief ? "incomeTaxRelief" : "lumpSumRebate",
    deficits,
    leavesOut,
  };
}

/** A residual above this is an error unless the caller asked for a coarser tolerance. */
export const acceptable = 1e-9;
