import type { SectorCore } from "../solver/core.js";
import { spendingAt } from "../solver/residual.js";
import type { SectorSpace } from "../solver/space.js";
import type { SectorParts } from "./parts.js";

/** The same world with the last solution as its accounts: shares, value added and spending are those of the solution. */
export function rebase(parts: SectorParts, core: SectorCore, space: SectorSpace): SectorParts {
  const { n, s } = core;
  const share = new Float64Array(core.share.length);
  for (let row = 0; row < n * s; row++) {
    const from = Math.floor(row / n) * n;
    const sum = space.costSum[row]!;
    for (let j = 0; j < n; j++)
      share[row * n + j] = sum > 0 ? (space.gross[row * n + j]! * space.appeal[from + j]!) / sum : 0;
  }
  const spending = new Float64Array(n * s);
  for (let i = 0; i < n; i++) for (let k = 0; k < s; k++) spending[i * s + k] = spendingAt(core, space, i, k);
  return {
    ...parts,
    share,
    valueAdded: core.valueAdded.map((value, i) => value * Math.exp(space.point.state[i]!)),
    spending,
  };
}
