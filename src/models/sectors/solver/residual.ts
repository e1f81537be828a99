import type { SectorCore } from "./core.js";
import type { SectorSpace } from "./space.js";
import { makeSweep } from "./sweep.js";

/**
 * The largest gap over all equations at the solution, the redundant ones included, as a share of what each equation is
 * about: prices, spending, labour, budgets, trade balances, and the numéraire. Leaves the values of the solution in
 * `space`.
 */
export function residualOf(core: SectorCore, space: SectorSpace): number {
  const { n, s, valueAdded, deficit, links } = core;
  const { point, sales, revenue, labour, netShare } = space;
  const { state, image } = point;
  makeSweep(core, space)(state, image);
  let largest = 0;
  const tell = (gap: number): void => {
    if (!(Math.abs(gap) <= largest)) largest = Math.abs(gap);
  };
  // Prices and spending with links, final use without: what comes out must be what went in.
  for (let q = n; q < state.length; q++) tell(image[q]! - state[q]!);
  let world = 0;
  for (let i = 0; i < n; i++) {
    const earned = valueAdded[i]! * Math.exp(state[i]!);
    const income = earned + revenue[i]! + deficit[i]!;
    world += earned;
    tell(Math.log(labour[i]! / earned));
    let paid = 0;
    let sold = 0;
    let spent = 0;
    for (let k = 0; k < s; k++) {
      const spending = spendingAt(core, space, i, k);
      paid += spending * netShare[k * n + i]!;
      sold += sales[i * s + k]!;
      spent += spending;
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
  const { n, s, links, spending, consumption, income } = core;
  const { state } = space.point;
  const at = economy * s + sector;
  return links
    ? spending[at]! * Math.exp(state[n + n * s + at]!)
    : consumption[at]! * income[economy]! * Math.exp(state[n + economy]!);
}
