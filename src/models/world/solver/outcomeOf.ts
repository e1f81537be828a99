import { requireFiniteOutput } from "../../../internal/requireFiniteOutput.js";
import type { World } from "../calibration/World.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import { leavesOut } from "./leavesOut.js";
import type { Closure } from "./readClosure.js";
import type { Shock } from "./Shock.js";
import type { Solution } from "./Solution.js";
import { acceptable, whereItEnds } from "./solveScenario.js";
import type { EconomyOutcome, WorldOutcome } from "./WorldOutcome.js";
import { requireWelfare, welfareTerms } from "./welfare.js";

/** The outcome of a solution as plain values, frozen but for the outermost. */
export function outcomeOf(
  world: World,
  arrays: WorldArrays,
  shock: Shock,
  closure: Closure,
  solution: Solution,
): WorldOutcome {
  const economies: EconomyOutcome[] = [];
  let tradeBefore = 0;
  let tradeAfter = 0;
  for (let i = 0; i < arrays.n; i++) {
    tradeBefore += arrays.exports[i]!;
    tradeAfter += solution.exports[i]!;
    economies.push(economyOutcome(arrays, shock, solution, i));
  }
  const { residual, residuals, iterations, passes, at } = solution;
  const { tolerance, deficits } = closure;
  const converged = residual <= Math.max(tolerance, acceptable);
  const hasEnded = at.transfers + at.tariffs < 2;
  return {
    economies: Object.freeze(economies),
    ratios: Object.freeze({
      wage: Object.freeze(Array.from(solution.wage)),
      expenditure: Object.freeze(Array.from(solution.expenditure)),
      employment: Object.freeze(Array.from(solution.employment)),
      price: Object.freeze(Array.from(solution.price)),
    }),
    worldTradePercent: requireFiniteOutput(
      tradeBefore > 0 ? 100 * (tradeAfter / tradeBefore - 1) : 0,
      "worldTradePercent",
      tooLarge,
    ),
    residual,
    residuals: Object.freeze({ ...residuals }),
    tolerance,
    converged,
    iterations,
    passes: Math.ceil(passes),
    ownTradeSetToZero: world.ownTradeSetToZero,
    revenueUse: shock.relief ? "incomeTaxRelief" : "lumpSumRebate",
    deficits,
    leavesOut,
    notes: Object.freeze([
      ...(hasEnded ? [whereItEnds(arrays, shock, solution, { at, another: false })] : []),
      ...(converged || hasEnded
        ? []
        : [
            `This is no equilibrium: its equations are missed by up to ${residual.toExponential(1)}, where ${Math.max(tolerance, acceptable).toExponential(0)} was asked for.`,
          ]),
      ...uniquenessNotes(world),
    ]),
  };
}

/** What is to be said where returns to scale are so strong that several equilibria may exist. */
function uniquenessNotes({ parameters }: World): readonly string[] {
  const { scaleElasticity, tradeElasticity } = parameters;
  if (scaleElasticity * tradeElasticity < 1) return [];
  return [
    `The equilibrium may not be the only one: the scale elasticity ${scaleElasticity} is not below 1 / ${tradeElasticity}. This one was followed from the baseline; its residual shows that it is one.`,
  ];
}

function economyOutcome(arrays: WorldArrays, shock: Shock, solution: Solution, i: number): EconomyOutcome {
  const before = { exports: arrays.exports[i]!, imports: arrays.imports[i]! };
  const [exports, imports, income] = [solution.exports[i]!, solution.imports[i]!, solution.labourIncome[i]!];
  const gap = before.imports - before.exports;
  const growth = income / arrays.income[i]!;
  const balanced = Math.abs(gap) <= 1e-12 * (before.imports + before.exports);
  const welfare = requireWelfare(arrays, i, welfareTerms(arrays, shock, solution, i));
  const outcome = {
    economy: arrays.economies[i]!,
    welfarePercent: 100 * (welfare - 1),
    realWagePercent: 100 * (solution.wage[i]! / solution.price[i]! - 1),
    wagePercent: 100 * (solution.wage[i]! - 1),
    priceIndexPercent: 100 * (solution.price[i]! - 1),
    employmentPercent: 100 * (solution.employment[i]! - 1),
    ...(balanced ? {} : { deficitPercent: (100 * (imports - exports - gap)) / Math.abs(gap) }),
    exportsOverGdpPercent: before.exports > 0 ? 100 * (exports / before.exports / growth - 1) : 0,
    importsOverGdpPercent: before.imports > 0 ? 100 * (imports / before.imports / growth - 1) : 0,
    tariffRevenueShare: solution.revenue[i]! / arrays.expenditure[i]!,
    levels: Object.freeze({
      expenditure: arrays.expenditure[i]! * solution.expenditure[i]!,
      income,
      exports,
      imports,
      deficit: imports - exports,
      tariffRevenue: solution.revenue[i]!,
    }),
  };
  // One sum tells whether any number in it is not finite; which one, only an error needs to know.
  if (!Number.isFinite(sumOf(outcome))) requireFiniteOutput(outcome, `economies[${i}]`, tooLarge);
  return Object.freeze(outcome);
}

const tooLarge =
  "The solution is too large for float64 in places; change the unit of the data or lower the tariffs.";

const sumOf = (each: EconomyOutcome): number =>
  each.welfarePercent +
  each.realWagePercent +
  each.wagePercent +
  each.priceIndexPercent +
  each.employmentPercent +
  (each.deficitPercent ?? 0) +
  each.exportsOverGdpPercent +
  each.importsOverGdpPercent +
  each.tariffRevenueShare +
  each.levels.expenditure +
  each.levels.income +
  each.levels.deficit +
  each.levels.tariffRevenue;
