import type { SectorCore } from "./core.js";
import { imply } from "./imply.js";
import type { SectorSpace } from "./space.js";

/**
 * The largest gap over all equations at the solution, the redundant ones included, as a share of what each equation is
 * about: prices, spending, labour, budgets, trade balances, and the numéraire. Leaves the values of the solution in
 * `space`.
 */
export function residualOf(core: SectorCore, space: SectorSpace): number {
  const { n, s, valueAdded, deficit, links } = core;
  const { point, sales, revenue, implied, netShare, spending } = space;
  const { state } = point;
  imply(core, space, state);
  let largest = 0;
  const tell = (gap: number): void => {
    if (!(Math.abs(gap) <= largest)) largest = Math.abs(gap);
  };
  let world = 0;
  for (let i = 0; i < n; i++) {
    const earned = valueAdded[i]! * Math.exp(state[i]!);
    const income = earned + revenue[i]! + deficit[i]!;
    world += earned;
    tell(implied[i]! - state[i]!);
    let paid = 0;
    let sold = 0;
    let spent = 0;
    for (let k = 0; k < s; k++) {
      const at = i * s + k;
      paid += spending[at]! * netShare[k * n + i]!;
      sold += sales[at]!;
      spent += spending[at]!;
      if (!links) continue;
      tell(implied[n + at]! - state[n + at]!);
      const wanted = implied[n + n * s + at]!;
      // Spending that inputs and final use do not ask for has no equation of its own to be a share of.
      if (spending[at]! > 0 || wanted !== 0) tell(wanted / spending[at]! - 1);
    }
    tell((paid - sold - deficit[i]!) / paid);
    // Without links all spending is final use; with links it also holds the inputs, which the spending equations prove.
    if (!links) tell(spent / income - 1);
  }
  tell(Math.log(world / core.worldValueAdded));
  return largest;
}

/** What an economy spends on a sector at the solution. */
export function spendingAt(core: SectorCore, space: SectorSpace, economy: number, sector: number): number {
  return space.spending[economy * core.s + sector]!;
}
