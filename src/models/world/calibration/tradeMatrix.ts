import type { WorldCore } from "../solver/core.js";
import { fillCost } from "../solver/fillCost.js";
import type { Shock } from "../solver/Shock.js";
import type { Workspace } from "../solver/workspace.js";
import { frozenRows } from "./frozenRows.js";

/**
 * The customs value of every flow in the solution in the workspace, after `account`: a function that makes the matrix
 * when it is first called, whatever was solved since. To write and freeze N² numbers takes a fifth of a solve, and most
 * callers never look at them.
 */
export function tradeMatrix(
  core: WorldCore,
  shock: Shock,
  space: Workspace,
): () => readonly (readonly number[])[] {
  const { part } = space;
  const factor = space.factor.slice();
  const spending = space.spending.slice();
  let made: readonly (readonly number[])[] | undefined;
  return () => {
    made ??= write(core, shock, part, factor, spending);
    return made;
  };
}

function write(core: WorldCore, shock: Shock, part: number, factor: Float64Array, spending: Float64Array) {
  const { n } = core;
  const { rowStart, importer } = shock;
  const cost = new Float64Array(n * n);
  const wedge = new Float64Array(importer.length);
  fillCost(core, shock, part, cost, wedge);
  for (let j = 0; j < n; j++) {
    const f = factor[j]!;
    const from = j * n;
    for (let i = 0; i < n; i++) cost[from + i] = cost[from + i]! * f * spending[i]!;
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++)
      cost[from + importer[q]!]! -= wedge[q]! * f * spending[importer[q]!]!;
  }
  return frozenRows(cost, n);
}
